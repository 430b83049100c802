"""The cards of notices. A reminder shows a near event, and never a claim, a quotation or background.

Other cards say that its plan changed, or that the newsroom corrected or retracted what a post showed.
"""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.core.posting.planning import Planned, Timing, day_in, next_lead
from bot.core.stories.calendar import fits_calendar
from bot.core.stories.event import Event
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import Correction, Fact, Story
from bot.core.wording.cards import Action, Block, Card, Item, Line, Moment, Note, Paragraph
from bot.core.wording.changes import retracted
from bot.core.wording.events import cite_plan, description_block, place_item, plan_block, status, when
from bot.core.wording.invocations import Invocation, ask
from bot.core.wording.language import Language, Voice
from bot.core.wording.sources import credit_line
from bot.core.wording.statements import about_dates, fact_item

_MOST_FACTS = 3  # with the event's own texts, as much as a chat takes in at a glance


def reminder(  # noqa: PLR0913 -- what may have become of it
    voice: Voice,
    planned: Planned,
    timing: Timing,
    dateline: Note,
    *,
    late: bool = False,
    changed: bool = False,
    corrections: Sequence[Correction] = (),
) -> Card:
    """Return the card of a reminder; its countdown is as of `voice.now`, by the calendar of the chat's zone.

    `changed`: the plan is no longer the one of the post; `corrections`: entries added since then.
    """
    say, story, event = voice.language, planned.story, planned.event
    blocks: list[Block] = [*_corrected(voice, corrections)]
    if changed:
        blocks += [
            Paragraph(say.line("The plan has changed since this was posted."), if_long="whole"),
            *_new_plan(voice, story, event),
        ]
    else:
        blocks.append(Paragraph(_date(voice, planned, timing), *cite_plan(say, story, event), if_long="whole"))
    blocks.append(description_block(voice, story, event))
    if event.place:
        blocks.append(replace(place_item(say, story, event, event.place), if_long="ends sooner"))
    said = say.line("Status: {status}", status=status(voice, event))
    blocks.append(Item(said, *cite_plan(say, story, event), if_long="whole"))
    blocks += [fact_item(voice, story, fact) for fact in facts_of(story, event)]
    blocks += [Note(credit_line(say, story)), dateline]
    if late:
        due = say.moment(planned.at, timing.zone(event))
        blocks.append(Note(say.line("This comes late: it was due on {due}.", due=due)))
    return Card(event.name, tuple(blocks), actions=_actions(voice, story, event), more=_more(say))


def change_of_plan(
    voice: Voice, story: Story, event: Event, dateline: Note, corrections: Sequence[Correction] = ()
) -> Card:
    """Return the card for a reader who was reminded of a plan that no longer holds; it names the former date."""
    say = voice.language
    blocks: list[Block] = [
        *_corrected(voice, corrections),
        Paragraph(say.line("The plan has changed since you were reminded."), if_long="whole"),
        *_new_plan(voice, story, event),
        Note(credit_line(say, story)),
        dateline,
    ]
    return Card(event.name, tuple(blocks), actions=_actions(voice, story, event))


def correction(voice: Voice, story: Story, corrected: Correction, dateline: Note) -> Card:
    """Return the card for a reader whose post was wrong and cannot be edited any more."""
    blocks = (*_corrected(voice, [corrected]), Note(credit_line(voice.language, story)), dateline)
    more = Action(voice.language.gettext("Summary"), ask("summary", story))
    return Card(voice.language.gettext("Correction"), blocks, actions=(more,))


def retraction(say: Language, story: Story) -> Card:
    """Return the card that replaces the posts of a retracted story; it repeats nothing of what the story said."""
    blocks = [*retracted(say, story), Paragraph(say.line("What was posted here no longer holds."))]
    others = Action(say.gettext("All stories"), Invocation("stories"))
    return Card(say.gettext("Retracted"), (*blocks, Note((story.credit.text,))), actions=(others,))


def facts_of(story: Story, event: Event) -> list[Fact]:
    """Return the facts that an event's reminders carry."""
    return [fact for fact in story.facts if fact.kind == "fact" and event.id in fact.events][:_MOST_FACTS]


def _new_plan(voice: Voice, story: Story, event: Event) -> list[Block]:
    blocks: list[Block] = [replace(plan_block(voice, story, event), if_long="whole")]
    if event.history and (note := event.history[-1].note):
        blocks.append(Paragraph((note,), *cite_plan(voice.language, story, event)))
    return blocks


def _corrected(voice: Voice, corrections: Sequence[Correction]) -> list[Block]:
    say = voice.language
    return [
        Paragraph(say.line("Corrected on {day}: {text}", day=say.dated(each.date), text=each.text), if_long="whole")
        for each in corrections
    ]


def _date(voice: Voice, planned: Planned, timing: Timing) -> Line:
    """Return the date with a countdown and, as its reader may be anywhere, with the zone of its calendar."""
    say, event = voice.language, planned.event
    assert event.start is not None
    date = when(voice, event, event.start)
    zone = timing.zone(event)
    local = voice.now.astimezone(zone)
    if planned.lead.in_days:
        countdown: Line = (say.days_until(day_in(event, zone), local.date()),)
    else:
        assert event.start.moment is not None
        countdown = (Moment(event.start.moment, say.time_until(event.start.moment, voice.now, zone), "relative"),)
    if event.start.moment:  # its words name the zone already
        return say.line("{date}, {countdown}", date=date, countdown=countdown)
    place = say.zone(voice.now.astimezone(ZoneInfo(event.zone)))
    return say.line("{date}, {countdown} (the day in {zone})", date=date, countdown=countdown, zone=place)


def _more(say: Language) -> str:
    return say.gettext("… and {n} more")


def _actions(voice: Voice, story: Story, event: Event) -> tuple[Action, ...]:
    """Return buttons to what a reader may want now: a reminder of their own, a calendar's entry, and more about it."""
    say, actions = voice.language, []
    if lead := next_lead(event, Timing(), voice.now):
        actions.append(Action(say.gettext("Remind me"), ask("remind", story, f"{event.id} {lead}")))
    if event.status in AWAITED and fits_calendar(event):
        actions.append(Action(say.gettext("Add to calendar"), ask("calendar", story, event.id)))
    return (*actions, Action(say.gettext("More"), ask("when", story, event.id)), *about_dates(say, story))


def chat_lost(say: Language, chat: str, title: str | None, *, upgraded: bool) -> Card:
    """Return the card for the person who subscribed a lost chat; `upgraded`: the group goes on under another id."""
    if title:
        name = say.gettext("“{title}”").format(title=title)
    else:
        name = say.gettext("a chat whose name I do not know (its number is {chat})").format(chat=chat)
    if upgraded:
        text = say.line(
            "You asked for reminders in {name}. It has become a supergroup, and I was not told its new number, so they"
            " no longer arrive. To get them there again, send /subscribe in the new group.",
            name=name,
        )
    else:
        text = say.line(
            "I may no longer post in {name}, where you asked for reminders. To get them there again, let me post and"
            " send /subscribe there.",
            name=name,
        )
    help_button = Action(say.gettext("Help"), Invocation("help"))
    return Card(say.gettext("A chat is lost"), (Paragraph(text),), actions=(help_button,))
