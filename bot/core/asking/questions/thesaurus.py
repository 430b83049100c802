"""Words that mean nearly the same in a question about news: English."""

GROUPS = """
police, cop, officer, constable, detective, investigator, police force
sack, fire, dismiss, dismissal, let go, lay off, layoff, make redundant, redundant, redundancy, kick out, lose job, lose post, lose a job, lose their job, lose his job, lose her job, job cut, job loss, axe
resign, resignation, step down, quit, stand down, give up post, leave office, leave post
hire, employ, recruit, take on, appoint, appointment
worker, employee, staff, workforce, personnel, colleague
boss, chief, head, leader, chief executive, ceo, manager, run, lead, in charge, director, president, chair, chairman, chairwoman
run, operate, manage, in charge, administer
job, work, post, position, employment, occupation
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
loss, deficit, lose money
wage, salary, pay, pay rise, earnings
tax, levy, duty
budget, spending, spend, expenditure
subsidy, grant, aid, funding
rich, wealthy, millionaire, billionaire
poor, poverty
bankrupt, bankruptcy, insolvent, insolvency, go bust, collapse
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
birth, born, give birth
sick, ill, illness, disease, infect, infection, unwell
doctor, physician, medic, surgeon, gp
nurse, midwife, carer
hospital, clinic, ward, medical centre, infirmary
medicine, drug, medication, pill, remedy
treat, treatment, therapy, care
vaccine, vaccinate, vaccination, jab, shot
virus, pandemic, epidemic, outbreak
patient, sick person
operation, surgery, operate
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
hide, conceal, cover up, keep secret
secret, hidden, confidential
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
cancel, call off, scrap, drop, cancelled
move, reschedule, shift, change date, bring forward, new date
relocate, move, resettle
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
think, believe, opinion, view, feel
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
appeal, challenge
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
escape, flee, run away, get away
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
mayor, mayoress, town leader
government, administration, cabinet, govt, authority, state
minister, secretary, ministry
president, head of state, presidency
prime minister, premier, pm, head of government
party, movement
policy, plan, programme, strategy
ambassador, diplomat, envoy, embassy
country, nation, state, land
border, frontier
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
man, male, guy, bloke
mother, mum, mom, parent
father, dad, parent
wife, husband, spouse, partner, marry, marriage, wedding, married
son, daughter, child
brother, sister, sibling
family, relative, relation
friend, mate, pal, ally, companion
neighbour, neighbor, next door
house, home, residence, building, property, flat, apartment
building, structure, premises, block
build, construct, construction, erect, building, put up
demolish, demolition, tear down, pull down, knock down
repair, mend, fix, restore, renovate, renovation, refurbish
road, street, motorway, highway, route, lane
bridge, crossing, viaduct
traffic, car, vehicle, transport
car, vehicle, automobile, auto
lorry, truck
bus, coach
train, rail, railway, railroad
tram, streetcar
ship, boat, vessel, ferry, liner
plane, aircraft, aeroplane, airplane, jet, flight
airport, airfield, runway
driver, motorist
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
heat, heatwave, hot
cold, freeze, frost
climate, global warming, emissions
environment, nature, pollution, pollute
energy, power, electricity, gas
power plant, power station, plant, power
pipeline, pipe, line
oil, petrol, fuel, gas
factory, plant, works, mill
farm, farmer, agriculture, grower
food, eat, meal
water, drink
animal, livestock, cattle, pet
dog, hound, puppy
scene, site, spot, location, place
school, college, academy
university, college, faculty
teacher, tutor, instructor, schoolmaster
student, pupil, schoolchild
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
writer, author, novelist
newspaper, paper, daily, press, journal
journalist, reporter, press, media, correspondent, news outlet
media, press, news outlet, outlet, journalist
television, tv, telly, broadcast, broadcaster, on air, camera, film
radio, station, broadcaster
photo, picture, photograph, image, pic
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
fan, supporter
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
union, trade union, labour union
negotiate, negotiation, bargain, talk
crisis, emergency
problem, trouble, difficulty, issue, wrong
reason, cause, why, motive, explanation, ground, because, excuse, justification, justify
cause, trigger, lead to, bring about, responsible, origin, result
result, outcome, consequence, effect
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
fast, quick, rapid, speed
slow, late, sluggish
strong, powerful, strength, intense
weak, feeble, fragile
important, key, main, major, chief, significant
famous, well-known, celebrated, prominent
angry, anger, furious, outrage, fury, upset
happy, pleased, glad, delighted, satisfied
proud, pride
sad, sorry, regret, grief, mourn
sorry, apologise, apologize, apology, pardon, excuse, regret
afraid, fear, worry, worried, concern, scared, anxious
doubt, sceptical, skeptical, unsure, question, distrust
trust, confidence, rely, faith
hope, optimistic, optimism, wish
surprise, shock, astonish, unexpected, stun
criticise, criticize, criticism, critic, condemn, slam, blast, attack, denounce
praise, applaud, laud, compliment, welcome
controversial, disputed, contested, dispute, controversy
dispute, quarrel, row, conflict, argument, disagreement
legal, lawful, law
illegal, unlawful, against the law
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
majority, most
minority, few
half, fifty percent
average, mean
last, final, latest
deadline, last day, final date, by when, time limit, until, cut-off
first, initial, earliest
date, day
today, now, current, currently
annual, yearly, each year, every year
weekly, every week
often, frequently, regular, regularly
long, length, duration, last, take
length, long
height, high, tall
weight, weigh, heavy
depth, deep
width, wide, broad
distance, far, away
near, close, nearby
take place, happen, hold, be held, occur, held, place, venue
hold, organise, host, stage, put on, organize
host, venue, held, hold
organise, organize, organiser, organizer, arrange
founded, founder, establish, set up, create, start, foundation
create, creator, invent, inventor, come up with, design
own, owner, possess, belong, ownership
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
unplug, switch off, turn off
switch on, turn on
careful, caution, cautious, carefully
try, attempt, effort
succeed, success, successful, manage
fail, failure, unsuccessful, not succeed
train, training, practise
teach, education, teaching
learn, find out, hear
read, write, text
number plate, serial number, serial, number
material, made of, consist, plastic, steel, metal
cheap, cheaper, low-cost, inexpensive
plastic, material
responsible, in charge, liable
spokesman, spokeswoman, spokesperson, speak for, press officer
speech, address, talk
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
neighbourhood, district, quarter
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
collection, treasure, works
join forces, cooperate, cooperation, work together, collaborate
cooperate, cooperation, collaborate, collaboration, work together
equal, same, identical
different, differ, difference, other
compare, comparison, versus
choose, select, pick, choice, opt, option
offer, provide, make available
accept, take, agree
invite, invitation, guest
greet, welcome, receive
celebrate, celebration, party, feast
holiday, vacation, break
morning, am
evening, night
complain, complaint, grievance, moan
petition, signature, appeal
sign up, register, registration, enrol
vaccinated, immune
age, old, year-old
retire, retirement, pension, pensioner
disabled, disability, wheelchair
housewife, homemaker
pregnant, pregnancy, expecting
abortion, termination
gay, lesbian, lgbt
black market, smuggling, smuggle
drug, narcotic, cocaine, heroin
alcohol, beer, wine, drunk
smoke, smoking, cigarette
tree, wood, forest
river, stream
lake, pond
sea, ocean, coast, shore
mountain, hill, peak, mount, summit
island, isle
harbour, harbor, port, dock
beach, seaside
hotel, inn, hostel
restaurant, cafe, diner
kitchen, cook, chef
rebel, separatist, insurgent
common, shared, joint
institution, body, office, authority
running, candidate, stand for
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
"""
