"""The service under test: `newspeg run` as a process, and what its log and its command say of it."""

import asyncio
import json
import os
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from tests.running import NEWSPEG, environment, newspeg

UNPACED = (sys.executable, "-m", "tests.benchmarks.soak.unpaced")
_STOPS_WITHIN_S = 15.0


class Service:
    """A running `newspeg run`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.returncode is None

    @property
    def processor_s(self) -> float:
        """Seconds of the processor's time that it has used."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        user, system = stat.rpartition(")")[2].split()[11:13]  # after the name: fields 14 and 15 of proc(5)
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    async def kill(self) -> None:
        """End it as a power cut would."""
        if self.running:
            self._process.kill()
        await self._process.wait()

    async def stop(self) -> tuple[int | None, float]:
        """Ask it to end: its exit code, None if it does not, and the seconds that it took."""
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        with suppress(TimeoutError):
            async with asyncio.timeout(_STOPS_WITHIN_S):
                await self._process.wait()
        return self._process.returncode, time.monotonic() - began


class Newspeg:
    """How it is started: in a folder, with settings."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self._folder = folder
        self._settings = {**settings, "web_port": "0"}  # any: another one may run on this machine
        self._log = folder / "newspeg.log"

    @asynccontextmanager
    async def running(self, *arguments: str, command: Sequence[str] = NEWSPEG) -> AsyncIterator[Service]:
        """Run it; it does not outlive this."""
        with self._log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *command,
                "run",
                *arguments,
                cwd=self._folder,
                env=environment(**self._settings),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        service = Service(process)
        try:
            yield service
        finally:
            await service.kill()

    def posts(self, database_url: str) -> list[dict[str, Any]]:
        """What `newspeg posts --json` says."""
        done = newspeg("posts", "--json", cwd=self._folder, **{**self._settings, "database_url": database_url})
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def complaints(self) -> Counter[str]:
        """The log's warnings and errors, each kind with its number."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return Counter(_kind(line) for line in lines if any(f"[{level}" in line for level in _SERIOUS))


def _kind(line: str) -> str:
    """A line of the log without its moment and numbers."""
    _, _, said = line.partition(" ")
    return re.sub(r"\d+", "#", " ".join(said.split()))[:_KIND_LENGTH]


_SERIOUS = ("warning", "error", "critical")
_KIND_LENGTH = 160
