"""The named conditions that a pattern may ask for (`needs`) or refuse (`refuses`) beyond heads and kinds."""

from collections.abc import Callable
from dataclasses import dataclass

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.patterns import Pattern, patterns, singular
from kcgraph.extract.scene import Scene


@dataclass(frozen=True, slots=True)
class Case:
    """What a condition looks at: the verb or noun at chunk `at` with its frame; `noun` is None for a verb pattern."""

    scene: Scene
    frame: Frame
    at: int
    pattern: Pattern
    is_noun: bool

    def heads(self, *slots: str) -> set[str]:
        """Singular head nouns in the slots."""
        return {singular(chunk.head) for slot in slots for chunk in self.frame.slots.get(slot, ())}

    def chunks(self, *slots: str) -> list[Chunk]:
        """The chunks in the slots."""
        return [chunk for slot in slots for chunk in self.frame.slots.get(slot, ())]


_PACTS = frozenset({"agreement", "treaty", "protocol", "memorandum", "accord", "pact", "contract", "convention", "declaration", "mou", "deal", "communique", "arrangement", "plan", "document", "statement"})
_GIFTS = frozenset({"tribute", "garland", "flowers", "memento", "keepsake", "gift", "basket", "wreath", "bouquet", "flower", "souvenir", "present", "spread", "donation"})
_FORCES = frozenset({"ammunition", "arms", "army", "artillery", "bomber", "contingent", "drone", "engineer", "force", "howitzer", "launcher", "missile", "munition", "munitions", "personnel", "rocket", "sapper", "serviceman", "shell", "soldier", "submarine", "tank", "troop", "troops", "unit", "warship", "weapon"})
_BODIES = frozenset({"committee", "council", "bureau", "presidium", "cabinet", "assembly", "commission", "board", "politburo", "community", "union", "parliament", "sadc", "organization", "g8", "g20", "association", "forum", "league"})

_PURPOSES = frozenset({"visit", "talk", "meeting", "summit", "trip", "tour", "consultation", "negotiation", "forum", "conference", "event", "celebration"})
_VENUES = frozenset({"exhibition", "museum", "factory", "farm", "palace", "park", "airport", "station", "residence", "school", "hospital", "performance", "theatre", "hall", "resort", "cemetery", "display"})
_TERMINALS = frozenset({"airport", "station", "harbor", "harbour", "port", "airfield", "pier", "terminal"})
_EXHIBITS = frozenset({"photo", "book", "exhibit", "product", "work", "item", "goods", "handicraft", "painting", "picture", "stamp", "gift", "news", "panel", "video", "poster", "handcraft", "data", "relic"})


def _any_time(case: Case) -> bool:
    return any(chunk.time is not None and chunk.time.date is not None for _, chunk in case.frame.times)


def _any_place(case: Case) -> bool:
    return case.frame.is_here or any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) for chunk in case.chunks("in", "at", "to", "from", "off"))


def _word_after(case: Case, *words: str) -> bool:
    start = case.scene.chunks[case.at].last
    return " ".join(words) in " ".join(word.lower() for word in case.scene.sentence.words[start : start + 14])


def _next_infinitive(case: Case) -> Chunk | None:
    after = case.frame.last + 1
    chunks = case.scene.chunks
    if after < len(chunks) and chunks[after].kind == Kind.VERB and chunks[after].form == "infinitive":
        return chunks[after]
    return None


def _journey(case: Case) -> bool:
    """Somewhere to go: here, a place, home, by air, a leave-taking."""
    if case.frame.is_here or _any_place(case):
        return True
    words = [word.lower() for word in case.scene.sentence.words[case.scene.chunks[case.at].first : case.scene.chunks[case.at].last + 6]]
    if {"home", "here", "pyongyang"} & set(words) or "by air" in " ".join(words):
        return True
    return any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) for chunk in case.chunks("object", "for")) and case.scene.chunks[case.at].head == "leave"


def _parties(case: Case) -> bool:
    """At least two agents around a meeting noun, or an owner: "talks between A and B", "Kim's meeting with B"."""
    agents = [chunk for chunk in case.chunks("with", "between", "possessor") if chunk.kind in AGENTS]
    together = [chunk for chunk in case.chunks("subject of organise", "subject of perform", "subject of attend") if chunk.kind in AGENTS]
    if len(together) > 1 or (together and together[0].head == "they") or case.scene.chunks[case.at].determiner == "our":
        return True
    noun = case.scene.chunks[case.at]
    if len(noun.countries) > 1 and noun.possessor is None:
        return True
    if agents and (len(agents) > 1 or case.frame.slots.get("with")):
        return True
    return noun.head in ("summit",) and bool(_any_place(case) or _any_time(case) or noun.determiner == "their")


def _is_gift(case: Case) -> bool:
    found = [chunk for chunk in case.chunks("object") if singular(chunk.head) in case.pattern.objects]
    return any(singular(chunk.head) in _GIFTS for chunk in found) or (case.scene.chunks[case.at].head in ("present", "donate", "send") and bool(case.chunks("to")))


def _issued(case: Case) -> bool:
    verb = case.scene.chunks[case.at]
    objects = case.heads("object")
    if verb.head in ("issue", "release", "publish", "circulate"):
        found = next((chunk for chunk in case.chunks("object") if singular(chunk.head) in _WORDS), None)
        return found is not None and (singular(found.head) not in ("book", "paper") or "white" in found.modifiers)
    if verb.head == "make":
        return _word_after(case, "public") and bool(objects)
    if verb.head == "give":
        return bool(objects & {"answer", "reply", "discourse"})
    if verb.head == "deliver":
        return bool(objects & {"address", "statement"}) and verb.is_passive is False
    if verb.head == "announce":
        return bool(objects & {"statement", "declaration", "notice", "communique", "decree", "resolution"})
    return bool(objects & {"statement", "declaration", "appeal"})


def _published(case: Case) -> bool:
    """A paper, site or group that carries a text: not a plan carried through, nor a letter that is a message."""
    verb, objects = case.scene.chunks[case.at], case.heads("object")
    if objects & {"letter", "message", "report", "interview", "work", "material", "view", "text", "poem", "history", "biography", "item", "post", "news", "comment", "opinion", "statement", "series", "feature", "supplement"}:
        return verb.head in ("carry", "run", "post", "upload", "print") or (verb.head in ("publish", "release") and bool(objects & {"history", "biography", "material", "series", "supplement"}))
    return True


def _made(case: Case) -> bool:
    """ "The Jan. 11 statement", "the ministry's statement", "the statement of a spokesman": not "said in a statement on May 3"."""
    noun, before = case.scene.chunks[case.at], case.scene.chunks[case.at - 1] if case.at else None
    if any(case.scene.chunks[v].head in ("issue", "release", "make", "publish", "adopt", "carry") for v, _ in case.scene.governors.get(case.at, ())):
        return False
    owned = any(chunk.kind in AGENTS for chunk in case.chunks("possessor", "by", "of"))
    if before is not None and before.kind == Kind.PREPOSITION and before.head in ("in", "through") and noun.determiner in ("a", "an", ""):
        return owned and case.frame.slots.get("of") is None
    if noun.head == "declaration":
        return False
    return owned or (_any_time(case) and case.frame.slots.get("of") is None)


def _office_given(case: Case) -> bool:
    return any(chunk.kind == Kind.OFFICE for chunk in case.chunks("object", "object2", "as", "to", "from")) or any(chunk.offices for chunk in case.chunks("object")) or bool(case.heads("object2", "as", "from", "of", "to") & {"member", "post", "position", "duty", "marshal", "vice-marshal", "rank", "presidency", "premiership"})


def _as_office(case: Case) -> bool:
    noun = case.scene.chunks[case.at]
    return any(chunk.kind == Kind.OFFICE for chunk in case.chunks("as", "to")) and (noun.possessor is not None or noun.determiner in ("his", "her", "their", "your", "my") or bool(case.chunks("of")))


# ---- military acts

