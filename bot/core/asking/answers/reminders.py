"""/remind and /reminders: a person's own reminders, apart from the chat's subscriptions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from bot.core.asking.answers.about import not_reached
from bot.core.asking.answers.looking import in_one_of
from bot.core.asking.answers.parts import MOST_CHOICES, echo, without_story
from bot.core.asking.answers.subscriptions import (
    Standing,
    set_aside_note,
    standing,
    starting_again,
    subscription_actions,
    subscription_items,
)
from bot.core.asking.command import N_, STORY, Command, Parameter, Suggest
from bot.core.asking.inquiry import Answer, CardWithEffect, Inquiry
from bot.core.posting.chats import MOST_REMINDERS, ChatStore, PersonalReminder
from bot.core.posting.planning import USUAL_LEAD, Timing, due
from bot.core.stories.event import Event
from bot.core.stories.leads import Lead
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Block, Card, Item, Line, Note, Paragraph
from bot.core.wording.events import is_past, lead_in_words, status
from bot.core.wording.invocations import Invocation, ask

OFF, PAST = "off", "past"
OFFERED = tuple(Lead.parse(lead) for lead in ("P7D", "P1D", "P0D", "PT2H"))
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)
_LONGEST_LEAD = 4  # words: `2 hours before the`


class Wanted(NamedTuple):
    """The event and the lead that a person asked for."""

    event: Event
    lead: Lead | None


@dataclass(frozen=True, slots=True)
class _Remind:
    """Reminds the person who asks, and confirms it where it will be posted, as that may be refused."""

    reminder: PersonalReminder
    card: Card

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> Card | None:
        """Store the reminder first, so that a crash loses nothing; drop it if the platform refuses the confirmation."""
        person, reach = inquiry.request.person, inquiry.request.reach
        assert person
        await chats.remind(person, self.reminder, inquiry.now)
        if reach is None or await reach(self.card) is None:
            return None
        await chats.unremind(person, [self.reminder])
        return not_reached(inquiry.language)


@dataclass(frozen=True, slots=True)
class _Unremind:
    """Drops some of the person's reminders."""

    reminders: tuple[PersonalReminder, ...]

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Drop the reminders."""
        assert inquiry.request.person
        await chats.unremind(inquiry.request.person, self.reminders)


async def _persons_standing(inquiry: Inquiry, chats: ChatStore) -> Standing:
    return await standing(chats, None, inquiry.request.person)


async def _everything(inquiry: Inquiry, chats: ChatStore) -> Standing:
    return await standing(chats, inquiry.request.chat, inquiry.request.person)


def _answer_remind(inquiry: Inquiry, stands: Standing) -> Answer:
    """Set a reminder or drop it; of an event that another story alone names, as that story is asked."""
    words, story = inquiry.text.split(), inquiry.story
    off = len(words) > 1 and words[-1].lower() == OFF
    if story and (others := _in_others(inquiry, story, words[:-1] if off else words)):
        return in_one_of(inquiry, story, "remind", lambda there, _: _answer_remind(there, stands), others)
    if off:
        return _dropped(inquiry, stands, words[:-1])
    return _set(inquiry, story, stands, words) if story else without_story(inquiry)


def _set(inquiry: Inquiry, story: Story, stands: Standing, words: Sequence[str]) -> Answer:
    """Remind the person who asks; from a link, or in a chat of several people, only offer it."""
    wanted = _wanted(inquiry, story, words)
    if wanted is None:
        return _no_lead(inquiry, story, words) or _which_event(inquiry, story)
    event, lead = wanted.event, wanted.lead or USUAL_LEAD
    if why_not := _why_not(inquiry, event, lead):
        return _instead(inquiry, story, event, why_not)
    say = inquiry.language
    if inquiry.request.person is None or inquiry.request.only_reads:
        return _offer(inquiry, story, event, lead)
    said = say.line("I will remind you. {when}", when=_when(inquiry, event, lead))
    drop = Action(say.gettext("Drop it"), ask("remind", story, f"{event.id} {lead} {OFF}"))
    actions = (Action(say.gettext("My reminders"), Invocation("reminders")), drop)
    card = Card(event.name, (Paragraph(said), Note((story.headline,))), actions=actions, private=True)
    remind = _Remind(PersonalReminder(story.slug, event.id, str(lead)), card)
    return CardWithEffect(card, remind, _too_many(inquiry, stands, event))


def _answer_reminders(inquiry: Inquiry, stands: Standing) -> Card:
    """Show the person's reminders and this chat's subscriptions, each with a button to drop it."""
    say, reminders = inquiry.language, _to_come(inquiry, stands)
    if not reminders and not stands.subscriptions:
        text = say.line("There are no reminders here yet. /remind {event} sets one.", event=_example(inquiry))
        return Card(say.gettext("Reminders"), (Paragraph(text),), private=True)
    blocks = set_aside_note(inquiry, stands)
    if reminders:
        blocks.append(Paragraph(say.line("You will be reminded of:")))
        blocks += [Item(_item(inquiry, reminder)) for reminder in reminders[:MOST_CHOICES]]
        if (rest := len(reminders) - MOST_CHOICES) > 0:
            blocks.append(Note((say.ngettext("And {n} more.", "And {n} more.", rest),)))
    if stands.subscriptions:
        blocks += [Paragraph(say.line("This chat is subscribed to:")), *subscription_items(inquiry, stands)]
    choices = tuple(_drop_named(inquiry, reminder) for reminder in reminders[:MOST_CHOICES])
    return Card(
        say.gettext("Reminders"),
        tuple(blocks),
        choices=choices,
        actions=(*starting_again(inquiry, stands), *subscription_actions(inquiry, stands)),
        private=True,
    )


def _in_others(inquiry: Inquiry, story: Story, words: Sequence[str]) -> list[Story]:
    """Return the other stories with an event of this name, if the chat's own has none and none was named."""
    if inquiry.scoped or not words or list(words) == [PAST]:
        return []
    names = [" ".join(words[:length]) for length in range(len(words), 0, -1)]
    events, library = inquiry.library.index(story).events, inquiry.library
    if any(events.find(name, misspelt=False) for name in names):
        return []
    found = next((found for name in names if (found := library.find_events(name, misspelt=False))), None)
    return [there for ref in found.targets if (there := library.story(ref.slug))] if found else []


