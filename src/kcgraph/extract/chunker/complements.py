"""What follows the head of a noun phrase: "of ..." of bodies, offices, treaties and measures, a name in brackets.

A complement is a noun phrase itself. The reader of noun phrases is passed in, since the two need each other.
"""

from kcgraph.extract.chunker.leaders import take_leader
from kcgraph.extract.chunker.naming import countries, make_office
from kcgraph.extract.chunker.verbs import infinitive
from kcgraph.extract.chunker.view import PhraseReader, View
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.names import kind_of

_PLACED = frozenset({Kind.PLACE, Kind.GROUP, Kind.COUNTRY, Kind.NOUN})
_NO_COMPLEMENT = frozenset({"closing", "relatives", "auxiliaries"})


def complete(view: View, found: Chunk, read: PhraseReader, is_nested: bool) -> Chunk:
    """The phrase with all that belongs to its head; a measure gives way to what is measured."""
    if found.kind == Kind.OFFICE:
        _complete_office(view, found, read)
        return found
    if _is_named(found, view, "treaty_heads") and _link(view, found) in ("of", "on"):
        _list_treaty(view, found)
    if _link(view, found) == "of":
        measured = _measured(view, found, read)
        if measured is not None:
            return measured
        if _is_named(found, view, "work_heads"):
            _rename(view, found, read(view, found.last + 1, is_nested=is_nested).last)
            return found
        if found.kind == Kind.NOUN and view.lexicon.is_("facility_heads", found.head):
            _complete_site(view, found, read)
    if found.kind == Kind.GROUP or (found.kind == Kind.PLACE and found.is_site):
        _complete_body(view, found, read)
    _take_bracket(view, found)
    if found.kind == Kind.GROUP:
        _complete_body(view, found, read)
        if not is_nested:
            take_leader(view, found, read)
    return found


def _link(view: View, found: Chunk) -> str:
    """The word after the phrase, "" when nothing follows that word."""
    return view.lower[found.last] if found.last < view.size - 1 else ""


def _is_named(found: Chunk, view: View, heads: str) -> bool:
    """Whether the phrase is a capitalized name with a head of the class `heads`."""
    return found.kind == Kind.NOUN and found.name[:1].isupper() and view.lexicon.is_(heads, found.head)


def _rename(view: View, found: Chunk, last: int) -> None:
    """Let the name of the phrase reach to the token `last`."""
    found.last = found.name_last = last
    found.name = view.text(found.name_first, last)


def _complement(view: View, read: PhraseReader, i: int, *, named_only: bool) -> Chunk | None:
    """The noun phrase at `i` as complement of a name; a person ends the search."""
    is_name = view.words[i].isupper() and view.words[i].isalpha() and len(view.words[i]) > 1
    if i in view.times or not (is_name or _NO_COMPLEMENT.isdisjoint(view.classes[i])) or _is_ing_verb(view, i):
        return None
    inner = read(view, i, stop_at_person=True, is_nested=True)
    if inner.kind in (Kind.PERSON, Kind.PRONOUN) or inner.last <= i:
        return None
    return inner if not named_only or any(view.caps[i : inner.last]) else None


def _is_ing_verb(view: View, i: int) -> bool:
    return view.smalls[i] and "ing" in view.forms[i] and "nouns_like_verbs" not in view.classes[i]


# ---- treaties, measures, sites


def _list_treaty(view: View, found: Chunk) -> None:
    """`Treaty of Friendship, Cooperation and Mutual Assistance`: capitalized words that list what a treaty is of."""
    first = end = found.last + 1
    while view.caps[end] and end not in view.times and view.known(end) is None:
        end += 1
        if view.lower[end] in (",", "and") and view.caps[end + 1]:
            end += 1
        elif view.lower[end : end + 2] == (",", "and") and view.caps[end + 2]:
            end += 2
    if end > first and view.caps[end - 1]:
        _rename(view, found, end)


