"""English as questions have it: question words and what they ask for, politeness, tense, numbers, units."""

import re

# Ways to write the words of a question that are no other word; the left side is what readers type.
SPELT = {
    "whats": "what is", "what's": "what is", "whos": "who is", "who's": "who is", "wheres": "where is",
    "where's": "where is", "whens": "when is", "when's": "when is", "hows": "how is", "how's": "how is",
    "whys": "why is", "why's": "why is", "who'd": "who did", "who'll": "who will", "what'll": "what will",
    "what'd": "what did", "where'd": "where did", "when'd": "when did", "why'd": "why did", "how'd": "how did",
    "when'll": "when will", "who've": "who have", "who're": "who are", "what're": "what are", "isn't": "is not",
    "isnt": "is not", "aren't": "are not", "arent": "are not", "wasn't": "was not", "wasnt": "was not",
    "weren't": "were not", "werent": "were not", "don't": "do not", "dont": "do not", "doesn't": "does not",
    "doesnt": "does not", "didn't": "did not", "didnt": "did not", "hasn't": "has not", "hasnt": "has not",
    "haven't": "have not", "havent": "have not", "hadn't": "had not", "hadnt": "had not", "won't": "will not",
    "wont": "will not", "wouldn't": "would not", "wouldnt": "would not", "can't": "can not", "cant": "can not",
    "cannot": "can not", "couldn't": "could not", "couldnt": "could not", "shouldn't": "should not",
    "wat": "what", "waht": "what", "wht": "what", "wut": "what", "hwat": "what", "wich": "which", "whcih": "which",
    "witch": "which", "whihc": "which", "wen": "when", "whn": "when", "wehn": "when", "hwen": "when", "whne": "when",
    "were": "were", "wher": "where", "whre": "where", "wehre": "where", "hwere": "where", "wheer": "where",
    "hwo": "who", "woh": "who", "hoo": "who", "hw": "how", "hwo's": "who is", "howmuch": "how much",
    "howmany": "how many", "y": "why", "wy": "why", "whi": "why", "hwy": "why", "u": "you", "r": "are", "pls": "please",
    "plz": "please", "ppl": "people", "abt": "about", "wanna": "want to", "gonna": "going to", "gotta": "got to",
    "i'd": "i would", "i'm": "i am", "im": "i am", "i've": "i have", "he's": "he is", "she's": "she is", "hes": "he is",
    "shes": "she is", "it's": "it is", "they're": "they are", "theyre": "they are", "there's": "there is",
    "theres": "there is", "that's": "that is", "thats": "that is", "lets": "let us", "let's": "let us",
}  # fmt: skip

