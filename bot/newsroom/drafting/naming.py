"""Finds whom and what an article names, and whom its other words point to: “she”, “the mayor”."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.stories.fields import ID_LENGTH
from bot.core.stories.spelling import normalise
from bot.newsroom.drafting.article import Article, Doubt, Found, Mention
from bot.newsroom.drafting.capitals import Candidate, candidates_of
from bot.newsroom.drafting.merging import Group, grouped
from bot.newsroom.drafting.nominative import name_of
from bot.newsroom.drafting.pointing import Pointing
from bot.newsroom.drafting.quoting import attributions_of
from bot.newsroom.drafting.roles import Role

_LONGEST_BYLINE = 8  # words


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything that an article names."""

    found: Sequence[Found]
    pointing: Pointing

    def whom(self, mention: Mention) -> Found | None:
        """Return whom a name, an epithet or a pronoun means at its place."""
        return self.pointing.whom(mention)


def cast_of(article: Article) -> Cast:
    """Return everybody and everything that an article names, in the order of the text."""
    spoken = {each.content for each in attributions_of(article) if each.quoted}
    candidates = [each for each in candidates_of(article, spoken) if not _is_byline(article, each)]
    groups = grouped(candidates, article.language)
    taken: set[str] = set()
    names = {id(group): name_of(group, article.language) for group in groups}
    found = [_found(group, names, taken) for group in groups]
    return Cast(found, Pointing(article, found, sorted(spoken)))


def _is_byline(article: Article, candidate: Candidate) -> bool:
    """True of whoever wrote the article, in the line that tells so."""
    line = candidate.paragraph.text
    byline = article.source.byline
    return byline is not None and byline in line and len(line.split()) <= _LONGEST_BYLINE


def _found(group: Group, names: Mapping[int, str], taken: set[str]) -> Found:
    name = names[id(group)]
    mentions = tuple(each.mention for each in group.members)
    forms = dict.fromkeys(each.text for each in mentions)
    forms.pop(name, None)
    best = min(group.roles, key=lambda each: each[1].rank, default=None)
    doubts = []
    if group.namesakes:
        others = " and ".join(names[id(each)] for each in group.namesakes[:3])
        doubts.append(Doubt(f"Not the same as {others}? They share a surname, and are kept apart.", 5))
    is_place = group.type == "place" and group.place is not None
    return Found(
        id=_id_of(name, taken),
        type=group.type,
        name=name,
        role=_role(best[1]) if best else "",
        aliases=tuple(forms),
        mentions=mentions,
        role_paragraph=best[0].paragraph.number if best else None,
        same_as=group.place.same_as if is_place and group.place else (),
        zone=group.place.zone if is_place and group.place else None,
        doubts=tuple(doubts),
    )


def _role(role: Role) -> str:
    return role.text.strip(" ,")


def _id_of(name: str, taken: set[str]) -> str:
    base = normalise(name).replace(" ", "-")[:ID_LENGTH].strip("-") or "name"
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base[: ID_LENGTH - 4]}-{number}"
    taken.add(found)
    return found