def _wanted(inquiry: Inquiry, story: Story, words: Sequence[str]) -> Wanted | None:
    """Read `match` or `match 2 hours before`: the longest ending that is a lead, and an event before it."""
    for length in range(min(_LONGEST_LEAD, len(words) - 1), 0, -1):
        lead = Lead.typed(" ".join(words[-length:]))
        event = _event(inquiry, story, " ".join(words[:-length])) if lead else None
        if event:
            return Wanted(event, lead)
    event = _event(inquiry, story, " ".join(words))
    return Wanted(event, None) if event else None


def _event(inquiry: Inquiry, story: Story, name: str) -> Event | None:
    found = inquiry.library.index(story).events.find(name) if name else None
    return story.event(found.targets[0]) if found and len(found.targets) == 1 else None


def _why_not(inquiry: Inquiry, event: Event, lead: Lead) -> Line | None:
    """Say why nobody can be reminded of the event with this lead."""
    say = inquiry.language
    start = event.start
    if over := _over(inquiry, event):
        return over
    if start is None or start.day is None:
        return None
    if not lead.in_days and start.moment is None:
        return say.line("The story gives only the day of this, so there is nothing to count hours from.")
    if (at := due(event, lead, _timing(inquiry))) is None or at <= inquiry.now:
        return say.line("It is too late to be reminded {lead}.", lead=lead_in_words(say, lead))
    return None


def _over(inquiry: Inquiry, event: Event) -> Line | None:
    """Say why nobody is reminded of the event at all any more."""
    if event in _coming(inquiry, [event]):
        return None
    return inquiry.language.line(
        "There will be no more reminders of this: {status}.", status=status(inquiry.voice, event)
    )