_WEAPONS = frozenset({"missile", "rocket", "satellite", "icbm", "bomb", "warhead", "slbm", "projectile", "torpedo", "irbm", "shell", "spacecraft", "propeller", "h-bomb", "interceptor", "howitzer", "weapon", "drone", "mlrs", "launcher", "engine", "slv"})
_WEAPON_WORDS = _WEAPONS | {"nuclear", "missiles", "rockets", "satellites", "ballistic", "cruise", "hypersonic", "underground", "subcritical", "atomic", "weapons", "long-range", "short-range", "intercontinental"}
_ARMED = frozenset({
    "troop", "troops", "soldier", "army", "navy", "force", "forces", "military", "marine", "marines", "serviceman", "servicemen", "serviceperson", "servicepersons", "contingent", "brigade", "battalion", "regiment", "division", "corps",
    "squadron", "fleet", "warship", "destroyer", "submarine", "bomber", "warplane", "carrier", "drone", "helicopter", "sapper", "paratrooper", "command", "gunboat", "sdf", "nato", "kpa", "rebel", "militia", "fighter-bomber", "pilot", "gunner",
    "recruit", "cadet", "commando", "mercenary", "police", "taliban", "guard", "guards", "airforce", "staff",
})  # fmt: skip
_ARMED_WORDS = frozenset({"army", "military", "armed", "combat", "troop", "naval", "navy", "marine", "infantry", "drone", "puppet", "war", "air", "ground", "special"})
_WAR_WORDS = frozenset({
    "military", "war", "combat", "troop", "troops", "armed", "naval", "missile", "drone", "arms", "artillery", "shelling", "nuclear", "live-fire", "firing", "air", "ground", "live-shell", "amphibious", "bombing", "border", "anti-submarine",
    "flight", "test-fire", "landing", "maritime", "marine", "shell-firing", "field", "tactical", "large-scale", "joint", "terrorist", "surprise", "preemptive", "aerial", "actual", "tank", "live", "computer-simulated", "airborne", "bomb",
})  # fmt: skip
_LAND = frozenset({"region", "area", "city", "town", "village", "island", "territory", "airspace", "water", "waters", "province", "district", "base", "front", "strip", "sky", "border", "position", "enclave", "peninsula", "settlement", "oblast", "post", "camp"})
_SHOT_AT = frozenset({"drone", "plane", "aircraft", "helicopter", "balloon", "warship", "ship", "boat", "vessel", "missile", "satellite", "jet", "uav", "airliner", "warplane", "bomber", "submarine", "islet", "protester", "crowd", "civilian", "tank"})


def _is_armed(chunk: Chunk) -> bool:
    return singular(chunk.head) in _ARMED or chunk.head in _ARMED or (bool(set(chunk.modifiers) & {"army", "military", "armed", "combat"}) and chunk.kind != Kind.PERSON)


def _anchored(case: Case) -> bool:
    """Somebody did it, or it has a place or a time: no mere talk of exercises or launches."""
    slots = ("possessor", "by", "of", "between", "with", "to", "subject of organise", "subject of perform", "subject of attend")
    return any(chunk.kind in AGENTS for chunk in case.chunks(*slots)) or bool(case.scene.chunks[case.at].countries) or _any_place(case) or _any_time(case)


def _harmless_test(case: Case) -> bool:
    found = [chunk for chunk in case.chunks("object") if singular(chunk.head) in case.pattern.objects]
    vague = ("test", "launch", "launching", "explosion", "device", "detonation", "test-launch")
    return all(singular(chunk.head) in vague and not set(chunk.modifiers) & _WEAPON_WORDS for chunk in found) and not _of_weapon(case)


def _of_weapon(case: Case) -> bool:
    return bool(case.heads("of", "object.of", "of something else") & _WEAPONS) or any(set(chunk.modifiers) & _WEAPON_WORDS for chunk in case.chunks("of", "of something else"))


def _harmless_exercise(case: Case) -> bool:
    """Physical exercises and evacuation drills, and attacks that are words."""
    found = [chunk for chunk in case.chunks("object") if singular(chunk.head) in case.pattern.objects or chunk.head in case.pattern.objects]
    warlike = any(_modifier_words(chunk) & _WAR_WORDS for chunk in found)
    plain = {singular(chunk.head) for chunk in found} <= {"exercise", "drill", "maneuver", "strike", "attack", "rehearsal", "offensive", "landing", "assault", "raid"}
    return plain and not warlike and not any(_is_armed(chunk) or chunk.kind == Kind.COUNTRY for chunk in case.chunks("subject"))


def _warlike(case: Case) -> bool:
    """Forces that move where they fight: to or into a place, against or alongside somebody."""
    if case.scene.chunks[case.at].head == "demine":
        return True
    if case.scene.chunks[case.at].head in ("deploy", "dispatch") and case.scene.chunks[case.at].form in ("past", "finite"):
        return True
    beside = any(chunk.kind in AGENTS or _is_armed(chunk) for chunk in case.chunks("alongside", "against"))
    into = any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) or singular(chunk.head) in _LAND for chunk in case.chunks("to", "in", "into", "near", "across", "over", "at", "from", "object"))
    act = bool(case.heads("in") & {"operation", "battle", "combat", "war", "fighting", "exercise", "drill"})
    peaceful = case.scene.chunks[case.at].head in ("enter", "serve", "arrive", "march", "die", "suffer", "train", "assist", "help", "participate", "take", "clear", "cross", "land")
    return beside or act or (into and (not peaceful or any(chunk.kind in (Kind.COUNTRY, Kind.PLACE) for chunk in case.chunks("to", "in", "into"))) and case.scene.chunks[case.at].head not in ("participate", "take"))


def _war_object(case: Case) -> bool:
    """A land, a body of troops or something armed, not a person, an idea or a market."""
    subjects = case.chunks("subject")
    if subjects and not any(_is_armed(chunk) or chunk.kind in (Kind.COUNTRY, Kind.PLACE, Kind.PRONOUN) or chunk.countries for chunk in subjects):
        return False
    return any(
        chunk.kind in (Kind.COUNTRY, Kind.PLACE) or _is_armed(chunk) or singular(chunk.head) in _LAND | _SHOT_AT for chunk in case.chunks("object")
    )  # fmt: skip


def _shot(case: Case) -> bool:
    verb = case.scene.chunks[case.at].head
    at = case.chunks("at", "on", "upon", "into")
    if verb in ("fire", "shoot", "open"):
        opened = verb != "open" or "fire" in case.heads("object")
        down = verb == "shoot" and bool(case.heads("object", "down") & _SHOT_AT)
        return down or (opened and bool(at) and any(chunk.kind != Kind.PLACE or verb == "open" for chunk in at) and (verb != "fire" or not case.chunks("object") or bool(case.heads("object") & {"shell", "shot", "round", "gas", "bullet", "gun", "canister"})))
    return bool(case.heads("object") & _SHOT_AT)


def _intrusion(case: Case) -> bool:
    """Into a sky or waters; drones, leaflets and balloons sent across."""
    verb = case.scene.chunks[case.at].head
    over = case.heads("into", "in", "over", "to", "object", "across")
    lands = {"airspace", "sky", "air", "water", "waters", "territory", "border", "space", "island", "sea", "zone"}
    things = case.heads("object") & {"drone", "leaflet", "balloon", "rubbish", "spy", "agent", "warship", "plane", "uav", "saboteur"}
    movers = case.heads("subject") & {"drone", "plane", "aircraft", "warship", "boat", "vessel", "helicopter", "balloon", "warplane", "ship"}
    if verb in ("infiltrate", "intrude", "penetrate"):
        return bool(things) or bool(over & lands) or any(chunk.kind in (Kind.COUNTRY, Kind.PLACE) for chunk in case.chunks("into", "to"))
    if verb in ("violate", "trespass", "encroach"):
        return bool(case.heads("object", "on", "upon") & {"airspace", "water", "waters", "border", "line", "sky"})
    return bool(things & {"leaflet", "drone", "balloon", "rubbish"}) if verb in ("scatter", "drop", "float", "fly", "smuggle") else bool(movers) and bool(over & lands)


def _of_land(case: Case) -> bool:
    return any((chunk.kind == Kind.PLACE and chunk.name not in ("Korea", "South Korea")) or (chunk.kind == Kind.NOUN and singular(chunk.head) in {"region", "territory", "city", "town", "village"} and chunk.name[:1].isupper()) for chunk in case.chunks("of"))


def _in_land(case: Case) -> bool:
    """A battle in a region or near a town, by troops."""
    around = any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) for chunk in case.chunks("in", "near", "at", "for", "around"))
    noun = case.scene.chunks[case.at]
    if noun.head in ("operation", "operations"):
        return around and bool({"demining", "mine-clearing", "combat", "landing", "mop-up", "rescue"} & set(noun.modifiers))
    return around and not any(chunk.kind == Kind.PERSON for chunk in case.chunks("possessor"))


def _armed_subject(case: Case) -> bool:
    return any(_is_armed(chunk) or chunk.kind == Kind.COUNTRY or chunk.countries for chunk in case.chunks("subject")) or any(_is_armed(chunk) for chunk in case.chunks("of", "object"))


