"""`python -m generator` is `briefbook`."""

from generator.cli import run

run()
