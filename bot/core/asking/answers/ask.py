"""/ask, and every plain line: a name, a question, a few words, a greeting."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from bot.core.asking.answers.about import first_steps, help_action, how_to_ask
from bot.core.asking.answers.facts import FACTS
from bot.core.asking.answers.looking import elsewhere, held_card, look
from bot.core.asking.answers.parts import without_story
from bot.core.asking.answers.questions import answer_question
from bot.core.asking.answers.refusals import not_said, not_understood
from bot.core.asking.answers.summary import SUMMARY
from bot.core.asking.answers.when import WHEN
from bot.core.asking.answers.who import WHO
from bot.core.asking.command import N_, STORY, AnyCommand, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, Inquiry, Unanswered
from bot.core.asking.questions.reading import LONGEST, asked_about, continues, is_question, leans
from bot.core.stories.names import Found, How
from bot.core.stories.spelling import normalise
from bot.core.stories.story import Story
from bot.core.stories.words import spellings, typed_words, without_symbols
from bot.core.wording.cards import Card, Paragraph

_HELLO = """
    hi; hi there; hello; hello there; hey; hey there; hiya; howdy; yo; greetings; good morning; good afternoon;
    good evening; good day; morning; evening; hi bot; hello bot; hey bot; hallo; guten tag; guten morgen; servus; moin;
    bok; bog; zdravo; cao; ćao; čao; hej; pozdrav; dobar dan; dobro jutro; dobro vece; dobro veče; dobra večer; selam;
    merhaba; ciao; salut; bonjour; hola; привет; приветствую; здравствуйте; здравствуй; добрый день; доброе утро;
    добрый вечер; здраво; ћао; добар дан; добро јутро; добро вече; вітаю; привіт; добрий день
"""
_THANKS = """
    thanks; thank you; thank you very much; thank you so much; thanks a lot; many thanks; thx; ty; cheers; great thanks;
    ok thanks; okay thanks; danke; danke schön; vielen dank; hvala; hvala lijepa; hvala lepo; hvala puno; hvala vam;
    fala; хвала; хвала лепо; хвала пуно; спасибо; спасибо большое; большое спасибо; благодарю; дякую; merci; gracias;
    grazie; teşekkürler; sağ ol
