"""English words of dates; an underscore stands for a blank."""

from bot.newsroom.drafting.date_words import Senses, Vocabulary

_SENSES: Senses = {
    "month": {
        1: "january",
        2: "february",
        3: "march",
        4: "april",
        5: "may",
        6: "june",
        7: "july",
        8: "august",
        9: "september",
        10: "october",
        11: "november",
        12: "december",
    },
    "short_month": {
        1: "jan jan.",
        2: "feb feb.",
        3: "mar mar.",
        4: "apr apr.",
        6: "jun jun.",
        7: "jul jul.",
        8: "aug aug.",
        9: "sep sep. sept sept.",
        10: "oct oct.",
        11: "nov nov.",
        12: "dec dec.",
    },
    "doubtful_month": {3: "march", 5: "may", 8: "august"},
    "weekday": {
        0: "monday mondays",
        1: "tuesday tuesdays",
        2: "wednesday wednesdays",
        3: "thursday thursdays",
        4: "friday fridays",
        5: "saturday saturdays",
        6: "sunday sundays",
    },
    "every": {True: "mondays tuesdays wednesdays thursdays fridays saturdays sundays every each"},
    "short_weekday": {
        0: "mon mon.",
        1: "tue tue. tues tues.",
        2: "wed wed.",
        3: "thu thu. thur thur. thurs thurs.",
        4: "fri fri.",
        5: "sat sat.",
        6: "sun sun.",
    },
    "number": {
        1: "a an one",
        2: "two a_couple_of",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve a_dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "hundred a_hundred one_hundred",
    },
    "ordinal": {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty-first",
        30: "thirtieth",
    },
    "ordinal_ending": {True: "st nd rd th"},
    "unit": {
        "hour": "hour hours",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    },
    "period": {
        "day": "day",
        "week": "week",
        "weekend": "weekend",
        "month": "month",
        "year": "year",
        "decade": "decade",
        "century": "century",
    },
    "amount": {
        (6, "month"): "half_a_year",
        (18, "month"): "a_year_and_a_half one_and_a_half_years",
        (25, "year"): "a_quarter_of_a_century",
        (50, "year"): "half_a_century",
        (2, "week"): "a_fortnight fortnight",
    },
    "which": {
        "this": "this",
        "next": "next coming upcoming",
        "last": "last past",
        "following": "following subsequent",
        "previous": "previous preceding",
    },
    "whole_period": {
        ("week", "before_last"): "the_week_before_last",
        ("weekend", "before_last"): "the_weekend_before_last",
        ("year", "before_last"): "the_year_before_last",
        ("month", "before_last"): "the_month_before_last",
        ("week", "after_next"): "the_week_after_next",
    },
    "before_weekend": {True: "at over on for through during"},
    "same": {True: "same"},
    "that": {True: "that"},
    "the": {True: "the"},
    "nearby": {
        -2: "the_day_before_yesterday day_before_yesterday",
        -1: "yesterday last_night yesterday_evening yesterday_morning yesterday_afternoon",
        0: "today tonight this_morning this_afternoon this_evening earlier_today later_today",
        1: "tomorrow tomorrow_night tomorrow_morning tomorrow_evening tomorrow_afternoon",
        2: "the_day_after_tomorrow day_after_tomorrow",
    },
    "next_day": {1: "the_next_day the_following_day the_next_morning the_following_morning the_day_after"},
    "previous_day": {1: "the_previous_day the_day_before the_evening_before the_night_before the_preceding_day"},
    "eve": {True: "on_the_eve_of the_eve_of"},
    "daypart": {
        "am": "morning in_the_morning",
        "pm": "afternoon in_the_afternoon evening in_the_evening night at_night",
    },
    "part": {
        True: "early late mid mid- middle_of the_middle_of beginning_of the_beginning_of start_of the_start_of end_of"
        " the_end_of first_half_of the_first_half_of second_half_of the_second_half_of early_in late_in"
    },
    "ago": {True: "ago"},
    "later": {True: "later afterwards afterward on"},
    "earlier": {True: "earlier previously"},
    "before": {True: "before ahead_of prior_to"},
    "after": {True: "after following"},
    "approximately": {
        True: "at_least at_most about around roughly nearly almost some just_over just_under exactly"
        " only barely another"
    },
    "helping": {True: "is are was were is are has have had been be"},
    "holiday": {
        (12, 24): "christmas_eve",
        (12, 25): "christmas christmas_day",
        (12, 31): "new_year's_eve new_year’s_eve",
        (1, 1): "new_year's_day new_year’s_day",
    },
    "from_now": {True: "from_now from_today"},
    "in": {True: "in"},
    "since": {True: "since ever_since"},
    "until": {True: "until till"},
    "from": {True: "from starting_from starting starting_on beginning effective"},
    "to": {True: "to until till through - – —"},
    "dash": {True: "- – —"},
    "between": {True: "between"},
    "and": {True: "and &"},
    "of": {True: "of"},
    "on": {True: "on"},
    "before_month": {
        True: "in of by since as until till from last next this early late mid through before after during to"
        " between and"
        " end_of the_end_of the_beginning_of beginning_of the_start_of start_of middle_of the_middle_of around for"
        " every each previous following late_in early_in every_other"
    },
    "in_month": {
        True: "as in of by since until till last next this early late mid through before after during late_in early_in"
        " from"
        " end_of the_end_of beginning_of the_beginning_of previous following"
    },
    "before_date": {
        True: "on last next this by until till since from late early for to following before after between"
    },
    "before_year": {
        True: "at_least about circa in since of by until till from to between during before after early late mid"
        " year throughout around"
        " end_of the_end_of the_beginning_of beginning_of the_start_of start_of through"
    },
    "article_of_year": {True: "the its their his her our s a"},
    "decades": {True: "s"},
    "decade_name": {1990: "nineties", 1980: "eighties", 1970: "seventies", 1960: "sixties", 1950: "fifties"},
    "season": {3: "spring", 6: "summer", 9: "autumn fall", 12: "winter"},
    "in_season": {True: "in the"},
    "at": {True: "at from by around about for on , (", "near": "at"},
    "ampm": {"am": "am a.m. a.m", "pm": "pm p.m. p.m"},
    "hours": {True: "o'clock hours hrs"},
    "time_name": {12: "noon midday"},
    "zone": {
        "UTC": "gmt utc",
        "Europe/Sarajevo": "cet cest central_european_time",
        "Europe/London": "bst",
        "Europe/Moscow": "moscow_time msk",
        "America/New_York": "et est edt eastern_time",
        "": "local_time",
    },
    "street": {
        True: "street road avenue square bridge boulevard park brigade stadium hospital movement school lane club"
        " station massacre incident agreement group association"
    },
    "holiday_before": {
        True: "good black super bloody easter palm ash holy shrove cyber giving red whit boxing ruby man girl"
    },
    "no_date_after": {True: "day's old"},
    "stop": {
        True: "the a an this that its their his her our it they he she we no any of in on at to for"
        " against about between with from into over under again then when which who after before during will while"
        " since"
        " because until and or but as by than"
    },
    "tense": {
        "coming": "will shall would won ll is_to are_to was_to were_to due scheduled planned expected plans plan"
        " intends"
        " intend hopes hope going_to set_to set_for is_set are_set about_to must should may might could can slated"
        " billed"
        " postponed rescheduled moved delayed put_off pushed_back brought_forward cancelled canceled called_off"
        " promises"
        " promise vows vow deadline until wants want upcoming",
        "present": "is are reopens reopen begins begin starts start opens open resumes resume returns return faces"
        " face meets"
        " meet plays play hosts host ends end closes close votes vote decides decide goes go arrives arrive leaves"
        " leave"
        " expires expire announces ready takes_place take_place hold holds travel travels launch launches visit"
        " visits"
        " takes take runs run comes come kicks",
        "past": "was were had has have been did said told met won lost broke began came went took gave made got held"
        " found left led fell rose saw spoke wrote sent brought struck hit shot sank ran became put cut set shut felt"
        " kept stood drew threw thrown beat fought caught taught bought built sold paid spent lay hid rode drove froze"
        " wore flew grew knew withdrew stole swore tore woke chose ate sang swam taken given seen known shown drawn"
        " written done gone chosen spoken broken stolen driven risen fallen begun born worn rang sought dealt heard"
        " read",
    },
    "moved": {
        True: "adjourned postponed moved rescheduled delayed deferred put_off pushed_back brought_forward pushed"
        " shifted postpone"
        " reschedule move put_back"
    },
    "leads_to_date": {
        True: "on in at by from until till to for since around of the during before after this through within between a"
        " early late starting"
    },
    "shifted": {
        "active": "adjourned postponed rescheduled moved delayed deferred put_off pushed_back put_back"
        " brought_forward pushed"
        " shifted"
        " cancelled canceled called_off scrapped"
    },
    "negation": {True: "not t never no nobody"},
    "for_date": {True: "for"},
    "shift_target": {True: "to until till from"},
    "modal": {True: "will would shall could may might must should"},
    "failed": {True: "failed refused managed began had forced unable asked helped used"},
    "infinitive": {True: "to"},
}

VOCABULARY = Vocabulary.of(
    _SENSES,
    capitals=frozenset(("month", "short_month", "weekday", "short_weekday", "doubtful_month")),
    past_endings=("ed",),
    no_verbs="hundred need speed indeed feed seed united red bed proceed exceed succeed shed weed breed bleed kindred"
    " sacred naked wicked",
)
