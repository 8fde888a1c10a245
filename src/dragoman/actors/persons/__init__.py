"""Whom persons and offices mean, and whom they serve."""
