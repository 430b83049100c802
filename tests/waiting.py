"""How long a test waits for what has to come: for so long that no slow or busy machine decides what passes.

It keeps a test that hangs from holding up all others, and says where it hangs; no test may rely on it.
"""

import asyncio

HANGS_AFTER_S = 300.0


def hang_guard() -> asyncio.Timeout:
    """`async with hang_guard():` around what is waited for."""
    return asyncio.timeout(HANGS_AFTER_S)