def _to_army(case: Case) -> bool:
    following = _next_infinitive(case)
    joins = following is not None and following.head in ("join", "rejoin", "enlist", "serve", "enter")
    return (joins or bool(case.chunks("for"))) and _word_after(case, "army")


def _warring(case: Case) -> bool:
    """Whose surrender or deployment it was; for an invasion, when: wars as such are no events."""
    head = case.scene.chunks[case.at].head
    if head == "invasion":
        return _any_time(case)
    return head not in ("surrender", "deployment", "redeployment", "massacre") or any(_is_armed(chunk) or chunk.kind == Kind.COUNTRY for chunk in case.chunks("of", "possessor", "by"))


def _habit(case: Case) -> bool:
    """A present tense, an aim or a gerund without a time: what is done in general."""
    verb = case.scene.chunks[case.at]
    if _any_time(case):
        return False
    before = case.scene.chunks[case.at - 1] if case.at else None
    if verb.form == "ing" and before is not None and before.head in ("stop", "avoid", "cease", "prevent", "oppose", "suggest"):
        return True
    return verb.form in ("s", "base") or (verb.form == "ing" and before is not None and before.kind == Kind.PREPOSITION and before.head in ("in", "by", "of", "at", "about", "on", "with", "without", "to"))


def _mere_talk(case: Case) -> bool:
    """ "for invading", "of attacking" without a time: a purpose or a charge."""
    verb = case.scene.chunks[case.at]
    before = case.scene.chunks[case.at - 1] if case.at else None
    if verb.head in ("invade", "annex") and not _any_time(case):
        return True
    if verb.head == "liberate" and any(chunk.name in ("Korea", "country") or chunk.head in ("country", "homeland", "fatherland", "nation") for chunk in case.chunks("object")):
        return True
    gerund = verb.form == "ing" and before is not None and before.kind in (Kind.PREPOSITION, Kind.VERB, Kind.CONJUNCTION, Kind.COMMA)
    return gerund and verb.head in ("invade", "attack", "strike", "seize", "annex", "capture", "shoot") and not _any_time(case)


def _arming(case: Case) -> bool:
    """Help in making or using weapons: "is helping Chad to develop missiles"."""
    if case.scene.chunks[case.at].form not in ("past", "finite"):
        return False
    return any(_word_after(case, word) for word in ("drone", "missile", "satellite", "weapon", "submarine", "warhead", "munitions", "nuclear", "air defense", "air defence"))


def _many_or_time(case: Case) -> bool:
    return _any_time(case) or any(any(character.isdigit() for character in chunk.name) for chunk in case.chunks("subject"))


def _shown(case: Case) -> bool:
    verb = case.scene.chunks[case.at].head
    return bool(case.heads("to") & {"media", "public", "press"}) if verb == "open" else _any_time(case) or bool(case.heads("at") & {"parade", "exhibition", "show"})


_SPEAKING = frozenset({"make", "deliver", "give", "read"})
_EITHER_WAY = frozenset({"begin", "start", "end", "finish", "continue"})
_SPEECHES = frozenset({"speech", "address", "report", "toast", "remark"})
_WORDS = frozenset({"statement", "declaration", "commentary", "communique", "appeal", "report", "answer", "paper", "indictment", "warning", "article", "memorandum", "resolution", "bulletin", "announcement", "proclamation", "notice", "study", "survey", "finding", "book", "editorial", "essay", "refutation", "ultimatum", "notification", "write-up", "manifesto", "reply", "slogan", "discourse", "analysis"})
# ---- economy and other events

_BUILDINGS = frozenset({
    "factory", "plant", "station", "house", "houses", "school", "bridge", "road", "farm", "dam", "mill", "hospital", "airport", "railway", "mine", "greenhouse", "reservoir", "hotel", "park", "shipyard", "center", "centre", "university", "college", "fence",
    "monument", "tower", "museum", "theatre", "hall", "resort", "line", "waterway", "canal", "apartment", "street", "dwelling", "village", "home", "building", "facility", "port", "tunnel", "kindergarten", "wall", "settlement", "side", "workshop", "zone",
    "power", "foundation", "library", "stadium", "orphanage", "sanatorium", "complex", "base", "office", "institute", "restaurant", "market", "quarter", "highway",
})  # fmt: skip
_SERVICES = frozenset({"service", "flight", "trade", "train", "ferry", "route", "operation", "shipment", "export", "import", "tour", "tourism", "line", "traffic", "railway", "link", "transport", "cargo", "freight"})
_GOODS = frozenset({
    "computer", "panel", "equipment", "material", "foodstuff", "food", "medicine", "rice", "goods", "necessity", "facility", "clothes", "machine", "aid", "fertilizer", "tv", "set", "thing", "things", "book", "appliance", "oil", "electricity", "flour",
    "fuel", "bus", "tractor", "truck", "article", "relief", "supplies", "vehicle", "fish", "meat", "apparatus", "instrument", "furniture", "utensil", "ton", "coal", "seed", "seedling", "house", "blanket",
})  # fmt: skip
_DISASTERS = frozenset({"flood", "floods", "flooding", "earthquake", "typhoon", "rain", "rains", "rainfall", "downpour", "tsunami", "storm", "hurricane", "quake", "disaster", "drought", "landslide", "fire", "explosion"})
_IDEAS = frozenset({"idea", "policy", "line", "leadership", "revolution", "cause", "socialism", "will", "instruction", "teaching", "era", "nation", "spirit"})


def _governor(case: Case) -> tuple[int, str] | None:
    """The verb that the noun is subject or object of, finite before infinite; the slot."""
    chunks = case.scene.chunks
    found = [(v, slot) for v, slot in case.scene.governors.get(case.at, ()) if slot in ("subject", "object")]
    return min(found, key=lambda pair: chunks[pair[0]].form not in ("finite", "past", "s"), default=None)


def _modifier_words(chunk: Chunk) -> set[str]:
    return {word for modifier in chunk.modifiers for word in (modifier, *modifier.split("-"))}


_WORKS = frozenset({"construction", "renovation", "remodeling", "reconstruction", "excavation", "expansion", "production", "rehabilitation", "project", "building"})
_LAID = frozenset({"line", "road", "railway", "pipeline", "roof", "network", "ferry", "company", "capacity", "process", "farm", "facility", "generator", "equipment"})
# What these verbs are not said of as building: "opened the office", "set up a project".
_NO_BUILDING = {
    "open": frozenset({"line", "field", "house", "ground", "room", "home", "wall", "garden", "base", "process", "station", "project"}),
    "establish": frozenset({"school", "university", "college", "institute", "institution", "line", "base", "network", "field", "service", "house", "process", "project", "building", "ground", "production"}),
    "set": frozenset({"line", "project", "field", "service", "station", "ground", "process", "building", "production", "base"}),
}
# What these verbs alone are said of as building.
_ONLY_BUILDING = {
    "close": frozenset({"factory", "plant", "mine", "shop", "restaurant", "branch", "station", "market", "airport", "school", "bank"}),
    "develop": frozenset({"mine", "zone", "resort", "port", "field"}),
    "create": frozenset({"zone", "nursery", "orchard", "park", "field", "facility", "farm", "venture", "garden", "pasture", "grassland", "base"}),
    "found": frozenset({"factory", "company", "bank", "farm", "plant", "hospital"}),
    **dict.fromkeys(("lay", "extend", "expand", "install", "launch", "break"), _WORKS | _LAID),
    **dict.fromkeys(("begin", "start", "wind", "undertake", "push", "resume", "cease", "conclude", "commence", "ensure", "level", "equip"), _WORKS),
}


def _not_built(case: Case) -> bool:
    """Begun, opened or started what is no building; many schools in general."""
    verb = case.scene.chunks[case.at].head
    found = [chunk for chunk in case.chunks("object") if chunk.kind not in (Kind.PERSON, Kind.OFFICE, Kind.COUNTRY) and (singular(chunk.head) in case.pattern.objects or chunk.head in case.pattern.objects)]
    if all("ceremony" in chunk.modifiers or chunk.determiner in ("no", "any", "such", "many") for chunk in found):
        return True
    heads = {singular(chunk.head) for chunk in found}
    if verb in _ONLY_BUILDING:
        return not heads & _ONLY_BUILDING[verb]
    if verb in _NO_BUILDING:
        vague = _NO_BUILDING[verb] | (frozenset({"office"}) if verb == "open" and not _any_place(case) else frozenset())
        return not heads - vague - _WORKS
    return False


