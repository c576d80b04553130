"""The verbs: same words in, same words out; no file, clock or thread."""