def _coming(inquiry: Inquiry, events: Iterable[Event]) -> list[Event]:
    return [each for each in events if each.status not in ("cancelled", "held") and not is_past(each, inquiry.now)]


def _no_lead(inquiry: Inquiry, story: Story, words: Sequence[str]) -> Card | None:
    """Answer a known event followed by words that are no lead; None if no event is known."""
    for length in range(len(words) - 1, 0, -1):
        if event := _event(inquiry, story, " ".join(words[:length])):
            text = inquiry.language.line(
                "“{words}” is no time before it that I know. Write 1 day, 3 days or morning, say, or choose:",
                words=echo(" ".join(words[length:])),
            )
            return _instead(inquiry, story, event, _over(inquiry, event) or text)
    return None


def _instead(inquiry: Inquiry, story: Story, event: Event, text: Line) -> Card:
    """Say what is wrong, and offer the leads that are possible."""
    possible = [lead for lead in OFFERED if not _why_not(inquiry, event, lead)]
    choices = tuple(
        Action(lead_in_words(inquiry.language, lead), ask("remind", story, f"{event.id} {lead}")) for lead in possible
    )
    return Card(event.name, (Paragraph(text),), choices=choices, private=True)


def _when(inquiry: Inquiry, event: Event, lead: Lead) -> Line:
    """Say when the reminder will come, as far as that is known now."""
    say, timing = inquiry.language, _timing(inquiry)
    words = lead_in_words(say, lead)
    if at := due(event, lead, timing):
        return say.line(
            "On {when}: {event}, {lead}", when=say.moment(at, timing.zone(event)), event=event.name, lead=words
        )
    return say.line("{event}, {lead}; its day is not known yet", event=event.name, lead=words)


def _timing(inquiry: Inquiry) -> Timing:
    return Timing.of(inquiry.settings).personal()


