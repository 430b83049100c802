"""What a chat gets, of all that it asked for: each notice once, at the moment at which it really goes out."""

from datetime import UTC, datetime

from bot.core.posting.chats import ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.subscribers import Subscriber, plan_for
from bot.core.stories.library import Library
from tests.stories import story_of

FAIR = story_of({"start": "2031-05-04"})
UNTIL = datetime(2032, 1, 1, tzinfo=UTC)


def planned(subscriber: Subscriber, since: datetime) -> list[str]:
    """When what comes from then on."""
    found = plan_for(Library([FAIR]), subscriber, since, UNTIL)
    return [f"{each.planned.at:%m-%d %H:%M} {each.planned.lead}" for each in found]


def test_a_notice_that_is_asked_for_twice_comes_once_when_it_is_due_first() -> None:
    """A subscription waits for the end of the quiet hours, a person's own reminder does not."""
    own = PersonalReminder(FAIR.slug, FAIR.events[0].id, "P1D")
    quiet = ChatSettings(timezone="UTC", quiet="22:00-10:00")
    both = Subscriber(ChatKey("test", "1"), quiet, (FAIR.slug,), (own,))
    assert planned(both, datetime(2031, 4, 1, tzinfo=UTC)) == ["04-27 10:00 P7D", "05-03 09:00 P1D", "05-04 10:00 P0D"]
    assert planned(both, datetime(2031, 5, 3, 9, 30, tzinfo=UTC)) == ["05-04 10:00 P0D"]
