"""`python -m generator` is `briefbook`; no module in the working folder is taken for another."""

import sys

if not sys.flags.safe_path:
    sys.path.pop(0)

from generator.cli import run

if __name__ == "__main__":
    run()
