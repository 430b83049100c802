"""How an English statement tells a date, a clock time, a place, a reason, an age, what is still to come."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


AGED = re.compile(
    r"\b(?:aged|age of|(?:years?|months?)[- ]old|year-olds?)\b|, \d{1,3}[,;.)]|\bof \d{1,2}(?=$|[,;.)])",
    re.IGNORECASE,
)
OFTEN = _any(
    "times|once|twice|daily|weekly|monthly|yearly|annually|hourly|every",
    "(?:each|a) (?:day|week|month|year)",
)
REASON = _any(
    r"because|since (?!\d)|as (?:it|he|she|they|the|its|his|her|their|there|of)|so that|in order to",
    r"(?:due|owing|thanks|response) to|reasons?|caused?|causes|causing|after|until|unless|whereas|against|therefore",
    r"for (?:a |the )?(?:lack|fear|want|safety|health|failing|not|breaking)|blam\w+|account of|result of",
    r"leads? to|led to|prompt\w*|over (?:a|the)|in (?:protest|response)|too \w+|not enough",
)
PURPOSE = _any(r"to \w{3,}", r"for \w+")
WHEN = _any(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|tonight|weekend",
    "morning|afternoon|evening|night|noon|midnight|spring|summer|autumn|winter",
    "(?:day|week|month|year|hour)s? (?:after|before|later|earlier|ago)|(?:next|last) (?:day|week|month|year)",
    "since|until|soon|already|within|still ahead",
)
CLOCK = re.compile(
    r"(?<![\d.,])(?:[01]?\d|2[0-3])(?::[0-5]\d|\s?[ap]\.?m\b)|\bnoon\b|\bmidnight\b|\bo'?clock\b", re.IGNORECASE
)
AHEAD = _any(
    "will|(?:is|are|wants?|plans?|hopes?|intends?|means?|aims?) to|expected|planned|scheduled|due|next|until",
    "by (?:the end|next)|may|might|could|ought",
)
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x530))))}]"  # of Latin, Greek and Cyrillic
PLACE_IN = re.compile(rf"\b(?:in|at|near|from|to|on|off|outside|around|along|inside|across) (?:the )?{_CAPITAL}\w+")
_NAME = rf"{_CAPITAL}[\w’'&.-]*\w"
NAMES = re.compile(rf"(?<![.!?:“\"] )(?<!^)\b{_NAME}(?: (?:of |and |& )?{_NAME})*")
"""Names: words with a capital that begin no sentence."""
