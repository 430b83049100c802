"""Articles for the desk, written for its tests."""

FERRY = """Ferry to Skelda stops for the summer as operator runs out of money

By Marta Lindqvist, Northern Herald

HALVIK, 12 June 2031 – The ferry between Halvik and the island of Skelda will stop running on 1 July, the operator \
said on Thursday, leaving 2,300 islanders without a connection at the height of the season.

"We have no cash left for fuel," said Jonas Brekke, the chief executive of Brekke Lines, which has run the route \
since 1998. He told the Northern Herald that the company lost 4.1 million crowns last year.

The county council, which pays a third of the fares, called the step "reckless". "They signed a contract until 2034, \
and we expect them to keep it," said Ingrid Solheim, the council's transport commissioner. She said the county would \
go to court if the ships stayed in port.

Brekke denied that the company had broken the contract. According to him, the county owes it 600,000 crowns for \
repairs to the pier in Skelda, which a storm damaged in November.

The council meets next Tuesday at 6 p.m. to vote on an emergency loan. A hearing at the district court in Halvik is \
set for 24 June.

Islanders reacted with anger. "My daughter has her operation in Halvik on 3 July, and nobody can tell me how we get \
there," said Else Dahl, who runs the only shop on the island. The mayor of Skelda, Per Haugen, said the municipality \
had asked the navy for a boat.

The navy said it was looking at the request and would answer by Friday.

The route carried 310,000 passengers in 2030, a tenth fewer than in 2019. Two other operators, Fjordlink and \
Vestbåt, have said they might take it over, but not before the autumn.

Tourism brings Skelda about 80 million crowns a year, according to a study by the University of Halvik that was \
published in March.
"""
"""Of some 300 words, with quotations, claims, and events to come."""

LIBRARY = """Halvik opens its new library in May

HALVIK, 20 April 2031 – The town of Halvik will open its new library on 4 May. The mayor, Petra Novak, will cut the \
ribbon.

"It is the largest room that this town has ever had," Novak said. The building cost 12 million crowns.

The architect, Tomas Brandt, said the reading room seats 300 people.
"""
"""A short one, with one event."""
