"""How markup becomes blocks: what `markup.py` builds them with."""
