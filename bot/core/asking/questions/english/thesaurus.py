"""Words that mean nearly the same in a question about news: English."""

GROUPS = """
police, cop, officer, constable, detective, investigator, police force
sack, fire, dismiss, dismissal, let go, lay off, layoff, make redundant
make redundant, redundant, redundancy, kick out, lose job, lose post, lose a job, lose their job, job cut, job loss
resign, resignation, step down, quit, stand down, give up post, leave office, leave post
hire, employ, recruit, take on, appoint, appointment
worker, employee, staff, workforce, personnel, colleague
boss, chief, head, leader, chief executive, ceo, manager
manager, run, lead, in charge, director, president, chair, chairman, chairwoman
run, operate, manage, in charge, administer
company, firm, business, corporation, enterprise, maker, manufacturer, producer
make, produce, manufacture, build
maker, make, manufacturer, produce, producer, manufacture
supply, supplier, deliver, provide, provider
sell, sale, seller, flog, retail, retailer, auction, trade, vendor
buy, buyer, purchase, acquire, acquisition, customer, bidder
cost, price, charge, expensive, fee, worth, go for, sell for, fetch
pay, payment, paid, fund, finance, funding, foot the bill, bankroll
money, cash, fund, sum, amount, finance, euro, dollar, pound
refund, money back, get back, reimburse, repay, compensation, compensate, pay back
compensate, compensation, damages, redress, payout, make good
debt, owe, loan, borrow, in the red
profit, earn, earnings, gain, income, revenue, proceeds, make money
wage, salary, pay, pay rise, earnings
tax, levy, duty
budget, spending, spend, expenditure
subsidy, grant, aid, funding
rich, wealthy, millionaire, billionaire
insurance, insurer, insure, coverage
bank, lender
market, exchange, trade
customer, client, consumer, buyer, shopper, owner
shop, store, branch, retailer, outlet, supermarket, market
product, item, goods, article, model, device, appliance
recall, call back, take back, withdraw, pull from shelf, take off the shelf, take off shelf
faulty, defect, defective, fault, flaw, broken, break, wrong, malfunction, problem, damaged
break, snap, crack, burst, fracture, broke, broken, fall apart, give way
burn, scald, fire, burned
injure, injury, hurt, wound, wounded, casualty, harm
die, death, dead, kill, fatal, fatality, deadly, casualty, lose life, lose their life, pass away, victim
kill, murder, slay, shoot dead, assassinate, homicide, manslaughter
sick, ill, illness, disease, infect, infection, unwell
doctor, physician, medic, surgeon, gp
nurse, midwife, carer
hospital, clinic, ward, medical centre, infirmary
medicine, drug, medication, pill, remedy
treat, treatment, therapy, care
vaccine, vaccinate, vaccination, jab, shot
virus, pandemic, epidemic, outbreak
test, examine, examination, check, inspect, inspection, trial, lab, laboratory, analyse, analysis
lab, laboratory, institute
scientist, researcher, expert, academic, specialist
expert, specialist, analyst, professional
study, research, survey, investigate
investigate, investigation, inquiry, probe, look into, examine
find, discover, discovery, spot, notice, detect, uncover, come to light, reveal, come out
find, recover, locate, track down, get back, back
discover, first to notice, notice, find out, realise, learn
lose, lost, missing, disappear, vanish, gone
missing, gone, disappear, not found, still missing, not recovered
show, display, exhibit, exhibition, present
reveal, disclose, announce, make public, publish, release
announce, announcement, declare, make public, unveil, call
publish, release, come out, issue, appear
launch, introduce, bring out, come out, go on sale, release, market
start, begin, open, opening, kick off, commence, launch, onset, take off, get under way, under way, go ahead, start up
end, finish, close, conclude, conclusion, over, stop, expire
stop, halt, cease, stand still, standstill, idle, come to a halt, shut down, suspend, suspension
close, shut, closure, shut down, lock, locked
open, reopen, reopening, unlock
continue, go on, carry on, keep on, keep, last
restart, resume, start again, start up again, begin again, reopen, up and running
delay, postpone, put off, on hold, put on hold, push back, late, hold up, defer, wait, adjourn, postponement
wait, delay, take so long, hold off
move, reschedule, shift, change date, bring forward, new date
plan, intend, intention, mean, meant, want, aim, going to, intend to, propose, proposal, hope, seek
want, wish, demand, desire, would like, seek, call for, ask for, hope
demand, claim, call for, insist, require, ask for
ask, request, question, inquire, query
answer, reply, respond, response, react, reaction
question, interview, interrogate, quiz, grill
interview, talk to, speak to
talk, discuss, discussion, speak, chat, conversation, raise, talk about, negotiate, negotiation
meet, meeting, see, get together, come together, encounter, visit, summit, hold talk
visit, visitor, travel, trip, go to, come to, attend
visitor, guest, tourist, audience, attendance
call, name, dub, describe
say, tell, state, statement, comment, remark, according
claim, allege, allegation, say, maintain, argue
accuse, accusation, charge, allege, allegation, blame
charge, accuse, indict, indictment, prosecute
blame, fault, responsible, responsibility, guilty, to blame, culprit, cause
guilty, convict, conviction, guilt
innocent, acquit, acquittal, not guilty, clear
confess, admit, admission, own up, confession, plead guilty
deny, denial, reject, dispute, refute, plead not guilty, not guilty
plead, plea
arrest, detain, custody, detention, nick, behind bars, jail, pick up
jail, prison, imprison, behind bars, cell, sentence, custody, lock up, do time
free, release, bail, set free, liberate, let out
sentence, punish, punishment, penalty, fine, prison
penalty, punish, punishment, maximum sentence, face, face up to
fine, penalty, penalise
verdict, judgment, judgement, ruling, decision, rule
decide, decision, determine, choose, choice, rule, ruling
court, tribunal, judge
judge, magistrate, justice
lawyer, attorney, solicitor, barrister, counsel, advocate, defend, legal team
prosecutor, prosecution, public prosecutor, district attorney, da
defend, defence, defense, stand up for, protect
witness, testify, testimony, give evidence, evidence, hear, take the stand
evidence, proof, prove
trial, case, court case, proceedings, lawsuit, hearing, in court
hearing, session
sue, lawsuit, take to court, legal action, suit, court case
law, act, bill, legislation, rule, statute
crime, offence, offense, crook, criminal
steal, theft, thief, rob, robbery, burglary, stolen, take, heist, nick, loot
cheat, fraud, deceive, deception, trick, con, scam, dupe, fool, swindle
fake, copy, forge, forgery, counterfeit, replica, sham
suspect, suspicion, suspected, alleged
search, raid, look for, hunt, comb
raid, storm, search
gun, weapon, firearm, rifle, pistol, arms
shoot, shooting, gunfire, shot, fire
bomb, explosive, explosion, blast, explode, blow up, go off
attack, assault, strike, hit, invade, invasion, raid
invade, invasion, attack, war, occupy
war, conflict, fighting, combat, battle, hostilities, fight
soldier, troops, army, military, armed forces, force
peace, ceasefire, truce, armistice, peace deal
retaliate, retaliation, strike back, hit back, respond, revenge
support, back, endorse, endorsement, favour, stand behind, be behind, approve, in favour, for, side with
oppose, opposition, against, reject, be against, object, objection, disagree, resist, not want
agree, agreement, deal, accord, consent, treaty, pact, contract, settlement
refuse, reject, turn down, decline, say no, not willing, unwilling
allow, permit, permission, let, authorise, may, legal
forbid, ban, prohibit, bar, forbidden, not allow, not allowed, outlaw, exclude, shut out
ban, bar, exclude, kick out, disqualify, suspend
sanction, embargo, measure, punish
impose, put on, place on
promise, pledge, vow, commit, commitment, guarantee
warn, warning, caution, alert, alarm
threat, threaten, danger, risk, dangerous, hazard, peril
danger, dangerous, unsafe, risk, risky, hazard, hazardous, not safe
safe, safety, secure, security
protect, protection, guard, save, safeguard
save, rescue, bring to safety, pull out
help, aid, assist, assistance, support, relief
evacuate, evacuation, flee, escape, leave home, leave their home, bring to safety, move out, get out, clear
shelter, refuge, emergency accommodation, camp, put up, stay
return, come back, go back, go home, get back, bring back, give back, back
bring back, return, give back, hand in, take back, hand back
leave, depart, departure, go away, quit, exit, break away, walk out
break away, secede, secession, separate, separation, split off, independence, independent, leave
split, divide, division, separate, partition
join, unite, accession, enter, become a member, member
merge, merger, fuse, fusion, combine, join, unite, takeover
take over, takeover, acquire, buy, purchase
member, belong, part
part, consist, component, section, half
election, vote, poll, ballot, elect, go to the polls, voting, cast
re-election, re-elected, stand again, run again, second term, stand for re-election
run for, stand for, candidate, candidacy, campaign, seek, be a candidate, run
candidate, contender, nominee, hopeful
voter, electorate, elector
referendum, plebiscite, vote
parliament, assembly, legislature, congress, chamber, house, mp, lawmaker
mp, lawmaker, legislator, deputy, member of parliament, senator, congressman, politician
council, town hall, city hall, authority, municipality
councillor, alderman, council member
government, administration, cabinet, govt, authority, state
minister, secretary, ministry
president, head of state, presidency
prime minister, premier, pm, head of government
party, movement
policy, plan, programme, strategy
ambassador, diplomat, envoy, embassy
country, nation, state, land
capital, city, town
city, town, municipality, place
village, hamlet, settlement, community
region, area, district, province, zone
foreign, abroad, overseas, other country, other countries, international
citizen, resident, inhabitant, local, people, live
live, resident, inhabitant, home, reside, dwell, based
population, inhabitant, people
people, person, human, folk, man, woman
child, kid, minor, youngster, boy, girl, pupil, toddler
woman, female, lady, girl
mother, mum, mom, parent
father, dad, parent
wife, husband, spouse, partner, marry, marriage, wedding, married
son, daughter, child
brother, sister, sibling
friend, mate, pal, ally, companion
house, home, residence, building, property, flat, apartment
building, structure, premises, block
build, construct, construction, erect, building, put up
repair, mend, fix, restore, renovate, renovation, refurbish
road, street, motorway, highway, route, lane
traffic, car, vehicle, transport
car, vehicle, automobile, auto
train, rail, railway, railroad
ship, boat, vessel, ferry, liner
plane, aircraft, aeroplane, airplane, jet, flight
airport, airfield, runway
passenger, traveller, commuter, rider
ticket, fare, pass
accident, crash, collision, smash, wreck, disaster
fire, blaze, burn, flame, wildfire
flood, flooding, inundation, high water
storm, hurricane, cyclone, typhoon, gale, tornado
earthquake, quake, tremor, seismic, shake
volcano, eruption, erupt, lava, ash, crater
eruption, erupt, break out, explode, blow
forecast, predict, prediction, expect, expectation, outlook, prognosis, likely
weather, rain, snow, temperature
cold, freeze, frost
climate, global warming, emissions
environment, nature, pollution, pollute
energy, power, electricity, gas
power plant, power station, plant, power
pipeline, pipe, line
oil, petrol, fuel, gas
factory, plant, mill
farm, farmer, agriculture, grower
food, eat, meal
water, drink
animal, livestock, cattle, pet
school, college, academy
university, college, faculty
course, class, lesson
science, scientific
space, orbit, rocket, satellite
museum, gallery
painting, picture, artwork, canvas, work of art, pic, work
paint, painter, artist, painting
artist, painter, sculptor
film, movie, cinema, picture
actor, actress, star
music, song, concert, band
singer, musician, vocalist
book, novel, author
newspaper, paper, daily, press, journal
journalist, reporter, press, media, correspondent, news outlet
media, press, news outlet, outlet, journalist
television, tv, telly, broadcast, broadcaster, on air, camera, film
radio, station, broadcaster
video, footage, film, clip
internet, online, web, website
phone, telephone, call, hotline
letter, mail, note, write to, write
church, cathedral, parish
priest, bishop, cleric, pastor
religion, faith, belief
football, soccer
match, game, fixture, play, friendly
play, game, compete, match, face
team, side, squad, club, national team
player, footballer, striker, sportsman
coach, trainer, manager
tournament, championship, competition, cup, contest
qualify, qualification, get through, make it
qualified, in it, take part, participate, participation, compete
win, victory, winner, triumph, beat
lose, defeat, loss, beaten
score, goal, result, point
champion, title, title holder
stadium, arena, ground, pitch
race, run, regatta
protest, demonstration, demonstrate, demo, rally, march, protester, take to the street
strike, walkout, industrial action, walk out, stop work, stoppage, down tools
negotiate, negotiation, bargain, talk
crisis, emergency
problem, trouble, difficulty, issue, wrong
reason, cause, why, motive, explanation, ground, because, excuse, justification, justify
cause, trigger, lead to, bring about, responsible, origin, result
change, alter, modify, switch, replace, exchange, swap
replace, replacement, swap, exchange, substitute, successor, in place of, instead
successor, new, follow, replacement, next
former, ex, previous, old, once, earlier
increase, rise, grow, go up, growth, more, climb
decrease, fall, drop, decline, go down, cut, reduce, reduction, less, shrink, fewer
cut, reduce, reduction, slash, saving
expand, expansion, extend, enlarge, grow
big, large, huge, great, vast, size
small, little, tiny, minor
new, fresh, latest, modern, recent
old, aged, ancient, elderly
slow, late, sluggish
strong, powerful, strength, intense
weak, feeble, fragile
important, key, main, major, chief, significant
famous, well-known, celebrated, prominent
angry, anger, furious, outrage, fury, upset
happy, pleased, glad, delighted, satisfied
sad, sorry, regret, grief, mourn
sorry, apologise, apologize, apology, pardon, excuse, regret
doubt, sceptical, skeptical, unsure, question, distrust
trust, confidence, rely, faith
surprise, shock, astonish, unexpected, stun
criticise, criticize, criticism, critic, condemn, slam, blast, attack, denounce
praise, applaud, laud, compliment, welcome
controversial, disputed, contested, dispute, controversy
dispute, quarrel, row, conflict, argument, disagreement
legal, lawful, law
true, truth, real, genuine, original, authentic
false, untrue, lie, wrong, incorrect
mistake, error, by mistake, slip, wrong, accident, accidentally
know, knew, aware, awareness, knowledge
know, recognise, identify, tell
recognise, recognize, identify, spot, tell
sign, signature, signed, conclude
confirm, confirmation, ratify, approve, adopt, pass, accept, approval
approve, approval, pass, adopt, green light, give the go-ahead, agree
vote for, vote in favour, approve, support
report, account, coverage
document, paper, record, file, card
paper, papers, document, certificate
transcript, text, minutes, wording, record
headline, title
picture, photograph, archive
number, figure, count, total, amount
minority, few
average, mean
last, final, latest
deadline, last day, final date, by when, time limit, until, cut-off
first, initial, earliest
today, now, current, currently
often, frequently, regular, regularly
long, length, duration, last, take
distance, far, away
near, close, nearby
take place, happen, hold, be held, occur, held, place, venue
hold, organise, host, stage, put on, organize
host, venue, held, hold
organise, organize, organiser, organizer, arrange
founded, founder, establish, set up, create, start, foundation
create, creator, invent, inventor, come up with, design
possession, property, belonging
inherit, inheritance, bequeath, leave to, will, heir, legacy, get when
give, donate, donation, present, hand, hand over, gift
get, receive, obtain, gain, be given, be sent
send, sent, mail, dispatch, post
bring, carry, take, deliver, transport
put, place, lay, set
keep, store, hold, retain, stay, remain
store, storehouse, depot, warehouse, storage, keep
stay, remain, still
key, keys, lock
use, utilise, usage, unplug
switch on, turn on
careful, caution, cautious, carefully
train, training, practise
teach, education, teaching
read, write, text
number plate, serial number, serial, number
material, made of, consist, plastic, steel, metal
cheap, cheaper, low-cost, inexpensive
responsible, in charge, liable
spokesman, spokeswoman, spokesperson, speak for, press officer
committee, panel, commission, board
board, trustee, directors, supervisory board
association, society, club, organisation, group, federation
organisation, organization, body, institution, agency, authority, group
authority, watchdog, regulator, agency, office, body
consumer group, watchdog, consumer association, consumer organisation
charity, foundation, ngo, aid organisation
refugee, migrant, asylum seeker, displaced
influence, influential, power
power, rule, control
control, supervise, supervision, monitor, monitoring, oversee, watch
measure, measurement, instrument, gauge
monitor, observe, observatory, watch, keep an eye
image, reputation
culture, cultural
tie, relation, relationship, connection, link, bond
share, portion, percentage, proportion, stake
shareholder, investor, owner
invest, investment, investor
rent, tenant, landlord, lease
housing, flat, apartment, accommodation
security, guard, safety
secretary, assistant
member state, country
spread, expand, extend
block, obstruct, blockade, stop, prevent, veto
prevent, avoid, stop, avert
punish, discipline, sanction
remove, take away, take off, delete, get rid of
collect, gather, collection
collection, treasure
equal, same, identical
different, differ, difference, other
compare, comparison, versus
choose, select, pick, choice, opt, option
offer, provide, make available
accept, take, agree
invite, invitation, guest
greet, welcome, receive
celebrate, celebration, party, feast
morning, am
evening, night
petition, signature, appeal
sign up, register, registration, enrol
vaccinated, immune
retire, retirement, pension, pensioner
disabled, disability, wheelchair
housewife, homemaker
abortion, termination
gay, lesbian, lgbt
black market, smuggling, smuggle
drug, narcotic, cocaine, heroin
alcohol, beer, wine, drunk
smoke, smoking, cigarette
tree, wood, forest
lake, pond
sea, ocean, coast, shore
mountain, hill, peak, mount, summit
beach, seaside
hotel, inn, hostel
kitchen, cook, chef
rebel, separatist, insurgent
common, shared, joint
institution, body, office, authority
hurt, injure, injury, wound > burn, scald, stab, shoot, crush, poison, break arm, break leg
vehicle, transport > car, lorry, truck, bus, train, tram, bike, van, motorbike
sport, sports > football, soccer, tennis, basketball, athletics, swimming, regatta
artwork, art, work of art, work > painting, sculpture, statue, drawing
relative, family > wife, husband, son, daughter, mother, father, brother, sister, parent
official, politician > minister, mayor, president, senator, councillor, governor
company, firm, business > bank, insurer, manufacturer, airline, maker, supplier, retailer, brewery
media, outlet, press > newspaper, radio, television, magazine
weapon > gun, knife, rifle, bomb, pistol
crime, offence > theft, murder, fraud, robbery, arson
animal > dog, cow, sheep, horse, cat, bird, fish
building > house, hall, tower, church, museum, factory, school, hospital, station
punishment, penalty > prison, fine, jail, sentence
accident > crash, collision, derail, fall
disaster, catastrophe > flood, earthquake, fire, eruption, storm, landslide
illness, disease, sickness > cancer, flu, covid, infection
device, product, appliance, thing > kettle, phone, toaster, machine, car
worker, staff, employee > nurse, driver, teacher, miner, guard, doctor
school > university, college, primary
document, paper > letter, contract, report, card, certificate, passport
food > bread, meat, milk, fruit, vegetable
leader > president, prime minister, chairman, head, chief
decide, decision > vote, rule, verdict
protest > strike, demonstration, march, sit-in
stolen, steal > robbed, take
compensate, compensation, make up for > voucher, refund, damages
damage, destroy, destruction > break, burn, flood, collapse
talk, discuss > negotiate, argue
move, leave > flee, evacuate
start, begin, began, begun, beginning, commence, get under way, get going, kick off, set off, onset
launch, unveil, introduce, introduction, roll out, bring in, release
found, set up, establish, create, creation, foundation, form, launch
end, finish, conclude, conclusion, come to an end, be over, wind up, wrap up
stop, halt, cease, discontinue, put an end to, call a halt
stop, prevent, prevention, block, foil, thwart
continue, continuation, go on, carry on, keep going, keep on, proceed
resume, resumption, restart, start again, begin again, reopen
rise, rose, risen, increase, go up, went up, climb, grow, grew, growth, jump, soar, surge, gain
raise, increase, put up, hike, lift, push up, step up, boost
fall, fell, fallen, drop, go down, went down, decrease, decline, slump, slide, plunge, tumble, dip
cut, reduce, reduction, lower, slash, decrease, bring down, cut back, trim
fall, fell, fallen, tumble, trip, topple, fall over, fall down
shrink, shrank, shrunk, get smaller, dwindle
double, twofold, twice as many, twice as much
triple, treble, threefold, three times as many, three times as much
halve, cut in half, cut by half, fall by half
half, fifty per cent, 50 per cent
expand, expansion, extend, extension, enlarge, enlargement, widen, make bigger
change, alter, alteration, amend, amendment, modify, modification, revise, revision
replace, replacement, substitute, swap, take the place of, take over from, succeed, successor
exchange, swap, trade, switch
move, relocate, relocation, transfer, shift, resettle
move house, move home, move to, relocate, resettle
travel, trip, journey, tour, voyage, make the trip, go on a trip
visit, call on, go to see, come to see, stop by, tour
arrive, arrival, reach, get to, turn up, show up, get there
leave, left, depart, departure, set off, set out, go away
leave, left, quit, step down, stand down, resign, resignation, give up post, walk away from
return, come back, came back, go back, went back, get back, comeback
come home, came home, go home, went home, return home, back home, homecoming
enter, entry, go in, went in, come in, get in, get into
break in, broke in, break into, broke into, burgle, burglary, burglar
escape, flee, fled, run away, ran away, get away, got away, abscond, break out, broke out
evacuate, evacuation, clear out, flee home, forced from home
follow, pursue, pursuit, chase, go after, run after
run, ran, sprint, dash, race
walk, go on foot, hike, trek, stroll
climb, scale, go up, ascend, ascent, clamber
jump, leap, leapt, hop
swim, swam, swum, swimming, swimmer, take a dip, bathe
fly, flew, flown, flight, go by plane, go by air
drive, drove, driven, driver, motorist, at the wheel, behind the wheel
ride, rode, ridden, rider
cycle, bike, cyclist, cycling, pedal, bicycle
carry, transport, convey, ferry, haul
bring, brought, deliver, delivery, fetch
send, sent, dispatch, ship, deploy, deployment
post, mail, send by post, send by mail
throw, threw, thrown, hurl, toss, fling, flung, chuck, lob, pelt
pull, drag, tow, tug, haul, yank
push, shove, press
lift, raise, hoist, pick up, winch
hit, strike, struck, slam into, smash into, crash into, run into, ran into, collide with
crash, collision, collide, smash, pile-up, wreck, accident, bump
run over, ran over, run down, knock down, knock over, hit by car, struck by car, mow down
sink, sank, sunk, go down, went down, founder
collapse, cave in, give way, gave way, come down, came down, crumble, fall down, fell down
burst, rupture, split open, blow out
explode, explosion, blast, blow up, blew up, detonate, detonation, go off, went off
leak, seep, spill, escape, ooze, leakage
burn, burnt, fire, blaze, ablaze, alight, on fire, in flames, flame, inferno
catch fire, caught fire, go up in flames, burst into flames, set alight, set ablaze
put out, extinguish, douse, bring under control
allow, let, permit, permission, authorise, authorize, give leave, give the go-ahead
approve, approval, okay, green light, sign off, give the nod, pass, rubber-stamp
licence, license, permit, authorisation, authorization
forbid, forbade, forbidden, ban, bar, prohibit, prohibition, outlaw, not allow, disallow
illegal, unlawful, against the law, outlawed, not legal
legal, lawful, allowed by law, legitimate
force, compel, make someone, oblige, require, coerce
require, requirement, must, have to, mandatory, compulsory, obligatory, need to
optional, voluntary, by choice, not compulsory
give, gave, given, hand over, hand out, grant, donate, donation
award, prize, honour, honor, accolade, gong
medal, medallist, medalist
trophy, cup, silverware
donate, donation, give money, give to charity, contribute, contribution, chip in, gift
donor, benefactor, giver
give back, gave back, return, hand back, restitution, restore
give away, gave away, hand out, free of charge, for free
seize, seizure, grab, snatch, confiscate, impound
take away, took away, remove, removal, strip of, confiscate
receive, receipt, get given, be given, be awarded
recipient, beneficiary
accept, acceptance, say yes, agree to, take up
keep, kept, retain, retention, hold on to, hang on to
share, split, divide up
sell, sold, sale, go for, went for, flog, offload
fetch, sell for, sold for, go for, went for, raise at auction
seller, vendor, retailer, dealer, shopkeeper, trader
buy, bought, purchase, acquire, acquisition, snap up, buyout, take over
buyer, purchaser, new owner
book, booking, reserve, reservation
hire, rent, charter, lease
tenant, renter, lodger, leaseholder
landlord, landlady, property owner
show, display, exhibit, exhibition, put on show, on view
show, reveal, revelation, disclose, disclosure, make public, come to light, came to light
prove, proof, proven, demonstrate, show that
hide, hid, hidden, conceal, concealment, cover up, keep secret
secret, confidential, classified, hush-hush, under wraps, covert
find, found, discover, discovery, come across, came across, spot, locate, track down, unearth, turn up
detect, detection, notice, spot, pick up
look for, search, hunt, seek, sought, scour, comb
lose, lost, misplace, mislay, mislaid, go missing, went missing
missing, disappear, disappearance, vanish, unaccounted for, whereabouts unknown, lost
break, broke, broken, snap, fracture, smash, shatter
break down, broke down, breakdown, fail, failure, pack up, conk out, stop working, malfunction, go wrong
out of order, out of action, not working, out of service, broken down, kaput
outage, blackout, power cut, loss of power, without electricity, without power
destroy, destruction, wipe out, wreck, ruin, level, flatten, raze, devastate
demolish, demolition, knock down, pull down, tear down, tore down, torn down, bulldoze, raze
vandalise, vandalize, vandal, vandalism, deface, graffiti, criminal damage
mend, repair, fix, put right, patch up
renovate, renovation, refurbish, refurbishment, do up, revamp, overhaul, refit
builder, contractor, construction firm, building firm
manufacture, produce, production, turn out
maker, manufacturer, producer, made by
design, designer, draw up, architect, dream up
invent, invention, inventor, come up with, came up with, devise
plant, sow, sown
cut down, fell, chop down, saw down
ask, enquire, inquire, question, quiz, query
ask for, request, call for, appeal for, demand, seek, sought, apply for, plead for
beg, plead, implore, appeal
apply, application, put in for, bid for
applicant, candidate, contender
agree, agreement, accord, consent, come to terms, strike a deal, struck a deal, settle
disagree, disagreement, differ, be at odds, dispute, at loggerheads
quarrel, row, argument, argue, dispute, spat, fall out, fell out, feud, clash, bust-up
refuse, refusal, reject, rejection, turn down, decline, say no, said no, rebuff, knock back
oppose, opposition, object, objection, against, resist, resistance, opponent
support, back, in favour, in favor, endorse, endorsement, stand behind, backing
supporter, backer, fan, follower, advocate
opponent, critic, detractor, objector
promise, pledge, vow, undertake, give word, gave word, commitment, guarantee
keep promise, keep word, make good, live up to
break promise, broke promise, go back on, went back on, renege
want, wish, would like, desire, hope for, be keen
need, require, requirement
plan, intend, intention, mean to, aim, going to, set to
plan, scheme, project, proposal, blueprint
aim, goal, target, objective, purpose, intention
expect, expectation, predict, prediction, forecast, anticipate, anticipation, foresee, reckon
estimate, guess, reckon, put at, put the figure at, calculation
delay, postpone, put off, put back, push back, defer, hold up, held up, set back, behind schedule
bring forward, brought forward, move up, make earlier, hasten
speed up, sped up, hasten, accelerate, acceleration, quicken
slow down, decelerate, lose speed, slowdown
cancel, call off, scrap, axe, abandon, scrub, pull the plug, drop
abolish, abolition, scrap, do away with, get rid of, axe, repeal
withdraw, withdrew, withdrawn, withdrawal, pull out, back out, drop out
badly hurt, seriously hurt, badly injured, seriously injured, serious injury, critical condition, fighting for life
slightly hurt, slightly injured, minor injury, cuts and bruises, walking wounded
unhurt, unharmed, uninjured, unscathed, not hurt, no injuries, safe and well, nobody was hurt, no one was hurt
kill, take life, took life, claim life, slay, gun down
murder, homicide, slaying, slay, slain
killer, murderer
die, death, dead, died, pass away, lose life, lost life, perish, deceased, demise, fatality, deadly, fatal
death toll, number of dead, how many died, how many dead, fatality
kill oneself, suicide, take own life, took own life
survive, survivor, survival, live through, pull through, came out alive, alive
alive, living, not dead, still with us
bury, burial, funeral, laid to rest, lay to rest, interment
grave, tomb, burial place, resting place
body, corpse, remains, dead body, cadaver
mourn, mourning, grieve, grief, bereaved, bereavement
tribute, pay respects, pay tribute
commemorate, commemoration, remember, remembrance
save, rescue, bring to safety, brought to safety, pull to safety, pluck to safety
rescuer, lifesaver, saviour, savior, rescue worker, rescue team
trapped, stuck, stranded, marooned, cut off
help, aid, assist, assistance, support, lend a hand
protect, protection, defend, defence, defense, guard, safeguard, shield
guard, security man, security guard, watchman
attack, assault, set upon, go for, ambush
beat up, batter, assault, rough up, punch, thump
attacker, assailant, person who attacked
mug, mugging, rob, robbery, hold up, held up, stick-up, hold-up
robber, thief, raider, burglar, crook
steal, stole, stolen, theft, nick, pinch, swipe, make off with, made off with, rob
stab, stabbing, knife, knifing
knife, blade, dagger
shoot, shot, gunfire, open fire, gun down, gunned down
gun, firearm, handgun, pistol, revolver
bite, bit, bitten, maul, savage
threaten, threat, menace, intimidate, intimidation
kidnap, abduct, abduction, snatch, take hostage, took hostage
kidnapper, abductor, hostage taker
hostage, captive, held captive
blackmail, extort, extortion, hold to ransom
cheat, swindle, con, scam, fraud, defraud, rip off, dupe, trick, fleece
fraudster, conman, con artist, swindler, scammer, trickster
lie, lied, tell lies, untruth, mislead, misled, deceive, deception, falsehood
false, untrue, not true, wrong, incorrect, inaccurate
fake, forged, forgery, counterfeit, bogus, sham, phoney, phony, not genuine
genuine, real, authentic, authenticity
true, correct, right, accurate, accuracy
fight, fought, brawl, scuffle, punch-up, scrap, clash, battle
win, won, victory, victorious, triumph, come first, came first, take gold, took gold, beat
winner, victor, champion, first place, gold medallist, gold medalist
defeat, beat, overcome, overcame, see off, saw off, thrash, trounce, knock out, get the better of
lose, lost, be beaten, go down to, went down to, beaten, suffer defeat
loser, beaten finalist, losing side
runner-up, second place, come second, came second, finish second
come last, came last, finish last, bottom of the table, last place
draw, drew, drawn, tie, all square, dead heat, stalemate
cost, price, how much, fee
cost, spend, spent, expense, expenditure, outlay
pay, paid, payment, fork out, shell out, cough up, stump up, foot the bill, pick up the bill, settle up
pay back, paid back, repay, repayment, refund, reimburse, reimbursement, money back
pay, wage, salary, earnings, pay packet, take-home pay, income
pay rise, wage rise, salary increase, more pay, higher pay, better pay, pay increase
earn, make money, bring in, take home
bonus, extra pay, perk
owe, debt, in debt, in the red, indebted, arrears
lend, lent, lender, give a loan
borrow, borrower, take out a loan
save up, put aside, set aside, put by, savings
money, cash, funds, dosh, finance
rich, wealthy, wealth, well-off, affluent, loaded, millionaire, well-to-do
poor, poverty, hard up, needy, penniless, badly off, deprived, destitute, skint
afford, have enough money, be able to pay
cheap, inexpensive, low-cost, low price, affordable, bargain, good value
cheaper, lower price, less expensive, price cut, discount, reduced price, knock off
expensive, dear, costly, pricey, high price, steep
dearer, more expensive, costlier, price rise, price increase, price hike, go up in price
free, free of charge, no charge, for nothing, without paying, complimentary
worth, value, valued at, valuation
profit, surplus, make money, in the black
loss, deficit, shortfall, lose money, in the red
fine, penalty, financial penalty
ticket, admission, entry fee
bet, wager, gamble, flutter, punt
jackpot, lottery win, winning ticket
invest, investment, put money into, plough into, plow into, pour into
fund, finance, pay for, bankroll, funding, sponsor, foot the bill
grant, subsidy, subsidise, subsidize, funding, handout
go bust, went bust, bankrupt, bankruptcy, insolvent, insolvency, go under, went under, go to the wall, collapse
live, reside, resident, dwell, inhabitant, inhabit
resident, inhabitant, local, villager, townspeople, citizen, people who live
homeless, rough sleeper, sleep rough, without a home, on the streets
work, job, employment, post, position, occupation, work for
worker, employee, staff, workforce, personnel, labourer, laborer, member of staff
employ, employer, employment, give work, work for
hire, recruit, recruitment, take on, took on, appoint, appointment, sign up
sack, fire, dismiss, dismissal, let go, get the boot, lose job, lost job, lose post, lost post, boot out
lay off, layoff, redundant, redundancy, job cut, job losses, lose job, lost job
unemployed, unemployment, jobless, out of work, on the dole
boss, chief, head, manager, director, executive, supremo, in charge
chief executive, ceo, managing director, boss, company head
lead, led, head, run, in charge of, at the helm, helm, oversee
leader, head, chief, leadership
retire, retirement, hang up boots, give up work, bow out
pensioner, retiree, retired person, senior citizen, elderly, old person, old people, older people, oap
promote, promotion, move up, elevate
demote, demotion, downgrade
suspend, suspension, temporarily removed
on holiday, on vacation, on leave, time off, annual leave
holiday, vacation, break, getaway
tourist, holidaymaker, visitor, sightseer
meet, met, meeting, get together, got together, talks, hold talks
meeting, summit, conference, gathering, assembly
gather, congregate, assemble, come together, came together
crowd, throng, mass, turnout, thousands of people
attend, attendance, be present, go to, went to, turn out, show up, come along
absent, absence, not present, miss, stay away, not turn up, fail to attend
invite, invitation, ask along
talk, speak, spoke, spoken, chat, converse, conversation, discuss, discussion
speech, address, talk, lecture
say, said, tell, told, statement, remark, comment, according to
announce, announcement, declare, declaration, make known, made known, say publicly
explain, explanation, account for, clarify, clarification, spell out
claim, allege, allegation, maintain, assert, assertion, contend
deny, denial, dispute, reject, say it is not true, refute
admit, admission, confess, confession, own up, came clean, come clean, acknowledge
confirm, confirmation, verify, verification, corroborate
insist, insistence, maintain, be adamant, stress
warn, warning, alert, caution, sound the alarm, raise the alarm
advise, advice, recommend, recommendation, suggest, suggestion, urge
suggest, suggestion, propose, proposal, put forward, come up with
urge, call on, appeal to, press, encourage
persuade, persuasion, convince, talk into, win over, won over
complain, complaint, grumble, moan, gripe, grievance, kick up a fuss
criticise, criticize, criticism, slam, slate, condemn, condemnation, hit out, lash out
praise, hail, commend, applaud, pay tribute, compliment, acclaim
insult, offend, verbal attack, slur
apologise, apologize, apology, say sorry, said sorry
thank, gratitude, grateful, thankful, appreciation
congratulate, congratulation, well done, applaud
blame, responsible, at fault, to blame, hold responsible, held responsible
accuse, accusation, point the finger, allege, allegation
forgive, forgave, forgiven, pardon, forgiveness
contact, get in touch
shout, yell, scream, cry out, holler
cry, weep, wept, in tears, sob, tearful
laugh, laughter, giggle, chuckle
name, call, known as, christen, baptise, dub
rename, new name, renamed, change name
identify, identification, name, identity
write, wrote, written, author, writer, pen
author, writer, novelist, penned by
read, leaf through, peruse
sign, signature, signed, put name to, ink
publish, publication, print, bring out, brought out, release, come out, came out
record, tape, film, video, footage
photo, photograph, picture, pic, snap, image
photographer, cameraman, snapper, paparazzi
message, text, text message
unknown, not known, unclear, uncertain, not clear, mystery, unsure
understand, understood, grasp, realise, realize
mistrust, distrust, lack of trust
doubt, sceptical, skeptical, uncertain, unsure
remember, recall, recollect, recollection, think back
forget, forgot, forgotten, slip mind, overlook
learn, learnt, find out, found out, discover, hear, heard
teach, taught, instruct, instruction, tutor
teacher, schoolteacher, tutor, schoolmaster, instructor
headteacher, head teacher, principal, headmaster, headmistress
pupil, schoolchild, schoolchildren, schoolboy, schoolgirl, student
student, undergraduate, university student, undergrad
fear, afraid, scared, frightened, frighten, fright, worry, dread, terrified, scare
worry, worried, concern, anxious, anxiety, uneasy, trouble
hope, optimism, optimistic, wish, look forward
angry, anger, furious, fury, outrage, irate, mad, up in arms, livid
happy, happiness, glad, pleased, delighted, delight, joy, thrilled, over the moon, chuffed
sad, sadness, unhappy, heartbroken, upset, distress, sorrow, devastated
disappoint, disappointment, let down, gutted
shock, stun, surprise, astonish, astonishment, amaze, taken aback
proud, pride, take pride
ashamed, shame, embarrassed, embarrassment, humiliate, humiliation
jealous, jealousy, envy, envious
bored, boredom, fed up, tired of
tired, exhausted, exhaustion, worn out, weary, fatigue, knackered
lonely, loneliness, isolation
love, adore, fond of, be keen on
enjoy, fond of, be keen on
hate, hatred, loathe, detest, dislike
calm, peaceful, quiet
brave, bravery, courage, courageous, heroic, heroism, valour
hero, heroine
popular, popularity, well liked, in demand, sought after
famous, well-known, celebrity, celeb, star, fame, household name, renowned
lucky, fortunate, luck, good fortune
unlucky, unfortunate, bad luck, misfortune
check, inspect, inspection, examine, examination, look at, look into, go over
investigate, investigation, probe, inquiry, enquiry, look into
test, try out, tried out, experiment, trial run, pilot scheme
expert, specialist, authority, professional
expert, consultant, adviser, advisor
count, tally, add up
number, how many, total, figure, amount
choose, chose, chosen, choice, pick, select, selection, opt, go for, plump for
decide, decision, make up mind, determine
decide against, decided not to, rule out, opt not to
try, attempt, bid, effort, seek to, sought to, have a go
succeed, success, successful, pull off, achieve, achievement
fail, failure, not succeed, unsuccessful, flop, fall through, fell through, come to nothing
attract, draw, drew, pull in, bring in
own, owner, belong, possess, possession, ownership, proprietor
control, run, in charge, manage, management
use, usage, utilise, utilize, make use of
waste, squander, fritter away
throw away, threw away, dump, discard, bin, get rid of, dispose of, disposal
rubbish, waste, trash, garbage, litter
recycle, recycling, reuse
join, become a member, became a member, sign up, enrol, enroll, enlist
member, belong to, part of
take part, took part, participate, participation, participant, compete
competitor, contestant, entrant
split, split up, break up, broke up, separate, separation
together, jointly, side by side, in partnership, team up, join forces
cooperate, cooperation, work together, collaborate, collaboration, team up, join forces
merge, merger, join together, combine, amalgamate, tie-up
include, inclusion, consist of, contain
exclude, exclusion, leave out, left out, shut out, not include
add, addition, extra, additional
remove, removal, take out, took out, take down, took down, get rid of, clear
happen, take place, took place, occur, be held, come about, came about
incident, occurrence
open, open up, opening, opened doors, inaugurate, inauguration
close, shut, closure, shut down, close down, close doors, shutdown, shutter
wait, await, hang on
queue, line up, stand in line
hurry, rush, dash, hasten
stay, remain, stay put, stop over
sleep, slept, asleep, nap, doze
wake, woke, woken, awake, wake up
eat, ate, eaten, consume, consumption, dine, feed on
drink, drank, drunk, consume, sip, swallow
cook, prepare food
cigarette, fag, ciggy
vape, e-cigarette
wear, wore, worn, dressed in, have on, had on
clean, cleaning, clear up, cleared up, clean up, mop up, wash
dirty, filthy, polluted, contaminated, unclean
full, packed, no room, no space
empty, vacant, unoccupied, deserted, vacate
storage, stash, stockpile
supply, provide, provision, deliver, lay on
shortage, lack, scarcity, scarce, run out, ran out, short of, shortfall
surplus, too many, too much, excess, glut
solve, solution, sort out, resolve, crack
deal with, handle, tackle, cope with, address
ignore, take no notice, overlook, disregard, turn a blind eye
avoid, steer clear, keep away from, dodge, evade
celebrate, celebration, party, festivity
perform, performance, on stage
act, appear in, star in
sing, sang, sung, song, singer, vocalist
dance, dancer, dancing
see, saw, seen, witness, watch, view
witness, eyewitness
bystander, onlooker, passer-by, passersby
spectator, audience, crowd
viewer, audience, tv audience
hear, heard, listen, listener
smell, stink, stench, odour, odor
noise, sound, din, racket
hold, held, grip, clutch, grasp
tie up, bind, bound
big, large, huge, massive, enormous, giant, gigantic, vast
biggest, largest, greatest
smallest, littlest, tiniest
new, latest, brand new, recent, fresh
old, ancient, antique, historic, centuries-old
oldest, eldest
young, youngster, youth, juvenile, teenage
old, aged, age, how old, years old
fast, quick, rapid, speed, swift, speedy
fastest, quickest, record time, shortest time
slow, sluggish, at a crawl
late, delay, behind schedule, behind time, overdue, not on time
early, ahead of time, ahead of schedule
long, length, how long, lengthy
duration, how long, last, length of time
tall, high, height, how tall, how high
deep, depth, how deep
wide, width, broad, across
heavy, weight, weigh, how heavy
far, distance, how far, distant
near, close to, nearby, next to, not far from, in the vicinity
good, great, excellent
bad, terrible, awful, dreadful
better, improve, improvement, get better
worse, deteriorate, deterioration, worsen, get worse
best, finest, top, greatest
important, key, major, significant, significance, crucial, vital, importance
serious, severe, critical, severity
dangerous, danger, hazard, hazardous, unsafe, risk, risky, peril, threat
safe, safety, harmless, out of danger, secure, not dangerous
strong, strength, powerful, mighty
weak, weakness, feeble, frail
hard, difficult, difficulty, tough, challenging
easy, simple, straightforward
possible, possibility, potential
likely, probable, probably, chance, probability
unlikely, improbable, not expected
certain, sure, definite, certainty
rare, unusual, uncommon, seldom
common, usual, widespread, ordinary, frequent
normal, ordinary, regular, as usual
strange, odd, weird, unusual, bizarre, peculiar
public, open to all, open to everyone
private, privately owned, personal
ready, prepared
complete, completion, finish, finalise, finalize
whole, entire, total
part, section, portion, piece
beautiful, lovely, pretty, attractive, stunning
ugly, eyesore, hideous
fair, fairness, impartial
unfair, unjust, injustice
different, difference, distinct, unlike
alone, on own, single-handed, solo, by himself, by herself
only, sole, just one
first, maiden, debut, initial, for the first time
next, following, upcoming, forthcoming, coming
former, ex, previous, past, one-time
predecessor, previous holder, former holder, who came before
current, present, now, incumbent, sitting
temporary, temporarily, interim, short-term, for the time being, caretaker
permanent, permanently, for good, for ever, forever
always, all the time, constantly
never, at no time, not once
often, frequently, many times, regularly
sometimes, occasionally, now and then
again, once more, another time
once, one time, on one occasion
twice, two times, on two occasions
daily, every day, each day, per day, a day
weekly, every week, each week, per week, a week
monthly, every month, each month, per month, a month
yearly, annual, every year, each year, per year, a year
tonight, this evening
overnight, during the night, in the night
dawn, daybreak, sunrise, first light
dusk, nightfall, sunset
noon, midday, 12 o'clock
fortnight, two weeks
decade, ten years
century, hundred years, 100 years
anniversary, jubilee, years since
weekend, saturday and sunday
christmas, festive season, xmas, yuletide
what time, what date, which day, what day
date, day, which day
deadline, time limit, cut-off, cutoff, closing date, due date
soon, shortly, in the near future, before long
at once, immediate, immediately, straight away, right away, instantly
recent, recently, lately, not long ago
earlier, before, previously, prior
later, afterwards, subsequently
until, till
around, roughly, approximately
more than, upwards of
many, lots of, a lot of, plenty of, numerous
several, a number of, a few
couple, two, pair
dozen, twelve, 12
most, majority, more than half
minority, less than half, fewer than half
nobody, no one, none
everybody, everyone, all people
people, person, ppl, folk, human
man, bloke, guy, gentleman, chap, fella, male
child, children, kid, youngster, minor, youth, little one
child, children, offspring
son, boy
daughter, girl
baby, infant, newborn, bairn, tot
toddler, small child, young child, little one
boy, lad, schoolboy
girl, lass, schoolgirl
teenager, teen, adolescent, youth
adult, grown-up
mother, mum, mom, mam, mummy
father, dad, daddy
parent, mother and father, mum and dad
brother, sibling, bro
sister, sibling, sis
grandmother, gran, granny, nan, grandma
grandfather, grandad, granddad, grandpa
grandparent, grandmother
grandparent, grandfather
relative, relation, family, next of kin, loved one, kin
husband, spouse, hubby
wife, spouse, missus
boyfriend, partner, other half
girlfriend, partner, other half
marry, marriage, wed, wedding, tie the knot, got hitched, get hitched
engaged, engagement, get engaged, pop the question
divorce, end of marriage, dissolve marriage
pregnant, pregnancy, expecting, with child
birth, born, give birth, gave birth, have a baby, had a baby
friend, mate, pal, buddy
neighbour, neighbor, next door, people next door
colleague, workmate, coworker, co-worker, fellow worker, teammate
rival, opponent, adversary, competitor
enemy, foe, opposing side
stranger, unknown person, someone unknown
commuter, people going to work, rail user
pedestrian, walker, person on foot
volunteer, unpaid helper, helper
police, cop, policeman, policewoman, officer, bobby, constable
detective, investigator, sleuth
firefighter, fireman, firemen, fire crew, fire brigade, fire service
ambulance crew, paramedic, medic
doctor, physician, gp, doc
vet, veterinary, animal doctor
patient, sick person, person being treated
soldier, troop, serviceman, servicewoman, squaddie, military
sailor, seaman, seafarer, mariner
pilot, airman, flyer
captain, skipper
farmer, grower, rancher, smallholder
fisherman, fishermen, angler, trawlerman
waiter, waitress, server
caretaker, janitor
mechanic, technician
scientist, researcher, boffin
astronaut, cosmonaut, spaceman, space traveller
journalist, reporter, correspondent, hack
newspaper, paper, tabloid
television, tv, telly, small screen
presenter, host, anchor, broadcaster
actor, actress, film star, movie star
band, pop group
priest, vicar, clergyman, parson, cleric, reverend
monarch, sovereign
king, monarch, his majesty
queen, monarch, her majesty
official, officer, functionary
mayor, mayoress, town leader, head of the council
minister, secretary of state, cabinet member
watchdog, regulator, ombudsman
chairman, chairwoman, chair, chairperson
founder, creator, set up by, founded by
foreigner, foreign national
immigrant, migrant, incomer, newcomer
refugee, asylum seeker, displaced person
nationality, what country, citizen, citizenship
prisoner, inmate, jailbird
prison, jail, gaol, behind bars, nick, locked up
arrest, detain, detention, take into custody, took into custody, nab, cuff
taken to hospital, hospitalise, hospitalize, admitted to hospital
disease, illness, sickness, ailment
recover, recovery, get better, got better, on the mend, recuperate
healthy, fit, in good health
cure, heal, make well
treat, treatment, therapy, care for
operation, surgery, op, go under the knife
medicine, drug, medication, pill, tablet
poison, toxic, toxin, poisonous
come down with, came down with, go down with
disabled, disability, handicapped, wheelchair user
blind, sightless, unable to see, lose sight, lost sight
deaf, unable to hear, hard of hearing, hearing loss
place, location, site, spot, venue, scene
abroad, overseas, foreign, in another country
village, hamlet, small community
area, district, region, neighbourhood, neighborhood
seat of government, capital city
suburb, outskirts, edge of town
town centre, city centre, downtown
countryside, rural, out of town, country area
street, road, lane, avenue
motorway, highway, freeway, expressway, dual carriageway
junction, crossroads, intersection
roundabout, traffic circle
pavement, sidewalk, footpath
bridge, crossing, viaduct, flyover
tunnel, underpass
border, frontier, boundary
coast, shore, seaside, seafront, coastline
beach, sands, seashore
river, stream, waterway, brook
lake, loch
forest, wood, woodland
field, meadow, pasture
island, isle, islet
harbour, harbor, port, dock, quay
house, home, residence, property, dwelling
home, housing, accommodation, lodging
flat, apartment, condo
tower block, high-rise, block of flats, apartment block
skyscraper, high-rise, tower
mansion, stately home, country house, manor
supermarket, grocery store, food shop
shopping centre, mall, shopping mall
restaurant, cafe, eatery, diner
pub, bar, inn, tavern, boozer
hotel, guest house, inn, motel
cinema, movie theatre, picture house
theatre, theater, playhouse
swimming pool, pool, lido, baths
gym, fitness centre, health club
church, chapel, cathedral, place of worship
mosque, muslim place of worship
airport, airfield, aerodrome
station, railway station, train station
car park, parking lot, parking space
petrol station, filling station, gas station, garage, service station
university, uni, college
toilet, loo, lavatory, bathroom, restroom, wc
lift, elevator
floor, storey, level
basement, cellar
room, chamber
roof, rooftop
entrance, doorway, way in
exit, way out
stairs, staircase
garden, yard, backyard
fence, railing, barrier
food, meal, grub, dish, nosh
lunch, midday meal
dinner, evening meal, supper
breakfast, morning meal
snack, bite to eat, nibble
menu, dish, bill of fare
groceries, food shopping, weekly shop
chips, fries, french fries
crisps, potato chips
sweets, candy, confectionery, sweetie
biscuit, cookie
bread, loaf, loaves
vegetable, veg, veggies, greens
fruit and vegetables, fresh produce
alcohol, booze, liquor
drunk, intoxicated, over the limit, under the influence
beer, ale
beer, lager
fizzy drink, soft drink, soda, pop
hungry, hunger, starve
famine, starvation, mass hunger
thirst, thirsty, dehydrated, dehydration
vegetarian, meat-free, veggie
vegan, plant-based
ingredient, made of, made from, made with, contain
animal, creature
wildlife, wild animals
dog, hound, canine, pup, puppy, pooch, mutt
cat, feline, kitten, moggy
sheep, ewe, flock
pig, hog, swine
horse, mare
horse, stallion
horse, pony
chicken, hen, poultry
livestock, farm animals
bird, fowl
shark, great white
snake, serpent
insect, bug, creepy-crawly
mouse, mice, rodent
rat, rodent, vermin
zoo, wildlife park, safari park
breed, species
extinct, extinction, die out, died out
endangered, at risk of extinction, threatened species
vehicle, car, motor vehicle
car, motor, automobile, auto
lorry, truck, hgv, heavy goods vehicle, juggernaut
bus, coach, minibus, double-decker
train, rail service, locomotive
underground, tube, subway, metro
tram, streetcar, light rail
plane, aircraft, aeroplane, airplane, jet, airliner
helicopter, chopper
liner, cruise ship
ferry, boat, passenger boat
boat, vessel, craft
motorbike, motorcycle
motorcyclist, biker
taxi, cab, minicab
cabbie, taxi driver, cab driver
spacecraft, spaceship, space capsule
pram, pushchair, buggy, stroller
petrol, fuel, gasoline
diesel, fuel
engine, motor
seat belt, safety belt, seatbelt
traffic jam, tailback, congestion, gridlock, hold-up
speeding, driving too fast, above the speed limit, over the speed limit
detour, diversion, divert, alternative route, another way
route, way, path, course
timetable, schedule, programme, program
fare, ticket price, price of travel
luggage, baggage, suitcase
clothes, clothing, outfit, garment, attire
trousers, pants
jumper, sweater, pullover, jersey
coat, jacket, anorak, overcoat
shoe, footwear
dress, gown, frock
hat, cap, headgear
helmet, hard hat, crash hat
jewellery, jewelry, jewel, gem
mask, face covering
stomach, belly, tummy, abdomen
eye, sight, eyesight, vision
tooth, teeth, dental
heart attack, cardiac arrest, coronary
stroke, brain haemorrhage, brain bleed
blood, bleed, bled
broken leg, leg fracture, fractured leg
unconscious, knocked out, passed out, pass out, blacked out, faint, coma
conscious, awake, come round, came round
pain, ache, sore, hurt
flu, influenza
fever, high temperature
vomit, throw up, threw up, be sick, nausea
overweight, obese, obesity, fat
thin, slim, skinny
weather, weather conditions
weather forecast, weather outlook
rain, rainfall, shower, downpour, wet, drizzle
heavy rain, downpour, torrential, deluge, cloudburst
snow, snowfall
blizzard, snowstorm
ice, icy, frost, frozen, freeze, froze
hail, hailstorm, hailstones
storm, gale, tempest, high winds
wind, gust, breeze, windy
hurricane, typhoon, cyclone, tropical storm
tornado, twister, whirlwind
thunderstorm, thunder, electrical storm
fog, mist, foggy, poor visibility
sunny, sunshine, clear sky, bright
hot, heat, heatwave, scorching, boiling, warm
cold, chilly, freezing, frosty
temperature, degree, how hot, how cold
dry, drought, lack of rain, no rain
flood, inundate, inundation, under water, deluge, swamped
landslide, mudslide, landslip
avalanche, snowslide
tidal wave, tsunami, giant wave
wildfire, bushfire, forest fire
disaster, catastrophe, tragedy, calamity
reason, why, cause, because, motive, due to, grounds, owing to
cause, lead to, led to, bring about, brought about, result in, trigger, spark
result, outcome, consequence, effect, upshot
affect, impact, effect, hit
problem, trouble, difficulty, issue, snag, hitch, glitch
mistake, error, blunder, slip, slip-up, oversight, gaffe
fault, defect, flaw, defective, faulty, bug, failing
solution, way out, remedy
rumour, rumor, gossip, hearsay
news, story, report, tidings
information, info, detail, data, fact
detail, particulars, specifics
idea, notion, concept, proposal
opinion, view, viewpoint, stance, standpoint
rule, regulation
entitlement, entitled, eligible
duty, responsibility, obligation
role, job, function
skill, ability, talent, expertise
chance, opportunity
advantage, benefit, upside
disadvantage, drawback, downside
purpose, what for, use, aim
method, technique
limit, cap, maximum, ceiling, at most
minimum, at least, no fewer than, no less than
record, all-time high, best ever, highest ever
record low, all-time low, lowest ever, worst ever
highest, peak, maximum
lowest, minimum
average, typical
percentage, per cent, percent, proportion
billion, bn, thousand million
pound, sterling, gbp, quid
dollar, usd, buck
euro, eur, single currency
kilometre, kilometer, km
metre, meter
kilogram, kilo, kg
tonne, ton
sack, fire, dismiss, dismissal, let go, lay off, layoff, redundant, redundancy, lose job
lose post, lose job, dismiss, dismissal, sack, oust, remove from office, give the boot
resign, resignation, step down, quit, stand down, give up post, hand in notice
hire, recruit, recruitment, take on, employ, give a job
appoint, appointment, name as, put in charge
retire, retirement, stop work, give up work
unemployment, joblessness, jobless rate
worker, employee, staff, workforce, personnel, staffer
boss, chief, head, leader, in charge
boss, manager, chief executive, ceo, managing director, executive
job, post, position, role
pay rise, pay raise, pay increase, wage rise, wage increase, more pay, higher pay, higher wage, better pay
pay cut, wage cut, less pay, lower pay, lower wage
union, trade union, labour union, labor union
headquarters, head office, main office, hq
bankrupt, bankruptcy, insolvent, insolvency, go bust, go under, out of business
merge, merger, join forces, fuse, fusion, combine
takeover, take over, acquire, acquisition, buyout, buy out
sell, sale, flog, sell off
sold for, go for, fetch, change hands for
supermarket, grocery store, grocer
cost, price, how much, set back, worth
price cut, cheaper, discount, markdown, knock off
free, free of charge, for free, gratis
money, cash, fund, sum, dough
subsidy, grant, state aid, funding, financial support
loan, credit
debt, money owed, owe
repay, pay back, pay off
refund, money back, reimburse, reimbursement, get money back
profit, net income, gain
revenue, turnover
save money, cut cost, economise, economize, belt-tightening
interest rate, base rate, borrowing cost
inflation, rising prices, price growth
recession, downturn, slump
tax cut, lower tax, tax relief
tax rise, tax hike, tax increase, higher tax
fine, financial penalty, penalise, penalize
poor, needy, hard up, impoverished, on low income
rent, rental
landlord, landlady, letting owner
product, item, article, merchandise
recall, call back, take off the shelf, pull from shelf, withdraw from sale, take off the market
shortage, lack, scarcity, short supply, run out
vote, cast a ballot, cast a vote, go to the polls
run for, stand for, seek election, candidacy
re-election, re-elected, second term, another term, stand again, run again
referendum, plebiscite, popular vote
parliament, legislature, national assembly, congress
mp, member of parliament, lawmaker, legislator, parliamentarian
deputy, vice, second in command, number two, stand-in
spokesman, spokeswoman, spokesperson, press officer, press secretary
bill, draft law, draft legislation
pass, adopt, approve, vote through
reject, vote down, turn down, throw out
come into force, take effect, come into effect, in force, effective from, apply from
oust, topple, overthrow, bring down, unseat, depose
successor, replacement, take over from, next in line
former, ex, previous, old, onetime
corruption, graft, bribery, sleaze
mayor, mayoress, head of the town
council, town council, city council, local authority, local council
councillor, councilor, council member, councilman, councilwoman
citizen, passport holder
region, area, district, province, county
independence, secession, secede, break away, split from
summit, leaders meeting, top-level meeting
sanction, embargo, trade ban
expel, expulsion, throw out, kick out, boot out
foreign, overseas, abroad, from another country
foreigner, non-citizen
police, police force, law enforcement
arrest, detain, take into custody, nab, nick, apprehend, collar
custody, detention, remand, held by police, in the cells
convict, find guilty, guilty verdict
acquit, acquittal, exonerate, walk free
sentence, jail term, prison term, how long in jail
jail, imprison, imprisonment, lock up, put behind bars, send to prison
life sentence, life in prison, jailed for life, life imprisonment
death penalty, capital punishment, death sentence
free, release, set free, let out, let go, out of jail, out of prison, liberate
bail, out on bail, free on bail, release on bail
plead guilty, guilty plea, admit the charge, admit guilt
court, tribunal, courtroom
lawyer, attorney, solicitor, barrister, counsel, legal team, legal adviser
defendant, the accused, in the dock, on trial
trial, court case, court proceedings, stand trial
hearing, court session, court appearance
sue, lawsuit, take to court, legal action, litigation
verdict, ruling, judgment, judgement, court decision
appeal, challenge, contest
overturn, quash, strike down, annul, set aside
criminal, crook, offender, lawbreaker
victim, injured party
rob, robbery, hold up, heist, stick-up
fraudster, scammer, swindler, con man
kill, take the life
smuggler, trafficker
arson, start a fire, set fire to, set on fire, torch
manhunt, police hunt, hunt for
missing, disappear, disappearance, vanish, go missing
raid, swoop
cctv, security camera, surveillance camera
terrorist, extremist, militant
terror attack, terrorist attack, terrorism
bomb, explosive, explosive device
war, conflict, armed conflict, fighting, hostilities
battle, combat, fighting, clash
occupy, occupation
missile, rocket
soldier, troops, serviceman, servicewoman, military personnel
rebel, insurgent, guerrilla
surrender, give up, capitulate, lay down arms
ceasefire, truce, armistice, end to fighting
peace deal, peace treaty, peace agreement, peace accord
withdraw, withdrawal, pull out, pull back, retreat
deploy, deployment, send in
capture, seize, seizure, take control of
protester, demonstrator, marcher
riot, unrest, disorder, disturbance
seriously injured, badly hurt, seriously hurt, severely injured, critical condition
die, death, dead, be killed, was killed, were killed, got killed, lose life, lost their lives, pass away, fatality
death toll, number of dead, how many died, how many killed, how many dead
fatal, deadly, lethal
survive, survivor, live through, come out alive, stay alive
suicide, take own life, kill himself, kill herself
last will, testament
born, birth, come into the world, give birth
pregnant, pregnancy, expecting a baby
marry, marriage, wed, get married, tie the knot
divorce, end marriage, marriage ended
split up, break up, separate, part ways
crowd, throng, mass of people
tourist, holidaymaker, vacationer, sightseer
stop, halt, cease, bring to an end
continue, carry on, go on, keep going, last
resume, restart, start again, begin again, pick up again
reopen, open again, back open
launch, introduce, introduction, bring out, roll out, unveil, come out
fall, drop, decrease, decline, go down, sink, plunge, slump
raise, increase, put up, hike, push up, bump up
expand, expansion, enlarge, extend, extension, grow bigger
move, relocate, move house
attend, attendance, turn up, show up, come along
take part, participate, compete, enter
pull out, drop out, withdraw, back out, quit
bring, deliver, delivery, drop off
take away, remove, removal, seize, confiscate
get rid of, dispose of, throw away, dump, ditch, bin
hide, conceal, cover up, keep secret, hush up
secret, confidential, classified, hidden, hush-hush
show, display, exhibit, on show, on display
reveal, disclose, disclosure, make public, bring to light, divulge, expose
come to light, emerge, come out, become known
leak, slip out
announce, announcement, make known, declare, declaration, proclaim
find, track down, trace
find out, learn, learnt, discover, realise, realize, get to know
recover, get back, recovery, retrieve
look for, search for, seek, hunt for
crack, split, fracture
break down, pack up, stop working, conk out, out of order
damage, harm, wreck
burn, burnt, on fire, go up in flames, catch fire
burn, burnt, scald
restore, restoration, renovate, refurbish, do up, done up
rebuild, rebuilt, reconstruct, build again
set up, establish, start up
founder, creator, who started, who set up, who founded
allow, permit, permission, let, authorise, authorize, authorisation
legal, lawful, permitted, allowed, within the law
illegal, unlawful, against the law, illicit
go-ahead, green light, approval, permission, consent
approve, approval, give the go-ahead, green-light, give the green light, ok
order, command, instruct, tell to
ask, request, ask for
call for, demand, urge, ask for, press for, push for, appeal for
agree, come to terms, reach a deal, reach agreement, strike a deal
agree, consent, accept
refuse, refusal, decline, unwilling, turn down, reject
promise, pledge, vow, swear, commit, commitment
want, wish, would like, desire, keen
plan, proposal, propose, scheme, project
delay, postpone, postponement, put off, push back, defer, put back, hold off
delay, late, behind schedule, hold up, overdue
cancel, cancellation, call off, scrap, abandon, axe
bring forward, earlier than planned, move up
on time, punctual, as scheduled, as planned, on schedule
suspend, suspension, put on hold, freeze, pause
prevent, stop, avert, head off, keep from
rescuer, rescue worker, rescue team, emergency crew
defend, defence, defense, stand up for, stick up for
help, aid, assist, assistance, lend a hand, help out
support, back, endorse, endorsement, be in favour, be behind, stand behind
oppose, opposition, be against, object, resist, resistance
winner, victor, champion, first place, came first
succeed, success, successful, manage, pull off
happen, occur, take place, go on
replace, replacement, swap, exchange, substitute, take the place
worsen, get worse, deteriorate, go downhill
stay, remain, stick around
stay with, lodge, accommodation
wait, queue, stand in line
live, reside, residence, inhabit, dwell
come from, hail from, native, originate
meeting, session, gathering, get-together
visit, call on, go to see, drop in
mediate, mediator, go-between, broker
describe, description, portray
publish, publication, bring out, release, put out
letter, message
phone, ring, call, telephone, give a call
know, be aware, awareness
recognise, recognize, identify, identification
think, believe, belief, reckon, feel, opinion, view
confirm, confirmation, verify, prove true
fear, afraid, worry, scared, concern, anxious, frightened
angry, anger, furious, fury, outrage, mad, livid, fuming, annoyed
happy, pleased, glad, delighted, overjoyed, joy
sad, sadness, upset, grief, heartbroken, unhappy
shock, stun, horrified
surprise, unexpected, astonish, amaze, out of the blue
criticise, criticize, criticism, slam, condemn, denounce, hit out at, blast
blame, responsible, responsibility, at fault, whose fault
trust, confidence, faith, rely on
true, truth, correct, accurate
mistake, error, by mistake, slip-up, blunder, wrong
accidental, by accident, unintentional, by mistake
deliberate, on purpose, intentional, wilful
decide, decision, resolve, make up mind
lead, head, be in charge, run
control, supervise, oversee, oversaw
learn, learnt, study
effect, impact, consequence, influence
hospital, clinic, infirmary, medical centre, medical center
ill, sick, unwell, poorly, fall ill, take ill
infect, catch the virus, catch the disease
vaccine, vaccinate, jab, inoculate, immunise, immunize
drug, narcotic, illegal substance
operation, surgery, operate on, go under the knife
recover, recovery, get better, get well
contaminate, taint, pollute
food poisoning, foodborne illness
expert, specialist, authority on
dig, excavate, unearth
astronaut, cosmonaut, spaceman, spacewoman
spacecraft, spaceship, space probe
lift off, blast off, liftoff
erupt, spew lava
firefighter, fireman, fire crew, fire brigade, fire service, fire department
heatwave, heat wave, extreme heat, hot spell
drought, dry spell, lack of rain
weather service, met office, weather office, forecaster, meteorologist
accident, crash, mishap
crash, collide, collision, run into, pile-up
rubble, debris, wreckage
trapped, stuck, pinned down
coastguard, coast guard, sea rescue
evacuate, get out, move out, clear out, flee home, leave home
homeless, lose home, roofless, sleep rough
power cut, blackout, outage, power failure
charity, aid group, ngo, aid organisation, non-profit
climate change, global warming, climate crisis
emission, greenhouse gas, carbon dioxide, co2
nuclear power, atomic energy, nuclear energy, atomic power
oil, crude, petroleum
energy supplier, power company, utility
crop, harvest
cattle, cow, herd
railway station, train station, rail station
derail, derailment, come off the rails, leave the track
passenger, traveller, people on board, rider
airline, carrier
land, touch down
plane crash, air crash, air disaster
cyclist, bike rider
motorist, car driver
lorry driver, truck driver, trucker
run over, knock down, hit by a car
drink-driving, drunk driving, drunk at the wheel
capsize, overturn, turn over
building site, construction site
planning permission, building permit, planning consent
social housing, public housing, council housing
evict, throw out of the home
house price, property price, home price
neighbourhood, neighborhood, district, quarter
primary school, elementary school
secondary school, high school
nursery, kindergarten, day care, daycare, creche, preschool
exam, examination, school test
monument, memorial
actor, actress, performer
director, filmmaker, film-maker
film, movie, motion picture
cinema, movie theater, picture house
song, tune, track
concert, gig, recital
meal, dinner, lunch
priest, vicar, pastor, clergyman
referee, ref, umpire
final score, result, how did it end
title, championship, crown
champion, title holder, titleholder
qualify, qualification, make it to, get through
knock out, eliminate, crash out
stadium, football ground, arena
phone, telephone, mobile, cellphone, smartphone
website, web page, site
social media, social network
hack, cyberattack, cyber attack
article, news report, news story
broadcaster, tv station, tv channel
hoax, fake news, false report
big, large, huge, great, enormous, massive, giant
small, little, tiny, mini
size, how big, how large
speed, how fast
important, key, main, major, crucial, significant
difficult, hard, tough, tricky
slight, minor
broken, out of order
busy, crowded, packed
same, identical, alike
total, altogether, in all, overall
half, fifty percent, 50 percent
more than, above, exceed
less than, below, fewer than
last, latest, most recent
deadline, time limit, final date, closing date, cut-off date, by when
now, currently, at present, at the moment
coast, shore, seaside, seashore
group, organisation, organization, association, body
united states, usa, america
united kingdom, uk, britain
european union, eu
united nations, un
get the job, be appointed, be named, land the job
kick out, throw out, expel, eject, boot out
get hurt, be injured, be wounded, come to harm
turn off, switch off, unplug, power down
tighten, toughen, make stricter, crack down
impose, slap on, bring in
lift, remove, scrap
limit, restrict, curb, cap
abandon, give up, drop, ditch
inform, notify, let know, tell
report to police, call the police, ring the police, tell the police
hit, strike, bang into
promote, move up the ranks
fundraiser, fundraising, raise money, collect money, appeal for money
serial number, batch number, lot number
"""

