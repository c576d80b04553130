"""From text to sound and word times."""
