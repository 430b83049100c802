"""Makes the entries of editors who log in by name."""

import sys
from getpass import getpass

from bot.core.errors import NewspegError
from bot.runtime.passwords import entry_for


def new_entry(name: str) -> str:
    """Ask for a password, twice on a terminal, and return the editor's entry; NewspegError says what is wrong."""
    if sys.stdin.isatty():
        password = getpass("Password: ")
        if getpass("Again: ") != password:
            raise NewspegError("the two passwords differ; nothing was made")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    try:
        return entry_for(name, password)
    except ValueError as error:
        raise NewspegError(str(error)) from None