def _of_works(case: Case) -> bool:
    """Construction of a named site, or of a building."""
    return any(chunk.kind == Kind.PLACE or (chunk.kind == Kind.GROUP and (chunk.name[:1].isupper() or chunk.head in _BUILDINGS)) or singular(chunk.head) in _BUILDINGS for chunk in case.chunks("of"))


def _works_told(case: Case) -> bool:
    """That the work goes on, begins or ends; or where and when."""
    noun = case.scene.chunks[case.at]
    governor = _governor(case)
    if governor is not None and governor[1] == "subject" and case.scene.chunks[governor[0]].head in ("begin", "start", "progress", "finish", "complete", "push", "proceed", "conclude", "end", "resume", "be", "wind", "enter", "near", "advance", "go", "step", "speed", "accelerate"):
        return not case.scene.chunks[governor[0]].is_conditional
    if governor is not None and governor[1] == "object" and case.scene.chunks[governor[0]].head in ("start", "begin", "complete", "finish", "launch", "push", "accelerate", "conduct", "undertake", "progress", "advance", "step", "speed", "carry"):
        return not case.scene.chunks[governor[0]].is_conditional
    return noun.head in ("construction", "completion", "inauguration", "remodeling") and (_any_time(case) or bool(case.chunks("over", "across", "by")))


def _working(case: Case) -> bool:
    """Something opened, began to run or came up: at a place, on a date, or of a given kind."""
    verb = case.scene.chunks[case.at]
    subjects = [chunk for chunk in case.chunks("subject") if singular(chunk.head) in case.pattern.subjects or chunk.head in case.pattern.subjects]
    if case.chunks("object") and verb.head not in ("go", "come", "enter", "start", "begin"):
        return False
    heads = {singular(chunk.head) for chunk in subjects}
    new = any(set(chunk.modifiers) & {"new", "newly-built", "newly", "modern", "newly-constructed"} for chunk in subjects)
    anchored = new or _any_place(case) or _any_time(case)
    if verb.head in ("go", "come", "enter", "be", "start", "begin", "resume", "restart"):
        if verb.head in ("go", "come", "enter"):
            return _word_after(case, "operation") or _word_after(case, "into being") or _word_after(case, "production") or _word_after(case, "service") or _word_after(case, "effect")
        return _word_after(case, "operation") or (anchored and bool(heads & {"construction", "production", "service", "flight", "trade", "sale", "train", "ferry", "shipment", "exports"}))
    if verb.head in ("rise", "emerge", "depart"):
        return (new or verb.head == "depart") and (_any_place(case) or _any_time(case))
    return anchored


def _of_services(case: Case) -> bool:
    return any(chunk.kind in (Kind.NOUN, Kind.UNKNOWN, Kind.GROUP) and singular(chunk.head) in _SERVICES and not chunk.name[:1].isupper() for chunk in case.chunks("of"))


def _no_service(case: Case) -> bool:
    """Services to the people, tours of visitors, talk of plans."""
    found = [chunk for chunk in case.chunks("object") if singular(chunk.head) in case.pattern.objects or chunk.head in case.pattern.objects]
    heads = {singular(chunk.head) for chunk in found}
    verb = case.scene.chunks[case.at].head
    if heads & {"tour"} and not heads & {"flight"} and verb not in ("advertise", "resume", "offer", "sell", "suspend", "cancel"):
        return True
    if heads & {"service"} and not any(_modifier_words(chunk) & {"train", "ferry", "flight", "bus", "rail", "railway", "passenger", "freight", "air", "direct", "cargo", "postal", "mobile", "phone"} for chunk in found):
        return True
    return not any(chunk.kind in AGENTS or chunk.kind == Kind.PLACE for chunk in case.chunks("subject")) and not _any_time(case) and not _any_place(case)


def _no_goods(case: Case) -> bool:
    """Gifts and guidance; food and support for thought."""
    verb = case.scene.chunks[case.at].head
    found = [chunk for chunk in case.chunks("object") if chunk.kind != Kind.PERSON and (singular(chunk.head) in case.pattern.objects or chunk.head in case.pattern.objects)]
    heads = {singular(chunk.head) for chunk in found}
    words = {word for chunk in found for word in _modifier_words(chunk)} | heads
    if heads <= {"thing", "facility", "article", "support", "assistance", "power", "fund", "material", "equipment", "won", "credit", "vehicle", "meal"}:
        if heads <= {"thing", "article", "support"}:
            kinds = {"material", "medical", "food", "humanitarian", "financial", "economic", "relief", "different", "various", "other", "daily", "technical", "moral"}
            if not words & kinds or verb not in ("provide", "send", "render", "give", "donate", "supply", "extend", "offer", "deliver"):
                return True
        if verb in ("raise", "release", "carry", "bring", "pay", "load", "receive", "present", "give") and not (case.chunks("to") or _any_time(case)) and verb != "give":
            return True
    if verb in ("carry", "bring", "raise", "release", "present", "pledge", "pay", "convey") and not (case.chunks("to", "for", "object2") or _any_time(case)):
        return True
    return bool(words & {"propaganda", "gift", "present", "reference", "photo", "reading", "congratulatory", "spiritual", "political", "military", "ideological", "war", "nuclear", "satellite"})


def _any_amount(case: Case) -> bool:
    return _any_time(case) or any(any(character.isdigit() for character in chunk.name) for chunk in case.chunks("to", "object", "at", "by", "around"))


def _settled(case: Case) -> bool:
    """Sanctions spoken of in general: "the sanctions against", with nobody who imposes them and no time; trade that is expanded."""
    verb = case.scene.chunks[case.at].head
    if not case.is_noun and not case.heads("object") & {"sanction", "embargo", "tariff", "blockade"} and verb not in ("ban", "cut", "suspend", "halt", "freeze", "lift"):
        return True
    return not (_any_time(case) or any(chunk.kind in AGENTS or chunk.kind == Kind.PLACE for chunk in case.chunks("subject", "possessor", "by")))


def _to_trade(case: Case) -> bool:
    verb = _next_infinitive(case)
    if verb is None or not (_any_time(case) or _any_time_in(case, verb)):
        return False
    return verb.head in ("develop", "boost", "expand", "increase", "promote", "strengthen", "resume", "build", "supply", "export", "import", "open", "establish", "sell", "buy") and any(
        _word_after(case, word) for word in ("trade", "economic", "export", "oil", "gas", "railway", "tariff", "investment", "market")
    )


def _any_time_in(case: Case, verb: Chunk) -> bool:
    frame = next((frame for v, frame in case.scene.frames.items() if case.scene.chunks[v] is verb), None)
    return frame is not None and any(chunk.time is not None and chunk.time.date is not None for _, chunk in frame.times)


def _vague_goal(case: Case) -> bool:
    """Goals of an age, plans of meetings and what a plant makes year in, year out."""
    verb = case.scene.chunks[case.at]
    heads = case.heads("object")
    goals = heads & {"plan", "quota", "goal", "target", "assignment", "plans", "quotas"}
    words = {word for chunk in case.chunks("object") for word in _modifier_words(chunk)}
    if verb.is_planned:
        return True
    if goals:
        done = verb.head in ("overfulfil", "overfulfill", "over-fulfil", "over-fulfill", "fulfil", "fulfill", "attain", "hit", "surpass", "carry", "exceed", "finish", "complete", "outstrip", "achieve", "reach", "top")
        return not done or bool(words & {"great", "grand", "long-term", "ambitious", "strategic", "political", "lofty", "supreme", "behest"})
    if verb.head in ("carry", "attain", "achieve", "reach", "hit", "finish", "complete") and not heads & {"transplanting", "harvest", "harvesting", "planting", "sowing", "weeding", "production", "output", "yield"}:
        return True
    return verb.form in ("s", "base", "infinitive") or verb.is_planned or not case.chunks("subject")


def _made_here(case: Case) -> bool:
    """By an institute, a plant or a university, in a finite sentence."""
    verb = case.scene.chunks[case.at]
    return verb.form in ("past", "finite", "participle") and any(chunk.kind in (Kind.PLACE, Kind.GROUP) or chunk.head in ("factory", "plant", "mine", "farm", "institute", "university") for chunk in case.chunks("subject"))


def _political(case: Case) -> bool:
    return any(_modifier_words(chunk) & {"political", "double", "legal", "social", "security", "policy", "socialist", "education", "economic"} or chunk.kind == Kind.PERSON for chunk in case.chunks("object"))


