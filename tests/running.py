"""Running the real command, as its user would: in a folder of its own, with only the settings that are given."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.waiting import HANGS_AFTER_S, hang_guard

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
        [*NEWSPEG, *arguments],
        cwd=cwd,
        env=environment(**settings),
        input=piped,
        capture_output=True,
        check=False,
        timeout=HANGS_AFTER_S,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@asynccontextmanager
async def started(cwd: Path, *arguments: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`newspeg run` as a process; whatever becomes of the test, it does not outlive it."""
    process = await asyncio.create_subprocess_exec(
        *NEWSPEG,
        "run",
        *arguments,
        cwd=cwd,
        env=environment(**settings),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    """The exit code and all that was printed, once it has ended."""
    async with hang_guard():
        out, err = await process.communicate()
    return process.returncode, (out + err).decode()


async def said_in_log(stream: asyncio.StreamReader, words: str) -> None:
    """Read the log up to the line with these words."""
    async with hang_guard():
        while words not in (line := (await stream.readline()).decode()):
            assert line, f"the log ended without “{words}”"