def _which_event(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    coming = _coming(inquiry, story.events)
    if not coming:
        return Card(
            say.gettext("Reminders"),
            (Paragraph(say.line("The story names no event that is still to come.")),),
            private=True,
        )
    if inquiry.text:
        text = say.line(
            "I do not know an event called “{words}”. Which of these do you mean?", words=echo(inquiry.text)
        )
    else:
        text = say.line("What shall I remind you of? You can also type it: /remind {event} 1 day", event=coming[0].id)
    choices = tuple(Action(event.name, ask("remind", story, event.id)) for event in coming[:MOST_CHOICES])
    return Card(say.gettext("Reminders"), (Paragraph(text),), choices=choices, private=True)


def _offer(inquiry: Inquiry, story: Story, event: Event, lead: Lead) -> Card:
    """Offer a button that does it: a link may only ask, and a chat of several people is the wrong place."""
    say = inquiry.language
    blocks: list[Block] = [Paragraph(say.line("Shall I remind you? {when}", when=_when(inquiry, event, lead)))]
    if inquiry.request.person is None:
        blocks.append(Paragraph(say.line("Your own reminders come in our private chat, not here.")))
    again = Action(say.gettext("Remind me"), ask("remind", story, f"{event.id} {lead}"))
    return Card(event.name, tuple(blocks), actions=(again,), private=True)


def _dropped(inquiry: Inquiry, stands: Standing, words: Sequence[str]) -> Answer:
    """Drop one reminder of an event, all of them (also if the story no longer names it), or those of past events."""
    say, story = inquiry.language, inquiry.story
    wanted = _wanted(inquiry, story, words) if story else None
    event = wanted.event.id if wanted else words[0]
    lead = wanted.lead if wanted else Lead.typed(" ".join(words[1:]))
    slug = inquiry.slug or (story.slug if story else None)
    found = tuple(
        each
        for each in stands.reminders
        if (each.story, each.event) == (slug, event) and lead in (None, Lead.parse(each.lead))
    )
    if words == [PAST]:
        wanted, found = None, _past(inquiry, stands)
    more = (Action(say.gettext("My reminders"), Invocation("reminders")),)
    title = wanted.event.name if wanted else say.gettext("Reminders")
    if not found or inquiry.request.only_reads:
        text = say.line("You have no such reminder.") if not found else say.line("That is one of your reminders.")
        return Card(title, (Paragraph(text),), actions=more, private=True)
    text = say.line("You will not be reminded of this any more.")
    return CardWithEffect(Card(title, (Paragraph(text),), actions=more, private=True), _Unremind(found))


def _too_many(inquiry: Inquiry, stands: Standing, event: Event) -> Card:
    say = inquiry.language
    text = say.line(
        "You have {count} reminders, and can have {most} at most. Drop one first: /reminders lists them, and"
        " /remind {event} off drops all of one event.",
        count=str(len(stands.reminders)),
        most=str(MOST_REMINDERS),
        event=event.id,
    )
    actions = [Action(say.gettext("My reminders"), Invocation("reminders"))]
    if _past(inquiry, stands):
        actions += [Action(say.gettext("Drop those of past events"), Invocation("remind", f"{PAST} {OFF}"))]
    return Card(say.gettext("Too many reminders"), (Paragraph(text),), actions=tuple(actions), private=True)


def _past(inquiry: Inquiry, stands: Standing) -> tuple[PersonalReminder, ...]:
    """Return the reminders of events that are over."""
    found = [(each, inquiry.library.find_event(each.story, each.event)) for each in stands.reminders]
    return tuple(each for each, about in found if about and _is_over(inquiry, about[1]))


def _is_over(inquiry: Inquiry, event: Event) -> bool:
    return event.status == "held" or is_past(event, inquiry.now)


def _to_come(inquiry: Inquiry, stands: Standing) -> list[PersonalReminder]:
    """Return the reminders that may still come, the earliest first; past ones are stored, as the date may move."""
    standing = []
    for reminder in stands.reminders:
        found = inquiry.library.find_event(reminder.story, reminder.event)
        at = due(found[1], Lead.parse(reminder.lead), _timing(inquiry)) if found else None
        over = found is not None and _is_over(inquiry, found[1])
        if not over and (at is None or at > inquiry.now):
            standing.append((at or _END_OF_TIME, reminder))
    return [reminder for _, reminder in sorted(standing)]


def _item(inquiry: Inquiry, reminder: PersonalReminder) -> Line:
    say, lead = inquiry.language, Lead.parse(reminder.lead)
    words = lead_in_words(say, lead)
    found = inquiry.library.find_event(reminder.story, reminder.event)
    if found is None and inquiry.library.story(reminder.story) is None:
        return say.line("{event}, {lead}: its story is no longer published", event=reminder.event, lead=words)
    if found is None:
        return say.line("{event}, {lead}: the story no longer names it", event=reminder.event, lead=words)
    story, event = found
    if why_not := _why_not(inquiry, event, lead):
        return say.line(
            "{event}, {lead} ({story}). {why}", event=event.name, lead=words, story=story.headline, why=why_not
        )
    return say.line("{when} ({story})", when=_when(inquiry, event, lead), story=story.headline)


def _drop_named(inquiry: Inquiry, reminder: PersonalReminder) -> Action:
    found = inquiry.library.find_event(reminder.story, reminder.event)
    name = found[1].name if found else reminder.event
    what = f"{name}, {lead_in_words(inquiry.language, Lead.parse(reminder.lead))}"
    label = inquiry.language.gettext("Drop: {what}").format(what=what)
    return Action(label, Invocation.of("remind", f"{reminder.story}/{reminder.event} {reminder.lead} {OFF}"))


def _example(inquiry: Inquiry) -> str:
    return next((event.id for event in _coming(inquiry, inquiry.story.events)), "…") if inquiry.story else "…"


REMIND = Command(
    "remind",
    N_("Remind me of one event"),
    _answer_remind,
    _persons_standing,
    (
        STORY,
        Parameter("event", N_("An event"), Suggest.EVENTS),
        Parameter("lead", N_("How long before: 2h, 1 day, morning; or off"), Suggest.LEADS),
    ),
    about="person",
    private=True,
)
REMINDERS = Command(
    "reminders", N_("My reminders, and this chat's"), _answer_reminders, _everything, about="person", private=True
)
