"""Builds all the parts below the screen and joins them; needs no Qt."""
