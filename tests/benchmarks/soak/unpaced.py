"""`newspeg` without the pace that it keeps under the platforms' limits, to see how fast it could be.

`NEWSPEG_PROFILE=FILE` writes where the processor's time went.
"""

import cProfile
import math
import os
from dataclasses import replace

from bot import cli
from bot.app import platforms


def main() -> None:
    """Run the command line."""
    # What the command line imports when it is called takes these for all that there are.
    platforms.PLATFORMS = [replace(each, per_second=math.inf) for each in platforms.PLATFORMS]
    if file := os.environ.get("NEWSPEG_PROFILE"):
        with cProfile.Profile() as profile:
            try:
                cli.main()
            finally:
                profile.dump_stats(file)
    else:
        cli.main()


if __name__ == "__main__":
    main()
