"""Sentences with the dates that they tell, for the tests of dates; all were published on one day."""

from datetime import date

PUBLISHED = date(2031, 4, 18)
"""A Friday."""

Told = tuple[str, list[tuple[str, str | None]]]

ENGLISH: list[Told] = [
    ("The council will vote on the plan next Thursday.", [("next Thursday", "2031-04-24")]),
    ("Divers found the wreck on October 2, 2022.", [("October 2, 2022", "2022-10-02")]),
    (
        "The museum opened on 2 October 2022. It closed in June 2023.",
        [("2 October 2022", "2022-10-02"), ("June 2023", "2023-06")],
    ),
    ("The hearing on October 2 drew a crowd.", [("October 2", "2030-10-02")]),
    ("A new hearing will be held on October 2.", [("October 2", "2031-10-02")]),
    ("She has led the choir since 2014.", [("since 2014", "2014/..")]),
    ("The mill burned down in 2014 and was rebuilt in early 2023.", [("2014", "2014"), ("early 2023", "2023")]),
    ("The harbour was busy in the 1990s.", [("1990s", "1990/1999")]),
    ("On Friday the mayor will open the bridge.", [("Friday", "2031-04-18")]),
    ("On Monday the mayor opened the bridge.", [("Monday", "2031-04-14")]),
    ("The pool reopens on Monday.", [("Monday", "2031-04-21")]),
    ("The club plays at home this Sunday.", [("this Sunday", "2031-04-20")]),
    (
        "The storm passed yesterday, but rain is expected tomorrow.",
        [("yesterday", "2031-04-17"), ("tomorrow", "2031-04-19")],
    ),
    ("The concert is tonight.", [("tonight", "2031-04-18")]),
    ("He was arrested twelve days ago.", [("twelve days ago", "2031-04-06")]),
    ("The works will end in three months.", [("in three months", "2031-07")]),
    ("Last year the harvest was poor.", [("Last year", "2030")]),
    ("The fair runs from 3 to 7 May.", [("from 3 to 7 May", "2031-05-03/2031-05-07")]),
    ("The regatta will be held on 2–4 June.", [("2–4 June", "2031-06-02/2031-06-04")]),
    ("The debate begins at 7 p.m. on Friday.", [("7 p.m. on Friday", "2031-04-18T19:00Z")]),
    ("Doors open at 19:30 on 4 May.", [("19:30 on 4 May", "2031-05-04T19:30Z")]),
    ("The choir sings on Saturday, 10 May, at noon.", [("Saturday, 10 May, at noon", "2031-05-10T12:00Z")]),
    ("The market will move at the weekend.", [("weekend", "2031-04-19/2031-04-20")]),
    (
        "The strike began on 3 March. Two weeks later the depot closed.",
        [("3 March", "2031-03-03"), ("Two weeks later", "2031-03-17")],
    ),
    (
        "A gale hit the coast on 9 April; the ferry sank the same day.",
        [("9 April", "2031-04-09"), ("same day", "2031-04-09")],
    ),
    (
        "Voters return for the runoff on 4 May. Campaigning stops a day before the runoff.",
        [("4 May", "2031-05-04"), ("a day before the runoff", "2031-05-03")],
    ),
    ("The factory shut in December 2029.", [("December 2029", "2029-12")]),
    ("Theresa May may run, and people march for jobs.", []),
    ("The team won 3-1, and 2,014 people watched; tickets cost $20.", []),
    ("World Cup 2022 posters hang on 4 July Street.", []),
    ("The 32-year-old driver lives at 12 March Lane.", []),
    ("The vote was postponed from 10 May to 17 May.", [("10 May", "2031-05-10"), ("17 May", "2031-05-17")]),
    ("Between 2014 and 2016 the river flooded twice.", [("Between 2014 and 2016", "2014/2016")]),
    ("The law takes effect on 1 January 2032.", [("1 January 2032", "2032-01-01")]),
    ("The report is due by the end of May.", [("the end of May", "2031-05")]),
    ("Two years ago the school had 90 pupils.", [("Two years ago", "2029")]),
    ("The next day the water rose.", [("The next day", None)]),
    (
        "The lease, signed on 5 Sept. 2019, ends next month.",
        [("5 Sept. 2019", "2019-09-05"), ("next month", "2031-05")],
    ),
    ("It rained every Friday and on Mondays.", []),
    ("The Sunday Times reported it on Black Friday.", []),
    ("Last night a lorry overturned near the station.", [("Last night", "2031-04-17")]),
    ("Earlier this week the minister resigned.", [("this week", "2031-04-14/2031-04-20")]),
    (
        "The ship left on Tuesday and is due to arrive on Wednesday.",
        [("Tuesday", "2031-04-15"), ("Wednesday", "2031-04-23")],
    ),
    ("The council voted Tuesday to close the road.", [("Tuesday", "2031-04-15")]),
    (
        "Voting is set for June 8, the commission said on Thursday.",
        [("June 8", "2031-06-08"), ("Thursday", "2031-04-17")],
    ),
    ("Half a year ago the lake was dry.", [("Half a year ago", "2030-10")]),
    ("The exhibition is open until 30 June.", [("until 30 June", "2031-06-30")]),
    ("Work began in the spring of 2030.", [("spring of 2030", "2030-03/2030-05")]),
    ("Since last summer prices have doubled.", [("Since last summer", "2030-06/2030-08")]),
    ("In 2019 the city bought the site.", [("2019", "2019")]),
    ("In 2000 homes the power failed.", []),
    ("The runoff is two weeks away.", []),
    ("The 2014 flood killed nobody.", [("2014", "2014")]),
    ("The final is on May 24 at 8.45pm in Split.", [("May 24 at 8.45pm", "2031-05-24T20:45Z")]),
    ("A court hearing is listed for 2031-05-09.", [("2031-05-09", "2031-05-09")]),
    ("“We will decide tomorrow,” she said on Monday.", [("tomorrow", "2031-04-15"), ("Monday", "2031-04-14")]),
    (
        "“He left 3 days ago,” she told the court on 10 April.",
        [("3 days ago", "2031-04-07"), ("10 April", "2031-04-10")],
    ),
    ("Last Thursday's meeting was short.", [("Last Thursday", "2031-04-17")]),
    ("In June and July the road will be closed.", [("June and July", "2031-06/2031-07")]),
    ("On the 19th century facade work continues.", [("19th century", "1801/1900")]),
    (
        "Two days after the collision, which happened on 9 April, the captain resigned.",
        [("Two days after the collision", "2031-04-11"), ("9 April", "2031-04-09")],
    ),
    ("The week before last the tram derailed.", [("The week before last", "2031-03-31/2031-04-06")]),
    ("The vote on Tuesday of next week will be secret.", [("Tuesday of next week", "2031-04-22")]),
]

