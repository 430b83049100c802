"""The platforms' published specifications, where they lie beside the repository: a list of faults for each request.

Without them nothing is checked, and the one test that says so is skipped.
"""

import importlib.util
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CONTRACTS = Path(__file__).parents[1].parent / "shared" / "contracts"

needs_contracts = pytest.mark.skipif(
    not (CONTRACTS / "validate.py").exists(),
    reason=f"REQUESTS ARE NOT VALIDATED: the platforms' specifications are not in {CONTRACTS.parent.name}/contracts",
)


def check_telegram(method: str, params: Mapping[str, Any] | None = None) -> list[str]:
    """What is wrong with a Bot API request; empty if nothing is, or if it cannot be known here."""
    with _validator() as validator:
        return list(validator.check_telegram(method, dict(params or {}))) if validator else []


def check_discord(method: str, path: str, body: Any = None) -> list[str]:
    """What is wrong with a request to Discord's HTTP API; empty if nothing is, or if it cannot be known here."""
    with _validator() as validator:
        return list(validator.check_discord(method, path, body)) if validator else []


@contextmanager
def _validator() -> Iterator[ModuleType | None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves the specifications' files to be closed by chance
        yield _load()


@cache
def _load() -> ModuleType | None:
    source = CONTRACTS / "validate.py"
    spec = importlib.util.spec_from_file_location("platform_contracts", source)
    if not source.exists() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
