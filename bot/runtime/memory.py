"""Lets the garbage collector pass over what stays: a thousand stories and their indexes are a million objects."""

import gc

# A question makes thousands of objects, of which some stay. Looked at a few at a time they hold up no answer for long.
_YOUNG, _MIDDLE, _OLD = 300, 1, 1_000


def settle() -> None:
    """Collect what nothing needs any more, and pass over all the rest from now on, until the next call.

    It holds the process for as long as one full collection takes; without it each later one would. What comes after it
    is collected often and in small portions, and in full seldom.
    """
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    gc.unfreeze()
    gc.collect()
    gc.freeze()