ENGLISH += [
    (
        "Lind won promotion in May last year and left on 2 October this year.",
        [("May last year", "2030-05"), ("2 October this year", "2031-10-02")],
    ),
    ("The council meets on the last Thursday in June.", [("last Thursday in June", "2031-06-26")]),
    ("Rovers play on May 13 and at home on the 17th.", [("May 13", "2031-05-13"), ("17th", "2031-05-17")]),
    (
        "The coach was sacked on Tuesday, four days before the derby.",
        [("Tuesday", "2031-04-15"), ("four days before the derby", "2031-04-15")],
    ),
    (
        "The game planned for Saturday was called off after talks on Tuesday.",
        [("Saturday", "2031-04-19"), ("Tuesday", "2031-04-15")],
    ),
    ("Saturday's fireworks have been cancelled.", [("Saturday", "2031-04-19")]),
    ("The club on Monday put off its gala until May 14.", [("Monday", "2031-04-14"), ("until May 14", "2031-05-14")]),
    (
        "The breach was found on 2 April. The office shut down the next day and said so a week later.",
        [("2 April", "2031-04-02"), ("the next day", "2031-04-03"), ("a week later", "2031-04-10")],
    ),
    ("In ten years the town lost half of its people.", []),
    (
        "Next year's fair, on 19-23 August, is the last.",
        [("Next year", "2032"), ("19-23 August", "2032-08-19/2032-08-23")],
    ),
    ("He retired in 2007 but came back the following year.", [("2007", "2007"), ("following year", "2008")]),
    ("They publish their findings in about three weeks.", [("in about three weeks", "2031-05-09")]),
    ("April Jones met August Wilson, and Mr. Friday sold 2,015 cars for 2030 dollars each.", []),
    ("The Class of 2031 met in Room 2020 on 25 May Square.", []),
    ("He ran 1500 metres; the score was 2-1, and section 4.5 applies.", []),
    ("She left on Christmas Day for the Christmas market.", [("Christmas Day", "2030-12-25")]),
    ("The captain, born in 1948, was active 1967–1999.", [("1948", "1948"), ("1967–1999", "1967/1999")]),
    ("The plan, due by mid-May, covers the 2030/31 season.", [("mid-May", "2031-05"), ("2030/31", "2030/2031")]),
]

