"""`python -m generator` is `briefbook`."""

from generator.cli import main

main()
