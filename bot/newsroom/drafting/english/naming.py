"""English words that tell what a name is the name of; an underscore stands for a blank."""

from bot.newsroom.drafting.date_words import Senses, Vocabulary
from bot.newsroom.drafting.english.saying import SAYING

_SENSES: Senses = {
    "title": {
        True: "mr mrs ms miss mx dr prof professor sir dame lord lady baron count king queen prince princess"
        " pope bishop"
        " archbishop father sister rabbi imam sheikh saint captain major colonel general lieutenant sergeant admiral"
        " commander inspector constable detective judge justice senator congressman congresswoman mp president"
        " vice-president premier chancellor minister mayor governor ambassador secretary chairman chairwoman coach"
        " doctor rev reverend"
    },
    "female": {True: "mrs ms miss dame lady queen princess sister actress spokeswoman chairwoman congresswoman woman"},
    "male": {True: "mr sir lord king prince father pope actor spokesman chairman congressman man"},
    "person": {
        True: "minister leader mayor president premier chancellor secretary director manager chief head boss chairman"
        " chairwoman chair spokesman spokeswoman spokesperson engineer professor doctor surgeon nurse scientist"
        " researcher astronomer seismologist economist historian analyst expert lawyer solicitor barrister attorney"
        " prosecutor judge officer detective sergeant captain coach striker defender goalkeeper midfielder"
        " player sprinter"
        " hurdler swimmer cyclist driver pilot actor actress singer author writer poet novelist director composer"
        " conductor painter artist architect editor reporter journalist presenter farmer baker teacher headteacher"
        " student pupil activist campaigner councillor senator deputy lawmaker ambassador envoy diplomat commissioner"
        " treasurer founder owner co-founder executive founder mediator governor candidate champion winner witness"
        " resident neighbour neighbor widow widower son daughter brother sister mother father wife husband uncle aunt"
        " cousin friend colleague victim suspect defendant fisherman skipper curator chef pensioner veteran trainer"
        " referee manager secretary-general vice-president partner adviser advisor aide member representative"
        " official"
        " biologist geologist chemist physicist climatologist virologist epidemiologist virologist psychologist"
        " star guitarist drummer pianist violinist dancer choreographer producer screenwriter midwife pharmacist vet"
        " prime_minister chief_executive general_secretary head_coach agent ceo cfo cto commander bishop priest"
    },
    "organisation": {
        True: "university college school institute academy court ministry department council parliament senate"
        " congress commission committee agency authority board bureau office bank fund party union federation"
        " confederation association league society club company corporation group holdings ltd inc plc llc gmbh ag"
        " co fc united rovers police army navy force service trust foundation charity church hospital clinic"
        " museum theatre theater orchestra band newspaper broadcaster magazine airline airlines lines railway"
        " railways"
        " airways motors energy times post herald courier tribune gazette journal mail telegraph news radio tv"
        " ngo unit tribunal assembly network alliance coalition movement greens democrats republicans labour"
        " conservatives liberals nations freight shipping systems technologies pharma industries bros brothers firm"
        " maker producer operator supplier retailer brewery studio studios label publisher consultancy startup"
        " start-up"
        " think_tank watchdog regulator insurer lender team squad choir brigade organisation organization athletics"
    },
    "place": {
        True: "city town village river lake island islands mount mountain valley bay gulf sea ocean coast peninsula"
        " county district province region state street road avenue square park forest beach port harbour harbor"
        " bridge airport station stadium arena hall tower castle palace cape strait canal desert reef guildhall"
        " lane road row square gate yard hill hills creek falls glacier suburb capital country republic kingdom"
    },
    "thing": {
        True: "bridge ship ferry yacht telescope array rocket satellite film movie album song novel book play opera"
        " series drama award prize cup trophy act bill law treaty agreement accord plan project programme program"
        " festival championship championships championship tournament olympics game vaccine drug virus storm"
        " hurricane"
        " cyclone typhoon fire operation app model car truck plane galaxy planet comet mission exhibition report"
        " pipeline plant mine tunnel railway line comet tablet brand bird species"
    },
    "tail": {
        True: "bridge river valley island islands line array stadium station airport street square park"
        " hospital prison"
        " tower museum harbour harbor tunnel pipeline plant dam reef glacier lighthouse forest festival cup prize"
        " championship championships theatre theater gallery cathedral ferry canal reservoir bay peninsula"
    },
    "joins_of": {
        True: "university court bank ministry house church republic kingdom gulf isle city ministry department"
        " institute"
        " college school academy council office bureau board chamber league union society museum cape strait bay port"
        " association federation committee commission confederation order sea state duchy friends academy"
    },
    "month": {
        True: "january february march april may june july august september october november december jan feb mar apr"
        " jun jul aug sep sept oct nov dec"
    },
    "verb": {
        True: "met saw sent put made gave took left beat won lost got held paid kept led fought hit shot"
        " brought bought"
        " sold drew drove flew knew let meet meets met sees see gives takes makes wants leaves joins"
    },
    "kin": {True: "lawyer wife husband son daughter mother father brother sister solicitor attorney widow agent"},
    "weekday": {True: "monday tuesday wednesday thursday friday saturday sunday"},
    "nationality": {
        True: "american british english scottish welsh irish french german italian spanish portuguese dutch"
        " belgian swiss"
        " austrian polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian serbian croatian"
        " bosnian slovenian montenegrin macedonian albanian kosovan danish swedish norwegian finnish icelandic"
        " estonian"
        " latvian lithuanian chinese japanese korean indian pakistani iranian iraqi israeli palestinian syrian"
        " egyptian"
        " african european asian australian canadian mexican brazilian argentine argentinian chilean colombian"
        " venezuelan cuban arab arabic muslim christian jewish catholic orthodox protestant islamic serb serbs croat"
        " croats bosniak bosniaks russians americans britons germans ukrainians turks vietnamese thai indonesian"
        " filipino nigerian kenyan ethiopian moroccan algerian tunisian south_african western eastern northern"
        " southern"
        " balkan nordic scandinavian soviet latin"
    },
    "generic": {
        True: "i god internet easter christmas ramadan xmas i'm i've i'll covid ceo mp gdp tv dna ok pm am gmt"
        " cet utc est"
        " the a an photo image video correction advertisement read see related updated published page no nobody none"
        " yes well oh however meanwhile earlier later last next now then today yesterday tomorrow tonight here there"
        " this that these those such each every all both several many most some few more less other another first"
        " second third two three four five six seven eight nine ten eleven twelve twenty hundreds thousands dozens"
        " only even just still also asked according despite following given let perhaps maybe instead indeed what why"
        " how who when where which while whether since until before after because although though if unless once"
        " like unlike under over about above across along among around at between by during for from in into near of"
        " off on onto out per than through to toward towards under up upon via with within without he she it they we"
        " you his her its their our your my him them us not never nothing everyone everybody everything anyone"
        " headline summary opinion analysis live breaking exclusive interview born founded speaking added"
    },
    "leads": {
        True: "heads leads chairs runs owns founded manages coaches directs edits represents commands headed led"
    },
    "copula": {True: "is was became remains are were"},
}

ENGLISH = Vocabulary.of({**_SENSES, **SAYING})
