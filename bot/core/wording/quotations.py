"""Quotations in words: speaker, listener, source."""

from collections.abc import Collection

from bot.core.stories.story import Quotation, Story
from bot.core.wording.cards import Line, Quote
from bot.core.wording.language import Language
from bot.core.wording.statements import Attribution, cite


def quotations_of(story: Story, speakers: Collection[str]) -> list[Quotation]:
    """Return the quotations of these entities."""
    return [quotation for quotation in story.quotations if quotation.said_by in speakers]


def quote_block(say: Language, story: Story, quotation: Quotation) -> Quote:
    """Build a quotation with its speaker, listener, subject, source and date."""
    cited = cite(say, story, quotation.paragraph, Attribution(via=quotation.via, date=quotation.date))
    return Quote(quotation.text, _attribution(say, story, quotation), cited)


def speech(say: Language, story: Story, quotation: Quotation) -> Line:
    """Return a quotation in one line, with its speaker."""
    speaker = story.entity(quotation.said_by).name
    if quotation.to:
        listener = story.entity(quotation.to).name
        return say.line("{speaker} to {listener}: “{words}”", speaker=speaker, listener=listener, words=quotation.text)
    return say.line("{speaker}: “{words}”", speaker=speaker, words=quotation.text)


def speakers(story: Story) -> list[str]:
    """Return the ids of the people whose words the story quotes, in its order."""
    return list(dict.fromkeys(quotation.said_by for quotation in story.quotations))


def _attribution(say: Language, story: Story, quotation: Quotation) -> Line:
    speaker = story.entity(quotation.said_by).name
    if quotation.to:
        listener = story.entity(quotation.to).name
        return say.line("{speaker} to {listener}. {about}", speaker=speaker, listener=listener, about=quotation.about)
    return say.line("{speaker}. {about}", speaker=speaker, about=quotation.about)