def _victim(case: Case) -> bool:
    """A person who died; people who were killed, with a place, a time or a number."""
    verb = case.scene.chunks[case.at]
    dead = case.chunks("object") if verb.head in ("kill", "murder", "assassinate") else case.chunks("subject")
    if any(chunk.kind == Kind.PERSON for chunk in dead):
        return True
    if any(_is_armed(chunk) for chunk in dead) or any(chunk.kind == Kind.COUNTRY for chunk in case.chunks("subject")):
        return False
    people = any(
        singular(chunk.head) in {"people", "person", "civilian", "protester", "man", "woman", "student", "schoolgirl", "schoolboy", "girl", "boy", "child", "worker", "passenger", "fisherman", "resident", "fishermen", "inhabitant", "policeman", "leader", "ambassador", "official"}
        or chunk.kind == Kind.OFFICE
        for chunk in dead
    )
    return people and (_any_time(case) or _any_place(case)) and verb.form in ("past", "finite", "participle")


def _definite_crime(case: Case) -> bool:
    return "suicide" in case.heads("object") or (_any_time(case) and bool(case.heads("object") - {"crime"}))


def _of_somebody(case: Case) -> bool:
    noun = case.scene.chunks[case.at]
    if noun.head == "birth":
        return True
    named = [chunk for chunk in case.chunks("of", "possessor") if chunk.kind in (Kind.COUNTRY, Kind.GROUP) or (chunk.kind == Kind.NOUN and chunk.name[:1].isupper())]
    return bool(named)


def _founded_body(case: Case) -> bool:
    """A body founded by somebody or on a date."""
    verb = case.scene.chunks[case.at].head
    bodies = [chunk for chunk in case.chunks("object") if chunk.kind in (Kind.COUNTRY, Kind.GROUP) and (chunk.name[:1].isupper() or " of " in chunk.name or verb == "found")]
    if verb == "found":
        return _any_time(case) and bool(case.chunks("object"))
    return bool(bodies) and (_any_time(case) or case.frame.is_here or bool(case.chunks("in", "at"))) and case.scene.chunks[case.at].form in ("past", "finite", "participle") and not any(chunk.kind == Kind.COUNTRY for chunk in bodies if verb != "proclaim")


def _founder(case: Case) -> bool:
    """The founding of a party as somebody's deed: "accomplished the cause of founding"."""
    verb = case.scene.chunks[case.at]
    before = case.scene.chunks[case.at - 1] if case.at else None
    return verb.form == "ing" and before is not None and before.kind == Kind.PREPOSITION and before.head == "of" and any(chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.PRONOUN) for chunk in case.chunks("subject"))


def _happened(case: Case) -> bool:
    """A disaster with a place or a time, or one that did something."""
    if _any_place(case) or _any_time(case):
        return True
    governor = _governor(case)
    return governor is not None and governor[1] == "subject" and case.scene.chunks[governor[0]].head in ("hit", "occur", "happen", "strike", "leave", "destroy", "claim", "kill", "break", "devastate", "sweep", "take")


def _disaster_words(case: Case) -> bool:
    """Figures of speech and bodies that deal with disasters."""
    noun = case.scene.chunks[case.at]
    return bool(_modifier_words(noun) & {"nuclear", "disastrous", "political", "information", "diplomatic", "anti", "humanitarian", "economic", "national", "prevention", "applause", "snow", "fresh"}) or (noun.head in ("storm", "explosion", "crash", "collision", "outbreak") and bool(case.heads("of") & {"war", "applause", "anger", "joy", "protest", "indignation", "emotion", "feeling", "north", "south", "conflict"}))


def _hypothesis(case: Case) -> bool:
    verb = case.scene.chunks[case.at]
    subjects = case.heads("subject") & case.pattern.subjects
    if verb.head in ("occur", "happen", "take", "break", "erupt"):
        return verb.form not in ("past", "finite")
    if verb.head in ("cause", "leave", "claim", "affect"):
        return not subjects & (_DISASTERS | {"accident", "crash", "blast"}) or not case.chunks("object")
    return bool(subjects & {"strike", "incident", "fire"}) and not (_any_time(case) or _any_place(case))


def _by_disaster(case: Case) -> bool:
    """Damage by, from or caused by flood or rain."""
    if case.heads("by", "from", "due") & _DISASTERS:
        return True
    following = case.scene.chunks[case.at + 1] if case.at + 1 < len(case.scene.chunks) else None
    if following is not None and following.kind == Kind.VERB and following.head in ("cause", "do", "inflict", "bring", "suffer", "sustain"):
        frame = case.scene.frames.get(case.at + 1)
        return frame is not None and bool({singular(chunk.head) for slot in ("by", "subject", "from", "due") for chunk in frame.slots.get(slot, [])} & _DISASTERS)
    return False


def _saved(case: Case) -> bool:
    """People rescued, treated or moved out, by somebody."""
    verb = case.scene.chunks[case.at].head
    people = case.heads("object", "for", "of something else") & {"people", "sufferer", "victim", "inhabitant", "resident", "child", "soldier", "crew", "fisherman", "survivor", "orphan", "sailor", "passenger", "patient", "schoolchildren", "citizen", "refugee", "hundreds", "fishermen", "pupil"}
    if verb == "care":
        return bool(people)
    return bool(people) and (_any_time(case) or _any_place(case) or bool(case.heads("from", "of", "in") & {"area", "flood", "disaster", "region", "village"})) and (verb not in ("treat", "save") or _any_time(case))


def _election_told(case: Case) -> bool:
    """An election that was held, is to be held or is near; the registration of voters or deputies."""
    noun = case.scene.chunks[case.at]
    if noun.head == "registration":
        return bool(case.heads("of") & {"deputy", "voter", "candidate", "deputies", "deputie"})
    if noun.head in ("poll", "polls", "census") and not _any_time(case):
        return False
    governor = _governor(case)
    held = governor is not None and governor[1] in ("subject", "object") and case.scene.chunks[governor[0]].head in ("hold", "take", "schedule", "win", "conduct", "boycott")
    return held or _any_time(case) or bool(set(noun.modifiers) & {"forthcoming", "upcoming", "recent", "coming", "impending", "by-election", "last"})


def _appointment(case: Case) -> bool:
    noun = case.scene.chunks[case.at]
    return any(chunk.kind == Kind.OFFICE for chunk in case.chunks("as", "to")) or any(chunk.kind in (Kind.PERSON, Kind.OFFICE) for chunk in case.chunks("possessor", "of")) or noun.determiner in ("his", "her", "your")


def _adopted(case: Case) -> bool:
    """By a parliament, or at its session."""
    bodies = {"assembly", "parliament", "presidium", "cabinet", "congress", "duma", "senate", "council", "session", "spa", "khural", "government", "diet", "house", "committee"}
    return bool(case.heads("subject", "at") & bodies) and case.scene.chunks[case.at].form in ("past", "finite", "participle")


def _no_listing(case: Case) -> bool:
    """Named as an office, or called something in talk."""
    return any(chunk.kind in (Kind.PERSON, Kind.OFFICE) for chunk in case.chunks("as", "object")) or not _any_time(case)


def _joined_body(case: Case) -> bool:
    """A country or body that enters or leaves an organisation."""
    bodies = [chunk for chunk in case.chunks("object", "from", "to") if chunk.kind == Kind.GROUP and (chunk.head in _BODIES or chunk.head in ("command", "nato", "alliance", "treaty", "bloc", "pact", "initiative", "bank", "agency", "fund") or chunk.name.isupper())]
    return bool(bodies) and any(chunk.kind == Kind.COUNTRY or chunk.head == "it" for chunk in case.chunks("subject"))


def _state_subject(case: Case) -> bool:
    return any(chunk.kind in (Kind.COUNTRY, Kind.PLACE, Kind.PRONOUN) or (chunk.kind == Kind.GROUP and bool(chunk.countries)) or chunk.head in ("government", "authorities", "nations", "students", "regime", "railways", "protesters", "contacts", "contact") for chunk in case.chunks("subject")) or (
        not case.chunks("subject") and bool(case.heads("object") & {"border", "contact", "flight", "exchange", "crossing"})
    )


def _happened_or_held(case: Case) -> bool:
    """Held, staged or under way, with a place or a time; or by somebody."""
    noun = case.scene.chunks[case.at]
    if singular(noun.head) in ("crime", "march", "strike", "boycott", "theft", "vigil", "coup", "uprising", "crackdown", "arrest"):
        return _any_time(case) and not any(chunk.kind == Kind.PERSON for chunk in case.chunks("of")) and (noun.head != "march" or "protest" in noun.modifiers)
    if noun.head in ("demonstration", "riot") and (case.frame.slots.get("of") or "run" in case.scene.sentence.words[max(0, noun.first - 1)].lower()):
        return False
    held = bool(case.chunks("subject of organise", "subject of perform")) or case.frame.is_here
    return held or _any_time(case) or _any_place(case)


