"""``python -m protokoll_tui`` is ``protokoll``."""

import sys

from protokoll_tui.cli import main

sys.exit(main())
