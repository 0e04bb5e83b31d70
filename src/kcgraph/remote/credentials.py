"""Who we are to a store: from the environment or a netrc file, never from the command line, and never in a message."""

import netrc
import os
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from kcgraph.errors import CallError

USER, PASSWORD, TOKEN, NETRC = "KCGRAPH_USER", "KCGRAPH_PASSWORD", "KCGRAPH_TOKEN", "NETRC"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with password, or a bearer token; neither is ever shown."""

    user: str | None = None
    password: str | None = None
    token: str | None = None

    def __repr__(self) -> str:
        known = "token" if self.token else f"user {self.user}" if self.user else "nobody"
        return f"Credentials({known})"

    def authentication(self) -> httpx.Auth | None:
        """What signs requests; None when we are nobody."""
        if self.token is not None:
            return _Bearer(self.token)
        if self.user is not None:
            return _Challenged(self.user, self.password or "")
        return None


def credentials_for(address: str, environment: Mapping[str, str] = os.environ) -> Credentials:
    """The credentials for the host of `address`: KCGRAPH_TOKEN, else KCGRAPH_USER with KCGRAPH_PASSWORD, else the
    host's entry in the file that NETRC names (`~/.netrc` when it names none).

    Raises CallError when the address itself holds a password, or the netrc file is malformed.
    """
    parts = urlsplit(address)
    if parts.username or parts.password:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise CallError(
            f"an address with a password in it is seen by everybody: give {bare} and set {USER}, {PASSWORD}"
        )
    if token := environment.get(TOKEN):
        return Credentials(token=token)
    if user := environment.get(USER):
        return Credentials(user, environment.get(PASSWORD, ""))
    return _from_netrc(parts.hostname or "", environment)


def _from_netrc(host: str, environment: Mapping[str, str]) -> Credentials:
    named = environment.get(NETRC)
    path = Path(named) if named else Path(environment.get("HOME", "~")).expanduser() / ".netrc"
    try:
        found = netrc.netrc(str(path)).authenticators(host)
    except netrc.NetrcParseError as error:
        raise CallError(f"{path}, line {error.lineno}, is no netrc entry ({error.msg}): correct it") from None
    except OSError as error:
        if named is None:
            return Credentials()
        raise CallError(f"{path}, which {NETRC} names, can't be read ({error.strerror}): correct {NETRC}") from None
    return Credentials(found[0], found[2]) if found else Credentials()


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class _Challenged(httpx.Auth):
    """Basic or digest, as the server asks; the password goes out only when it does."""

    def __init__(self, user: str, password: str) -> None:
        self._basic = httpx.BasicAuth(user, password)
        self._digest = httpx.DigestAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            asked = response.headers.get_list("WWW-Authenticate")
            if response.status_code != httpx.codes.UNAUTHORIZED or not asked:
                return
            is_digest = any(challenge.lower().startswith("digest") for challenge in asked)
            self._chosen = self._digest if is_digest else self._basic
        yield from self._chosen.auth_flow(request)
