"""Cuts a sentence into chunks: a shallow parse by word classes, built for the prose of news agencies.

Noun phrases are read left to right; whether a word is a verb follows from its form and what stands before it. Names
with their titles, bodies with their "of ..." and delegations with their heads become one chunk each.

`walk` goes through the sentence; `verbs` reads verb groups, `phrases` noun phrases: `extent` says how far one reaches,
`naming` what it stands for, `complements` and `leaders` what follows its head; `holders` brings names and offices
together at the end. All of them look at one read-only `View` of the sentence.
"""

from kcgraph.extract.chunker.walk import chunk

__all__ = ["chunk"]