POLITE = re.compile(
    r"""(?:
      (?:hi|hello|hey|hiya|good\ (?:morning|evening|afternoon|day)|dear\ bot|bot|ok|okay|so|well|um+|uh+|er+|hmm+|oh|wait|
         and|but|also|btw|by\ the\ way|quick\ question|one\ question|sorry|excuse\ me|please|just|actually|honestly|
         seriously|basically)\b(?:\ there\b|\ bot\b|\ all\b)?
    | (?:can|could|would|will)\ (?:you|somebody|someone|anyone|anybody)\ (?:please\ |kindly\ |possibly\ |maybe\ )*
      (?:tell|explain|say|inform|remind|help|show|give|let|clarify|describe|find\ out|look\ up)
      (?:\ (?:to\ )?(?:me|us))?(?:\ (?:know|understand|again|out))*
    | (?:please\ |pls\ )?(?:tell|remind|inform|explain\ to|explain|show)\ (?:me|us)(?:\ again)?(?!\ (?:more|something|a|some|all|everything|about)\b)
    | (?:do|does)\ (?:you|we|anyone|anybody|somebody|someone)\ (?:happen\ to\ )?(?:know|remember)
    | (?:does|is|has)\ (?:the\ )?(?:article|story|report)\ (?:say|tell|mention|explain|clear)(?:\ (?:anything|something))?(?:\ (?:about|on))?
    | i\ (?:would\ (?:really\ )?(?:like|love)\ to|want\ to|need\ to|wish\ to|am\ trying\ to)\ (?:know|understand|learn|find\ out|ask)
    | i\ (?:was|am|have\ been)\ (?:just\ )?(?:wondering|curious|interested|asking|not\ sure)(?:\ to\ know)?
    | i\ (?:wonder|do\ not\ (?:know|understand|get)|forgot|have\ a\ question|am\ curious)
    | (?:any|have\ you\ got\ any|do\ you\ have\ (?:any|an))\ (?:idea|clue|info|information)
    | is\ it\ (?:known|clear|possible\ to\ say)
    | (?:my|the|one|a)\ question\ (?:is|would\ be)
    | what\ i\ (?:want|would\ like)\ to\ know\ is
    | (?:if|whether)(?=\ (?:you|i|we)\ (?:can|may|could)\b)
    )\s*[,:;.!?–—-]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
POLITE_END = re.compile(
    r"[\s,;.!?–—-]*\b(?:please|pls|plz|thanks(?: a lot| so much)?|thank you(?: very much)?|thx|cheers|ty|mate|bro|dude|"
    r"then|again|by the way|btw|exactly|actually|anyway|if i may ask|do you know|any idea|any ideas|"
    r"according to (?:the|this) (?:article|story|report))[\s,;.!?–—-]*$",
    re.IGNORECASE,
)
ASKING_WORD = (
    r"(?:when|where|who|whom|whose|what|which|why|how|since when|until when|till when|from when|at what|in what|"
    r"on what|in which|on which|for how|by whom|to whom|from whom|with whom|is|are|was|were|did|does|do|has|have|"
    r"will|can|could)"
)
TWO = re.compile(
    rf"(?:[,;]?\s+(?:and|plus|also|&)\s+(?:also\s+)?|[?;]\s*(?:and\s+)?|,\s*)(?={ASKING_WORD}\b)", re.IGNORECASE
)

NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
    half third quarter both couple dozens hundreds thousands millions no none nobody several once twice every
    all""".split()
)
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())
MONEY = frozenset(
    """euro eur dollar usd pound gbp sterling franc yen yuan rouble ruble mark marka lira krona krone crown zloty
    rupee peso dinar cent penny pence € $ £ ¥""".split()
)
TIMES = frozenset("second minute hour day night week weekend month year decade century season term".split())
UNITS = {
    "duration": TIMES,
    "money": MONEY,
    "percent": frozenset("percent percentage % per".split()),
    "length": frozenset(
        "metre meter kilometre kilometer km m cm centimetre centimeter millimetre mm mile foot feet inch yard".split()
    ),
    "weight": frozenset("kilogram kilo kg gram g tonne ton t pound stone".split()),
    "speed": frozenset("kilometre kilometer km mile knot mph kmh metre meter".split()),
    "temperature": frozenset("degree celsius fahrenheit °c °f".split()),
    "volume": frozenset("litre liter l gallon barrel cubic".split()),
}
AGED = re.compile(r"\b(?:aged|age of|years?[- ]old|year-olds?|-year-old|months?[- ]old)\b|, \d{1,3},", re.IGNORECASE)
OFTEN = re.compile(
    r"\b(?:times|once|twice|daily|weekly|monthly|yearly|annually|hourly|every|each (?:day|week|month|year)|"
    r"a (?:day|week|month|year))\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:because|since (?!\d)|as (?:it|he|she|they|the|its|his|her|their|there|of)|so that|in order to|due to|owing to|"
    r"thanks to|reasons?|caused?|causes|causing|after|for (?:a |the )?(?:lack|fear|want|safety|health|failing|not|breaking)|"
    r"blam\w+|account of|result of|therefore|led to|leads to|prompt\w*|over (?:a|the)|until|unless|whereas|in protest|"
    r"in response|response to|against|too \w+|not enough)\b",
    re.IGNORECASE,
)
PURPOSE = re.compile(r"\b(?:to \w{3,}|for \w+)\b", re.IGNORECASE)
WHEN = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|tonight|morning|evening|"
    r"afternoon|night|noon|midnight|spring|summer|autumn|winter|weekend|(?:day|week|month|year|hour)s? (?:after|before|"
    r"later|earlier|ago)|next (?:day|week|month|year)|last (?:day|week|month|year)|since|until|soon|already|"
    r"within|still ahead)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-3])(?::[0-5]\d|\s?[ap]\.?m\b)|\bnoon\b|\bmidnight\b|\bo'?clock\b", re.I)
PLACE_IN = re.compile(r"\b(?:in|at|near|from|to|on|off|outside|around|along|inside|across) (?:the )?[A-ZÀ-ÖØ-ÞА-Я]\w+")
CAPITALS = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-ZÀ-ÖØ-ÞА-Я][\w’'&.-]+(?: (?:of |and |& )?[A-ZÀ-ÖØ-ÞА-Я][\w’'&.-]+)*")

