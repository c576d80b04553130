"""What a person can do: one class a screen, no widgets."""
