"""Gentle Reader: a calm desktop reader for people who read on little energy."""

__version__ = "0.1.0"
