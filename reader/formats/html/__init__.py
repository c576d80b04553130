"""How a saved web page becomes a text, without what surrounds it."""
