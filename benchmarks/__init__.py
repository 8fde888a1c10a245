"""Measurements of speed, memory and size. Nothing here is shipped or tested."""
