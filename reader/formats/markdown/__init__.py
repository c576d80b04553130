"""How Markdown becomes a text."""
