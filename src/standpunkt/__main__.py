"""``python -m standpunkt`` is the command ``standpunkt``."""

import sys

from standpunkt.cli import main

if __name__ == "__main__":
    sys.exit(main())