def _protesters(case: Case) -> bool:
    """Those who stage a rally against somebody, or a strike; the North's own rallies are ceremonies."""
    found = [chunk for chunk in case.chunks("object") if singular(chunk.head) in case.pattern.objects or chunk.head in case.pattern.objects]
    heads = {singular(chunk.head) for chunk in found} | {chunk.head for chunk in found}
    words = {word for chunk in found for word in _modifier_words(chunk)}
    if heads & {"campaign", "struggle", "march", "petition"} and not words & {"signature", "protest", "sit-in", "anti-government", "mass", "hunger", "candlelight", "signature-collecting", "peace"}:
        return False
    if heads & {"strike"} and (words & (_WAR_WORDS | {"preemptive", "first", "surgical", "precision"}) or any(_is_armed(chunk) for chunk in case.chunks("subject"))):
        return False
    if heads & {"rally", "rallies"}:
        return any("south-korea" in chunk.countries or {"civic", "candlelight"} & set(chunk.modifiers) or chunk.head in ("protesters", "demonstrators", "unionists") for chunk in [*case.chunks("subject"), *found]) or bool(words & {"candlelight", "protest", "anti-government"})
    return True


def _own_march(case: Case) -> bool:
    """The marches of the North's own columns and of a parade."""
    verb = case.scene.chunks[case.at].head
    if verb in ("march", "rally") and not case.heads("subject") & {"protester", "demonstrator", "striker", "activist", "worker", "student", "citizen"}:
        return True
    return verb == "block" and not case.heads("object") & {"highway", "road", "street", "entrance", "railway", "gate", "bridge"}


def _caught(case: Case) -> bool:
    """Somebody arrested, expelled, tried; things confiscated. Released statements and fired shots are none."""
    verb = case.scene.chunks[case.at]
    objects = case.chunks("object")
    people = [
        chunk for chunk in objects if chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP) or singular(chunk.head) in {"people", "person", "worker", "student", "diplomat", "protester", "spy", "fisherman", "citizen", "activist", "prisoner", "crew", "detainee", "vessel", "boat"}
    ]  # fmt: skip
    if verb.head in ("confiscate", "search", "raid", "seize"):
        return not case.chunks("with") and (_any_time(case) or _any_place(case) or verb.head in ("confiscate", "search")) and not any(chunk.kind in (Kind.COUNTRY, Kind.PERSON) or singular(chunk.head) in {"power", "opportunity", "chance", "hegemony", "heart", "area", "way"} for chunk in objects)
    if verb.head in ("release", "free", "execute", "rob", "seize"):
        return any(chunk.kind in (Kind.PERSON, Kind.OFFICE) or chunk.head in ("prisoners", "crew", "prisoner", "detainee", "hostages", "detainees", "fishermen") for chunk in objects) and (_any_time(case) or verb.head == "release")
    if verb.head == "expel":
        return bool(people) and (_any_time(case) or any(chunk.kind in (Kind.OFFICE, Kind.PERSON) for chunk in objects))
    return bool(people)


def _stolen(case: Case) -> bool:
    return bool(case.heads("object", "in") & {"cryptocurrency", "money", "dollar", "million", "billion", "data", "fund", "asset", "network", "server", "website", "company", "exchange", "bank", "relic", "document", "virtual", "usd"}) or any("$" in chunk.name for chunk in case.chunks("object"))


def _printed_statement(case: Case) -> bool:
    found = [chunk for chunk in case.chunks("object") if singular(chunk.head) in case.pattern.objects or chunk.head in case.pattern.objects]
    heads = {singular(chunk.head) for chunk in found}
    verb = case.scene.chunks[case.at]
    if heads <= {"work", "film", "bulletin", "magazine", "supplement"} and verb.head in ("release", "dedicate", "issue") and verb.head != "issue":
        return not _any_time(case)
    return heads <= {"work", "collection"} and not any(character.isupper() for chunk in found for character in chunk.name) and not (_any_time(case) or case.chunks("subject"))


def _volunteered(case: Case) -> bool:
    following = _next_infinitive(case)
    if following is not None and following.head in ("join", "rejoin", "enlist"):
        return False
    return following is not None or (bool(case.chunks("for", "to")) and not case.heads("for") & {"army"})


def _told_before(case: Case) -> bool:
    """Whether the article spoke of the same disaster before: one flood is one event, however often its victims are named."""
    noun, words = case.scene.chunks[case.at], case.scene.sentence.words
    stems = [stem for stem in ("flood", "typhoon", "quake", "tsunami", "disaster", "storm", "drought") if any(stem in modifier for modifier in noun.modifiers)]
    before = [*words[: noun.first], *(word for sentence in case.scene.cast.reading.sentences[: case.scene.number] for word in sentence.words)]
    return any(stem in word.lower() for stem in stems or ("flood", "disaster") for word in before)


def _after_disaster(case: Case) -> bool:
    heads = case.heads("of", "of something else", "object.of", "from")
    words = {word for chunk in case.chunks("object", "in", "of something else", "of", "from") for word in _modifier_words(chunk)} | heads
    return bool(words & (_DISASTERS | {"flood-hit", "flood-stricken", "rescue", "disaster-stricken"})) or (bool(heads & {"road", "bridge"}) and any(_is_armed(chunk) or chunk.kind == Kind.PRONOUN for chunk in case.chunks("subject")))


_MARKING = ("mark", "celebrate", "commemorate", "honor", "honour", "welcome", "mourn", "congratulate", "denounce", "condemn", "pledge", "vow", "remember")
_SHOWS = frozenset({"performance", "show", "display", "demonstration", "parade", "game", "play", "number", "film"})


def _is_held(case: Case) -> bool:
    """Whether a verb says of the event noun that it was held, attended, took place, ..."""
    return bool(_supports(case))


def _supports(case: Case) -> set[str]:
    """The classes of the support verbs that carry the event noun."""
    found = {support_of(case.scene, v, slot) for v, slot in case.scene.governors.get(case.at, ())}
    return found - {""}


