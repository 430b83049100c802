"""English words for what happens, and for changes of plan."""

from bot.newsroom.drafting.happening_words import HappeningWords

WORDS = HappeningWords.of(
    nouns=(
        "election elections runoff run-off vote voting ballot referendum poll polls by-election primary hearing"
        " hearings"
        " trial retrial inquest tribunal verdict sentencing ruling judgment appeal match game final finals semi-final"
        " semifinal quarter-final derby race regatta tournament cup marathon season fixture playoff play-off"
        " concert gig"
        " festival fair carnival parade show exhibition premiere screening performance play recital opera reading"
        " launch"
        " meeting session summit conference congress assembly talks negotiations debate visit trip tour rally march"
        " protest demonstration strike walkout ceremony funeral memorial service wedding inauguration opening reopening"
        " closure closing unveiling anniversary celebration commemoration deadline auction sale tender bid review"
        " inspection inquiry census count recount draw test exam examination lecture workshop course consultation"
        " briefing launch landing edition flight voyage sailing departure arrival delivery demolition construction"
        " works"
        " repairs"
        " handover election-day kick-off round leg broadcast release publication announcement decision signing"
        " mass procession picnic market hearing drill exercise evacuation curfew lockdown shutdown outage cut eclipse"
        " expedition dig open-day gala dinner reception forum seminar training recruitment enrolment registration start"
        " sitting questioning extradition transfer payment expiry"
    ),
    cancelled=("cancel", "scrapped", "abandoned", "called off", "call off"),
    moved=(
        "adjourn",
        "postpone",
        "reschedul",
        "put off",
        "pushed back",
        "put back",
        "brought forward",
        "moved",
        "delay",
        "deferred",
        "shifted",
        "rearranged",
    ),
    weakly_moved=("moved", "shift", "push", "brought", "put back", "rearranged", "rearrange"),
    former=(
        "originally",
        "initially",
        "had been due",
        "had been scheduled",
        "first planned",
        "had been set",
        "was to have",
    ),
    relative="which that who whose where",
    targets="to until till for",
    no_phrase=(
        "now then still later "
        "outside inside near via along around across beyond behind beside amid despite until "
        "and or but that which who whom whose when where while if as than then because so nor yet in on at by from"
        " to into"
        " with for of about after before during until since against between through over under within without is"
        " are was"
        " were be been being am has have had do does did will would shall should may might must can could not n't says"
        " said say told tells announced announces confirmed confirms added he she it they we you i them him us there"
        " here also only still already both either this that these those some any all each every no plans hopes expects"
        " wants agreed hold holds held host hosts hosted attend attends face faces call calls called set due ahead out"
        " begins begin starts ends takes take took comes come goes go went got get gets makes make made decide decides"
        " scheduled postponed cancelled moved delayed rescheduled planned expected organise organised win won lost"
        " attended ordered adjourned opened closed fixed brought put pushed demand demanded join joined stage staged"
        " prepare preparing want needs need reach enter speak speaks visit visits"
    ),
    saying="said says that told announced confirmed added warned argued noted explained promised",
    links="of against between with on over about for",
    happens="held place begins begin starts start",
    pronouns="it this that they",
    determiners="the a an its his her their our this that another first second final",
    compounds=True,
)
