"""/facts: the story's statements, in pages, or those about one topic."""

from collections.abc import Sequence

from bot.core.asking.answers.looking import elsewhere, held_card, look
from bot.core.asking.answers.parts import (
    echo,
    found_elsewhere,
    from_story,
    page_actions,
    page_note,
    story_note,
    turn_to,
)
from bot.core.asking.answers.refusals import not_understood, partly_said
from bot.core.asking.command import N_, PAGE, STORY, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.stories.names import How
from bot.core.stories.story import Fact, Story
from bot.core.stories.words import content
from bot.core.wording.cards import Action, Block, Card, Paragraph
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.statements import fact_item, facts_about, listed, names_of

_PAGE_SIZE = 6


def _answer_facts(inquiry: Inquiry, story: Story) -> Answer:
    """Show all facts, or those that the question names."""
    if not inquiry.text:
        return _facts_card(inquiry, story, inquiry.language.gettext("The facts"), story.facts)
    if meant := _about(inquiry, story):
        return _facts_card(inquiry, story, *meant)
    lead = inquiry.language.line("No fact of the story has “{words}”. This has it:", words=echo(inquiry.text))
    return held_card(inquiry, story, lead) or _nothing(inquiry, story)


def _facts_card(inquiry: Inquiry, story: Story, title: str, facts: Sequence[Fact]) -> Card:
    say = inquiry.language
    page = turn_to(facts, inquiry.page, _PAGE_SIZE)
    items: tuple[Block, ...] = tuple(fact_item(inquiry.voice, story, fact) for fact in page.items)
    if not facts:
        items = (Paragraph(say.line("No fact of the story stands under this topic.")),)
    more = page_actions(say, page, "facts", story, inquiry.text)
    return Card(
        title,
        (*items, *page_note(say, page), story_note(inquiry, story)),
        actions=(*more, Action(say.gettext("Sources"), ask("sources", story))),
        choices=() if inquiry.text and facts else _topics(story),
    )


def _about(inquiry: Inquiry, story: Story) -> tuple[str, Sequence[Fact]] | None:
    """Find the facts of a topic or an entity, whichever has the name; those that hold the words; those of a like name.

    A topic that has no facts is found without any. A like name gives way to the very name in another story.
    """
    say, index = inquiry.language, inquiry.library.index(story)
    topic, entity = index.topics.find(inquiry.text), index.entities.find(inquiry.text)
    found = [each for each in (topic, entity) if each]
    surest = min(found, key=lambda each: each.how, default=None)
    with_words = look(inquiry, story).facts
    if with_words and (surest is None or surest.how is How.MISSPELT):
        return _title(say, echo(inquiry.text)), with_words
    if surest and surest.how is How.MISSPELT and found_elsewhere(inquiry, story, "facts"):
        return None
    if topic and topic is surest:
        return _title(say, listed(say, _topic_names(story, topic.targets))), _with_topics(story, topic.targets)
    if entity and (facts := facts_about(story, entity.targets)):
        return _title(say, listed(say, names_of(story, entity.targets))), facts
    return (_title(say, echo(inquiry.text)), with_words) if with_words else None


def _title(say: Language, subject: str) -> str:
    return say.gettext("The facts: {subject}").format(subject=subject)


def _topic_names(story: Story, topic_ids: Sequence[str]) -> list[str]:
    return [topic.name for topic in story.topics if topic.id in topic_ids]


def _with_topics(story: Story, topic_ids: Sequence[str]) -> list[Fact]:
    return [fact for fact in story.facts if set(fact.topics) & set(topic_ids)]


def _nothing(inquiry: Inquiry, story: Story) -> Answer:
    if not content(inquiry.text):
        return not_understood(inquiry, story)
    say = inquiry.language
    named = found_elsewhere(inquiry, story, "facts")
    others = None if named else elsewhere(inquiry, story, "facts", _answer_facts) or partly_said(inquiry, story)
    if others:
        return others
    words = echo(inquiry.text)
    if named:
        text = say.line("The story states nothing about “{words}”. Other stories name it:", words=words)
    elif story.topics:
        text = say.line("The story states nothing about “{words}”. These are its topics:", words=words)
    else:
        text = say.line("The story states nothing about “{words}”.", words=words)
    return Card(
        say.gettext("Nothing about that"),
        (Paragraph(text), story_note(inquiry, story)),
        choices=named or _topics(story),
    )


def _topics(story: Story) -> tuple[Action, ...]:
    return tuple(Action(topic.name, ask("facts", story, topic.id)) for topic in story.topics)


FACTS = Command(
    "facts",
    N_("The facts, or those about one topic"),
    from_story(_answer_facts),
    nothing,
    (STORY, Parameter("topic", N_("A topic or a name"), Suggest.TOPICS), PAGE),
)
