"""A trial of one chat: what an outage makes of its posts, and what a switched event means for it."""

from datetime import UTC, datetime

from bot.core.posting.chats import ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.rehearsal import Rehearsed
from bot.core.posting.subscribers import Subscriber
from bot.core.posting.trial import Changed, Dropped, Happening, Outage, Switch, Switched, Trial
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.language import Language
from tests.asking import text
from tests.stories import story_of

CHAT = ChatKey("test", "1")
EVERYTHING = Subscriber(CHAT)
ONE = {"id": "one", "start": "2031-05-04"}
STORY = story_of(ONE, {"id": "two", "start": "2031-05-10"})
SINCE, UNTIL = datetime(2031, 1, 1, tzinfo=UTC), datetime(2031, 12, 31, tzinfo=UTC)


def day(month: int, number: int, hour: int = 12) -> datetime:
    return datetime(2031, month, number, hour, tzinfo=UTC)


def tried(
    *switches: Switch, story: Story = STORY, who: Subscriber = EVERYTHING, outage: Outage | None = None
) -> list[Happening]:
    return Trial(Library([story]), who, Language(), switches, outage).run(SINCE, UNTIL)


def switch(at: datetime, status: Switched = "cancelled", event: str = "one") -> Switch:
    return Switch("fair", event, status, at)


def arrived(happenings: list[Happening]) -> list[str]:
    return [f"{each.planned.event.id} {each.planned.lead}" for each in happenings if isinstance(each, Rehearsed)]


def changed(happenings: list[Happening]) -> Changed:
    [found] = [each for each in happenings if isinstance(each, Changed)]
    return found


def test_without_anything_tried_it_is_a_rehearsal() -> None:
    happenings = tried()
    assert len(arrived(happenings)) == len(happenings) == 6
    assert all(isinstance(each, Rehearsed) and each.at == each.planned.at for each in happenings)


def test_what_is_due_in_an_outage_comes_late_or_not_at_all() -> None:
    happenings = tried(outage=Outage(day(4, 26), day(5, 4)))
    dropped = [each for each in happenings if isinstance(each, Dropped)]
    assert [(str(each.planned.lead), each.reason) for each in dropped] == [
        ("P7D", "too late to be of use"),
        ("P1D", "too late to be of use"),
    ]
    late = [each for each in happenings if isinstance(each, Rehearsed) and each.late]
    assert [(str(each.planned.lead), each.at) for each in late] == [("P7D", day(5, 4)), ("P0D", day(5, 4))]
    assert all("comes late" in text(each.card) for each in late)


def test_quiet_hours_put_off_and_silence() -> None:
    quiet = Subscriber(CHAT, ChatSettings(timezone="UTC", quiet="08:00-10:00"))
    put_off = tried(who=quiet)
    assert len(put_off) == 6
    assert all(isinstance(each, Rehearsed) and each.waited and not each.silent for each in put_off)
    assert not any(isinstance(each, Rehearsed) and each.waited for each in tried())
    held_up = tried(who=quiet, outage=Outage(day(4, 26), day(4, 29, 9)))
    [late] = [each for each in held_up if isinstance(each, Rehearsed) and each.late]
    assert (str(late.planned.lead), late.at, late.waited, late.silent) == ("P7D", day(4, 29, 10), True, False)
    asked = Subscriber(CHAT, quiet.settings, (), (PersonalReminder("fair", "one", "P7D"),))
    [own] = [each for each in tried(who=asked, outage=Outage(day(4, 26), day(4, 29, 9))) if isinstance(each, Rehearsed)]
    assert (own.at, own.silent) == (day(4, 29, 9), True)


def test_a_cancelled_event_withdraws_tells_and_edits() -> None:
    change = changed(tried(switch(day(5, 1))))
    assert [str(each.planned.lead) for each in change.withdrawn] == ["P1D", "P0D"]
    assert all("cancelled" in each.reason for each in change.withdrawn)
    assert change.told
    assert "cancelled; it had been planned for 4 May 2031" in text(change.told)
    [edit] = change.edited
    assert str(edit.post.planned.lead) == "P7D"
    assert "The plan has changed since this was posted." in text(edit.card)


def test_the_other_event_goes_on() -> None:
    assert arrived(tried(switch(day(5, 1)))) == ["one P7D", "two P7D", "two P1D", "two P0D"]


def test_before_the_first_reminder_nobody_needs_to_be_told() -> None:
    change = changed(tried(switch(day(4, 1))))
    assert len(change.withdrawn) == 3
    assert (change.told, change.edited) == (None, ())


def test_after_the_event_there_is_nothing_to_tell() -> None:
    change = changed(tried(switch(day(5, 6))))
    assert (change.withdrawn, change.told) == ((), None)
    assert len(change.edited) == 3


def test_a_postponed_event_has_no_date() -> None:
    change = changed(tried(switch(day(5, 1), "postponed")))
    assert change.told
    assert "postponed; it had been planned for 4 May 2031" in text(change.told)
    assert len(change.withdrawn) == 2


def test_of_two_switches_of_an_event_the_last_counts() -> None:
    change = changed(tried(switch(day(5, 1), "postponed"), switch(day(5, 3, 20))))
    assert change.switch.status == "cancelled"
    assert [str(each.planned.lead) for each in change.withdrawn] == ["P0D"]


def test_a_change_that_comes_in_an_outage_is_told_after_it() -> None:
    change = changed(tried(switch(day(5, 1)), outage=Outage(day(4, 30), day(5, 2))))
    assert change.at == day(5, 2)
    assert change.told


def test_what_cannot_be_switched_is_left_alone() -> None:
    unknown = Switch("nothing", "one", "cancelled", day(5, 1)), switch(day(5, 1), event="none")
    held = story_of({**ONE, "status": "held"})
    assert tried(*unknown) == tried()
    assert tried(switch(day(5, 1)), story=held) == []


def test_a_later_entry_of_its_history_does_not_stand_in_the_way() -> None:
    moved = {"changed": "2031-05-02", "start": "2031-05-01", "status": "scheduled"}
    story = story_of({**ONE, "status": "rescheduled", "history": [moved]})
    assert changed(tried(switch(day(5, 1)), story=story)).told


def test_the_story_itself_stays_as_it_was() -> None:
    library = Library([STORY])
    Trial(library, EVERYTHING, Language(), [switch(day(5, 1))]).run(SINCE, UNTIL)
    assert library.stories == (STORY,)
    assert library.story("fair") is STORY


def test_a_person_gets_each_reminder_once_and_quiet_hours_hold_none_up() -> None:
    settings = ChatSettings(timezone="UTC", quiet="08:00-10:00")
    wanted = (
        PersonalReminder("fair", "one", "P1D"),
        PersonalReminder("fair", "one", "P2D"),
        PersonalReminder("gone", "one", "P1D"),
    )
    alone = tried(who=Subscriber(CHAT, settings, (), wanted))
    assert arrived(alone) == ["one P2D", "one P1D"]
    assert all(each.at.time().hour == 9 for each in alone)
    both = tried(who=Subscriber(CHAT, settings, ("fair",), wanted))
    assert len(arrived(both)) == 7


def test_no_subscription_no_post() -> None:
    assert tried(who=Subscriber(CHAT, stories=("another",))) == []
