"""The widgets: they show what a session says and pass on what a person does."""
