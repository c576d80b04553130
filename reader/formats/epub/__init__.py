"""How an e-book becomes a text."""
