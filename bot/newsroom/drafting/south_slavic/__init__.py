"""What drafting knows about Bosnian, Croatian and Serbian, in both scripts."""
