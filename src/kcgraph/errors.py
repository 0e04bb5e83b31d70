"""The one exception family.

KcgraphError
├── CallError        the call is wrong: an unknown query, a parameter of the wrong type, a folder that is not there
├── DataError        the data is wrong and nothing can be done about it here
│   ├── InputError   an input file can't be read at all (truncated archive, binary file)
│   ├── JudgementError  a person's judgement is malformed or contradicts what else is known
│   ├── RecordError  one record or article can't be used; the rest goes on
│   ├── ShapeError   a graph breaks a shape
│   └── StoreError   a store can't be opened, written or trusted
└── KnowledgeError   a data file of kcgraph itself (ontology, pattern, query, reference) is malformed

Every message is one sentence that names the file, line, record or IRI, says what is wrong and what to do.
"""


class KcgraphError(Exception):
    """Root of the family; the command line turns it into one line on stderr and an exit status."""

    exit_status = 1


class CallError(KcgraphError):
    """Raised when the caller asked for something that can't be: the command line exits with 2."""

    exit_status = 2


class DataError(KcgraphError):
    """Raised when data from outside is wrong: the command line exits with 1."""


class InputError(DataError):
    """Raised when an input file as a whole can't be read."""


class JudgementError(DataError):
    """Raised when a judgement is malformed or contradicts others; the message shows the chain."""


class RecordError(DataError):
    """Raised when one record can't be used; the pipeline writes it to the rejects and goes on."""


class ShapeError(DataError):
    """Raised when a graph does not conform to the shapes."""


class StoreError(DataError):
    """Raised when a store can't be opened, written or trusted."""


class KnowledgeError(KcgraphError):
    """Raised when a data file that belongs to kcgraph is malformed."""