OPPOSITES = """
allow, permit, permission, may, can, legal, possible | forbid, ban, bar, prohibit, not allow, illegal, exclude, refuse
open, reopen, unlock, running, operate, work | close, shut, lock, stand still, stood still, stop, idle, out of order
find, recover, back, locate | missing, lose, gone, disappear, vanish
safe, harmless, secure | danger, dangerous, unsafe, risk, hazard, warn, nobody should
guilty, confess, admit, plead guilty | innocent, not guilty, deny, acquit, clear
custody, jail, prison, behind bars, detain, arrest | free, bail, release, at large, abroad
agree, accept, support, back, in favour, for, approve, yes | refuse, reject, oppose, against, disagree, turn down
agree, unanimous, united | dispute, differ, while, but, disagree, split, divided
dead, die, kill, death | alive, survive, unhurt, live
hurt, injure, injury, harm | unhurt, unharmed, nobody was hurt, safe
win, victory, beat | lose, defeat
start, begin, go ahead, take place | cancel, postpone, delay, put off, call off
stay, remain | leave, go, flee, evacuate, quit, depart
come, return, willing | refuse, stay away, decline
apologise, sorry, regret | no apology, refuse
rise, grow, increase, more, go up | fall, drop, shrink, less, decrease, halve, go down, fewer
strong, worse, stronger | weak, lose strength, fade, calm, weaker
full, enough | lack, empty, short of, shortage
succeed, success, work | fail, failure, break down, not work
know, aware | did not know, unaware, not tell, not told
true, right, correct | false, wrong, deny, untrue
public, show, watch, broadcast | secret, closed, forbid, no camera
hire, new job | sack, dismiss, fire, lose post, lay off
sack, dismiss, lay off, fire, let go, job loss | keep job, nobody will be dismissed, nobody will lose, job guarantee
pay, paid, get money | unpaid, pay nothing, no money
qualify, take part, play | not qualify, exclude, bar
member, join, part | leave, want to join, candidate
finish, complete, done | unfinished, delay, still under way
confirm, sign, pass, ratify | unconfirmed, not confirm, block, veto, reject
old, former | new
married, wife, husband | divorce, single, widow
"""
