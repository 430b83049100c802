"""Each statement that writes posts gives them the next number: a watcher of the ledger reads the higher ones.

Writers take turns, so numbers become visible in their order.
"""

from sqlalchemy import Text, cast
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import insert
from bot.storage.tables import ERASED, NEXT_CHANGE, marks


async def note_erasure(connection: AsyncConnection) -> None:
    """Give the deletion of posts in this transaction a number, while the highest number is still known."""
    number = cast(NEXT_CHANGE, Text)
    noted = insert(marks).values(name=ERASED, value=number)
    await connection.execute(noted.on_conflict_do_update(index_elements=[marks.c.name], set_={"value": number}))