SOUTH_SLAVIC: list[Told] = [
    ("Sjednica će se održati u srijedu.", [("srijedu", "2031-04-23")]),
    ("Sjednica je održana u srijedu.", [("srijedu", "2031-04-16")]),
    ("Prošlog četvrtka radnici su obustavili rad.", [("Prošlog četvrtka", "2031-04-17")]),
    ("Izbori su zakazani za 2. oktobra.", [("2. oktobra", "2031-10-02")]),
    ("Dvanaest dana ranije most je zatvoren.", [("Dvanaest dana ranije", None)]),
    ("Most je zatvoren prije dvanaest dana.", [("prije dvanaest dana", "2031-04-06")]),
    ("Скупштина ће гласати следећег уторка.", [("следећег уторка", "2031-04-22")]),
    ("Škola radi od 2014. godine.", [("od 2014. godine", "2014/..")]),
    ("Tvornica je zatvorena 2019. godine.", [("2019. godine", "2019")]),
    ("Sajam traje od 3. do 7. maja.", [("od 3. do 7. maja", "2031-05-03/2031-05-07")]),
    ("Koncert počinje u petak u 20 sati.", [("petak u 20 sati", "2031-04-18T20:00+02:00")]),
    ("Utakmica je 4. svibnja u 19.30.", [("4. svibnja u 19.30", "2031-05-04T19:30+02:00")]),
    ("Jučer je padala kiša, a sutra će biti sunčano.", [("Jučer", "2031-04-17"), ("sutra", "2031-04-19")]),
    ("Za tri mjeseca radovi će biti gotovi.", [("Za tri mjeseca", "2031-07")]),
    (
        "Drugi krug izbora je 4. maja. Dan prije drugog kruga počinje šutnja.",
        [("4. maja", "2031-05-04"), ("Dan prije drugog kruga", "2031-05-03")],
    ),
    ("Prošle godine prinos je bio slab.", [("Prošle godine", "2030")]),
    ("Ugovor je potpisan 18.4.2029. u Mostaru.", [("18.4.2029.", "2029-04-18")]),
    ("Krajem maja stiže novi voz.", [("Krajem maja", "2031-05")]),
    ("U junu će biti otvoren bazen.", [("junu", "2031-06")]),
    ("Stanuje u Ulici 27. jula i u Ulici 1. maja.", []),
    ("Devedesetih godina luka je propala.", [("Devedesetih godina", "1990/1999")]),
    ("Сутрадан је вода опала.", [("Сутрадан", None)]),
    ("Поплава је била 9. априла. Сутрадан је вода опала.", [("9. априла", "2031-04-09"), ("Сутрадан", "2031-04-10")]),
    ("U nedjelju, 20. aprila, otvara se sajam.", [("nedjelju, 20. aprila", "2031-04-20")]),
    ("Prije dvije godine škola je imala 90 đaka.", [("Prije dvije godine", "2029")]),
    ("Idućeg mjeseca slijedi licitacija.", [("Idućeg mjeseca", "2031-05")]),
    ("Radovi su počeli 2014, a završeni 2016. godine.", [("2014", "2014"), ("2016. godine", "2016")]),
    ("Finale je sutra u 21 sat.", [("sutra u 21 sat", "2031-04-19T21:00+02:00")]),
]

