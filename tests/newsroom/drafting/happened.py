"""Sentences with what is still to come in them, for the tests of events; published on one day, a Friday."""

Expected = tuple[str, list[tuple[str, str, str]]]

ENGLISH: list[Expected] = [
    ("Voters return for the runoff on 4 May.", [("the runoff", "2031-05-04", "scheduled")]),
    ("The city council will hold a public hearing on Tuesday.", [("a public hearing", "2031-04-22", "scheduled")]),
    ("On Friday the mayor will open the bridge.", [("the mayor will open the bridge", "2031-04-18", "scheduled")]),
    ("The pool reopens on Monday, the city said.", [("The pool reopens", "2031-04-21", "scheduled")]),
    ("The hearing was postponed from 22 April to 29 April.", [("The hearing", "2031-04-29", "rescheduled")]),
    ("The concert planned for Saturday has been cancelled.", [("The concert", "2031-04-19", "cancelled")]),
    ("The museum opened on 2 October 2022 and has had few visitors since.", []),
    ("The council voted on Monday to close the road.", []),
    (
        "The trial of the captain begins on 5 May in Split. The trial is expected to last a month.",
        [("The trial of the captain", "2031-05-05", "scheduled")],
    ),
    (
        "The regatta was due to start on 9 May. It is the first regatta in a decade. The regatta has been postponed.",
        [("The regatta", "2031-05-09", "postponed")],
    ),
    (
        "The second round of the presidential election will be held on 11 May.",
        [("The second round of the presidential election", "2031-05-11", "scheduled")],
    ),
    ("Residents have until 30 June to object.", []),
    ("Novak said the pool would reopen on 1 June.", [("the pool would reopen", "2031-06-01", "scheduled")]),
    (
        "The match against Zadar, scheduled for 26 April, was moved to 3 May.",
        [("The match against Zadar", "2031-05-03", "rescheduled")],
    ),
]

ENGLISH += [
    ("An open day planned for this Saturday will be a party.", [("An open day", "2031-04-19", "scheduled")]),
    ("The tram will not run before Wednesday.", []),
    ("A court on Monday put off its ruling until May 14.", [("its ruling", "2031-05-14", "rescheduled")]),
    (
        "The director, Paul Ames, leaves at the end of May.",
        [("The director, Paul Ames, leaves", "2031-05", "scheduled")],
    ),
    (
        "Friday's screening has been moved indoors; Saturday's fireworks have been cancelled.",
        [("screening", "2031-04-18", "scheduled"), ("fireworks have been cancelled", "2031-04-19", "cancelled")],
    ),
    (
        "A committee meets on May 15; a second session has been set for the 22nd.",
        [("A committee meets", "2031-05-15", "scheduled"), ("a second session", "2031-05-22", "scheduled")],
    ),
    ("“We play in three days,” said the captain. The derby is on Monday.", [("The derby", "2031-04-21", "scheduled")]),
]

ENGLISH += [
    ("The town wants a second concert. It will be held on 4 May.", [("a second concert", "2031-05-04", "scheduled")]),
    ("Originally due on 2 May, the concert will be held on 8 May.", [("the concert", "2031-05-08", "rescheduled")]),
]

SOUTH_SLAVIC: list[Expected] = [
    ("Drugi krug izbora zakazan je za 4. maja.", [("Drugi krug izbora", "2031-05-04", "scheduled")]),
    ("Finale kupa igra se 24. maja u Mostaru.", [("Finale kupa", "2031-05-24", "scheduled")]),
    ("Vijeće će u utorak održati javnu raspravu.", [("javnu raspravu", "2031-04-22", "scheduled")]),
    ("Koncert zakazan za subotu je otkazan.", [("Koncert", "2031-04-19", "cancelled")]),
    ("Sjednica je odgođena sa 22. aprila na 29. april.", [("Sjednica", "2031-04-29", "rescheduled")]),
    ("Sjednica je održana u srijedu.", []),
    ("Седница скупштине биће одржана у уторак.", [("Седница скупштине", "2031-04-22", "scheduled")]),
]

SOUTH_SLAVIC += [
    (
        "Pregovori, koji su trebali biti nastavljeni danas, odgođeni su do utorka.",
        [("Pregovori", "2031-04-22", "rescheduled")],
    ),
    (
        "Za subotu u podne najavila je protest ispred parlamenta.",
        [("protest ispred parlamenta", "2031-04-19T12:00+02:00", "scheduled")],
    ),
    ("Направљен је нови распоред: утакмица је у недељу.", [("утакмица", "2031-04-20", "scheduled")]),
    (
        "Zakon usvojen u decembru stupa na snagu 1. septembra.",
        [("Zakon usvojen u decembru stupa na snagu", "2031-09-01", "scheduled")],
    ),
]

RUSSIAN: list[Expected] = [
    ("Второй тур выборов состоится 11 мая.", [("Второй тур выборов", "2031-05-11", "scheduled")]),
    ("В пятницу пройдёт заседание совета.", [("заседание совета", "2031-04-18", "scheduled")]),
    ("Концерт, назначенный на субботу, отменили.", [("Концерт", "2031-04-19", "cancelled")]),
    ("Матч перенесли с 26 апреля на 3 мая.", [("Матч", "2031-05-03", "rescheduled")]),
    ("В среду совет провёл заседание.", []),
    ("Мост откроют 1 июня.", [("Мост откроют", "2031-06-01", "scheduled")]),
]

RUSSIAN += [
    (
        "Ежегодное собрание клуба, намеченное на 9 мая, перенесли на 30 мая.",
        [("Ежегодное собрание клуба", "2031-05-30", "rescheduled")],
    ),
    ("На субботу она назначила митинг у здания парламента.", [("митинг", "2031-04-19", "scheduled")]),
    ("Комитет соберётся завтра, 19 апреля.", [("Комитет соберётся", "2031-04-19", "scheduled")]),
]
