"""Words of English that matter to questions."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("the a an")
SINCE = _words("since")
WHICH = _words("what which")
MANY = _words("many much")
COUNTS = _words("many number")
"""Words after which stands what is counted."""
BEFORE_COUNTED = _words("of the them more other these those all different total")
AFTER_COUNTED = _words("got went came get go come")
GOING = _words("will going")
NEXT = _words("next upcoming")
OF_UNITS = {"age": _words("old age years"), "job": _words("job role position profession occupation")}
"""Words of a question that its unit says already."""
OF_DATES = _words("time date day year month hour")
NUMBERS = _words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
    half third quarter both couple dozens hundreds thousands millions no none nobody several once twice every all
    """
)
MONEY = _words(
    """
    euro eur dollar usd pound gbp sterling franc yen yuan rouble ruble mark marka lira krona krone crown zloty
    rupee peso dinar cent penny pence € $ £ ¥
    """
)
TIMES = _words("second minute hour day night week weekend month year decade century season term")
UNITS = {
    "duration": TIMES,
    "money": MONEY,
    "percent": _words("percent percentage % per"),
    "length": _words(
        "metre meter kilometre kilometer km m cm centimetre centimeter millimetre mm mile foot feet inch yard"
    ),
    "weight": _words("kilogram kilo kg gram g tonne ton t pound stone"),
    "speed": _words("kilometre kilometer km mile knot mph kmh metre meter"),
    "temperature": _words("degree celsius fahrenheit °c °f"),
    "volume": _words("litre liter l gallon barrel cubic"),
}
MONTHS = _words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec
    """
)
PAST = _words("did was were had happened went won lost has have been")
CHANGE = _words(
    """
    postpone postponed delay delayed cancel cancelled canceled move moved reschedule rescheduled plan planned
    schedule scheduled originally supposed announced set expected late push pushed put meant due
    """
)
OUTCOME = _words(
    """
    won win wins winner winning score scored scores scorer result results outcome elected beat beaten defeated
    defeat victory victorious lost turnout
    """
)
SAYING = _words(
    """
    say says said saying tell tells told think thinks thought claim claims claimed state stated comment commented
    comments explain explained explains argue argues argued answer answered react reacted reaction respond
    responds responded response reply replied statement opinion view views side quote quotes quotation quoted
    words believe believes warn warned warns promise promised promises call called describe described demand
    insist stance position take feel feels felt admit admitted deny denied put accuse
    """
)
SPOKEN = _words("say says said saying tell tells told claim claims claimed quote quoted")
"""Words that ask for nothing but speech."""
HE = _words("he him his himself she her hers herself they them their theirs")
THEY = _words("they them their theirs")
LEANING = HE | _words("it its that this there these those")
"""Words that mean something named before."""
FUNCTION = _words(
    """
    when where who whom whose what which why how come since until till is are was were am be been being did does
    do has have had will would can could should may might must shall the a an of to in on at by for from with and
    or if whether it its there not no than then as into onto about i you we me us your our my mine that this these
    those so much many exactly
    """
)
"""Words that only join others, and question words."""
SUMS = _words("money cash price sum amount cost costs pay pays paid worth")
"""Words that ask for a sum of money by themselves."""
QUESTION = _words("when where who whom whose what which why how")
UNPAIRED = QUESTION | _words("is are was were did does do has have the a an")
"""Words whose neighbours tell nothing."""
LIGHT = _words(
    """
    happen happened happening happens occur occurred go going went goes gone do doing done did does come came
    comes get gets got getting take takes took taken make makes made making thing things something anything
    someone somebody anyone anybody everything everyone people person one ones stuff matter issue case affair
    whole entire really even still yet already now today currently right just only exactly actually also ever
    never more most much many kind sort type name named called call mean means about else other different certain
    possible supposed able want wants wanted need needs know knows known knew think thought say says said saying
    tell told give gives gave given put let seem look looks use used using way ways first last new old time times
    day days date dates year years month months moment place places where city town country countries region area
    part side number amount total sum figure reason reasons cause why because according article story report text
    news long big high far often soon old much ago before after during since until till between past future next
    previous later earlier originally planned plan there here this that these those such like well good bad best
    main major important same all each every both any some none no not without out off up down back again together
    away over under own self yes maybe please guy guys man woman men women be being been become became have has
    had having will would shall should may might must can could keep keeps kept start started end ended set due
    involved concerning regarding whats thank thanks hi hello happend currently nowadays state status information
    info detail details background answer idea
    """
)
"""Words of a question that ask for something by themselves, and need not stand in its answer."""
PLACES = _words(
    """
    city town country place village region area part state location street venue stadium building district county
    continent river island hospital prison school site spot room hall address
    """
)
SITES = PLACES | _words(
    """
    abroad home office headquarters airport harbour port hotel church museum factory court depot road lake sea valley
    mountain coast shore border
    """
)
"""Words that tell a place in a statement."""
PEOPLE = _words(
    """
    people persons person men women man woman children child kids adults owners owner residents resident workers
    employees staff passengers passenger patients patient voters visitors visitor witnesses customers students
    pupils soldiers officers players members fans protesters demonstrators refugees migrants tourists guests
    inhabitants families households others victims prisoners teachers nurses doctors villagers users tenants
    drivers boys girls supporters marchers spectators shoppers strikers believers travellers
    """
)
GENERIC = _words(
    """
    person man woman guy people company firm organisation organization group party body authority city town
    country place village region area part location spot site side somebody someone
    """
)
NEGATIVE = _words(
    """
    not no nobody none never nothing neither without refuse refused deny denied reject rejected fail failed lack
    lacks banned barred against unable nor
    """
)
AGENTS = {
    "person": _words(
        "person man woman guy politician minister president leader judge lawyer player driver expert doctor"
    ),
    "organisation": _words(
        """
        company firm organisation organization team party group body authority agency institution newspaper channel
        outlet bank court ministry union club broadcaster paper manufacturer maker producer supplier retailer shop
        store chain
        """
    ),
}
ENDINGS = (
    "ational", "ization", "isation", "ations", "ation", "ments", "ment", "ness", "ance", "ence", "able", "ible",
    "ility", "ity", "ical", "ally", "ial", "ian", "ful", "less", "ism", "ist", "ship", "age", "ing", "ive", "ors",
    "ers", "or", "er", "al", "ic", "ly", "th", "y", "e", "i",
)  # fmt: skip
"""Endings that make one kind of word from another, the longer ones first."""
OF_DOERS = _words("er or ers ors ment ing")
"""Those of them that short words have, too."""
MONTHS_AND_VERBS = _words("march may")
BEFORE_MONTHS = _words("in of since until till by from last next early late mid this")
