"""/who: a person, organisation, place or thing, and what the story says about it."""

from collections.abc import Iterator, Sequence

from bot.core.asking.answers.looking import elsewhere, held_card, look
from bot.core.asking.answers.parts import (
    MOST_CHOICES,
    choice_in_story,
    echo,
    entity_choice,
    found_elsewhere,
    from_story,
    page_actions,
    page_note,
    story_note,
    turn_to,
)
from bot.core.asking.answers.refusals import no_such_name, not_understood
from bot.core.asking.command import N_, PAGE, STORY, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.stories.anchors import page_path
from bot.core.stories.library import EntityRef
from bot.core.stories.names import How
from bot.core.stories.story import Entity, Story
from bot.core.stories.words import content
from bot.core.wording.cards import Action, Block, Card, Item, Note, Paragraph
from bot.core.wording.changes import marked_role
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.statements import cite, fact_item, facts_about, key_first, quotations_of, quote_block

_PAGE_SIZE = 10
_MOST_FACTS = 5
_MOST_QUOTATIONS = 3


def _answer_who(inquiry: Inquiry, story: Story) -> Answer:
    """Show the entity that the reader meant; a list if the name fits several; similar names if it fits none."""
    if not inquiry.text:
        return _everyone(inquiry, story)
    refs, how = _meant(inquiry, story)
    named_here = any(ref.slug == story.slug for ref in refs) and how is not How.MISSPELT
    if not named_here and (card := _with_words(inquiry, story)):
        return card
    if len(refs) > 1:
        return _which(inquiry, refs)
    if not refs or how is None:
        return _nobody(inquiry, story)
    return _entity_card(inquiry, *inquiry.library.entity(refs[0]), how)


def _meant(inquiry: Inquiry, story: Story) -> tuple[Sequence[EntityRef], How | None]:
    if inquiry.scoped and inquiry.text in story.entity_ids:
        return [EntityRef(story.slug, inquiry.text)], How.WHOLE
    if inquiry.scoped:
        own = inquiry.library.index(story).entities.find(inquiry.text)
        return ([EntityRef(story.slug, target) for target in own.targets], own.how) if own else ((), None)
    found = inquiry.library.find(inquiry.text, inquiry.chosen)
    return (found.targets, found.how) if found else ((), None)


def _with_words(inquiry: Inquiry, story: Story) -> Card | None:
    """Show the one entity whose names or role hold the words, or else all that holds them."""
    held = look(inquiry, story)
    if len(held.entities) == 1 and not found_elsewhere(inquiry, story, "who"):
        return _entity_card(inquiry, story, held.entities[0], How.WHOLE)
    return held_card(inquiry, story, held=held)


def _entity_card(inquiry: Inquiry, story: Story, entity: Entity, how: How) -> Card:
    say = inquiry.language
    facts = facts_about(story, [entity.id])
    quotations = quotations_of(story, [entity.id])
    others = _named_alike(inquiry, story) if how is How.PART and entity.type != "person" else ()
    blocks: list[Block] = [] if others else [*_how_it_was_found(inquiry, entity, how)]
    role = marked_role(inquiry.voice, story, entity)
    blocks.append(Paragraph(role, cite(say, story, entity.paragraph), page_path(story, entity)))
    if entity.id in story.credit.outlets:
        blocks.append(Note((story.credit.text,)))
    blocks += [fact_item(inquiry.voice, story, fact) for fact in key_first(facts)[:_MOST_FACTS]]
    if (more := len(facts) - _MOST_FACTS) > 0:
        blocks.append(Note((say.ngettext("… and {n} more fact", "… and {n} more facts", more),)))
    blocks += [quote_block(say, story, quotation) for quotation in quotations[:_MOST_QUOTATIONS]]
    if (more := len(quotations) - _MOST_QUOTATIONS) > 0:
        blocks.append(Note((say.ngettext("… and {n} more quotation", "… and {n} more quotations", more),)))
    blocks.append(story_note(inquiry, story))
    return Card(
        entity.name,
        tuple(blocks),
        actions=_entity_actions(say, story, entity, len(facts), len(quotations)),
        choices=others,
    )


