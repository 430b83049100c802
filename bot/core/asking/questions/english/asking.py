"""How English asks: spellings, politeness, the questions of a line, and the kind of answer that each asks for."""

import re
from collections.abc import Sequence

from bot.core.asking.questions.english.words import AGENTS, PLACES
from bot.core.asking.questions.wanted import Wanted

_NEGATED = "is are was were do does did has have had will would can could should"
_WHO = {"what": "what", "who": "who", "where": "where", "when": "when", "how": "how", "why": "why"}
_SHORT = {"s": "is", "d": "did", "ll": "will", "re": "are", "ve": "have"}
_SUBJECTS = "he she it they there that i you we"
_SLIPS = {
    "what": "wat waht wht wut hwat whta", "which": "wich whcih witch whihc", "when": "wen whn wehn hwen whne",
    "where": "wher whre wehre hwere wheer", "who": "hwo woh", "why": "wy whi hwy y", "how": "hw hwo",
    "how much": "howmuch", "how many": "howmany", "you": "u", "are": "r", "please": "pls plz",
    "about": "abt", "want to": "wanna", "going to": "gonna", "got to": "gotta", "can not": "cannot",
    "let us": "lets let's", "i am": "im i'm", "i would": "i'd", "happened": "happend", "have": "hav hve",
    "does": "dose deos", "people": "peple poeple ppl", "because": "becuase coz cuz bc", "before": "b4",
}  # fmt: skip


def _spellings() -> dict[str, str]:
    found = {slip: meant for meant, slips in _SLIPS.items() for slip in slips.split()}
    found |= {f"{verb}{end}": f"{verb} not" for verb in _NEGATED.split() for end in ("n't", "nt")}
    found |= {"won't": "will not", "wont": "will not", "can't": "can not", "cant": "can not"}
    for word in (*_WHO, *_SUBJECTS.split()):
        for end, verb in _SHORT.items():
            found[f"{word}'{end}"] = f"{word} {verb}"
    found |= {f"{word}s": f"{word} is" for word in _WHO} | {"theyre": "they are", "theres": "there is"}
    return found | {"hes": "he is", "shes": "she is", "thats": "that is", "he's": "he is", "i'd": "i would"}


SPELT = _spellings()
"""Words and short forms as readers type them, and what they mean."""

