"""How a Word document becomes a text."""
