"""Running the real command, as its user would: in a folder of its own, with only the settings that are given."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEWSPEG = (sys.executable, "-m", "bot")


def environment(**settings: str) -> dict[str, str]:
    """An environment with these settings after `NEWSPEG_`; the bundled stories, and any free port, unless given."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    named = {f"NEWSPEG_{name.upper()}": value for name, value in settings.items()}
    return {**kept, "PYTHONPATH": str(ROOT), "NEWSPEG_CONTENT": str(ROOT / "content"), "NEWSPEG_WEB_PORT": "0", **named}


def newspeg(*arguments: str, cwd: Path, stdin: str | bytes = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; its output as text."""
    piped = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [*NEWSPEG, *arguments], cwd=cwd, env=environment(**settings), input=piped, capture_output=True, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
