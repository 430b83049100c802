"""Questions that one may ask about a story: the newsroom's own, then those that the story's structure answers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from bot.core.asking.command import N_
from bot.core.stories.event import Event
from bot.core.stories.story import Fact, Story
from bot.core.wording.language import Language

Sample = tuple[str, ...]
"""A question, then the same question with the other names of what it is about."""


def samples(say: Language, story: Story) -> list[Sample]:
    """Return questions about a story, each once: the newsroom's own first."""
    answering: Sequence[Event | Fact] = (*story.events, *story.facts)
    own = ((question,) for statement in answering for question in statement.questions)
    return list({sample[0]: sample for sample in chain(own, _made(say, story))}.values())


def sample(say: Language, story: Story) -> str:
    """Return one question as an example: none of the newsroom's own, as those may need another one before them."""
    about_first = _sample(say, _ABOUT, [story.entities[0].name])
    return next(_made(say, story), about_first)[0]


def _made(say: Language, story: Story) -> Iterator[Sample]:
    """Yield one question of each kind, then the next of each, as a list may show only some."""
    kinds = (_times(say, story), _people(say, story), _speeches(say, story), _topics(say, story), _places(say, story))
    return (sample for turn in zip_longest(*kinds) for sample in turn if sample)


_ABOUT = N_("What does the story say about {name}?")


def _times(say: Language, story: Story) -> Iterator[Sample]:
    return (_sample(say, N_("When is {name}?"), (event.name, *event.aliases)) for event in story.events)


def _places(say: Language, story: Story) -> Iterator[Sample]:
    events = (event for event in story.events if event.place)
    return (_sample(say, N_("Where is {name}?"), (event.name, *event.aliases)) for event in events)


def _people(say: Language, story: Story) -> Iterator[Sample]:
    for entity in story.entities:
        if entity.type == "person":
            template = N_("Who are {name}?") if entity.plural else N_("Who is {name}?")
            yield _sample(say, template, (entity.name, *entity.aliases))


def _speeches(say: Language, story: Story) -> Iterator[Sample]:
    quoted = (quotation.said_by for quotation in story.quotations)
    claimed = (speaker for fact in story.facts for speaker in fact.said_by)
    for speaker in map(story.entity, dict.fromkeys(chain(quoted, claimed))):
        yield _sample(say, N_("What did {name} say?"), (speaker.name, *speaker.aliases))


def _topics(say: Language, story: Story) -> Iterator[Sample]:
    return (_sample(say, _ABOUT, [topic.name]) for topic in story.topics)


def _sample(say: Language, template: str, names: Iterable[str]) -> Sample:
    return tuple(say.gettext(template).format(name=name) for name in names)
