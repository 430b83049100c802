"""English words that tell who said something; an underscore stands for a blank."""

from bot.newsroom.drafting.date_words import Senses, Vocabulary

SAYING: Senses = {
    # after which the words follow that were said: “said that …”, “said: “…””
    "says": {
        True: "said says say saying added adds adding told tells explained explains explaining announced announces"
        " announcing stated states stating noted notes noting warned warns warning argued argues arguing insisted"
        " insists insisting claimed claims claiming declared declares declaring replied replies remarked recalled"
        " recalls stressed stresses stressing emphasised emphasized admitted admits conceded concedes acknowledged"
        " confirmed confirms believes believed estimates estimated predicts predicted expects expected suggested"
        " suggests promised promises pledged vowed vows reported reports revealed complained complains concluded"
        " continued observed joked jokes quipped shouted whispered asked asks wondered wrote writes tweeted posted"
        " maintained maintains alleged alleges testified testifies repeated reiterated hopes hoped thinks thought"
        " feared fears answered responded countered agreed ruled assured informed urged urges"
        " told_reporters said_in_a_statement is_quoted_as_saying was_quoted_as_saying were_quoted_as_saying"
        " quoted_as_saying went_on pointed_out points_out made_clear laughed smiled sighed commented"
    },
    # whose object is what was said of it: “called it “a disgrace””, “denied the charges”
    "calls": {
        True: "called calls calling described describes describing denied denies denying rejected rejects dismissed"
        " dismisses accused accuses accusing praised praises praising criticised criticizes criticized criticises"
        " condemned condemns welcomed welcomes blamed blames demanded demands demanding branded labelled labeled"
        " spoke_of speaks_of talked_of talks_of called_for calls_for referred_to refers_to thanked apologised_for"
        " apologized_for defended defends blasted hailed hails compared compares voiced expressed"
    },
    # whose object is no claim unless words of it are quoted, or “that” follows
    "mild": {
        True: "called calls calling described describes welcomed welcomes thanked voiced expressed praised praises"
        " asked asks urged urges expected thought agreed ruled continued smiled laughed sighed hopes hoped"
        " compared compares defended defends hailed hails demands demanded wrote writes posted reported reports"
        " went_on spoke_of observed revealed states notes confirmed repeated answered responded joked believed"
        " rejected rejects dismissed dismisses criticised criticises criticized criticizes condemned condemns blasted"
        " voiced apologised_for apologized_for talked_of talks_of speaks_of referred_to refers_to commented"
        " informed promised promises maintained saying"
        " adding noting stating calling warning claiming claims stressing arguing announced announces called_for"
    },
    "that": {True: "that how why whether"},
    "according": {True: "according_to in_the_words_of in_the_view_of in_the_opinion_of"},
    "reported": {True: "allegedly reportedly"},
    "declines": {
        True: "declined_to refused_to declined would_not_say would_not_comment would_not_confirm would_not_be_drawn"
        " did_not_say did_not_comment did_not_respond did_not_reply did_not_answer did_not_want_to didn't_say"
        " didn't_respond had_no_comment has_no_comment made_no_comment could_not_be_reached not_available_for"
        " has_not_said have_not_said has_not_commented have_not_commented has_yet_to_comment did_not_immediately"
        " did_not_confirm did_not_return have_yet_to_comment has_not_responded have_not_responded never_said"
        " gave_no_comment offered_no_comment would_neither_confirm stopped_short_of_saying"
        " did_not_elaborate"
    },
    "pronoun": {True: "he she they it"},
    "possessive": {True: "his her their its my our"},
    "relative": {True: "who which whose whom where"},
    "about": {True: "of about against"},
    "to": {True: "told tells told_reporters assured informed"},
    "preposition": {
        True: "of in at for with from to on about against after before by into over under between during near off"
        " through until within without behind beside"
    },
    "finite": {
        True: "is are was were be been will would has have had can could may might must should shall does did do"
        " won't"
        " wouldn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't needs need"
    },
    "article": {True: "the a an one another some many several"},
    "people": {
        True: "officials police witnesses prosecutors critics experts analysts scientists researchers doctors"
        " residents"
        " organisers organizers neighbours neighbors lawyers campaigners authorities investigators supporters"
        " opponents"
        " sources aides diplomats economists historians protesters activists farmers firefighters"
        " rescuers relatives friends colleagues ministers lawmakers councillors nobody somebody"
    },
    "outlet": {
        True: "newspaper broadcaster agency magazine radio television tv channel news times post herald courier"
        " tribune gazette journal mail telegraph observer chronicle daily weekly podcast website bbc cnn reuters afp"
        " ap nrk npr tass interfax dpa ansa n1 bild spiegel guardian independent examiner argus echo star sun mirror"
        " standard press bulletin dispatch sentinel weekly"
    },
    "audience": {True: "reporters journalists"},
    "auxiliary": {True: "has had have also later then who again once"},
    "conjunction": {True: "and but while as because although though when if so"},
}

ENGLISH = Vocabulary.of(SAYING)