def _measured(view: View, found: Chunk, read: PhraseReader) -> Chunk | None:
    """`hundreds of soldiers`, `a series of drills`: the phrase is of what is measured; `the north of X` is a place."""
    heads = view.lexicon.classes_of(found.head)
    if found.kind not in (Kind.NOUN, Kind.GROUP) or heads.isdisjoint(("measures", "areas")):
        return None
    inner = _complement(view, read, found.last + 1, named_only=False)
    if inner is None:
        return None
    if "areas" in heads and inner.kind in (Kind.PLACE, Kind.COUNTRY):
        _rename(view, found, inner.last)
        found.kind, found.countries = Kind.PLACE, inner.countries
        return found
    if inner.kind not in (Kind.NOUN, Kind.GROUP):
        return None
    inner.first, inner.determiner = found.first, found.determiner
    inner.modifiers = (*found.modifiers, *inner.modifiers)
    return inner


def _complete_site(view: View, found: Chunk, read: PhraseReader) -> None:
    """`the museum of the Korean People's Army`: a site told by a name."""
    inner = _complement(view, read, found.last + 1, named_only=True)
    if inner is not None and inner.kind in _PLACED:
        found.kind, found.is_site = Kind.PLACE, True
        _rename(view, found, inner.last)


def _take_bracket(view: View, found: Chunk) -> None:
    """`(WPK)` is the body's alias; `(L)`, `(1966)` and the like are passed over."""
    i = found.last
    if view.lower[i] != "(" or view.lower[i + 2] != ")":
        return
    inside = view.words[i + 1]
    if inside.isupper() and len(inside) > 1:
        found.alias = inside
    found.last = i + 3


# ---- bodies


def _complete_body(view: View, found: Chunk, read: PhraseReader) -> None:
    """`Ministry of Foreign Affairs`, `C.C., the Workers' Party`, `embassy in Moscow`, as far as the name goes on."""
    while found.last < view.size - 1:
        inner = _part_of_body(view, found, read)
        if inner is None:
            return
        _rename(view, found, inner.last)
        if found.key and inner.kind == Kind.COUNTRY and inner.key not in found.countries:
            found.key, found.countries = "", ()
        found.countries = tuple(dict.fromkeys((*found.countries, *inner.countries)))
        if inner.possessor is not None:
            return


def _part_of_body(view: View, found: Chunk, read: PhraseReader) -> Chunk | None:
    i, link = found.last, view.lower[found.last]
    if link == "for" and view.caps[i + 1] and "ing" in view.forms[i + 1]:
        return _purpose(view, read, i + 2)
    if _takes_link(view, found, link):
        needs_name = link != "of" and not view.lexicon.is_("gathered_anywhere", found.head)
        return _complement(view, read, i + 1, named_only=needs_name)
    names_party = link == "," and (
        _is_the_name(view, i + 1) or _is_known_body(view, i + 1) or _is_party_name(view, i + 1)
    )
    if (names_party and _is_party_organ(view, i)) or (link == "and" and _goes_on_after_and(view, found)):
        return _complement(view, read, i + 1, named_only=True)
    return None


def _purpose(view: View, read: PhraseReader, i: int) -> Chunk | None:
    """What a body is for, after the verb in capitals: `Committee for Remembering Kim Jong Il`."""
    if i in view.times or not _NO_COMPLEMENT.isdisjoint(view.classes[i]):
        return None
    inner = read(view, i, is_nested=True)
    return inner if any(view.caps[i : inner.last]) else None


def _takes_link(view: View, found: Chunk, link: str) -> bool:
    """Whether the name of a body goes on with the preposition `link`."""
    if link == "of":
        return True
    heads = view.lexicon.classes_of(found.head)
    if link in ("in", "to") and "embassy_heads" in heads:
        return True
    if link == "in" and "gathered" in heads:
        return "in" not in view.lower[found.name_first : found.last]
    if link == "from" and ("coming_from" in heads or found.is_plural):
        return True
    taking = view.lexicon.links.get(link)
    return taking is not None and any(word.rstrip("'") in taking for word in view.lower[found.name_first : found.last])