def _named_alike(inquiry: Inquiry, story: Story) -> tuple[Action, ...]:
    """Return buttons to the events and topics whose names the reader may have meant as well."""
    index = inquiry.library.index(story)
    events, topics = (names.find(inquiry.text, misspelt=False) for names in (index.events, index.topics))
    choices = [
        *(
            Action(each.name, ask("when", story, each.id))
            for each in story.events
            if events and each.id in events.targets
        ),
        *(
            Action(each.name, ask("facts", story, each.id))
            for each in story.topics
            if topics and each.id in topics.targets
        ),
    ]
    return tuple(choices[:MOST_CHOICES])


def _how_it_was_found(inquiry: Inquiry, entity: Entity, how: How) -> Iterator[Note]:
    """Yield notes to show first if the reader's spelling differs from the entity's name."""
    say, typed = inquiry.language, echo(inquiry.text)
    if how is How.MISSPELT:
        yield Note(say.line("The story does not mention “{typed}”; this is the nearest name.", typed=typed))
    elif how is How.PART and entity.type != "person":
        yield Note(say.line("This is the one name in the story with “{typed}” in it.", typed=typed))


def _entity_actions(say: Language, story: Story, entity: Entity, facts: int, quotations: int) -> tuple[Action, ...]:
    actions = []
    if facts > _MOST_FACTS:
        label = say.ngettext("{n} fact", "All {n} facts", facts)
        actions.append(Action(label, ask("facts", story, entity.id)))
    if quotations > _MOST_QUOTATIONS:
        label = say.ngettext("{n} quotation", "All {n} quotations", quotations)
        actions.append(Action(label, ask("quotes", story, entity.id)))
    actions.append(Action(say.gettext("Who is who"), ask("who", story)))
    actions.append(Action(say.gettext("Summary"), ask("summary", story)))
    return tuple(actions)


def _everyone(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    page = turn_to(story.entities, inquiry.page, _PAGE_SIZE)
    items = tuple(
        Item(
            say.line("{name}: {role}", name=entity.name, role=marked_role(inquiry.voice, story, entity)),
            cite(say, story, entity.paragraph),
            page_path(story, entity),
        )
        for entity in page.items
    )
    return Card(
        say.gettext("Who and what the story names"),
        (*items, *page_note(say, page), story_note(inquiry, story)),
        actions=page_actions(say, page, "who", story),
        choices=tuple(entity_choice(story, entity) for entity in page.items),
    )


def _which(inquiry: Inquiry, refs: Sequence[EntityRef]) -> Card:
    say = inquiry.language
    shown = refs[:MOST_CHOICES]
    several_stories = len({ref.slug for ref in refs}) > 1
    blocks: list[Block] = [
        Paragraph(say.line("“{typed}” may mean several things. Which one?", typed=echo(inquiry.text))),
    ]
    if rest := len(refs) - len(shown):
        blocks.append(Note((say.ngettext("And {n} more.", "And {n} more.", rest),)))
    if inquiry.story and not several_stories:
        blocks.append(story_note(inquiry, inquiry.library.entity(refs[0])[0]))
    return Card(
        say.gettext("Which one?"),
        tuple(blocks),
        choices=tuple(_choice(inquiry, ref, several_stories) for ref in shown),
    )


def _choice(inquiry: Inquiry, ref: EntityRef, name_story: bool) -> Action:
    return choice_in_story(inquiry, "who", ref) if name_story else entity_choice(*inquiry.library.entity(ref))


def _nobody(inquiry: Inquiry, story: Story) -> Answer:
    if not content(inquiry.text):
        return not_understood(inquiry, story)
    return elsewhere(inquiry, story, "who", _answer_who) or no_such_name(inquiry, story)


WHO = Command(
    "who",
    N_("Who or what is this?"),
    from_story(_answer_who),
    nothing,
    (STORY, Parameter("name", N_("A person, organisation, place or thing"), Suggest.ENTITIES), PAGE),
)
