"""`python -m tests.bench`."""

import sys

from tests.bench.run import main

main(sys.argv[1:])