def _bare_name(case: Case) -> bool:
    """Only "the ceremony", "its exhibition": names an event told elsewhere and says nothing new of it."""
    noun = case.scene.chunks[case.at]
    told = _is_held(case) or _any_time(case) or _any_place(case) or bool(case.chunks("by", "of", "with", "between"))
    return not told and not noun.modifiers and (noun.determiner in ("the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "") or noun.possessor is not None)


def _to_mark(case: Case) -> bool:
    """Whether the phrase says that it is to mark a day or to honour somebody, or is on an occasion."""
    sentence, noun = case.scene.sentence, case.scene.chunks[case.at]
    words = [word.lower() for word in sentence.words]
    if any(words[k] == "to" and words[k + 1] in _MARKING for k in range(noun.last, len(words) - 1)) or any(word in ("marking", "celebrating", "commemorating") for word in words[noun.last :]):
        return True
    return any(word in ("anniversary", "birthday", "centenary", "memory", "honor", "honour", "welcome", "celebration", "commemoration") for word in words)


def _numbered(case: Case) -> bool:
    return any((word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th")) or word in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth") for word in case.scene.chunks[case.at].modifiers)


def _abstract_show(case: Case) -> bool:
    """"Economic performance", "a show of force", "the performance of a duty"."""
    noun = next((chunk for chunk in case.chunks("object") if singular(chunk.head) in _SHOWS), case.scene.chunks[case.at])
    if singular(noun.head) not in _SHOWS:
        return False
    if "full" in noun.modifiers or (singular(noun.head) == "show" and case.is_noun and (not [word for word in noun.modifiers if not word.endswith("ly")] or noun.modifiers[-1].endswith("s")) and not _supports(case) & {"organise", "attend"}):
        return True
    after = [word.lower() for word in case.scene.sentence.words[noun.last : noun.last + 6]]
    return (after[:1] == ["of"] and bool({"force", "forces", "strength", "duty", "duties", "work", "ability", "power", "role", "task", "tasks", "responsibility", "devices", "unity", "might", "missiles", "rockets", "engine", "machine", "machines", "weapons", "equipment"} & set(after))) or bool({"economic", "combat", "technical", "high", "good", "school", "sporting"} & set(noun.modifiers) and singular(noun.head) == "performance" and not _is_held(case) and case.is_noun)


_CONDITIONS: dict[str, Callable[[Case], bool]] = {
    "not built": _not_built,
    "of works": _of_works,
    "works told": _works_told,
    "working": _working,
    "of services": _of_services,
    "no service": _no_service,
    "no goods": _no_goods,
    "with goods": lambda case: bool(case.heads("with") & _GOODS),
    "any amount": _any_amount,
    "settled": _settled,
    "to trade": _to_trade,
    "vague goal": _vague_goal,
    "made here": _made_here,
    "political": _political,
    "victim": _victim,
    "definite crime": _definite_crime,
    "of somebody": _of_somebody,
    "founded body": _founded_body,
    "founder": _founder,
    "happened": _happened,
    "disaster words": _disaster_words,
    "hypothesis": _hypothesis,
    "by disaster": _by_disaster,
    "number": lambda case: any(character.isdigit() for character in case.scene.chunks[case.at].name),
    "saved": _saved,
    "election told": _election_told,
    "appointment": _appointment,
    "adopted": _adopted,
    "no listing": _no_listing,
    "joined body": _joined_body,
    "state subject": _state_subject,
    "happened or held": _happened_or_held,
    "protesters": _protesters,
    "own march": _own_march,
    "caught": _caught,
    "stolen": _stolen,
    "printed statement": _printed_statement,
    "of book": lambda case: bool(case.heads("of") & {"book", "stamp", "collection", "album", "booklet", "volume", "memoir", "memoirs", "work", "film"}),
    "weapon made": lambda case: any(_modifier_words(chunk) & _WEAPON_WORDS for chunk in case.chunks("object")),
    "volunteered": _volunteered,
    "after disaster": _after_disaster,
    "told before": _told_before,
    "anchored": _anchored,
    "harmless test": _harmless_test,
    "of weapon": _of_weapon,
    "harmless exercise": _harmless_exercise,
    "warlike": _warlike,
    "war object": _war_object,
    "shot": _shot,
    "intrusion": _intrusion,
    "of land": _of_land,
    "in land": _in_land,
    "armed subject": _armed_subject,
    "armed object": lambda case: any(_is_armed(chunk) for chunk in case.chunks("object")),
    "in war": lambda case: any(_is_armed(chunk) for chunk in case.chunks("with", "alongside", "object")) and any(_is_armed(chunk) or chunk.countries for chunk in case.chunks("subject")) and (_any_place(case) or _any_time(case) or bool(case.chunks("alongside"))),
    "to army": _to_army,
    "time or many": _many_or_time,
    "shown": _shown,
    "drill": lambda case: case.scene.chunks[case.at].head not in ("game", "games", "rehearsal") or "war" in case.scene.chunks[case.at].modifiers,
    "warring": _warring,
    "mere talk": _mere_talk,
    "habit": _habit,
    "arming": _arming,
    "journey": _journey,
    "parties": _parties,
    "gift": _is_gift,
    "agreement": lambda case: bool(case.heads("object") & _PACTS),
    "of agreement": lambda case: bool(case.heads("of") & _PACTS),
    "of wreath": lambda case: bool(case.heads("of") & _GIFTS),
    "of forces": lambda case: bool(case.heads("of") & _FORCES) or any(chunk.head in _FORCES for chunk in case.chunks("of")),
    "of relations": lambda case: any("diplomatic" in chunk.modifiers for chunk in case.chunks("of")),
    "of person": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE) for chunk in case.chunks("of", "possessor")) or case.scene.chunks[case.at].determiner in ("his", "her"),
    "of body": lambda case: any(chunk.kind == Kind.GROUP and (chunk.head in _BODIES or chunk.name.isupper()) for chunk in case.chunks("of")),
    "place or time": lambda case: _any_place(case) or _any_time(case),
    "time": _any_time,
    "sender": lambda case: bool(case.chunks("subject", "to", "from", "object2")),
    "to or from": lambda case: any(chunk.kind in AGENTS for chunk in case.chunks("to", "from")),
    "issued": _issued,
    "issued or possessor": _made,
    "press question": lambda case: _word_after(case, "question") or _word_after(case, "raised by") or _word_after(case, "put by"),
    "office": _office_given,
    "as office or possessor": _as_office,
    "time told": lambda case: _any_time(case) or ((verb := _next_infinitive(case)) is not None and _any_time_in(case, verb)),
    "infinitive": lambda case: _next_infinitive(case) is not None,
    "to visit": lambda case: (verb := _next_infinitive(case)) is not None and verb.head in ("visit", "pay", "attend", "tour"),
    "into force": lambda case: bool(case.heads("into") & {"force", "effect"}) or bool(case.heads("object") & {"effect"}),
    "into law": lambda case: "law" in case.heads("into"),
    "with gift": lambda case: bool(case.heads("with") & _GIFTS),
    "in message": lambda case: bool(case.heads("in", "left in") & {"message", "letter"}),
    "against or object": lambda case: any(chunk.kind in AGENTS for chunk in case.chunks("against", "object")),
    "subject2": lambda case: len([chunk for chunk in case.chunks("subject") if chunk.kind in AGENTS]) > 1 or any(chunk.kind == Kind.PRONOUN and chunk.head == "they" for chunk in case.chunks("subject")),
    "party alone": lambda case: case.scene.chunks[case.at].head == "party" and not {"birthday", "dancing", "dinner", "farewell"} & set(case.scene.chunks[case.at].modifiers),
    "assembly alone": lambda case: case.scene.chunks[case.at].head in ("assembly", "cup", "meet", "training", "game", "games", "match") and not (_any_place(case) or _any_time(case)),
    "abstract object": lambda case: not any(chunk.kind in (Kind.PLACE, Kind.GROUP) or any(character.isupper() for character in chunk.name) or chunk.head in ("drill", "exercise", "test", "test-fire", "launch", "meeting", "site", "construction", "unit", "factory", "farm", "contest", "launching") for chunk in case.chunks("object")),
    "anniversary": lambda case: any("anniversary" in word.lower() or "birthday" in word.lower() or word == "day" for word in case.scene.sentence.words[max(0, case.scene.chunks[case.at].first - 11) : case.scene.chunks[case.at].first]),
    "place": lambda case: case.frame.is_here or any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) or chunk.is_site for chunk in case.chunks("in", "at", "to", "from", "for")),
    "land": lambda case: any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) for chunk in case.chunks("in", "at")),
    "to land": lambda case: any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) for chunk in case.chunks("to")),
    "purpose": lambda case: bool(case.heads("for", "on") & _PURPOSES),
    "round or around": lambda case: bool(case.chunks("round", "around")) or "round" in case.heads("object"),
    "to venue": lambda case: bool(case.heads("to") & _VENUES) or any(chunk.is_site for chunk in case.chunks("to")),
    "at terminal": lambda case: bool({word.lower() for chunk in case.chunks("at", "in") for word in chunk.name.split()} & _TERMINALS),
    "exhibits": lambda case: bool(case.heads("object", "round", "around") & _EXHIBITS),
    "on agent": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.PRONOUN) for chunk in case.chunks("on", "upon")),
    "on person": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.PRONOUN) for chunk in case.chunks("on", "upon")),
    "with agent": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.PRONOUN, Kind.UNKNOWN) for chunk in case.chunks("with")),
    "to agent": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.PRONOUN) for chunk in case.chunks("to")),
    "to person": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE) for chunk in case.chunks("to")),
    "to message": lambda case: bool(case.heads("to") & {"message", "letter", "greeting", "telegram"}),
    "to or by": lambda case: bool(case.chunks("to", "by", "subject")),
    "first person": lambda case: any(chunk.kind == Kind.PRONOUN and chunk.head in ("i", "we", "me", "us") for chunk in case.chunks("subject")),
    "person object": lambda case: any(chunk.kind == Kind.PRONOUN and chunk.head not in ("it", "they", "them") for chunk in case.chunks("object")),
    "opinion gift": lambda case: bool(case.heads("object") & {"book", "album", "computer", "flag", "stone", "horse", "dog", "car", "bus", "tractor", "instrument", "painting", "banner", "portrait", "statue", "vase", "sword", "treasure"}) and not case.chunks("to"),
    "in a message": lambda case: any(chunk.head in ("message", "letter", "telegram") and chunk.determiner not in ("the", "this", "that") for chunk in case.chunks("in", "left in")),
    "in the message": lambda case: any(chunk.head in ("message", "letter", "telegram") and chunk.determiner in ("the", "this", "that") for chunk in case.chunks("in", "left in")),
    "again": lambda case: "again" in {word.lower() for word in case.scene.sentence.words[max(0, case.scene.chunks[case.at].first - 3) : case.scene.chunks[case.frame.last].last]},
    "present participle": lambda case: case.scene.chunks[case.at].form == "ing",
    "purpose participle": lambda case: case.scene.chunks[case.at].form == "ing" and case.at > 0 and case.scene.chunks[case.at - 1].kind == Kind.PREPOSITION and case.scene.chunks[case.at - 1].head in ("for", "of", "towards", "at", "against"),
    "dated or between": lambda case: _any_time(case) or bool(case.chunks("between", "by")),
    "voted": lambda case: case.at > 0 and case.scene.chunks[case.at - 1].head in ("vote", "move", "proceed"),
    "office or time": lambda case: _any_time(case) or any(chunk.kind == Kind.OFFICE for chunk in case.chunks("as", "from")),
    "office object": lambda case: any(chunk.kind == Kind.OFFICE for chunk in case.chunks("object")),
    "held post": lambda case: case.scene.chunks[case.at].head == "hold" or any("great" in chunk.modifiers or "lead" in chunk.modifiers for chunk in case.chunks("object")),
    "of post": lambda case: bool(case.heads("of") & {"presidency", "office", "post", "premiership", "power", "chairmanship", "duty"}),
    "award object": lambda case: case.scene.chunks[case.at].head not in ("give", "hand", "present", "grant", "accord", "honor") or not case.heads("object", "object2") & {"order", "star", "banner", "cup", "hero", "honor"},
    "honor alone": lambda case: case.heads("object") <= {"honor", "order", "title", "certificate"} and case.scene.chunks[case.at].head in ("get", "take", "land", "secure"),
    "award given": lambda case: bool(case.heads("object2", "with") & {"order", "medal", "prize", "title", "diploma", "certificate", "citation", "degree", "award", "hero", "citizenship", "doctorate", "star", "trophy", "commendation", "decoration", "honor"}),
    "war plan": lambda case: any(singular(chunk.head) == "plan" and {"counter-offensive", "strike", "operation", "operational", "attack", "war", "firing", "launch"} & set(chunk.modifiers) for chunk in case.chunks("object")),
    "within of": lambda case: case.at > 1 and case.scene.chunks[case.at - 1].kind == Kind.PREPOSITION and case.scene.chunks[case.at - 1].head == "of",
    "for place": lambda case: any(chunk.kind in (Kind.PLACE, Kind.COUNTRY) for chunk in case.chunks("for", "to")),
    "of or from person": lambda case: any(chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.UNKNOWN) for chunk in case.chunks("from", "of", "of something else")),
    "audience": lambda case: bool(case.heads("object", "object2", "with") & {"audience"}),
    "persons": lambda case: len([chunk for chunk in case.chunks("subject") if chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.UNKNOWN)]) > 1,
    "message object": lambda case: bool(case.heads("object") & {"message", "letter", "greeting", "gift", "instrument", "prisoner", "fire", "shot", "blow", "telegram", "signature"}),
    "of meeting": lambda case: _word_after(case, "of meeting") or _word_after(case, "of being received") or bool(case.heads("of", "object.of") & {"meeting", "audience"}),
    "conditional": lambda case: case.scene.chunks[case.at].is_conditional,
    "held": _is_held,
    "organised": lambda case: _is_held(case),
    "trade fair": lambda case: case.scene.chunks[case.at].head == "fair" or bool({"invention", "inventions", "trade"} & set(case.scene.chunks[case.at].modifiers)),
    "published": _published,
    "performers": lambda case: any((chunk.kind == Kind.PRONOUN and chunk.head in ("they", "it")) or chunk.kind == Kind.GROUP for chunk in case.chunks("subject")),
    "definite": lambda case: case.scene.chunks[case.at].determiner in ("the", "this", "that", "these", "its", "their"),
    "text after": lambda case: any(_word_after(case, word) for word in ("article", "write-up", "editorial", "essay", "history of", "biography", "commentary")),
    "abstract text": lambda case: bool(case.heads("against", "for") & {"dprk"}),
    "took place": lambda case: bool(_supports(case) & {"organise", "occur"}) and not any(chunk.kind == Kind.PERSON for chunk in case.chunks("subject of organise")),
    "organised or set": lambda case: _is_held(case) or _any_time(case) or _any_place(case),
    "bare name": _bare_name,
    "to mark": _to_mark,
    "numbered": _numbered,
    "abstract show": _abstract_show,
    "those present": lambda case: any(chunk.head in ("participants", "attendants", "attendees", "visitors") for chunk in case.chunks("subject")) and not _any_time(case),
    "political party": lambda case: any(singular(chunk.head) == "party" and not {"birthday", "dancing", "dance", "dinner", "farewell", "tea", "cocktail", "garden"} & set(chunk.modifiers) for chunk in case.chunks("object")),
    "plain event": lambda case: "full" in case.scene.chunks[case.at].modifiers or (singular(case.scene.chunks[case.at].head) in ("event", "night", "evening", "film", "movie", "play", "display", "programme", "service", "launching", "march", "demonstration", "observance") and not _supports(case) & {"organise", "occur"}),
    "plain game": lambda case: case.scene.chunks[case.at].head in ("game", "games", "race", "draw", "training", "dialogue", "discussion", "discussions", "examination", "relay", "ballot") and not _supports(case) & {"organise", "occur", "attend"},
    "parties unless body": lambda case: not {"plenary", "enlarged", "general", "consultative", "preparatory", "cabinet", "council", "committee", "six-party", "round-table", "army-people", "joint", "ministerial"} & set(case.scene.chunks[case.at].modifiers) and _parties(case),
    "enemy": lambda case: not any(word in ("match", "game", "contest", "tournament", "championships", "championship", "team", "cup", "final", "finals", "football", "boxing", "women's", "league", "olympics", "club", "set", "score") for word in (word.lower() for word in case.scene.sentence.words)),
    "nothing": lambda case: False,  # noqa: ARG005
}  # fmt: skip


