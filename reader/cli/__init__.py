"""The same body without a window: the library, the pieces of a text, and its sound in a file."""
