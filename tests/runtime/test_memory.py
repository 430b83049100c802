"""What stays is passed over by the garbage collector, and what nothing needs is not."""

import gc
import weakref

from bot.runtime.memory import settle


class Node:
    """Something that can stand in a cycle."""

    itself: "Node"


def test_what_stays_is_frozen_and_a_cycle_that_nothing_needs_goes_with_the_next_call() -> None:
    node = Node()
    node.itself = node
    gone = weakref.ref(node)
    thresholds = gc.get_threshold()
    try:
        settle()
        assert gc.get_freeze_count() > 0
        del node
        gc.collect()
        assert gone() is not None
        settle()
        assert gone() is None
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