POLITE = re.compile(
    r"""(?:
      (?: hi|hello|hey|hiya|good\ (?:morning|evening|afternoon|day)|dear\ bot|bot|ok|okay|so|well|um+|uh+|er+|hmm+|oh
        | thanks(?:\ a\ lot|\ so\ much)?|thank\ you(?:\ very\ much)?|thx
        | wait|and|but|also|btw|by\ the\ way|quick\ question|one\ question|sorry|excuse\ me|please|just|actually
        | honestly|seriously|basically )\b(?:\ (?:there|bot|all)\b)?
    | (?:can|could|would|will)\ (?:you|somebody|someone|anyone|anybody)\ (?:please\ |kindly\ |possibly\ |maybe\ )*
      (?:tell|explain|say|inform|remind|help|show|give|let|clarify|describe|find\ out|look\ up)
      (?:\ (?:to\ )?(?:me|us))?(?:\ (?:know|understand|again|out))*
    | (?:tell|remind|inform|explain\ to|explain|show)\ (?:me|us)(?:\ again)?
      (?!\ (?:more|something|a|some|all|everything|about)\b)
    | (?:do|does)\ (?:you|we|anyone|anybody|somebody|someone)\ (?:happen\ to\ )?(?:know|remember)
    | (?:does|is|has)\ (?:the\ )?(?:article|story|report)\ (?:say|tell|mention|explain|clear)
      (?:\ (?:anything|something))?(?:\ (?:about|on))?
    | i\ (?:would\ (?:really\ )?(?:like|love)\ to|want\ to|need\ to|wish\ to|am\ trying\ to)
      \ (?:know|understand|learn|find\ out|ask)
    | i\ (?:was|am|have\ been)\ (?:just\ )?(?:wondering|curious|interested|asking|not\ sure)(?:\ to\ know)?
    | i\ (?:wonder|do\ not\ (?:know|understand|get)|forgot|have\ a\ question|am\ curious)
    | (?:any|have\ you\ got\ any|do\ you\ have\ (?:any|an))\ (?:idea|clue|info|information)
    | is\ it\ (?:known|clear|possible\ to\ say)
    | (?:my|the|one|a)\ question\ (?:is|would\ be)
    | what\ i\ (?:want|would\ like)\ to\ know\ is
    )\s*[,:;.!?–—-]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand before a question."""

POLITE_END = re.compile(
    r"""[\s,;.!?–—-]*\b(?:
      please|pls|plz|thanks(?:\ a\ lot|\ so\ much)?|thank\ you(?:\ very\ much)?|thx|cheers|ty|mate|bro|dude|then|again
    | by\ the\ way|btw|exactly|actually|anyway|if\ i\ may\ ask|do\ you\ know|any\ ideas?
    | according\ to\ (?:the|this)\ (?:article|story|report)
    )[\s,;.!?–—-]*$""",
    re.VERBOSE | re.IGNORECASE,
)

_FIRST = r"""(?:
    when|where|who|whom|whose|what|which|why|how|(?:since|until|till|from)\ when|(?:at|in|on)\ what|(?:in|on)\ which
    | for\ how|(?:by|to|from|with)\ whom|is|are|was|were|did|does|do|has|have|will|can|could )"""
NEXT_QUESTION = re.compile(
    rf"(?:[,;]?\s+(?:and|plus|also|&)\s+(?:also\s+)?|[?;]\s*(?:and\s+)?|,\s*)(?={_FIRST}\b)", re.VERBOSE | re.IGNORECASE
)
"""What stands between two questions."""

_SOME = r"(?:(?:some|a\ bit|a\ little|something|anything|more|all|everything|the)\ )"
_NEWS = r"(?:background|info|information|details?|facts|news|overview|updates?)"
ABOUT = re.compile(
    rf"""^(?:
      {_SOME}+(?:about|on)\s
    | (?:tell|give|show)\ (?:me|us)\ {_SOME}*(?:{_NEWS}\ )?(?:about|on|of|regarding)?\ ?
    | (?:any\ |got\ any\ |{_SOME})?{_NEWS}(?:\ (?:about|on|regarding))?\s
    | (?:what|how)\ about\s
    | what\ (?:is|was|are)\ (?:the\ )?(?:deal|matter|story|thing|issue|situation|news)(?:\ is)?\ (?:with|about|on)\s
    | what\ (?:do|can)\ (?:you|we)\ (?:know|tell\ me|say|have)(?:\ me)?\ (?:about|on)\s
    | what\ does\ (?:the|this)\ (?:article|story|report)\ (?:say|tell(?:\ us|\ me)?)\ (?:about|on|of)\s
    | i\ (?:want|would\ like|need)\ (?:to\ (?:know|hear|learn|read)\ )?{_SOME}*(?:{_NEWS}\ )?(?:about|on)\s
    | explain\ (?!why|how|what|when|where|who) | describe\  | summari[sz]e\  | about\s
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What asks for all there is about something."""

TAG = re.compile(
    r",?\s*\b(is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)(?: not)? "
    r"(?:it|he|she|they|there|you|we|i|that|this)$",
    re.IGNORECASE,
)
"""What is tagged on to a sentence that then is a question."""

CONTINUES = re.compile(r"^\s*(?:and|what about|how about)\b", re.IGNORECASE)
"""What begins a question that is asked again about something else."""

_COSTS = (
    "cost costs pay paid pays price money earn earns earned worth sold sell charge owe owes owed fine fined fund funds "
    "funding invest invested spend spent raise raised make made get got compensation"
)
_KINDS = "|".join(sorted(frozenset[str]().union(*AGENTS.values())))
_PLACE = "|".join(sorted(PLACES))
_WH = "(?:what|which)"
PATTERNS: Sequence[tuple[re.Pattern[str], Wanted, str | None]] = [
    (re.compile(pattern, re.IGNORECASE), wanted, unit)
    for wanted, unit, pattern in (
        (Wanted.CLOCK, None, rf"\b{_WH} (?:exact )?(?:time|hour)\b|\bo'?clock\b"),
        (
            Wanted.DATE,
            None,
            r"^(?:(?:since|until|till|from|by|before|after) )?when\b|^how (?:soon|recently|long ago)\b",
        ),
        (Wanted.DATE, None, rf"\b{_WH} (?:exact )?(?:day|date|year|month|week|weekday|season|deadline)\b"),
        (Wanted.DATE, None, rf"^{_WH} (?:is|was) the (?:date|deadline|day)\b"),
        (Wanted.AMOUNT, "often", r"^how many times\b|^how (?:often|frequently)\b"),
        (Wanted.AMOUNT, "age", rf"^how old\b|\b{_WH} age\b|^(?:what|how) is (?:the|his|her|their) age\b|\bage of\b"),
        (
            Wanted.AMOUNT,
            "length",
            r"^how long (?:is|was|are|will) the (?:new |old )?(?:bridge|road|tunnel|river|wall|queue|line|pipeline)",
        ),
        (Wanted.AMOUNT, "duration", r"^(?:for |since )?how long\b"),
        (Wanted.AMOUNT, None, r"\b(?:phone|telephone|hotline|serial|contact|account|case|flight|room) number\b"),
        (Wanted.AMOUNT, "percent", rf"\b{_WH} (?:percentage|percent|share|proportion)\b|^how many per ?cent\b"),
        (Wanted.COUNT, None, rf"^how many\b|^{_WH} (?:(?:is|was) the )?(?:total )?number of\b"),
        (Wanted.AMOUNT, "length", r"^how (?:tall|high|deep|wide|far|thick|close)\b"),
        (Wanted.AMOUNT, "weight", r"^how heavy\b|\bweigh\b"),
        (Wanted.AMOUNT, "speed", r"^how fast\b"),
        (Wanted.AMOUNT, "temperature", r"^how (?:hot|cold|warm)\b"),
        (Wanted.AMOUNT, None, r"^how (?:big|large|small|strong|severe|serious|steep|expensive|cheap|costly)\b"),
        (Wanted.AMOUNT, "money", rf"^how much\b.*\b(?:{_COSTS.replace(' ', '|')}|go for)\b"),
        (
            Wanted.AMOUNT,
            "money",
            r"\bwhat (?:is|was|are|were|does|did|do|will|would)\b.*\b(?:costs?|price|go for|pay|earn|salary|worth)\b",
        ),
        (Wanted.AMOUNT, "money", rf"^{_WH} (?:price|sum|amount)\b"),
        (Wanted.AMOUNT, None, r"^how much\b"),
        (Wanted.PLACE, None, rf"^(?:in |at |to |from |on |near )?{_WH} (?:\w+ )?(?:{_PLACE})\b|^(?:from |to )?where\b"),
        (Wanted.REASON, None, r"^(?:why|how come|for what reason|what for|on what grounds)\b|\bwhat for\b"),
        (
            Wanted.REASON,
            None,
            rf"^{_WH} (?:is|was|are|were) the (?:\w+ )?(?:reason|cause|grounds|motive|purpose|excuse|explanation)\b",
        ),
        (Wanted.REASON, None, rf"\bwhat (?:caused|causes|led to|made|makes)\b|^{_WH} (?:reason|grounds)\b"),
        (Wanted.AGENT, None, r"^(?:by |to |from |with |for )?(?:who|whom|whose)\b"),
        (Wanted.AGENT, None, rf"^{_WH} (?:\w+ )?(?:{_KINDS})\b"),
        (Wanted.AGENT, "job", r"^what (?:is|was) .*\b(?:job|role|position|profession|occupation)$"),
        (Wanted.MANNER, None, r"^how\b"),
        (Wanted.THING, None, rf"^{_WH}\b"),
        (
            Wanted.DECISION,
            None,
            r"^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|must|am|shall)\b",
        ),
    )
]
"""What asks for each kind of answer, and for which unit; the first that fits counts."""

_SAID = (
    "say|says|said|saying|think|thinks|claim|tell|told|comment|comments|respond|responds|react|reacts|argue|state|answer|"
    "reply|explain|believe|opinion|view|side|reaction|response|position|stance|take|statement|describe|call|put it|"
    "promise|warn|feel|words"
)
SAYS = re.compile(
    rf"^what (?:is|are|was|were|did|does|do|has|have|had|else)\b.*\b(?:{_SAID})\b"
    r"|^how (?:did|does|do|has|have)\b.*\b(?:describe|call|put it|explain|justify|comment|feel)\b"
    r"|^(?:quote|quotes|quotation|statement)s? (?:from|by|of)\b|\b(?:quote|quotes|statement)$",
    re.IGNORECASE,
)
"""What asks for somebody's words."""

DEFINES = re.compile(r"^(?:what|who|which) (?:is|are|was|were)\b", re.IGNORECASE)
"""What asks who or what something is, where nothing but its name follows."""

ANY_QUESTION_WORD = re.compile(r"\b(when|where|who|why|how many|how much|what|which|how)\b", re.IGNORECASE)
KEYWORDS = {
    Wanted.DATE: frozenset(("date", "dates", "day", "when", "deadline")),
    Wanted.AMOUNT: frozenset(
        ["price", "cost", "amount", "sum", "number", "count", "total", "many", "much", "age", "length", "height"]
    ),
    Wanted.REASON: frozenset(("reason", "reasons", "why", "cause", "motive")),
    Wanted.PLACE: frozenset(("where", "place", "location", "venue")),
    Wanted.CLOCK: frozenset(("time", "hour", "oclock")),
}
"""Single words that ask for a kind of answer where no question word does."""