"""
_GREETINGS = frozenset(map(normalise, _HELLO.split(";")))
_THANKED = frozenset(map(normalise, _THANKS.split(";")))
_POLITE = frozenset(["hello", "hey", "hi", "thank", "thanks"])  # before or after a question


def _answer(inquiry: Inquiry, _: None) -> Answer:
    """Answer from the story that the line names; a word before a slash that names none is a word: “his/her”."""
    library, slug = inquiry.library, inquiry.slug
    if slug and library.story(slug) is None and slug not in library.retracted:
        story = inquiry.chosen or library.newest
        inquiry = replace(inquiry, story=story, slug=None, text=f"{slug}/{inquiry.text}")
    return _answer_ask(inquiry, inquiry.story) if inquiry.story else without_story(inquiry)


def _answer_ask(inquiry: Inquiry, story: Story) -> Answer:
    """Lead to what the line means: the card of the one thing that it names, or a card of all that holds its words."""
    if not inquiry.text or _is_only_politeness(inquiry):
        return _greeting(inquiry, story)
    here, anywhere = partial(_names_here, story), _names_elsewhere
    asked = _content(inquiry)
    again = inquiry.before is not None and continues(inquiry.text)
    named = _by_name([inquiry], here) if (asked or _is_name(inquiry)) and not again else None
    if answer := named or _by_slug(inquiry) or _topic(inquiry, story) or _asked(inquiry, story):
        return answer
    line = replace(inquiry, text=" ".join(asked))
    lines = [inquiry, line] if asked and line.text != inquiry.text else [inquiry]
    return (
        (_by_name(lines, here) if asked else not_understood(inquiry, story))
        or _held(line, story)
        or _by_name(lines, anywhere)
        or _by_name(lines, here, misspelt=True)
        or elsewhere(line, story, "ask", _answer_ask)
        or _by_name(lines, anywhere, misspelt=True)
        or Unanswered(not_said(line, story), inquiry.text, story.slug)
    )


def _topic(inquiry: Inquiry, story: Story) -> Answer | None:
    """Show the facts about a topic if the line asks for all about it, by its whole name."""
    name = asked_about(inquiry.text)
    found = inquiry.library.index(story).topics.find(name, misspelt=False) if name else None
    if found is None or found.how is not How.WHOLE:
        return None
    return FACTS.answer(_about(inquiry, story, found.targets[0]), None)


def _asked(inquiry: Inquiry, story: Story) -> Answer | None:
    """Answer a question; several words without one are answered where a statement has them all but surely."""
    follows = inquiry.before is not None and (leans(inquiry.text) or continues(inquiry.text))
    asks = follows or is_question(inquiry.text) or len(_content(inquiry)) > 1
    return answer_question(inquiry, story) if asks else None


def _content(inquiry: Inquiry) -> list[str]:
    """Return the words of the line that may be looked for, as they were typed."""
    content = set(spellings(inquiry.text)) - _POLITE
    return [word for word in typed_words(inquiry.text) if content & set(spellings(word))]


_Named = Iterable[tuple[AnyCommand, Found[Any] | None]]
"""The commands with what they know by a name: that of the entities before those of the events and topics."""


def _names_here(story: Story, inquiry: Inquiry) -> _Named:
    name, index = inquiry.text, inquiry.library.index(story)
    return (WHO, index.entities.find(name)), (WHEN, index.events.find(name)), (FACTS, index.topics.find(name))


def _names_elsewhere(inquiry: Inquiry) -> _Named:
    if inquiry.scoped:
        return ()
    name, library = inquiry.text, inquiry.library
    return (WHO, library.find(name)), (WHEN, library.find_events(name)), (FACTS, library.find_topics(name))


def _by_name(lines: Iterable[Inquiry], named: Callable[[Inquiry], _Named], *, misspelt: bool = False) -> Answer | None:
    """Ask the command that knows the name best; that of a like name only if asked to."""
    for line in lines:
        fits = [(command, found.how) for command, found in named(line) if found]
        fits = [fit for fit in fits if (fit[1] is How.MISSPELT) == misspelt]
        if fits:
            return min(fits, key=lambda fit: fit[1])[0].answer(line, None)
    return None


def _by_slug(inquiry: Inquiry) -> Answer | None:
    """Answer with the summary of the story that is called by its slug, or that the newsroom retracted it."""
    library, slug = inquiry.library, inquiry.text.strip("/").lower()
    if inquiry.scoped or not (library.story(slug) or slug in library.retracted):
        return None
    return SUMMARY.answer(replace(inquiry, story=library.story(slug), slug=slug, text=""), None)


def _held(inquiry: Inquiry, story: Story) -> Answer | None:
    """Answer about the one thing that holds the words, if nothing else does, or several words tell it apart."""
    held = look(inquiry, story)
    several = len(spellings(inquiry.text)) > 1
    alone = held.things + held.statements == 1
    if len(held.entities) == 1 and (several or alone):
        return WHO.answer(_about(inquiry, story, held.entities[0].id), None)
    if held.events and alone:
        return WHEN.answer(_about(inquiry, story, held.events[0].id), None)
    if held.topics and alone:
        return FACTS.answer(_about(inquiry, story, held.topics[0].id), None)
    return held_card(inquiry, story, held=held)


def _about(inquiry: Inquiry, story: Story, part: str) -> Inquiry:
    return replace(inquiry, story=story, slug=story.slug, text=part)


def _is_only_politeness(inquiry: Inquiry) -> bool:
    """True if the line greets or thanks, and is no name."""
    return _plainly(inquiry) in _GREETINGS | _THANKED and not _is_name(inquiry)


def _is_name(inquiry: Inquiry) -> bool:
    """True if the line is the whole name of somebody or something."""
    found = inquiry.library.find(inquiry.text)
    return found is not None and found.how is How.WHOLE


def _plainly(inquiry: Inquiry) -> str:
    return normalise(without_symbols(inquiry.text))


def _greeting(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    title = say.gettext("You are welcome") if _plainly(inquiry) in _THANKED else say.gettext("Hello")
    return Card(
        title,
        (Paragraph(say.line("This chat reads: {headline}", headline=story.headline)), how_to_ask(say, story)),
        actions=first_steps(say) + help_action(say),
    )


ASK = Command(
    "ask",
    N_("Ask in your own words"),
    _answer,
    nothing,
    (STORY, Parameter("question", N_("A question, a name or a few words"), Suggest.QUESTIONS, longest=LONGEST)),
)
