"""Brings the names of an article together that mean one: Novak is Petra Novak, Putina is Putin, the EU is a union."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.newsroom.drafting.capitals import Candidate
from bot.newsroom.drafting.clauses import is_word
from bot.newsroom.drafting.date_words import Token
from bot.newsroom.drafting.forms import is_inflected, same_word
from bot.newsroom.drafting.naming_words import KINDS, is_function, is_head, names_a_person
from bot.newsroom.drafting.places.gazetteer import Known, place_of
from bot.newsroom.drafting.roles import Role, role_of

MOST = 80
"""Entities of an article; a list of a thousand names is no cast."""
_MOST_FORMS = 20
_BEHIND = 7  # words
_ACRONYM = 6


@dataclass(slots=True, eq=False)
class Group:
    """All mentions of one."""

    members: list[Candidate]
    language: str
    keys: dict[tuple[str, ...], Candidate] = field(default_factory=dict)
    """Each of its forms, with a mention of it."""
    votes: Counter[str] = field(default_factory=Counter)
    roles: list[tuple[Candidate, Role]] = field(default_factory=list)
    place: Known | None = None
    namesakes: list["Group"] = field(default_factory=list)
    """People of the same surname."""

    @property
    def key(self) -> tuple[str, ...]:
        """The words of its fullest name."""
        return max(self.keys, key=len)

    @property
    def type(self) -> str:
        """What most tells for: person, organisation, place or thing."""
        best = max(KINDS, key=lambda kind: self.votes[kind])
        return best if self.votes[best] > 0 else "thing"

    def add(self, candidate: Candidate) -> None:
        """Take a mention in, with what its surroundings tell."""
        self.members.append(candidate)
        if len(self.keys) < _MOST_FORMS:
            self.keys.setdefault(candidate.key, candidate)
        self.votes.update(
            dict(_votes(candidate, is_place=self.place is not None, inflected=is_inflected(self.language)))
        )
        role = None if candidate.is_owner else role_of(candidate, is_inflected=is_inflected(self.language))
        if role and self.place is not None and not (role.head is None or role.head["place"]):
            role = None  # “the hospital of Split” says nothing of Split
        if role:
            self.roles.append((candidate, role))
            if role.head is not None:
                is_name = len(candidate.key) > 1 and not any(map(is_head, candidate.tokens))
                for kind in KINDS:
                    weight = 2 if is_name and kind == "organisation" else 4  # a broadcaster may be a person
                    self.votes[kind] += weight if role.head[kind] else 0
                self.votes["person"] += 4 if role.head["title"] or names_a_person(role.head) else 0


def grouped(candidates: Sequence[Candidate], language: str) -> list[Group]:
    """Return the candidates by whom they mean, in the order of the text; those that name nothing are left out."""
    groups: list[Group] = []
    singles: list[Candidate] = []
    for candidate in candidates:
        if len(candidate.key) > 1:
            _take_in(candidate, groups, language)
        elif candidate.key:
            singles.append(candidate)
    elsewhere = [each for each in singles if not each.begins]
    for candidate in elsewhere:
        _take_in(candidate, groups, language)
    for candidate in singles:
        if candidate.begins and not _joined(candidate, groups) and _is_known(candidate, language):
            _take_in(candidate, groups, language)
    for group in groups:
        group.members.sort(key=lambda each: (each.paragraph.number, each.first))
    groups.sort(key=lambda each: (each.members[0].paragraph.number, each.members[0].first))
    _note_namesakes(groups)
    return groups


def _is_known(candidate: Candidate, language: str) -> bool:
    """True if one word at the beginning of a sentence is a name though nothing else tells so."""
    behind = candidate.behind
    text = candidate.tokens[0].text
    if behind is not None and behind["says"] and not is_head(candidate.tokens[0]) and not is_inflected(language):
        return not candidate.tokens[0].word.endswith("s")
    if is_head(candidate.tokens[0]):
        return False
    goes_on = behind is not None and behind.text.islower() and not is_function(behind) and not behind["says"]
    return len(text) > 3 and not goes_on and place_of(text, language) is not None


def _take_in(candidate: Candidate, groups: list[Group], language: str) -> None:
    if _joined(candidate, groups) or len(groups) >= MOST:
        return
    group = Group([], language)
    _place(group, candidate, language)
    group.add(candidate)
    groups.append(group)


def _place(group: Group, candidate: Candidate, language: str) -> None:
    words = " ".join(word.text for word in candidate.tokens if is_word(word))
    group.place = place_of(words, language)
    if group.place:
        group.votes["place"] += 2 if len(candidate.key) == 1 else 4


def _joined(candidate: Candidate, groups: Sequence[Group]) -> bool:
    """Take a mention into the group that it belongs to, the one mentioned last of several; False if there is none."""
    fitting = [group for group in groups if _fits(candidate, group)]
    if not fitting:
        return False
    best = min(fitting, key=lambda group: _distance(candidate, group))
    best.add(candidate)
    return True


def _distance(candidate: Candidate, group: Group) -> tuple[int, int]:
    """Return how far a group is: whoever has the whole name first, then whoever was named last before the mention."""
    here = (candidate.paragraph.number, candidate.first)
    if len(candidate.key) == 1 and group.type == "person":  # a surname alone is that of whom the article is about
        first = min(
            (each.paragraph.number, each.first)
            for each in group.keys.values()
            if len(each.key) > 1 or each is group.members[0]
        )
        return (1, first[0] * 100_000 + first[1])
    is_exact = len(candidate.key) > 1 and candidate.key in group.keys
    before = ((each.paragraph.number, each.first) for each in reversed(group.members))
    last = next((place for place in before if place <= here), None)
    if last is None:
        return (0 if is_exact else 2, 0)
    return (0 if is_exact else 1, -(last[0] * 100_000 + last[1]))


def _fits(candidate: Candidate, group: Group) -> bool:
    if _abbreviates(candidate, group.members[-1]):
        return True
    return any(_same(candidate.key, candidate, each, group) for each in group.keys.values())


def _abbreviates(candidate: Candidate, named: Candidate) -> bool:
    """True of capitals in brackets right behind a name that begins with the same letter: (EBRD)."""
    before = candidate.before
    if before is None or before.text != "(" or not candidate.tokens[0].text.isupper() or len(candidate.key) != 1:
        return False
    is_near = candidate.paragraph is named.paragraph and 0 < candidate.first - named.last <= _BEHIND
    return is_near and named.key[0][:1] == candidate.key[0][:1]


def _same(key: Sequence[str], candidate: Candidate, other: Candidate, group: Group) -> bool:
    known, language = other.key, group.language
    if candidate.is_quoted != other.is_quoted and group.type == "person":
        return False  # a brand that bears somebody's name
    if len(key) == len(known):
        return all(_alike(one, two, language) for one, two in zip(key, known, strict=True))
    if _is_acronym(candidate, other) or _is_acronym(other, candidate):
        return True
    short, long = (key, known) if len(key) < len(known) else (known, key)
    if len(short) == 1:
        return _one_of(short[0], long, candidate if len(key) == 1 else other, group)
    if group.type == "person":
        return _alike(short[0], long[0], language) and _alike(short[-1], long[-1], language)
    return all(_alike(one, two, language) for one, two in zip(short, long[-len(short) :], strict=True)) or all(
        _alike(one, two, language) for one, two in zip(short, long, strict=False)
    )


def _alike(one: str, other: str, language: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]  # an initial
    return same_word(one, other, language)


def _one_of(word: str, long: Sequence[str], single: Candidate, group: Group) -> bool:
    """True if one word stands for a name of several: a surname, a brand; no general word of it, and no place."""
    language = group.language
    if group.type == "person":
        return _alike(word, long[-1], language) or (len(long) == 2 and _alike(word, long[0], language))
    token = single.tokens[0]
    if not _comes_later(single, group):
        return False  # the whole name comes first
    if place_of(token.text, language) is not None:
        return False
    if is_head(token):
        return _alike(word, long[0], language) and token.is_capital  # “Ministarstvo” after its whole name
    if token["nationality"]:
        return False
    return _alike(word, long[0], language) or _alike(word, long[-1], language)


def _comes_later(single: Candidate, group: Group) -> bool:
    first = min((each.paragraph.number, each.first) for each in group.keys.values())
    return (single.paragraph.number, single.first) >= first


def _is_acronym(short: Candidate, long: Candidate) -> bool:
    """True of EU and European Union."""
    if len(short.key) != 1 or not 2 <= len(short.key[0]) <= _ACRONYM or not short.tokens[0].text.isupper():
        return False
    initials = "".join(word.text[0].casefold() for word in long.tokens if word.text[:1].isalpha())
    capitals = "".join(word.text[0].casefold() for word in long.tokens if word.is_capital)
    text = short.tokens[0].text.casefold()
    return text in (initials, capitals)


def _votes(candidate: Candidate, *, is_place: bool, inflected: bool) -> Iterator[tuple[str, int]]:
    """Yield what a mention's own words and the words beside it tell about what it is."""
    words = candidate.tokens
    field(default_factory=dict)
    """Each of its forms, with a mention of it."""
    votes: Counter[str] = Counter()
    heads = [word for word in words if is_head(word)]
    has_head = bool(heads)
    votes.update(_of_heads(candidate, heads, inflected=inflected))
    votes["organisation"] += 4 * sum(bool(word["outlet"]) for word in words)
    plain = [word for word in words if is_word(word)]
    office = candidate.before is not None and (candidate.before["person"] or candidate.before["title"])
    if candidate.title or (office and not candidate.is_owner and not is_place and not has_head):
        votes["person"] += 6
    if (
        not has_head
        and not candidate.is_owner
        and 2 <= len(plain) <= 4
        and all(word.is_capital for word in (plain[0], plain[-1]))
    ):
        votes["person"] += 1 if candidate.is_quoted else 3
    if len(plain) == 1 and plain[0].text.isupper() and 1 < len(plain[0].text) <= _ACRONYM:
        votes["organisation"] += 2
    votes["organisation"] += 1 if candidate.is_owner else 0
    owned = candidate.paragraph.words[candidate.last : candidate.last + 4]
    if len(owned) > 2 and owned[0].text in "'’" and any(word["kin"] for word in owned):
        votes["person"] += 2
    elif (
        len(owned) > 2 and owned[0].text in "'’" and owned[1].text == "s" and any(word["person"] for word in owned[2:])
    ):
        votes["organisation"] += 3
    if candidate.is_quoted:
        votes["thing"] += 2
        votes["organisation"] += 1
    before, behind = candidate.before, candidate.behind
    if candidate.first == 0 and behind is not None and (plain[-1].text.isupper() or behind.text in "—–("):
        votes["place"] += 4  # a date line
    if behind is not None and (behind["says"] or behind["relative"]):
        votes["person"] += 1
        votes["organisation"] += 1 if behind["says"] else 0
    if before is not None and before.word in _IN and len(plain) == 1:
        votes["place"] += 3
    elif before is not None and before["preposition"] and len(plain) == 1:
        votes["place"] += 1
    yield from votes.items()


def _of_heads(candidate: Candidate, heads: Sequence[Token], *, inflected: bool) -> Counter[str]:
    """Return what the nouns of a name tell: the last one most, in “University of Leiden” the first."""
    votes: Counter[str] = Counter()
    is_headed = "of" in candidate.key
    main = heads[0 if is_headed else -1] if heads else None
    for word in heads:
        tells = word is main and (inflected or is_headed or word is candidate.tokens[-1])
        for kind in ("organisation", "place", "thing"):
            votes[kind] += (5 if tells else 1) if word[kind] else 0
    return votes


_IN = frozenset(("in", "at", "near", "from", "u", "iz", "kod", "в", "во", "из"))


def _note_namesakes(groups: Sequence[Group]) -> None:
    people = [group for group in groups if group.type == "person" and len(group.key) > 1]
    by_surname: dict[str, list[Group]] = {}
    for group in people:
        by_surname.setdefault(group.key[-1], []).append(group)
    for group in people:
        group.namesakes = [each for each in by_surname[group.key[-1]] if each is not group]
