"""/summary: the story in a few sentences."""

from bot.core.asking.answers.parts import from_story, story_note
from bot.core.asking.command import N_, STORY, Command, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Block, Card, Note, Paragraph
from bot.core.wording.events import cite_plan, next_event, plan
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.past import past_summary
from bot.core.wording.sources import source_notes
from bot.core.wording.statements import sentence_block


def _answer_summary(inquiry: Inquiry, story: Story) -> Card:
    """Show headline, summary, next event, credit, source, date and age."""
    say = inquiry.language
    blocks: list[Block] = [sentence_block(inquiry.voice, story, sentence) for sentence in story.summary]
    if past := past_summary(inquiry.voice, story):
        blocks.insert(0, past)
    if event := next_event(story, inquiry.now):
        coming = say.line("Next: {event}, {plan}", event=event.name, plan=plan(inquiry.voice, event))
        blocks.append(Paragraph(coming, *cite_plan(say, story, event)))
    blocks += source_notes(say, story)
    if story.date_note:
        blocks.append(Note((story.date_note,)))
    blocks.append(story_note(inquiry, story))
    return Card(story.headline, tuple(blocks), actions=_rest(inquiry, story))


def _rest(inquiry: Inquiry, story: Story) -> tuple[Action, ...]:
    say = inquiry.language
    rest = story_actions(say, story)
    if len(inquiry.library.stories) > 1:
        if story is not inquiry.chosen:
            rest += (Action(say.gettext("Read this one here"), ask("story", text=story.slug)),)
        rest += (Action(say.gettext("Other stories"), ask("stories")),)
    return rest


def story_actions(say: Language, story: Story) -> tuple[Action, ...]:
    """Return buttons to everything that a story holds."""
    actions = [Action(say.gettext("Facts"), ask("facts", story)), Action(say.gettext("Who is who"), ask("who", story))]
    if story.events:
        actions.append(Action(say.gettext("Dates"), ask("when", story)))
    actions.append(Action(say.gettext("Timeline"), ask("timeline", story)))
    if story.quotations:
        actions.append(Action(say.gettext("Quotations"), ask("quotes", story)))
    actions.append(Action(say.gettext("Sources"), ask("sources", story)))
    return tuple(actions)


SUMMARY = Command("summary", N_("The story in a few sentences"), from_story(_answer_summary), nothing, (STORY,))