def _is_party_organ(view: View, comma: int) -> bool:
    """Whether the words before a comma are an organ of a party that may be named after it.

    After "Committee", which other bodies are called too, what follows must be called a party.
    """
    if "party_organs" not in view.classes[comma - 1] or comma + 2 >= view.size:
        return False
    return view.lower[comma - 1] != "committee" or _is_called_party(view, comma + 1)


def _is_called_party(view: View, i: int) -> bool:
    """`the Lao People's Revolutionary Party`: the name at `i` tells a party or league."""
    end = i + (view.lower[i] == "the")
    while view.caps[end] and not view.lexicon.is_("parties", view.lower[end]):
        end += 1
    return view.caps[end]


def _is_the_name(view: View, i: int) -> bool:
    return view.lower[i] == "the" and view.caps[i + 1]


def _is_party_name(view: View, i: int) -> bool:
    """`C.C., Communist Party of X`: capitalized words one of which is the head of a body's name."""
    end = i
    while view.caps[end] and "organization_heads" not in view.classes[end]:
        end += 1
    return view.caps[end] and "organization_heads" in view.classes[end]


def _is_known_body(view: View, i: int) -> bool:
    known = view.known(i)
    return known is not None and known[1].kind == "organization"


def _goes_on_after_and(view: View, found: Chunk) -> bool:
    """`Ministry of Post and Telecommunications`: an "and" within the name, its second half no name by itself."""
    first = found.last + 1
    name = view.lower[found.name_first : found.last]
    if not (view.caps[first] and view.caps[first - 2]) or not ("of" in name or "for" in name):
        return False
    end = first
    while view.caps[end]:
        end += 1
    kind, _ = kind_of(view.words[first:end])
    return (
        kind in (Kind.NOUN, Kind.UNKNOWN)
        and view.known(first) is None
        and "titles" not in view.classes[first]
        and view.lower[first] in view.lexicon.common
        and "organization_heads" not in view.classes[end - 1]
    )


# ---- offices


def _complete_office(view: View, found: Chunk, read: PhraseReader) -> None:
    """`secretary of the Security Council of the Russian Federation`, `ambassador to India`, `minister for Trade`."""
    office = found.offices[0]
    while found.last < view.size - 1:
        i = found.last
        if view.lower[i] == "(" and view.lower[i + 2] == ")":
            found.last = i + 3
            continue
        inner = _part_of_office(view, found, office.last, read)
        if inner is None:
            break
        found.last = inner.last
    if found.last > office.last:
        found.offices[0] = make_office(view, office.first, found.last, office.head)
        found.name, found.name_last = found.offices[0].text, found.last
        found.countries = countries(view, office.first, found.last)


def _part_of_office(view: View, found: Chunk, title_end: int, read: PhraseReader) -> Chunk | None:
    """The next complement of an office whose bare title ends at the token `title_end`."""
    i, link = found.last, view.lower[found.last]
    if _has_portfolios_of_country(view, found):
        return _complement(view, read, _past_matters(view, i), named_only=True)
    if link == ",":
        names_party = _is_the_name(view, i + 1) or view.words[i + 1].isupper() or _is_party_name(view, i + 1)
        is_organ = names_party and _is_party_organ(view, i)
        return _complement(view, read, i + 1, named_only=True) if is_organ else None
    is_joined = link == "and" and (
        _has_second_portfolio(view, found) or _has_second_country(view, found) or _ends_in_body(view, i)
    )
    if is_joined:
        return _complement(view, read, i + 1, named_only=True)
    if not _office_takes_link(view, found, title_end):
        return None
    needs_name = link in ("at", "in") and view.lexicon.is_("weak_offices", found.head)
    return _complement(view, read, i + 1, named_only=needs_name)


