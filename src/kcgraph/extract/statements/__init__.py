"""Who said what: one statement a speaker and occasion, with the medium and the chain of attribution.

`finding` reads the statements, with `verbs` (what says something), `speakers` (who), and `occasions` (when, how, to
whom); `own` the commentaries of the outlet itself; `issuing` turns those that are acts of their own into event drafts.
"""

from kcgraph.extract.statements.finding import attribute, find, told
from kcgraph.extract.statements.issuing import issued
from kcgraph.extract.statements.saying import Saying

__all__ = ["Saying", "attribute", "find", "issued", "told"]
