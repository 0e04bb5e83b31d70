"""A SPARQL query endpoint elsewhere, asked through SPARQLWrapper: with a time limit, again when it is busy, by GET or,
for a long query, by POST.
"""

import urllib.error
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any

import httpx
import tenacity
from pyoxigraph import BlankNode, Literal, NamedNode
from SPARQLWrapper import BASIC, DIGEST, GET, JSON, POST, SELECT, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, EndPointNotFound, QueryBadFormed, Unauthorized

from kcgraph.errors import StoreError
from kcgraph.remote.credentials import Credentials

Term = NamedNode | Literal | BlankNode

_ATTEMPTS = 4
_LONGEST_IN_ADDRESS = 1500
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class _Busy(Exception):  # noqa: N818 - never leaves this module
    pass


class Endpoint:
    """Answers SELECT queries. Raises StoreError, naming the address, for whatever goes wrong."""

    def __init__(self, address: str, credentials: Credentials, seconds: float, *, pause: float = 1.0) -> None:
        """`seconds` is how long one answer may take, `pause` the wait before the first repetition."""
        self.address = address
        self._credentials = credentials
        self._seconds = seconds
        self._pause = pause
        self._scheme: tuple[str, str] | None = None

    def select(self, query: str) -> tuple[list[str], list[Mapping[str, Term]]]:
        """The variables and the rows, each variable to its term."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_Busy),
            stop=tenacity.stop_after_attempt(_ATTEMPTS),
            wait=tenacity.wait_exponential(multiplier=self._pause, max=60),
            reraise=True,
        )
        try:
            answer = retrying(self._asked, query)
        except _Busy as error:
            raise StoreError(
                f"{self.address} does not answer ({error}): try again later or give more --timeout"
            ) from None
        try:
            bindings = answer["results"]["bindings"]
            rows: list[Mapping[str, Term]] = [{name: _term(value) for name, value in row.items()} for row in bindings]
            return [str(name) for name in answer["head"]["vars"]], rows
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreError(
                f"{self.address} answered with something other than SPARQL results in JSON: check the address"
            ) from None

    def _asked(self, query: str) -> Any:
        try:
            return self._wrapper(query).query().convert()
        except Unauthorized:
            if self._scheme is not None or self._credentials.user is None:
                raise StoreError(
                    f"{self.address} refuses us: set KCGRAPH_USER and KCGRAPH_PASSWORD, or KCGRAPH_TOKEN, or an entry "
                    "in ~/.netrc"
                ) from None
            self._scheme = self._challenge()
            return self._asked(query)
        except QueryBadFormed as error:
            raise StoreError(
                f"{self.address} does not take the query ({_told(error)}): report it with its kind"
            ) from None
        except EndPointNotFound:
            raise StoreError(f"{self.address} is no SPARQL endpoint (404): check the address") from None
        except EndPointInternalError as error:
            raise _Busy(f"500, {_told(error)}") from None
        except urllib.error.HTTPError as error:
            if error.code in _PASSING:
                raise _Busy(str(error.code)) from None
            raise StoreError(f"{self.address} answered {error.code}: check the address") from None
        except (urllib.error.URLError, HTTPException, OSError) as error:
            raise _Busy(str(getattr(error, "reason", error)) or type(error).__name__) from None
        except ValueError:
            raise StoreError(f"{self.address} answered with something other than JSON: check the address") from None

    def _wrapper(self, query: str) -> SPARQLWrapper:
        wrapper = SPARQLWrapper(self.address, returnFormat=JSON)
        wrapper.setQuery(query)
        wrapper.queryType = SELECT  # it guesses from words, and takes a question about an "ADD" for an update
        wrapper.setMethod(POST if len(query) > _LONGEST_IN_ADDRESS else GET)
        wrapper.setTimeout(int(self._seconds))
        if self._credentials.token is not None:
            wrapper.addCustomHttpHeader("Authorization", f"Bearer {self._credentials.token}")
        if self._scheme is not None:
            scheme, realm = self._scheme
            wrapper.setHTTPAuth(scheme)
            wrapper.setCredentials(self._credentials.user, self._credentials.password, realm=realm)
        return wrapper

    def _challenge(self) -> tuple[str, str]:
        """How the endpoint wants us to say who we are, and its realm: a password goes out only when it is asked for."""
        answer = httpx.get(self.address, params={"query": "ASK {}"}, timeout=self._seconds)
        asked = answer.headers.get("WWW-Authenticate", "")
        realm = asked.partition('realm="')[2].partition('"')[0]
        return DIGEST if asked.lower().startswith("digest") else BASIC, realm


def _term(value: Mapping[str, str]) -> Term:
    match value["type"]:
        case "uri":
            return NamedNode(value["value"])
        case "bnode":
            return BlankNode()
    if language := value.get("xml:lang"):
        return Literal(value["value"], language=language)
    datatype = value.get("datatype")
    return Literal(value["value"], datatype=NamedNode(datatype)) if datatype else Literal(value["value"])


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[-200:]
