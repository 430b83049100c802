"""/facts: the story's statements, in pages, or those about one topic."""

from collections.abc import Sequence

from bot.core.asking.answers.parts import (
    echo,
    found_elsewhere,
    from_story,
    page_actions,
    page_note,
    story_note,
    turn_to,
)
from bot.core.asking.command import N_, PAGE, STORY, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.spelling import normalise
from bot.core.stories.story import Fact, Story
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.statements import fact_item, facts_about, listed

_PAGE_SIZE = 6


def _answer_facts(inquiry: Inquiry, story: Story) -> Card:
    """Show all facts, or those that the question names."""
    if not inquiry.text:
        return _facts_card(inquiry, story, inquiry.language.gettext("The facts"), story.facts)
    title, facts = _about(inquiry, story)
    return _facts_card(inquiry, story, title, facts) if facts else _nothing(inquiry, story)


def _facts_card(inquiry: Inquiry, story: Story, title: str, facts: Sequence[Fact]) -> Card:
    say = inquiry.language
    page = turn_to(facts, inquiry.page, _PAGE_SIZE)
    items = tuple(fact_item(say, story, fact) for fact in page.items)
    more = page_actions(say, page, "facts", story, inquiry.text)
    return Card(
        title,
        (*items, *page_note(say, page), story_note(inquiry, story)),
        actions=(*more, Action(say.gettext("Sources"), ask("sources", story))),
        choices=() if inquiry.text else _topics(story),
    )


def _about(inquiry: Inquiry, story: Story) -> tuple[str, Sequence[Fact]]:
    """Find the statements of a topic or an entity, whichever the words match better; else those that hold the words."""
    say, index = inquiry.language, inquiry.library.index(story)
    topic, entity = index.topics.find(inquiry.text), index.entities.find(inquiry.text)
    if topic and (entity is None or topic.how <= entity.how):
        return _title(say, listed(say, _topic_names(story, topic.targets))), _with_topics(story, topic.targets)
    if entity:
        names = [story.entity(target).name for target in entity.targets]
        return _title(say, listed(say, names)), facts_about(story, entity.targets)
    return _title(say, echo(inquiry.text)), _with_words(story, normalise(inquiry.text).split())


def _title(say: Language, subject: str) -> str:
    return say.gettext("The facts: {subject}").format(subject=subject)


def _topic_names(story: Story, topic_ids: Sequence[str]) -> list[str]:
    return [topic.name for topic in story.topics if topic.id in topic_ids]


def _with_topics(story: Story, topic_ids: Sequence[str]) -> list[Fact]:
    return [fact for fact in story.facts if set(fact.topics) & set(topic_ids)]


def _with_words(story: Story, words: Sequence[str]) -> list[Fact]:
    if not words:
        return []
    return [fact for fact in story.facts if set(words) <= set(normalise(fact.text, limit=None).split())]


def _nothing(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    elsewhere = found_elsewhere(inquiry, story, "facts")
    text = (
        say.line("The story states nothing about “{words}”. Other stories name it:", words=echo(inquiry.text))
        if elsewhere
        else say.line("The story states nothing about “{words}”. These are its topics:", words=echo(inquiry.text))
    )
    return Card(
        say.gettext("Nothing about that"),
        (Paragraph(text), story_note(inquiry, story)),
        choices=elsewhere or _topics(story),
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
