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
election, poll, ballot, go to the polls, vote
vote, cast a ballot, cast a vote, go to the polls
voting paper, ballot paper
by-election, byelection, special election
runoff, run-off, second round
snap election, early election
general election, national election, parliamentary election
turnout, voter turnout, how many voted, people voting
constituency, electoral district, voting district, riding
polling station, polling place, voting station
candidate, contender, nominee
run for, stand for, seek election, candidacy
manifesto, election programme, party platform
exit poll, voter survey
opinion poll, survey
re-elect, reelect, re-election, win another term
referendum, plebiscite, popular vote, public vote
recount, count again
landslide, big win, crushing victory, overwhelming victory
majority, more than half
hung parliament, no majority, no overall majority
coalition, alliance, coalition government
minority government, minority cabinet
government, govt, administration, cabinet
prime minister, premier, head of government
president, head of state
finance minister, treasury chief, treasury secretary, chancellor of the exchequer
foreign minister, foreign secretary, top diplomat
interior minister, home secretary
defence minister, defense minister, defence secretary, defense secretary
ministry, government department
deputy, vice, second in command, number two
lawmaker, legislator, member of parliament, parliamentarian, mp
congressman, congresswoman
senator, member of the senate
parliament, legislature, assembly, national assembly
lower house, house of commons, house of representatives
upper house, senate, house of lords
speaker, presiding officer, chair of parliament
law, legislation, statute
bill, draft law, proposed law, draft legislation
pass, adopt, approve, vote through, vote for
reject, vote down, throw out, turn down, vote against, rejection
veto, block
repeal, abolish, scrap, revoke, rescind, do away with, abolition, repealed
amend, amendment, change to the law, revise, revision
come into force, take effect, enter into force, come into effect, in force
decree, executive order, edict
constitution, basic law
no-confidence vote, no confidence, motion of no confidence, censure motion
oust, topple, overthrow, remove from office, bring down, drive from power, unseat, depose
impeach, impeachment
resign, step down, quit, stand down, resignation
take office, sworn in, inaugurate, inauguration, take up the post
appoint, appointment, named as
successor, replacement, next leader
predecessor, former holder, previous holder
reshuffle, cabinet shake-up, change of ministers
politician, statesman, stateswoman
left-wing, leftist
right-wing, rightist
far-right, extreme right, hard right
far-left, extreme left, hard left
green party, greens
opposition party, opposition, rival party
ruling party, governing party, party in power
party leader, party chief, head of the party
party congress, party conference, convention
spokesman, spokeswoman, spokesperson, press secretary
corruption, graft, bribery, sleaze
bribe, kickback, backhander, payoff, bung
lobby group, pressure group, interest group
donation, donate, gift, contribution, contribute
campaign, canvass, electioneer
civil servant, government official, public servant
austerity, spending cut, budget cut, belt-tightening
budget, spending plan, financial plan
public spending, government spending, state spending
deficit, shortfall, budget gap, funding gap
national debt, public debt, government debt
autonomy, self-rule, self-government, home rule
independence, secession, secede, break away, breakaway
devolve, devolution, hand down power
regime, dictatorship, autocracy
dictator, autocrat, strongman, despot, tyrant
coup, putsch, military takeover, seize power, army takeover
martial law, military rule
state of emergency, emergency rule, emergency powers
curfew, stay-home order, night-time ban
king, monarch, sovereign
queen, monarch, sovereign
coronation, enthrone, enthronement
royal family, royals
abdicate, abdication, give up the throne
diplomat, envoy, emissary
ambassador, envoy, head of mission
embassy, diplomatic mission
consulate, diplomatic mission
summit, leaders' meeting, top-level meeting, high-level talks
talks, negotiation, negotiate, dialogue, parley
negotiator, mediator, go-between
mediate, mediation, broker, act as go-between
treaty, accord, pact, agreement, convention
agree, reach a deal, reach agreement, come to terms, strike a deal
sign, signature, put name to
ratify, ratification, formally approve
recognise, recognize, recognition
sanction, embargo, economic penalty, trade restriction
expel, expulsion, throw out, kick out, boot out
recall an ambassador, withdraw an ambassador, call home an ambassador
diplomatic ties, diplomatic relations, relations
cut ties, break off relations, sever ties
bilateral, two-way, between two countries
neutral, neutrality, non-aligned
ally, partner, friendly country
united nations, un
european union, eu
united states, usa, america
united kingdom, uk, britain
foreign aid, development aid, overseas aid
aid, relief, assistance, help
border, frontier, boundary
border guard, frontier guard, border police, border agent
annex, annexation, take over territory
dispute, row, quarrel, disagreement, feud, spat
tension, strain, friction
deadlock, stalemate, impasse, standoff, gridlock
condemn, denounce, condemnation, deplore, decry
criticise, criticize, criticism, slam, hit out at
praise, commend, hail, applaud, laud
deny, denial, reject a claim, dispute a claim
court, tribunal
supreme court, highest court, top court
appeal court, court of appeal, appellate court
judge, magistrate
lawyer, attorney, solicitor, barrister, counsel
prosecutor, district attorney, public prosecutor, crown prosecutor
defendant, the accused, person on trial
plaintiff, claimant, complainant
jury, juror, panel of jurors
witness, eyewitness
testify, testimony, give evidence, take the stand
evidence, proof
sue, lawsuit, take to court, legal action, litigation, suit
charge, indict, indictment
accuse, allege, allegation, accusation
trial, court case, court proceedings, stand trial, in the dock
hearing, court session, court appearance
verdict, ruling, court decision, judgment, judgement
convict, find guilty, conviction, guilty verdict
acquit, acquittal, cleared of, find not guilty, exonerate
sentence, jail term, prison term, how long in jail
jail, imprison, lock up, put behind bars, imprisonment
prison, jail, gaol, penitentiary
prisoner, inmate, jailbird
life sentence, life imprisonment, jailed for life
death penalty, capital punishment, death sentence
suspended sentence, suspended jail term
parole, early release
out on bail, free on bail, released on bail, bailed
free, release, let go, set free, let out
pardon, amnesty, clemency
plead guilty, admit the charge, guilty plea, admit guilt
plead not guilty, deny the charge, deny guilt, not guilty plea
confess, confession, admit, own up
appeal, challenge the ruling, contest the verdict
overturn, quash, set aside, strike down, annul
uphold, upheld, confirm the ruling
injunction, court order, restraining order
fine, financial penalty
compensation, damages, payout, redress
settle, settlement, out-of-court deal, out-of-court settlement
extradite, extradition, hand over to
custody, detention, remand
arrest, detain, take into custody, nab, apprehend
warrant, arrest order
raid, swoop
police, cop, officer, bobby, policeman, policewoman, constable
police force, constabulary
detective, investigator, sleuth
police chief, chief constable, police commissioner, head of police
sheriff, county police chief
investigate, investigation, probe, inquiry, enquiry, look into
inquest, coroner's hearing
coroner, medical examiner
autopsy, post-mortem, postmortem
crime, offence, offense
criminal, crook, offender, felon, lawbreaker
gang, mob, crime ring
mafia, mob, organised crime, organized crime
murder, homicide, slay, slain
murderer, killer
manslaughter, culpable homicide
assassinate, assassination, political murder
stab, knife, knife attack
shoot, shot, shooting, gun attack, open fire
gunman, shooter, attacker with a gun
gun, firearm, handgun, pistol
knife, blade
attacker, assailant
assault, beat up, attack, rough up
sexual assault, sex attack
molest, sexual abuse
mug, mugging, street robbery
thief, thieves, robber, burglar
rob, robbery, hold up, heist, stick-up
steal, stole, stolen, theft, pilfer, pinch, swipe
burgle, burglary, break in, break-in, housebreaking
shoplift, shop theft, steal from a shop
loot, stolen goods, haul
plunder, loot, ransack, looting
fraud, swindle, scam, con
fraudster, con man, swindler, scammer, con artist
forge, forgery, counterfeit, fake, bogus, phoney
embezzle, embezzlement, misappropriate, siphon off
money laundering, launder money
tax evasion, tax dodging, tax fraud, dodge tax
smuggle, trafficking
smuggler, trafficker
drug, narcotic, dope
cocaine, coke
cannabis, marijuana, weed
drug dealer, drug pusher, drug trafficker
kidnap, abduct, abduction, snatch
hostage, captive
ransom, ransom demand
hijack, commandeer
arson, start a fire deliberately, fire-raising
arsonist, fire-raiser, firebug
vandalism, vandalise, vandalize, criminal damage, wreck
blackmail, extort, extortion
escape, get away, flee, fled
fugitive, on the run, wanted man, wanted person
manhunt, police hunt, search for the suspect
missing, disappear, vanish, disappearance, unaccounted for
tip-off, tip
reward, bounty
clue, lead
cctv, surveillance camera, security camera
hit-and-run, hit and run, leave the scene
drink-driving, drunk driving, drunk-driving, driving while drunk
speeding, drive too fast, break the speed limit
extremist, militant
terrorism, terror attack, terrorist attack
bomb, explosive, explosive device
bombing, bomb attack
explode, explosion, blast, blow up, go off, blew up, detonate
suicide bomber, suicide attacker
defuse, make safe, disarm
unexploded bomb, wartime bomb, dud bomb
war, armed conflict, fighting, hostilities
civil war, internal conflict
battle, fighting, combat, clash
invade, invasion, march into, send troops into
attack, offensive, assault
airstrike, air strike, air raid, bombing raid
shell, shelling, bombard, bombardment
missile, rocket
drone, unmanned aircraft, uav
troop, soldier, military personnel, serviceman, servicewoman
army, military, armed forces
navy, naval force, fleet
air force, air arm
conscript, draftee, conscription, call up, military service
enlist, join up, sign up
deploy, deployment, send in
withdraw, withdrawal, pull out, pull back, retreat, withdrew
reinforcement, extra troops, more soldiers
ceasefire, truce, armistice, end of fighting
peace deal, peace treaty, peace agreement, peace accord
surrender, lay down arms, capitulate
rebel, insurgent, guerrilla
militia, paramilitary, armed group
rebellion, uprising, revolt, insurgency, insurrection
mutiny, soldiers' revolt
capture, seize, seizure, take over, take control of
occupy, occupation, hold territory
besiege, siege, surround, encircle
front line, frontline, battlefront
prisoner of war, pow, captured soldier
casualty, casualties, killed or wounded, dead and wounded
massacre, slaughter, bloodbath, mass killing
civilian, non-combatant
veteran, ex-soldier, former soldier
peacekeeper, blue helmet, peacekeeping force
landmine, land mine
warship, naval vessel
submarine, sub
fighter jet, warplane, combat aircraft
ammunition, munitions, ammo
arms, weapon, weaponry
disarm, disarmament, give up weapons
nuclear weapon, atomic bomb, nuke, atom bomb, nuclear bomb
commander, commanding officer
spy, spies, secret agent
intelligence service, secret service, spy agency
protest, demonstrate, demonstration, rally, demo, march, take to the streets
protester, demonstrator, marcher
activist, campaigner
riot, unrest, disorder, rioting, disturbance
tear gas, pepper spray
water cannon, water jet
disperse, break up, scatter
petition, signature list
boycott, refuse to attend, stay away from
sit-in, occupation, occupy
strike, walkout, walk out, down tools, industrial action, stoppage, work stoppage
striker, striking worker
union, trade union, labour union, labor union
picket, picket line
pay, wage, salary, salaries, earnings
pay rise, pay raise, wage increase, wage rise
pay cut, wage cut, salary cut
minimum wage, wage floor
working hours, working week, shift length
worker, employee, staff, labourer, laborer
sack, fire, dismiss, dismissal, lay off, layoff, redundant, redundancy, job cut, axe, lose job
hire, recruit, take on, recruitment, employ
unemployed, jobless, out of work, on the dole
unemployment, joblessness, jobless rate
vacancy, vacancies, job opening, unfilled job
retire, retirement, stop working, end career
pension, retirement pay
pensioner, retiree, senior citizen, old people, elderly
firm, company, companies, business, corporation, enterprise
small firm, small business
startup, start-up, young company
subsidiary, daughter company, offshoot
head office, headquarters, hq
branch, local office, outlet
factory, plant, mill
chief executive, ceo, boss, managing director
chairman, chairwoman, chairperson, chair
founder, co-founder, creator
owner, proprietor
board of directors, company board
shareholder, stockholder
manager, executive
merge, merger, join together, combine, fusion
takeover, take over, acquire, acquisition, buyout, buy out
bid, offer, tender
bankrupt, bankruptcy, insolvent, insolvency, go bust, go under
shut down, close, closure, shut, cease trading
administrator, receiver, liquidator
bailout, bail out, rescue package
profit, earnings, net income
loss, in the red, lose money
revenue, sales, turnover, takings
share, stock, equity, equities
stock market, stock exchange, bourse
flotation, ipo, go public, stock market listing, float
dividend, shareholder payout
investment, invest, put money into
market value, valuation
bond, gilt, government bond
interest rate, borrowing cost, base rate
central bank, federal reserve, reserve bank
loan, credit
mortgage, home loan, house loan
debt, money owed, owe
exchange rate, currency rate
devalue, devaluation
inflation, rising prices, price growth, cost of living
recession, downturn, slump, economic decline
economic growth, growth, gdp
rise, rose, risen, increase, go up, went up, climb, grow, jump, soar, surge
fall, fell, fallen, drop, decrease, decline, go down, went down, sink, plunge, tumble, slump
forecast, prediction, predict, outlook, projection
trade, commerce
import, bring in from abroad
export, sell abroad, sales abroad
tariff, customs duty, duties, import tax, levy
income tax, tax on earnings
vat, sales tax, value added tax
tax cut, tax break, tax relief, lower tax
tax rise, tax hike, tax increase, higher tax
taxman, tax office, tax authority, revenue service
price, cost, fee
price rise, price hike, price increase, dearer
price cut, cheaper, discount
dear, expensive, costly, pricey
cheap, inexpensive, low-cost, affordable, bargain
free of charge, no charge, without paying, for free, cost nothing
subsidy, subsidies, grant, state support
grant, funding, fund, award money
sold for, go for, fetch, change hands for
auction, under the hammer
auction house, auctioneer
buyer, purchaser
seller, vendor
customer, client, shopper, consumer
shop, store, retailer, outlet
supermarket, grocer, grocery, grocery store
shopping centre, shopping mall, mall
supplier, provider
manufacturer, maker, producer
product, goods, item, article
recall, take off shelves, withdraw from sale, product withdrawal, call back, pull from shelves
faulty, defective, fault, defect, flaw
refund, money back, reimburse, reimbursement
guarantee, warranty
contaminate, contamination, taint, tainted
label, packaging, tag
shortage, scarcity, lack, run short, short supply
stockpile, hoard
launch, unveil, roll out, bring out, introduce
monopoly, monopolies, dominant position
competition regulator, antitrust, competition watchdog
regulator, watchdog, oversight body
insurer, insurance company
hospital, clinic, infirmary, medical centre, medical center
emergency room, casualty department, a&e, emergency department
intensive care, icu, critical care
ward, hospital unit
doctor, physician, medic, gp
paramedic, ambulance crew, ambulance worker
pharmacy, pharmacies, chemist, drugstore
ill, sick, unwell, poorly, fall ill
illness, disease, sickness, ailment
symptom, sign of illness
outbreak, epidemic, spread of disease
pandemic, worldwide outbreak, global epidemic
infect, infection
infectious, contagious, catching
virus, bug
coronavirus, covid, covid-19
flu, influenza
bird flu, avian flu, avian influenza
diarrhoea, diarrhea, the runs
food poisoning, foodborne illness
vaccine, vaccination, vaccinate, jab, inoculate, inoculation, immunise, immunize
booster, booster shot, extra jab
medicine, drug, medication, remedy
pill, tablet
treatment, treat, therapy, therapies
cure, heal, make well
operation, surgery, operate on
transplant, organ transplant, organ graft
clinical trial, drug trial, medical trial
diagnose, diagnosis, find to have
test, check, screen, examine
recover, recovery, get better, get well
cancer, malignant tumour, malignant tumor
heart attack, coronary
diabetes, diabetic
mental health, mental illness
pregnant, pregnancy, expecting a baby
abortion, terminate a pregnancy, termination
suicide, take own life, kill himself, kill herself
overdose, too many drugs
addict, addiction, hooked
vape, e-cigarette, vaping
obese, obesity
quarantine, isolate, isolation
lockdown, stay-at-home order
mask, face covering
waiting list, backlog
injure, injury, injuries, hurt, wound
seriously injured, badly hurt, critically injured, severely hurt, critical condition
slightly injured, lightly hurt, minor injuries
die, death, dead, fatality, fatalities, killed, lose their lives, pass away
death toll, number of dead, how many died, how many dead
fatal, deadly, lethal
survive, survivor, live through, stay alive
body, bodies, corpse
bury, burial, funeral, lay to rest
drown, drowning, die in the water
scientist, researcher, boffin
study, research
discover, discovery, find, found, come across
experiment, test
laboratory, laboratories, lab
breakthrough, advance
fossil, prehistoric remains
archaeologist, archeologist
dig, excavate, excavation, unearth
ancient, prehistoric, very old
extinct, extinction, die out
endangered, threatened species, at risk of extinction
gene, genetic, dna
climate scientist, climatologist
astronaut, cosmonaut, spaceman, spacewoman, space traveller
spacecraft, spaceship, space probe
rocket, launcher, launch vehicle
lift off, liftoff, blast off, take off, launch
satellite, orbiter
space station, orbiting laboratory, iss
moon landing, land on the moon, lunar landing
moon, lunar
mars, red planet, martian
asteroid, space rock
meteorite, meteor, space rock
splash down, splashdown, land in the sea
earthquake, quake, tremor, temblor, seismic
aftershock, follow-up tremor
magnitude, strength of the quake, richter
epicentre, epicenter, centre of the quake
tsunami, tidal wave
flood, flooding, deluge, inundate, inundation, under water
burst its banks, overflow
dyke, dike, levee, flood barrier
landslide, mudslide, landslip, rockslide
avalanche, snow slide
erupt, eruption, spew lava
lava, molten rock
ash cloud, volcanic ash, ash
fire, blaze, inferno, flames
burn down, burnt, gutted, go up in flames, destroyed by fire
wildfire, bushfire, forest fire, brush fire
firefighter, fireman, fire crew, fire brigade, fire service, fire department
put out, extinguish, douse
storm, gale, tempest
hurricane, typhoon, cyclone, tropical storm
tornado, twister, whirlwind
landfall, hit the coast, come ashore
heatwave, heat wave, extreme heat, hot spell
cold snap, cold spell, deep freeze, frost
snow, snowfall
rain, rainfall, downpour, shower
drought, dry spell, lack of rain
fog, mist
hail, hailstone, hailstorm
weather service, met office, weather bureau, forecaster, meteorologist
warn, warning, alert, alarm
disaster, catastrophe, calamity, tragedy
accident, crash, mishap
destroy, destruction, wreck, flatten, raze, demolish
damage, harm
collapse, cave in, fall down, give way
rubble, debris, wreckage, ruins
trapped, stuck, cut off
rescue, save, bring to safety
rescuer, rescue team, rescue worker, emergency crew
coastguard, coast guard
lifeboat, rescue boat
search party, search team, searcher
evacuate, evacuation, move out, flee homes, moved to safety, clear out
evacuee, displaced person, displaced people
shelter, refuge, emergency accommodation
homeless, lose home, without a home
power cut, blackout, outage, power failure, without electricity
all clear, danger over
famine, hunger, starvation, starve
relief worker, aid worker
charity, charities, aid group, non-profit, ngo
climate change, global warming, climate crisis
carbon emission, greenhouse gas, carbon dioxide, co2
carbon neutral, net zero, climate neutral
pollute, pollution, contaminate, contamination
smog, dirty air, air pollution
oil spill, oil leak, slick
leak, spill, escape of gas
sea level, ocean level
glacier, ice sheet, ice field
melt, thaw
rubbish, trash, waste, garbage, litter
recycle, recycling, reuse
landfill, rubbish dump, garbage dump
environment, environmental, ecological
environmentalist, green activist, climate activist, conservationist
nature reserve, national park, protected area, wildlife reserve
deforestation, cut down forest, clear forest, logging
power station, power plant, generating station
power line, electricity line, transmission line
power grid, electricity network, electricity grid
nuclear power, atomic energy, nuclear energy, atomic power
reactor, nuclear plant, nuclear power station, atomic plant
wind farm, wind park
wind turbine, windmill
solar panel, photovoltaic
renewable, green energy, clean energy
oil, crude, petroleum
gas, natural gas, lng
coal mine, pit, colliery, collieries
miner, mineworker, pit worker
refinery, refineries, oil plant
petrol, gasoline
petrol station, filling station, gas station
utility, utilities, energy supplier, power company
energy bill, electricity bill, heating bill, power bill
farmer, grower
farm, agricultural holding
agriculture, farming
crop, harvest
reap, bring in the harvest, gather in
livestock, farm animals
cattle, cow, herd
pig, hog, swine
hen, chicken, poultry
cull, put down, slaughter
pesticide, insecticide
fertiliser, fertilizer
grain, cereal
corn, maize
wine grower, winemaker
fisherman, fishermen, fisher
trawler, fishing boat
railway, railroad, rail
train, rail service
railway station, train station
underground, subway, metro, tube
tram, streetcar, tramway, light rail
rail line, railway line, train line
derail, derailment, come off the rails, leave the track
level crossing, grade crossing, railroad crossing
train driver, engine driver
conductor, ticket inspector
passenger, traveller, traveler, people on board, rider
season ticket, travel pass
timetable, schedule
delay, hold up, behind schedule
cancel, cancellation, call off, scrap, axe
postpone, postponement, put off, defer, push back, delay
disrupt, disruption, interrupt, interruption
plane, aircraft, airplane, aeroplane, jet, airliner
helicopter, chopper
airline, carrier
airport, airfield, aerodrome
runway, airstrip, landing strip
flight, air service
take off, depart, departure
touch down, touchdown, landing
emergency landing, forced landing
pilot, flier
flight attendant, cabin crew, steward, stewardess
air traffic control, air traffic controller
black box, flight recorder, flight data recorder
plane crash, air crash, air disaster
luggage, baggage, suitcase
road, street
motorway, freeway, highway, expressway
roundabout, traffic circle
junction, crossroads, intersection
traffic jam, congestion, tailback, gridlock
diversion, detour
roadworks, road works, road repairs
traffic light, traffic signal
pavement, sidewalk, footpath
pedestrian, walker, people on foot
cyclist, bike rider, bicycle rider
bike, bicycle, cycle
motorbike, motorcycle
motorist, driver, at the wheel, behind the wheel
lorry, lorries, truck, hgv
trucker, lorry driver, truck driver
taxi, cab
electric car, electric vehicle, ev
driverless, self-driving, autonomous
collide, collision, crash, smash, run into
pile-up, pileup, multiple crash
run over, knock down, hit by a car
toll, road charge
car park, parking lot
driving licence, driver's license
speed limit, top speed allowed
ship, vessel, boat
ferry, ferries, car ferry
cruise ship, liner, cruise liner
tanker, oil ship
cargo ship, freighter, container ship
cargo, freight, load
port, harbour, harbor
dock, berth, moor
run aground, ran aground, stranded
capsize, overturn
sink, sank, sunk, go down, founder
sailor, seaman, seafarer, mariner
crew member, crewman
bridge, viaduct, flyover, overpass
tunnel, underpass
build, built, construct, construction, put up, erect
building, structure, edifice
builder, construction firm, building firm, contractor
building site, construction site
scaffolding, scaffold
architect, designer
planning permission, building permit, planning consent, go-ahead to build
planning application, building application
developer, property developer, property company
tear down, demolish, demolition, pull down, knock down, bulldoze
renovate, renovation, refurbish, restore, restoration, do up, overhaul, modernise
extend, extension, enlarge, expand, expansion
skyscraper, high-rise, tower block, tower
listed building, protected building, heritage building
house, home, dwelling
flat, apartment
block of flats, apartment building, apartment block
council house, social housing, public housing, council housing
rent, rental
tenant, renter
landlord, landlady, property owner
evict, eviction, throw out of the home
estate agent, realtor, real estate agent
property, real estate
house price, property price, home price
housing estate, residential area, housing development
lift, elevator
council, town council, city council, local council, local authority
councillor, councilman, councilwoman, council member
mayor, mayoress, head of the town
deputy mayor, vice mayor
town hall, city hall
council tax, local tax
governor, state leader
municipal, city-run, council-run
district, borough, ward
county, counties, shire
village, hamlet
town, city, cities, municipality
suburb, outskirts, edge of town
public meeting, residents' meeting, town meeting
resident, inhabitant, local, people living there
neighbour, neighbor, next-door
playground, play area
park, public garden, green space
swimming pool, baths, lido
refuse collection, bin collection, garbage collection
drinking water, tap water
sewage, wastewater
sewer, drain
water main, water pipe
school, academy, academies
primary school, elementary school, grade school
secondary school, high school
nursery, kindergarten, day care, daycare, creche, preschool
teacher, schoolteacher, schoolmaster, schoolmistress
head teacher, headmaster, headmistress, principal, school head
pupil, schoolchild, schoolchildren, student, schoolboy, schoolgirl
student, undergraduate
class, lesson
exam, examination, test
mark, grade, exam result
term, semester
school holiday, school break
skip school, truant, truancy, play truant
bully, bullies, pick on
university, universities, uni, college
professor, academic, scholar, lecturer
vice-chancellor, rector, university president, head of the university
tuition fee, tuition, student fee
scholarship, bursary, stipend
degree, diploma
graduate, graduation
doctorate, phd
dormitory, hall of residence, student housing
dropout, drop out, leave early
apprentice, trainee
apprenticeship, traineeship, vocational training
library, libraries
museum, gallery, galleries
exhibition, exhibit, on show, on display
curator, museum keeper
painting, canvas
painter, artist
sculpture, statue
sculptor, sculptress
drawing, sketch
masterpiece, great work
art theft, stolen painting, art heist
monument, memorial
heritage site, world heritage
castle, fortress
palace, royal residence
theatre, theater, playhouse
play, drama, stage show
premiere, first night, opening night, first showing
actor, actress, performer
star, celebrity, celebrities, celeb
director, filmmaker, film-maker
film, movie
cinema, movie theater, picture house
documentary, documentaries, factual film
sequel, follow-up
lead role, starring role, main part, leading part
screenwriter, scriptwriter
box office, ticket sales, takings
oscar, academy award
award, prize, honour, honor
prizewinner, winner, laureate
shortlist, nominate, nomination, nominated
comedian, comic, stand-up
dancer, ballerina
choir, chorus
orchestra, philharmonic
conductor, musical director
singer, vocalist
musician, instrumentalist
band, pop group, rock group
song, tune
album, lp
concert, gig, recital
tour, concert tour, on the road
composer, songwriter
festival, fest, fete
poet, poetess
book, novel
publish, publication, bring out, release
publisher, publishing house
bookshop, bookstore
memoir, autobiography, life story
audience, crowd, spectator
fashion show, catwalk show
chef, cook
restaurant, diner, eatery, eateries
pub, bar, tavern
hotel, inn, guesthouse
brewery, breweries, beer maker
tourist, visitor, holidaymaker, vacationer
holiday, vacation
church, chapel, cathedral
mosque, muslim temple
synagogue, jewish temple
pope, pontiff, head of the catholic church
bishop, archbishop
priest, vicar, pastor, clergyman
imam, muslim cleric
rabbi, jewish cleric
monk, friar
nun, religious sister
monastery, monasteries, abbey
church service, worship
prayer, pray
believer, worshipper, faithful
canonise, canonize, canonisation, declare a saint
religion, faith, creed
muslim, islamic
jew, jewish
christian, christianity
cult, sect
conclave, election of the pope
match, game, fixture
club, team
national team, national side
player, footballer
goalkeeper, goalie, keeper
striker, centre forward
midfielder, midfield player
captain, skipper
referee, ref, umpire
substitute, sub, replacement, come on
scorer, goalscorer
score, result, how did it end
equalise, equalizer, equaliser, tie the score
draw, tie, end level
penalty, spot kick
penalty shootout, shoot-out, shootout
extra time, overtime
half-time, halftime, interval
kick off, kick-off, kickoff
red card, send off, sent off
yellow card, booking, caution
win, won, victory, victories, triumph
beat, defeat, overcome, get the better of
thrash, hammer, rout, trounce
winner, champion, titleholder
title, championship, crown
runner-up, second place, came second, beaten finalist
gold medal, gold
silver medal, silver
bronze medal, bronze
final, deciding match
semi-final, semifinal, last four
quarter-final, quarterfinal, last eight
qualify, qualification
knock out, eliminate, elimination, crash out
relegate, relegation, go down a division
promote, promotion, go up a division
league, division
league table, standings
top of the table, lead the table, league leader
bottom of the table, last in the table
transfer, move to another club
transfer fee, transfer price
stadium, arena
pitch, playing field
hooligan, football thug
racer, racing driver
formula one, f1
grand prix, race
pole position, first on the grid
cycle race, bike race, cycling race
stage, leg
athletics, track and field
sailing, yachting, regatta
ice hockey, hockey
golf course, links
boxer, prizefighter
boxing match, bout, fight
knockout, ko
rider, jockey
showjumping, equestrian
batsman, batsmen, batter
american football, nfl, gridiron
home run, homer
olympics, olympic games
paralympics, paralympic games
tournament, competition, contest
doping, performance-enhancing drugs, fail a drug test
comeback, return to sport
debut, first appearance, first game
opponent, rival, adversary, adversaries
climber, mountaineer, alpinist
peak, mountain top
medal table, medal count
laptop, notebook
phone, telephone, mobile, cellphone, smartphone, handset
app, mobile application
software, program
chip, semiconductor, microchip
artificial intelligence, ai, machine learning
chatbot, bot
robot, android
algorithm, computer formula
internet, web, online
website, site, web page
broadband, internet connection, internet access
social media, social network
tweet, social media post
user, account holder
hack, cyberattack, cyber attack
hacker, cybercriminal
malware, computer virus
phishing, email scam
password, passcode
data breach, data leak, data theft
personal data, private information
privacy, data protection
encrypt, encryption, scramble
outage, offline, out of service
glitch, bug, software error
update, patch, new version
download, get from the internet
stream, streaming
search engine, internet search
cryptocurrency, cryptocurrencies, digital currency
video game, computer game
gamer, video game player
invent, invention, devise
inventor, creator
newspaper, paper, daily, dailies
magazine, periodical, journal
journalist, reporter, newsman, correspondent
editor, editor-in-chief, chief editor
press, media
headline, front page
article, report, story, stories
television, tv, telly
broadcast, on air, transmit
broadcaster, tv station, television channel, network
presenter, anchor
tv programme, tv show, television show, television programme
press conference, news conference
statement, announcement, press release
announce, make public, make known
censor, censorship
libel, slander, defamation
photo, photograph, picture, pic
hoax, fake news, false report
rumour, rumor, gossip
whistleblower, whistle-blower, informant, leaker
migrant, immigrant
emigrate, emigration, move abroad
refugee, asylum seeker
asylum, refuge
deport, deportation, send back, removal
visa, entry permit
residence permit, right of residence, leave to remain
work permit, permission to work
citizenship, nationality
naturalise, naturalize, become a citizen
illegal immigrant, undocumented migrant, irregular migrant
people smuggler, migrant smuggler
refugee camp, migrant camp, reception centre
census, population count, head count
population, inhabitants, number of people
statistic, figure
statistics office, statistics agency
percent, per cent, percentage
estimate, reckon, put at
share, proportion
half, fifty percent, 50 percent
double, twice, twofold
triple, treble, three times, threefold
record high, all-time high, highest ever
record low, all-time low, lowest ever
trend, tendency, tendencies
birth rate, number of births
life expectancy, average age at death
respondent, people asked, those surveyed
bank robber, raider
cash machine, cashpoint, atm
heir, heiress
quota, limit, cap, ceiling
ban, forbid, forbade, prohibit, prohibition, outlaw
legalise, legalize, make legal
permit, licence, license
go-ahead, green light, approval, permission, consent
apologise, apologize, apology, say sorry
threat, threaten, menace
commemorate, commemoration, mark the day
minute of silence, moment of silence
bystander, onlooker, passer-by
execution, execute, put to death
spying, espionage
blizzard, snowstorm
migration, immigration
approximately, roughly
"""