PAST = frozenset("did was were had happened went won lost has have been".split())
CHANGE = frozenset(
    """postpone postponed delay delayed cancel cancelled canceled move moved reschedule rescheduled plan planned
    schedule scheduled originally supposed announced set expected late push pushed put meant due""".split()
)
OUTCOME = frozenset(
    """won win wins winner winning score scored scores scorer result results outcome elected beat beaten defeated
    defeat victory victorious lost turnout""".split()
)
SAYING = frozenset(
    """say says said saying tell tells told think thinks thought claim claims claimed state stated comment commented
    comments explain explained explains argue argues argued answer answered react reacted reaction respond responds
    responded response reply replied statement opinion view views side quote quotes quotation quoted words believe
    believes warn warned warns promise promised promises call called describe described demand insist stance position
    take feel feels felt admit admitted deny denied put accuse""".split()
)
HE = frozenset("he him his himself she her hers herself they them their theirs".split())
ABOUT = re.compile(
    r"^(?:(?:(?:a bit|a little|something|some|anything|more|all|everything) )+(?:about|on) |(?:please )?(?:tell|give|show) (?:me|us) (?:(?:some |a bit |a little |something |anything |more |all |everything |"
    r"(?:the |some )?(?:background|info|information|details?|facts|news|overview))+ ?)*(?:about|on|of|regarding)? ?|"
    r"(?:any|some|more|the|got any)? ?(?:info|information|background|details?|news|facts|updates?)"
    r"(?: (?:about|on|regarding))? |"
    r"(?:what|how) about |what (?:is|was|are) (?:the )?(?:deal|matter|story|thing|issue|situation|news)(?: is)? (?:with|about|on) |"
    r"what (?:do|can) (?:you|we) (?:know|tell me|say|have)(?: me)? (?:about|on) |"
    r"i (?:want|would like|need|wanna) (?:to (?:know|hear|learn|read) )?(?:something |more |all |everything |info |information )*"
    r"(?:about|on) |anything (?:about|on) |everything (?:about|on) |explain (?!why|how|what|when|where|who)|describe |"
    r"summari[sz]e |about )",
    re.IGNORECASE,
)
# Words of a question that ask for something by themselves and need not stand in its answer.
LIGHT = frozenset(
    """happen happened happening happens occur occurred go going went goes gone do doing done did does come came comes
    get gets got getting take takes took taken make makes made making thing things something anything someone somebody
    anyone anybody everything everyone people person one ones stuff matter issue case affair whole entire really even
    still yet already now today currently right just only exactly actually also ever never more most much many kind
    sort type name named called call mean means about else other different certain possible supposed able want wants
    wanted need needs know knows known knew think thought say says said saying tell told give gives gave given put let
    seem look looks use used using way ways first last new old time times day days date dates year years month months
    moment place places where city town country countries region area part side number amount total sum figure
    reason reasons cause why because according article story report text news long big high far often soon old much
    ago before after during since until till between past future next previous later earlier originally planned plan
    there here this that these those such like well good bad best main major important same all each every both any
    some none no not without out off up down back again together away over under own self yes maybe please guy guys
    man woman men women be being been become became have has had having will would shall should may might must can
    could keep keeps kept start started end ended set due involved concerning regarding whats thank thanks hi hello
    happend currently nowadays state status information info detail details background answer idea""".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
AGENTS = {
    "person": "person man woman guy politician minister president leader judge lawyer player driver expert doctor",
    "organisation": "company firm organisation organization team party group body authority agency institution "
    "newspaper channel outlet bank court ministry union club broadcaster paper manufacturer maker producer supplier "
    "retailer shop store chain",
}
PLACES = frozenset(
    "city town country place village region area part state location street venue stadium building district "
    "county continent river island hospital prison school site spot room hall address".split()
)
PEOPLE = frozenset(
    """people persons person men women man woman children child kids adults owners owner residents resident workers
    employees staff passengers passenger patients patient voters visitors visitor witnesses customers students pupils
    soldiers officers players members fans protesters demonstrators refugees migrants tourists guests inhabitants
    families households others victims prisoners teachers nurses doctors villagers users tenants drivers boys girls""".split()
)
GENERIC = frozenset(
    """person man woman guy people company firm organisation organization group party body authority city town country
    place village region area part location spot site side somebody someone""".split()
)
NEGATIVE = frozenset(
    """not no nobody none never nothing neither without refuse refused deny denied reject rejected fail failed lack lacks
    banned barred against unable nor""".split()
)
AHEAD = re.compile(
    r"\b(?:will|is to|are to|wants? to|plans? to|hopes? to|expected|planned|scheduled|due|next|until|by (?:the end|next)|"
    r"may|might|could|intends?|means? to|aims?|ought)\b",
    re.IGNORECASE,
)
