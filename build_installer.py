#!/usr/bin/env python3
"""The installers: on Windows those of a release, on Linux the same steps over a bundle for Linux.

`--wine` builds and tries the Windows ones on Linux. `docs/building.md` says more.
"""

from __future__ import annotations

import sys

from installer.command import main

if __name__ == "__main__":
    sys.exit(main())