SOUTH_SLAVIC += [
    ("U svibnju prošle godine izborio je plasman.", [("svibnju prošle godine", "2030-05")]),
    ("Sjednica će biti održana 21. 22. i 23. srpnja.", [("21. 22. i 23. srpnja", "2031-07-21/2031-07-23")]),
    ("Za subotu u podne najavila je protest.", [("subotu u podne", "2031-04-19T12:00+02:00")]),
    ("Načelnica je bila od 2018. do 2026. godine.", [("od 2018. do 2026. godine", "2018/2026")]),
    ("Премијер ће рудник посетити идуће недеље, у среду.", [("идуће недеље, у среду", "2031-04-23")]),
    ("U mirovinu je otišao 2007., a vratio se iduće godine.", [("2007.", "2007"), ("iduće godine", "2008")]),
    (
        "Sjednica zakazana za 9. rujna odgođena je za 30. rujna.",
        [("9. rujna", "2031-09-09"), ("30. rujna", "2031-09-30")],
    ),
    ("Jurić je rekla da će do kraja godine zaposliti 40 sestara.", [("do kraja godine", "2031")]),
    ("Maja Jurić živi na Trgu 27. marta i prodaje 2015 automobila po 2030 maraka.", []),
    (
        "Прошле недеље седница је прекинута, а у недељу је био сунчан дан.",
        [("Прошле недеље", "2031-04-07/2031-04-13"), ("недељу", "2031-04-13")],
    ),
    ("Prije četvrt stoljeća most je srušen.", [("Prije četvrt stoljeća", "2006")]),
]

RUSSIAN: list[Told] = [
    ("В минувшую пятницу суд отложил дело.", [("минувшую пятницу", "2031-04-11")]),
    ("Выборы пройдут 12 мая.", [("12 мая", "2031-05-12")]),
    ("Завод закрыли в 2014 году.", [("2014 году", "2014")]),
    ("Она руководит хором с 2014 года.", [("с 2014 года", "2014/..")]),
    (
        "За два дня до выборов начнётся тишина. Выборы назначены на 12 мая.",
        [("За два дня до выборов", "2031-05-10"), ("12 мая", "2031-05-12")],
    ),
    ("В среду совет проголосовал за план.", [("среду", "2031-04-16")]),
    ("В среду совет проголосует за план.", [("среду", "2031-04-23")]),
    ("Концерт начнётся в пятницу в 19:00.", [("пятницу в 19:00", "2031-04-18T19:00+03:00")]),
    ("Его задержали двенадцать дней назад.", [("двенадцать дней назад", "2031-04-06")]),
    ("Через три месяца мост откроют.", [("Через три месяца", "2031-07")]),
    ("Ярмарка пройдёт с 3 по 7 мая.", [("с 3 по 7 мая", "2031-05-03/2031-05-07")]),
    ("В прошлом году урожай был плохим.", [("прошлом году", "2030")]),
    ("На следующей неделе приедет министр.", [("следующей неделе", "2031-04-21/2031-04-27")]),
    ("В 1990-х годах порт пришёл в упадок.", [("1990-х годах", "1990/1999")]),
    ("Вчера прошёл дождь, завтра будет солнечно.", [("Вчера", "2031-04-17"), ("завтра", "2031-04-19")]),
    ("Договор подписали 18.04.2029 в Перми.", [("18.04.2029", "2029-04-18")]),
    ("В конце мая откроется музей.", [("В конце мая", "2031-05")]),
    ("Он живёт на улице 8 Марта.", []),
    (
        "Паводок начался 9 апреля. На следующий день вода спала.",
        [("9 апреля", "2031-04-09"), ("На следующий день", "2031-04-10")],
    ),
    ("Ремонт завершат к 2033 году.", [("2033 году", "2033")]),
    (
        "Матч состоится в воскресенье, 20 апреля, в 18 часов.",
        [("воскресенье, 20 апреля, в 18 часов", "2031-04-20T18:00+03:00")],
    ),
    ("Два года назад в школе было 90 учеников.", [("Два года назад", "2029")]),
    ("Окружающая среда важна.", []),
]

RUSSIAN += [
    ("На субботу она назначила митинг.", [("субботу", "2031-04-19")]),
    ("В мае прошлого года он вывел команду в высшую лигу.", [("мае прошлого года", "2030-05")]),
    (
        "Закон приняли 25 февраля, а через два дня его подписал президент.",
        [("25 февраля", "2031-02-25"), ("через два дня", "2031-02-27")],
    ),
    ("С 2018 по 2026 год он был мэром.", [("С 2018 по 2026 год", "2018/2026")]),
    ("Первый фестиваль прошёл четверть века назад.", [("четверть века назад", "2006")]),
    ("Он приехал в город в 1967-м и через два года открыл лавку.", [("1967-м", "1967"), ("через два года", "1969")]),
    ("Матч перенесли с 26 апреля на 3 мая.", [("26 апреля", "2031-04-26"), ("3 мая", "2031-05-03")]),
    ("Продано 2015 машин по 2030 рублей, выиграли 3:1.", []),
    ("Следующая встреча — в понедельник.", [("понедельник", "2031-04-21")]),
]
