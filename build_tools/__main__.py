"""``python -m build_tools``."""

import sys

from build_tools.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
