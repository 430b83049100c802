"""Takes English inflection off words, so that those of one word meet: elections and election, planned and plan.

A stem is a key to compare, not a word. `stem` expects a word as `normalise` leaves it; words of other languages keep
what does not look like an English ending.
"""

from functools import lru_cache

_KEPT = 20_000
_VOWELS = frozenset("aeiouy")
_SHORTEST = 3
_SHORTEST_ACTION = 5
# Words whose forms share no stem: only those that news often uses.
_IRREGULAR = {
    form: base
    for base, forms in {
        "age": "aged aging ageing",
        "bear": "bore borne",
        "beat": "beaten",
        "become": "became",
        "begin": "began begun",
        "bind": "bound",
        "bite": "bit bitten",
        "blow": "blew blown",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "child": "children",
        "choose": "chose chosen",
        "cling": "clung",
        "come": "came",
        "creep": "crept",
        "deal": "dealt",
        "die": "dying",
        "dig": "dug",
        "draw": "drew drawn",
        "drink": "drank drunk",
        "drive": "drove driven",
        "eat": "ate eaten",
        "fall": "fell fallen",
        "feed": "fed",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "foot": "feet",
        "forbid": "forbade forbidden",
        "forget": "forgot forgotten",
        "freeze": "froze frozen",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "half": "halves",
        "hang": "hung",
        "hear": "heard",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "knife": "knives",
        "know": "knew known",
        "lay": "laid",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "lie": "lying",
        "light": "lit",
        "lose": "lost",
        "make": "made",
        "man": "men",
        "mean": "meant",
        "meet": "met",
        "mistake": "mistook mistaken",
        "news": "news",
        "overthrow": "overthrew overthrown",
        "pay": "paid",
        "person": "people",
        "prove": "proven",
        "ride": "rode ridden",
        "ring": "rang rung",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shake": "shook shaken",
        "shelf": "shelves",
        "shine": "shone",
        "shoot": "shot",
        "show": "shown",
        "shrink": "shrank shrunk",
        "sing": "sang sung",
        "sink": "sank sunk",
        "sit": "sat",
        "sleep": "slept",
        "slide": "slid",
        "speak": "spoke spoken",
        "spend": "spent",
        "spin": "spun",
        "spring": "sprang sprung",
        "stand": "stood",
        "steal": "stole stolen",
        "stick": "stuck",
        "strike": "struck",
        "swear": "swore sworn",
        "sweep": "swept",
        "swim": "swam swum",
        "swing": "swung",
        "take": "took taken",
        "teach": "taught",
        "tear": "tore torn",
        "tell": "told",
        "thief": "thieves",
        "think": "thought",
        "throw": "threw thrown",
        "tie": "tying",
        "understand": "understood",
        "use": "used using",
        "wake": "woke woken",
        "wear": "wore worn",
        "weep": "wept",
        "wife": "wives",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """Return the stem of an English word: that of its base form, without a silent ending."""
    base = _IRREGULAR.get(word, word)
    if base == "news" or not base.isalpha():
        return base
    return _without_silent(_without_action(_without_ed_or_ing(_without_s(base))))


def _without_s(word: str) -> str:
    if len(word) <= _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word.removesuffix("s")


def _without_ed_or_ing(word: str) -> str:
    if word.endswith("eed"):
        return word.removesuffix("d") if len(word) > _SHORTEST_ACTION - 1 else word
    if word.endswith("ied"):
        return word.removesuffix("d")
    for ending, shortest in (("ed", _SHORTEST), ("ing", _SHORTEST - 1)):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= shortest and _VOWELS & set(rest):
            return _without_double(rest)
    return word


def _without_double(rest: str) -> str:
    """Take off the letter that the ending doubled: plann -> plan, but pass stays."""
    return rest[:-1] if len(rest) > _SHORTEST and rest[-1] == rest[-2] and rest[-1] not in "szaeiou" else rest


def _without_action(word: str) -> str:
    """Let the name of an action meet its verb: election -> elect."""
    rest = word.removesuffix("ion")
    return rest if rest != word and len(rest) >= _SHORTEST_ACTION and rest[-1] in "st" else word


def _without_silent(word: str) -> str:
    """Take off a silent e; y and i are one, as are one l and two: traveled, travelled."""
    if len(word) < _SHORTEST:
        return word
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    word = word[:-1] + "i" if word.endswith("y") else word
    return word[:-1] if word.endswith("ll") else word