def names() -> frozenset[str]:
    """The conditions that patterns may name."""
    return frozenset(_CONDITIONS)


def holds(name: str, case: Case) -> bool:
    """Whether a condition holds; a name that is no condition means a slot that must be filled, or a modifier that must stand."""
    condition = _CONDITIONS.get(name)
    if condition is not None:
        return condition(case)
    if name in case.frame.slots:
        return bool(case.frame.slots[name])
    return name in case.scene.chunks[case.at].modifiers


def support_class(scene: Scene, v: int) -> str:
    """The class of a support verb ("organise", "attend", ...), "" when it is none. Two-word entries are tried first.

    A particle may stand right after the verb or, when it is a preposition, open the phrase of an event noun further on ("stood beside X at a parade").
    """
    verbs, head = patterns().support, scene.chunks[v].head
    if head in _SPEAKING and any(singular(chunk.head) in _SPEECHES for chunk in scene.frames[v].slots.get("object", ())):
        return "speak"
    entries = [(particle, name) for entry, name in verbs.items() for lemma, _, particle in (entry.partition(" "),) if particle and lemma == head]
    for found in (scene.follows, lambda v, particle: head != "be" and _opens_event(scene, v, particle)):
        for particle, name in entries:
            if found(v, particle):
                return name
    if head == "be":
        return verbs.get(head, "") if v and scene.chunks[v - 1].head == "there" else ""
    if head in _EITHER_WAY and not scene.frames[v].slots.get("object"):
        return "occur"
    return verbs.get(head, "")


def _opens_event(scene: Scene, v: int, preposition: str) -> bool:
    nouns = [(chunk, patterns().by_noun.get(chunk.head) or patterns().by_noun.get(singular(chunk.head)) or ()) for chunk in scene.frames[v].slots.get(preposition, ()) if chunk.kind != Kind.PLACE]
    return any(pattern.event_class in ("Ceremony", "Conference", "Meeting") for _, rows in nouns for pattern in rows)


def support_of(scene: Scene, v: int, slot: str) -> str:
    """What the support verb at `v` says of the event noun in its `slot`; "" when nothing."""
    name = support_class(scene, v)
    if name == "occur" and slot != "subject" and scene.chunks[v].head not in ("open", "close", "begin", "end", "start"):
        return ""
    if name in ("organise", "perform", "attend") and slot not in ("object", "in", "at"):
        return "occur" if slot == "subject" and name == "organise" else ""
    if name == "perform" and slot != "object":
        return ""
    return name if name != "describe" else ""