def _ends_in_body(view: View, i: int) -> bool:
    """`vice-chairman of the Rights and Welfare Committee`: the "and" at `i` stands within the name of a body."""
    end = i + 1
    while view.caps[end]:
        end += 1
    is_matter = view.caps[i - 1] and view.lower[i - 1] in view.lexicon.common and view.known(i + 1) is None
    heads = "organization_heads"
    is_body = end > i + 2 and heads in view.classes[end - 1] and heads not in view.classes[i - 1]
    return is_matter and is_body and view.lower[i + 1] in view.lexicon.common and view.lower[i - 2] in ("of", "the")


def _has_second_portfolio(view: View, found: Chunk) -> bool:
    """`minister of Industry and Trade of the Russian Federation`: a second matter after "and", no holder or body."""
    first = found.last + 1
    words = view.lower[found.name_first : found.last]
    is_matter = view.caps[first] and view.caps[first - 2] and view.lower[first] in view.lexicon.common
    return (
        is_matter
        and view.lexicon.is_("with_portfolio", found.head)
        and ("of" in words or "for" in words)
        and view.classes[first].isdisjoint(("titles", "offices", "name_adjectives"))
        and view.known(first) is None
    )


def _has_portfolios_of_country(view: View, found: Chunk) -> bool:
    """`minister of Foreign Affairs, Immigration and Expatriates of Tunisia`: matters, then the country of them all."""
    words = view.lower[found.name_first : found.last]
    if not view.lexicon.is_("with_portfolio", found.head) or not ("of" in words or "for" in words):
        return False
    end = _past_matters(view, found.last)
    return end > found.last and view.lower[end - 1] == "of" and _past_country(view, end) > 0


def _past_matters(view: View, i: int) -> int:
    """The token after the "of" that follows `, A and B of`, all in capitals; `i` when no such list stands there."""
    end = i
    while view.lower[end] in (",", "and"):
        end += 1 + (view.lower[end : end + 2] == (",", "and"))
        first = end
        while view.caps[end] and view.known(end) is None and view.classes[end].isdisjoint(("titles", "offices")):
            end += 1
        if end == first:
            return i
    return end + 1 if end > i and view.lower[end] == "of" else i


def _has_second_country(view: View, found: Chunk) -> bool:
    """`the defence ministers of Mongolia and Laos`: those of two countries."""
    if found.kind != Kind.OFFICE or not found.is_plural or view.lower[max(found.first - 1, 0)] == "between":
        return False
    of = next((k for k in range(found.name_first, found.last - 1) if view.lower[k] == "of"), None)
    if of is None or _past_country(view, of + 1) != found.last:
        return False
    end = _past_country(view, found.last + 1)
    return end > 0 and view.lower[end] != "'s"


def _past_country(view: View, i: int) -> int:
    """The token after the name of a country at `i`, its article passed over; 0 when none stands there."""
    i += view.lower[i] == "the"
    if "halves" in view.classes[i] and view.lower[i + 1] == "korea":
        return i + 2
    known = view.known(i)
    return known[0] if known is not None and known[1].kind == "country" else 0


def _office_takes_link(view: View, found: Chunk, title_end: int) -> bool:
    """Whether the office goes on with the preposition after it: "of" always, "to", "for" and "at" after the title."""
    i, link = found.last, view.lower[found.last]
    heads = view.lexicon.classes_of(found.head)
    if link == "in":
        return "offices_in" in heads or view.lower[i + 1 : i + 3] == ("charge", "of")
    if link == "of":
        return True
    if i != title_end:
        return link == "for" and view.lower[i - 1] == "state"
    if link == "at":
        return "offices_at" in heads
    return link in ("to", "for") and "offices_to" in heads and not (link == "to" and infinitive(view, i) is not None)
