"""Measurements: how long each stage takes, and how that grows."""
