"""Cuts a sentence into chunks: a shallow parse by word classes, built for the prose of news agencies.

Noun phrases are read left to right; whether a word is a verb follows from its form and what stands before it. Names
with their
titles, bodies with their "of ..." and delegations with their heads become one chunk each.
"""

import re
from collections.abc import Sequence

from kcgraph.extract import gazetteer
from kcgraph.extract.chunks import Chunk, Kind, Office
from kcgraph.extract.lexicon import Lexicon, VerbForm, lexicon
from kcgraph.extract.names import is_korean_name, is_personal_name, kind_of
from kcgraph.model.reading import Sentence, TimeExpression, join

_CLOSERS = frozenset(".,;:!?()[]\"'-*")
_ED_NOUNS = frozenset(
    [
        "hundred",
        "united",
        "so-called",
        "indeed",
        "speed",
        "need",
        "seed",
        "feed",
        "sacred",
        "deed",
        "breed",
        "naked",
        "hatred",
        "red",
        "bed",
        "shed",
        "exceed",
        "proceed",
        "succeed",
        "indeed",
        "unprecedented",
    ]
)
_ING_NOUNS = frozenset(
    [
        "during",
        "being",
        "thing",
        "something",
        "anything",
        "nothing",
        "everything",
        "king",
        "spring",
        "string",
        "wing",
        "evening",
        "morning",
        "beijing",
    ]
)
_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?|\d+-[a-z]+")
# No sentence of sense has longer chains of owners; text of nothing but 's must not recurse for ever.
_MOST_OWNERS = 8


def chunk(sentence: Sequence[str] | Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order, covering every token."""
    assert isinstance(sentence, Sentence)
    return _Chunker(sentence).run()


class _Chunker:
    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.lower = [word.lower() for word in sentence.words]
        self.n = len(self.words)
        self.caps = [word[0].isupper() or word.startswith(("al-", "el-", "ad-", "as-", "ul-")) for word in self.words]
        self.smalls = [word[0].islower() and not capital for word, capital in zip(self.words, self.caps, strict=True)]
        self.times: dict[int, TimeExpression] = {time.first: time for time in sentence.times}
        self.lex: Lexicon = lexicon()
        self.out: list[Chunk] = []
        self._depth = 0

    # ---- the sentence

    def run(self) -> list[Chunk]:
        i = 0
        while i < self.n:
            found = self._next(i)
            self.out.append(found)
            i = found.last
        return _join_names(self.out, self.words)

    def _next(self, i: int) -> Chunk:
        word, lex = self.lower[i], self.lex
        if i in self.times and not self._is_modifier(i):
            time = self.times[i]
            return Chunk(Kind.TIME, i, time.last, time=time)
        if word in _CLOSERS or word.startswith("--") or word == "...":
            kind = Kind.COMMA if word == "," else Kind.QUOTE if word == '"' else Kind.STOP
            return Chunk(kind, i, i + 1, word)
        compound = self._compound(i)
        if compound is not None:
            return compound
        if (word == "public" and self.out and self.out[-1].head == "make") or (
            word == "concerned" and self.out and self.out[-1].kind in (Kind.GROUP, Kind.OFFICE)
        ):
            return Chunk(Kind.ADVERB, i, i + 1, word)
        previous = self.out[-1] if self.out else None
        if (
            self.caps[i]
            and word in lex.words["korean_surnames"]
            and (
                i > 0
                or is_korean_name(self.words[i : i + 3])
                or (word not in lex.words["prepositions"] and word not in lex.words["determiners"])
            )
            and self._ends_person(i, min(i + 3, self.n)) | self._ends_person(i, min(i + 2, self.n))
        ):
            return self._noun_phrase(i, None)
        if self._quantifier(i):
            return self._noun_phrase(i, None)
        if word == "round" and previous is not None and previous.kind == Kind.VERB:
            return Chunk(Kind.PREPOSITION, i, i + 1, word)
        if word == "that":
            return self._that(i, previous)
        if word in lex.words["relatives"]:
            return Chunk(Kind.RELATIVE, i, i + 1, word)
        verb = self._verb(i, previous)
        if verb is not None:
            return verb
        if word in lex.words["prepositions"]:
            return Chunk(Kind.PREPOSITION, i, i + 1, word)
        if word in lex.words["conjunctions"]:
            return Chunk(Kind.CONJUNCTION, i, i + 1, word)
        if word in lex.words["subordinators"]:
            return Chunk(Kind.SUBORDINATOR, i, i + 1, word)
        if (word in lex.words["pronouns"] and not self.words[i].isupper()) or word == "i" or self._is_object_her(i):
            return Chunk(
                Kind.PRONOUN, i, i + 1, word, name=self.words[i], is_plural=word in ("they", "we", "them", "us")
            )
        if self._is_adverb(i):
            return Chunk(Kind.ADVERB, i, i + 1, word)
        return self._noun_phrase(i, None)

    def _is_modifier(self, i: int) -> bool:
        """A time before 's or inside a phrase ("Putin's June visit") belongs to the noun phrase."""
        time = self.times[i]
        return time.last < self.n and self.lower[time.last] == "'s" and time.last + 1 < self.n

    def _compound(self, i: int) -> Chunk | None:
        for words, preposition in self.lex.compound_prepositions.get(self.lower[i], ()):
            if tuple(self.lower[i : i + len(words)]) == words:
                return Chunk(Kind.PREPOSITION, i, i + len(words), preposition, name=" ".join(words))
        return None

    def _that(self, i: int, previous: Chunk | None) -> Chunk:
        if i + 1 < self.n and previous is not None and previous.is_nominal and self._is_verb_like(i + 1):
            return Chunk(Kind.RELATIVE, i, i + 1, "that")
        if previous is not None and previous.kind == Kind.PREPOSITION:
            return self._noun_phrase(i, None)
        return Chunk(Kind.SUBORDINATOR, i, i + 1, "that")

    def _is_object_her(self, i: int) -> bool:
        if self.lower[i] != "her":
            return False
        follows = self.lower[i + 1] if i + 1 < self.n else "."
        return (
            follows in _CLOSERS
            or follows in self.lex.words["auxiliaries"]
            or follows in self.lex.words["prepositions"]
            or follows in self.lex.words["conjunctions"]
        )

    def _is_adverb(self, i: int) -> bool:
        word = self.lower[i]
        if word in self.lex.words["adverbs"] or word in self.lex.words["negations"]:
            follows = self.lower[i + 1] if i + 1 < self.n else ""
            if word == "further" and self.lex.verbs.get(follows):
                return True
            return not (
                word in ("first", "further", "more", "most", "no", "long") and follows and follows not in _CLOSERS
            )
        return (
            word.endswith("ly")
            and len(word) > 4
            and (self.smalls[i] or (i == 0 and not (self.n > 1 and self.caps[1])))
            and word
            not in (
                "family",
                "assembly",
                "friendly",
                "early",
                "only",
                "supply",
                "daily",
                "monthly",
                "weekly",
                "homely",
                "fatherly",
                "motherly",
                "lively",
                "costly",
                "elderly",
                "reply",
                "july",
                "italy",
                "ally",
                "rally",
                "comradely",
                "brotherly",
                "neighborly",
                "kindly",
                "deadly",
                "timely",
                "orderly",
                "monopoly",
                "anomaly",
                "bully",
                "yearly",
            )
        )

    # ---- verbs

    def _forms(self, i: int) -> tuple[VerbForm, ...]:
        word = self.lower[i]
        found = self.lex.verbs.get(word)
        if found:
            return found
        if self.smalls[i] and word.isalpha():
            if word.endswith("ed") and len(word) > 4 and word not in _ED_NOUNS:
                return (VerbForm(word[:-2], "past"), VerbForm(word[:-2], "participle"))
            if (
                word.endswith("ing")
                and len(word) > 5
                and word not in _ING_NOUNS
                and word not in self.lex.words["nouns_like_verbs"]
            ):
                return (VerbForm(word[:-3], "ing"),)
        return ()

    def _is_verb_like(self, i: int) -> bool:
        return (
            self.lower[i] in self.lex.words["auxiliaries"]
            or any(form.form != "base" for form in self._forms(i))
            or self._is_adverb(i)
        )

    def _verb(self, i: int, previous: Chunk | None) -> Chunk | None:
        lex, word = self.lex, self.lower[i]
        if self.caps[i] and i > 0 and word not in ("i",):
            return None
        if word == "to":
            return self._infinitive(i)
        if word in lex.words["auxiliaries"]:
            return self._auxiliary(i)
        forms = self._forms(i)
        if (
            not forms
            or i in self.times
            or (
                word in lex.words["adjectives_like_verbs"]
                and not (previous is not None and (previous.is_nominal or previous.kind == Kind.ADVERB))
            )
        ):
            return None
        chosen = self._bare_form(i, forms, previous)
        if chosen is None:
            return None
        return Chunk(Kind.VERB, i, i + 1, chosen.lemma, form=chosen.form)

    def _infinitive(self, i: int) -> Chunk | None:
        j = i + 1
        while j < self.n and self._is_adverb(j):
            j += 1
        if j >= self.n or not self.smalls[j]:
            return None
        word = self.lower[j]
        if word == "be" and j + 1 < self.n:
            k = j + 1
            while k < self.n and self._is_adverb(k):
                k += 1
            passive = next(
                (form for form in (self._forms(k) if k < self.n else ()) if form.form in ("participle", "past")), None
            )
            if passive:
                return Chunk(Kind.VERB, i, k + 1, passive.lemma, form="infinitive", is_passive=True)
            return Chunk(Kind.VERB, i, j + 1, "be", form="infinitive")
        base = next((form for form in self._forms(j) if form.form == "base"), None)
        if word == "have":
            return Chunk(Kind.VERB, i, j + 1, "have", form="infinitive")
        if base is None:
            return None
        return Chunk(Kind.VERB, i, j + 1, base.lemma, form="infinitive")

    def _auxiliary(self, i: int) -> Chunk:
        """`was warmly received`, `has been sent`, `will visit`, `did not attend`, `had` (a talk), `is` (chairman)."""
        lex = self.lex
        j, be, have, modal, negated = i, False, False, "", False
        main: VerbForm | None = None
        while j < self.n:
            word = self.lower[j]
            if word in lex.words["negations"]:
                negated = negated or word != "no"
                if word == "no":
                    break
            elif word in lex.words["auxiliaries"]:
                be = be or word in ("is", "are", "was", "were", "be", "been", "being", "am")
                have = have or word in ("has", "have", "had", "having")
                modal = modal or (word if word in lex.words["future"] or word in lex.words["conditional"] else "")
            elif self._is_adverb(j) and j > i:
                pass
            else:
                main = self._main_form(j, be, have, modal)
                break
            j += 1
        if main is not None:
            passive = be and main.form in ("participle", "past")
            form = "finite" if self.lower[i] not in ("being", "having") else "ing"
            return Chunk(
                Kind.VERB, i, j + 1, main.lemma, form=form, is_passive=passive, is_negated=negated,
                is_planned=modal in ("will", "shall"), is_conditional=modal in lex.words["conditional"],
            )  # fmt: skip
        last = j
        while last > i + 1 and (self._is_adverb(last - 1) and self.lower[last - 1] not in ("not",)):
            last -= 1
        lemma = "be" if be else "have" if have else "do"
        return Chunk(
            Kind.VERB,
            i,
            max(last, i + 1),
            lemma,
            form="finite",
            is_negated=negated,
            is_planned=modal in ("will", "shall"),
            is_conditional=modal in lex.words["conditional"],
        )

    def _main_form(self, j: int, be: bool, have: bool, modal: str) -> VerbForm | None:
        if not self.smalls[j] or j in self.times:
            return None
        forms = {form.form: form for form in self._forms(j)}
        if be:
            found = forms.get("participle") or forms.get("past")
            if found is None and "ing" in forms and not (self.lower[j] in ("building", "meeting") and False):
                found = forms["ing"]
            return found
        if have:
            return forms.get("participle") or forms.get("past")
        word = self.lower[j]
        if (
            "base" not in forms
            and modal
            and word.isalpha()
            and word not in self.lex.words["determiners"]
            and word not in self.lex.words["possessives"]
        ):
            return VerbForm(word, "base")
        return forms.get("base")

    def _bare_form(self, i: int, forms: tuple[VerbForm, ...], previous: Chunk | None) -> VerbForm | None:
        """Which verb form a word without auxiliary is, None when it is rather a noun or an adjective here."""
        word = self.lower[i]
        by_form = {form.form: form for form in forms}
        is_noun = word in self.lex.words["nouns_like_verbs"]
        follows = self.lower[i + 1] if i + 1 < self.n else "."
        after_preposition = previous is not None and previous.kind == Kind.PREPOSITION
        if "ing" in by_form:
            if is_noun:
                opens = (
                    previous is None
                    or after_preposition
                    or (previous.kind == Kind.VERB and previous.head in self.lex.words["starting"])
                    or previous.kind in (Kind.SUBORDINATOR, Kind.COMMA, Kind.ADVERB)
                )
                begun = previous is not None and previous.kind == Kind.VERB
                return (
                    by_form["ing"]
                    if opens
                    and i + 1 < self.n
                    and (
                        self.caps[i + 1]
                        or follows in ("him", "her", "them", "us")
                        or (begun and follows not in _CLOSERS and follows not in self.lex.words["prepositions"])
                    )
                    else None
                )
            return by_form["ing"]
        if "past" in by_form or "participle" in by_form:
            if (
                after_preposition
                and follows not in ("by", "in", "on", "at")
                and previous is not None
                and previous.head not in ("after", "as", "since")
            ):
                return None
            if (
                previous is not None
                and previous.kind == Kind.VERB
                and previous.form == "infinitive"
                and i + 1 < self.n
                and self.smalls[i + 1]
                and follows.endswith("s")
                and not self._forms(i + 1)
            ):
                return None
            if "base" in by_form and is_noun and not (previous is not None and previous.is_nominal):
                return None
            return by_form.get("past") or by_form.get("participle")
        if "s" in by_form:
            is_subject = previous is not None and (
                previous.kind in (Kind.PERSON, Kind.COUNTRY, Kind.UNKNOWN, Kind.PRONOUN)
                or (previous.kind == Kind.NOUN and previous.determiner in ("a", "an", "another"))
            )
            if is_noun and not (is_subject and (self._opens_object(i + 1) or follows in ("upon", "that"))):
                return None
            return (
                by_form["s"]
                if previous is not None
                and (
                    previous.is_nominal
                    or previous.kind in (Kind.RELATIVE, Kind.CONJUNCTION, Kind.TIME, Kind.COMMA, Kind.ADVERB)
                )
                else None
            )
        if previous is None:
            return None
        if previous.kind == Kind.PRONOUN and previous.head in ("i", "we", "they", "you"):
            return by_form["base"]
        if not is_noun and ((previous.is_nominal and previous.is_plural) or previous.kind == Kind.CONJUNCTION):
            return by_form["base"]
        return None

    def _opens_object(self, i: int) -> bool:
        if i >= self.n:
            return False
        word = self.lower[i]
        return (
            self.caps[i]
            or word in self.lex.words["determiners"]
            or word in self.lex.words["possessives"]
            or word in ("to", "in", "with", "for", "on")
        )

    # ---- noun phrases

    def _noun_phrase(self, i: int, possessor: Chunk | None, stop_at_person: bool = False) -> Chunk:
        first = possessor.first if possessor is not None else i
        j, determiner, time = i, "", None
        while j < self.n - 1:
            counted = self._quantifier(j)
            if not counted and not self._determines(i, j):
                break
            determiner = determiner or self.lower[j]
            j += counted or 1
            if self.lower[j] == "then" and j + 1 < self.n:
                j += 1
        start = j
        while j < self.n:
            step = self._within(start, j, bool(determiner or possessor))
            if step == 0:
                break
            if j in self.times:
                time = self.times[j]
            j += step
        if j == start:
            j = min(start + 1, self.n) if start == i else start
        found = self._typed(first, start, j, determiner, possessor, stop_at_person)
        found.time = found.time or time
        found = self._extend(found)
        return self._possessed(found)

    def _determines(self, first: int, j: int) -> bool:
        """Whether the word is an article, demonstrative or possessive; "An" may begin a Korean name."""
        if self.lower[j] not in self.lex.words["determiners"] and self.lower[j] not in self.lex.words["possessives"]:
            return False
        return not (
            self.caps[j]
            and (
                j > first
                or (
                    (j > 0 or is_korean_name(self.words[j : j + 3]))
                    and self.lower[j] in self.lex.words["korean_surnames"]
                    and self._ends_person(j, min(j + 3, self.n))
                )
            )
        )

    def _quantifier(self, i: int) -> int:
        """How many tokens of "more than", "at least", "up to" stand before a number; 0 when none."""
        for words in self.lex.quantifiers.get(self.lower[i], ()):
            end = i + len(words)
            if (
                end < self.n
                and tuple(self.lower[i:end]) == words
                and (_NUMBER.fullmatch(self.lower[end]) or self.lower[end] in self.lex.words["measures"])
                and end not in self.times
            ):
                return len(words)
        return 0

    def _within(self, start: int, j: int, is_determined: bool) -> int:
        """How many tokens at `j` belong to the noun phrase begun at `start`; 0 ends it."""
        word, lex = self.lower[j], self.lex
        if j in self.times:
            time = self.times[j]
            follows = self.words[time.last] if time.last < self.n else "."
            inside = (
                is_determined
                and follows[0].isalpha()
                and follows.lower() not in lex.words["prepositions"]
                and not self._breaks_as_verb(start, time.last)
                and self.lower[time.last] not in lex.words["conjunctions"]
            )
            is_year = (
                is_determined
                and j == start
                and time.date is not None
                and time.date.edtf == word
                and follows[0].isalpha()
            )
            return time.last - j if is_year or (j == start and inside) or (self._is_modifier(j) and j == start) else 0
        if word == "and" and j > start and " ".join(self.lower[j - 1 : j + 2]) in lex.words["joined_words"]:
            return 1
        if (
            word in _CLOSERS
            or word in ("'s", "--", "...")
            or word in lex.words["conjunctions"]
            or word in lex.words["relatives"]
        ):
            return 0
        if self.caps[j]:
            known = gazetteer.match(self.words, j)
            if known is not None:
                return known[0] - j
            if word in lex.words["offices"] and j > start and self.smalls[j - 1] and self._is_plain_noun(j - 1):
                return 0
            if word in lex.words["prepositions"] and j == 0:
                return 0
            return 1
        if (
            j > start
            and word in lex.words["name_particles"]
            and self.caps[j - 1]
            and j + 1 < self.n
            and self.caps[j + 1]
        ):
            return 1
        if word in ("south", "north"):
            known = gazetteer.match(self.words, j)
            return known[0] - j if known is not None else 1
        if word == "following" and j == start and is_determined:
            return 1
        if word in ("will", "may", "can", "must") and (j > start or is_determined) and not self._is_modal(j):
            return 1
        if (
            word in lex.words["prepositions"]
            or word in lex.words["subordinators"]
            or word in lex.words["auxiliaries"]
            or word in lex.words["pronouns"]
        ):
            return 0
        if j > start and self.caps[j - 1] and self._ends_person(start, j):
            return 0
        if word == "that" or (
            j > start
            and (word in lex.words["determiners"] or word in lex.words["possessives"])
            and word not in ("other", "same", "such")
        ):
            return 0
        if self._compound(j) is not None:
            return 0
        if self._is_adverb(j):
            return (
                1
                if (j == start and is_determined) or (word in ("very", "more", "most", "newly") and j + 1 < self.n)
                else 0
            )
        if self._breaks_as_verb(start, j, is_determined):
            return 0
        return 1

    def _is_plain_noun(self, i: int) -> bool:
        """A lower-case word that is no title, no adjective before a title: "At the ceremony Chairman X said"."""
        word = self.lower[i]
        return not (
            word in self.lex.words["titles"]
            or word in self.lex.words["offices"]
            or word in self.lex.words["adjectives_like_verbs"]
            or word in self.lex.words["name_adjectives"]
            or word in ("south", "north")
            or word in self.lex.epithets
        )

    def _is_modal(self, i: int) -> bool:
        """Whether "will" is followed by what a modal verb governs."""
        follows = self.lower[i + 1] if i + 1 < self.n else "."
        return (
            follows not in _CLOSERS
            and follows not in self.lex.words["prepositions"]
            and follows not in self.lex.words["conjunctions"]
            and follows not in self.lex.words["relatives"]
            and follows != "that"
        )

    def _ends_person(self, start: int, j: int) -> bool:
        return any(
            j - length >= start and (length < 3 or j - start >= 3) and is_korean_name(self.words[j - length : j])
            for length in (3, 2)
        )

    def _breaks_as_verb(self, start: int, j: int, is_determined: bool = False) -> bool:
        if j >= self.n or self.caps[j]:
            return False
        word = self.lower[j]
        forms = {form.form for form in self._forms(j)}
        if not forms or (word in self.lex.words["adjectives_like_verbs"] and not self.caps[j - 1]):
            return False
        is_noun = word in self.lex.words["nouns_like_verbs"]
        bare = j == start or all(self._is_adverb(k) or _NUMBER.fullmatch(self.lower[k]) for k in range(start, j))
        if forms & {"past", "participle"}:
            return not (bare and (is_determined or j == start)) and not ("base" in forms and is_noun)
        if "ing" in forms:
            return not is_noun and not (bare and (is_determined or j == start))
        if "s" in forms:
            if bare:
                return False
            before = self.words[j - 1]
            if (
                is_noun
                and is_determined
                and j - start == 1
                and self.lower[start - 1] in ("a", "an", "the", "another")
                and not before.endswith("s")
                and j + 1 < self.n
                and (
                    self.lower[j + 1] in ("for", "upon", "on", "with", "that")
                    or self.lower[j + 1] in self.lex.words["determiners"]
                )
            ):
                return True
            return not is_noun or (
                before[0].isupper()
                and self._opens_object(j + 1)
                and self.lower[j - 1] not in self.lex.words["organization_heads"]
            )
        return (
            not bare
            and not is_noun
            and self.lower[j - 1].endswith("s")
            and self._opens_object(j + 1)
            and not self.lower[j - 1].endswith(("ss", "'s"))
        )

    def _typed(
        self, first: int, start: int, end: int, determiner: str, possessor: Chunk | None, stop_at_person: bool
    ) -> Chunk:
        """The noun phrase of tokens `start` to `end`, typed by its last words."""
        words, lower, lex = self.words, self.lower, self.lex
        run = end
        while run > start and (
            self.caps[run - 1]
            or (words[run - 1][0].isdigit() and run - 1 > start and self.caps[run - 2])
            or (lower[run - 1] in lex.words["name_particles"] and run < end and run - 1 > start and self.caps[run - 2])
        ):
            run -= 1
        if run == start and end - run > 1 and self._opens_sentence(start) and self._is_common_opener(start):
            run += 1
        for k in range(start, run):
            known = gazetteer.match(words, k) if words[k][0].isupper() else None
            if known is not None and known[0] == end:
                run = k
                break
        countries = self._countries(start, end)
        base = Chunk(
            Kind.NOUN,
            first,
            end,
            determiner=determiner,
            possessor=possessor,
            countries=countries,
            modifiers=tuple(lower[start : end - 1]),
        )
        base.name_first, base.name_last = start, end
        if (
            end - start == 1
            and self._opens_sentence(start)
            and lower[start] in lex.common
            and gazetteer.match(words, start) is None
        ):
            return self._common(base, start, end)
        if run < end:
            return self._capitalized(base, start, run, end, stop_at_person)
        return self._common(base, start, end)

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or (i == 1 and not self.words[0][0].isalnum())

    def _is_common_opener(self, i: int) -> bool:
        """A common word that begins a sentence is capitalized without being part of the name after it."""
        word, lex = self.lower[i], self.lex
        if (
            len(word) <= 3
            and i + 2 < self.n
            and self.caps[i + 1]
            and not any(
                word in lex.words[kind]
                for kind in (
                    "determiners",
                    "possessives",
                    "prepositions",
                    "pronouns",
                    "adverbs",
                    "subordinators",
                    "conjunctions",
                )
            )
        ):
            return False
        return (
            word in lex.common and word not in lex.words["titles"] and word not in lex.words["offices"] and word not in lex.words["name_adjectives"]
            and word not in lex.words["korean_surnames"] and word not in lex.words["place_prefixes"] and gazetteer.match(self.words, i) is None
        )  # fmt: skip

    def _countries(self, start: int, end: int) -> tuple[str, ...]:
        found: list[str] = []
        j = start
        while j < end:
            known = gazetteer.match(self.words, j)
            if known is not None and known[1].country:
                found.append(known[1].country)
                j = known[0]
                continue
            if "-" in self.words[j]:
                for part in self.words[j].split("-"):
                    piece = gazetteer.match([part], 0)
                    if piece is not None and piece[1].kind in ("country", "demonym"):
                        found.append(piece[1].key)
            j += 1
        return tuple(dict.fromkeys(found))

    def _capitalized(self, base: Chunk, start: int, run: int, end: int, stop_at_person: bool) -> Chunk:
        """A phrase that ends with capitalized words: country, known name, titled or plain person, body, place."""
        words, lower, lex = self.words, self.lower, self.lex
        known = gazetteer.match(words, run)
        if known is not None and known[0] == end:
            return self._known(base, start, run, end, known[1])
        name = run
        while (
            known is not None
            and known[0] < end
            and (
                known[1].kind in ("demonym", "country")
                or (known[1].kind != "outlet" and is_personal_name(words[known[0] : end]))
            )
        ):
            name = known[0]
            known = gazetteer.match(words, name)
            if known is not None and known[0] == end and known[1].kind != "demonym":
                return self._known(base, start, run, end, known[1])
        tail = self._korean_tail(name, end)
        title = next(
            (
                k
                for k in range(end - 2, name - 1, -1)
                if lower[k] in lex.words["titles"]
                or (lower[k] in lex.words["offices"] and lower[k] not in lex.words["weak_offices"])
            ),
            None,
        )
        if title is not None and tail is not None and tail > title + 1:
            title = tail - 1
        if title is not None and end - title - 1 <= 6 and self._can_be_name(words[title + 1 : end]):
            return self._person(base, start, title + 1, end)
        if tail is not None and tail > name:
            if stop_at_person:
                return self._typed(base.first, start, tail, base.determiner, base.possessor, False)
            return self._person(base, start, tail, end)
        if (
            lower[end - 1] in lex.words["offices"]
            and (
                end - name > 1
                or name > run
                or base.determiner
                or base.possessor
                or (end < self.n and lower[end] in ("of", "to"))
            )
            and not is_korean_name(words[name:end])
        ):
            return self._office(base, start, end)
        if end - name == 1 and words[name] in ("North", "South") and base.determiner == "the":
            base.kind, base.key, base.name = Kind.COUNTRY, f"{lower[name]}-korea", words[name]
            base.countries, base.head = (base.key,), lower[name]
            return base
        kind, is_site = kind_of(words[name:end])
        if name > run and end == name:
            kind = Kind.COUNTRY
        if run > start and lower[run - 1] in lex.words["name_givers"]:
            base.kind, base.head, base.name_first = Kind.GROUP, lower[run - 1], run
            base.name = join(words[run:end])
            return base
        if kind in (Kind.PERSON, Kind.UNKNOWN) and name == run and run > start:
            before = lower[run - 1]
            if before in lex.words["offices"] or before in lex.words["titles"]:
                return self._person(base, start, name, end)
            if words[run - 1][0].islower():
                return self._typed(base.first, start, run, base.determiner, base.possessor, False)
        if stop_at_person and kind in (Kind.PERSON, Kind.NOUN) and (split := self._common_then_name(name, end)):
            return self._typed(base.first, start, split, base.determiner, base.possessor, False)
        if kind == Kind.PERSON and stop_at_person and name > run:
            return self._typed(base.first, start, name, base.determiner, base.possessor, False)
        if kind == Kind.PERSON:
            return self._person(base, start, name, end)
        base.kind, base.is_site, base.head = kind, is_site, lower[end - 1]
        base.name = join(words[base.name_first : end])
        return base

    def _common_then_name(self, name: int, end: int) -> int:
        """`State Hillary Clinton` after "Secretary of": where a person's name begins after common words; 0 when it
        does not.
        """
        split = name
        while (
            split < end
            and self.lower[split] in self.lex.common
            and self.lower[split] not in self.lex.words["korean_surnames"]
        ):
            split += 1
        return split if name < split < end - 1 and is_personal_name(self.words[split:end]) else 0

    def _korean_tail(self, start: int, end: int) -> int | None:
        """Where a Korean name of two or three words that ends the run begins."""
        for length in (3, 2):
            if end - start >= length and is_korean_name(self.words[end - length : end]):
                before = self.lower[end - length - 1] if end - length > start else ""
                if length == 2 and end - start > 2 and before in self.lex.words["korean_surnames"]:
                    continue
                return end - length
        return None

    def _can_be_name(self, words: Sequence[str]) -> bool:
        lex = self.lex
        last = words[-1].lower()
        if not all(
            word[0].isalpha()
            and (not word.isupper() or len(word) < 4)
            and not any(character.isdigit() for character in word)
            for word in words
        ):
            return False
        if (
            last in lex.words["organization_heads"]
            or last in lex.words["facility_heads"]
            or last in lex.words["conference_heads"]
            or last in lex.words["work_heads"]
            or last in lex.words["treaty_heads"]
            or (last in lex.words["region_heads"] and len(words) > 1 and not is_korean_name(words))
        ):
            return False
        if words[0].lower() in lex.words["name_adjectives"] and not is_personal_name(words):
            return False
        if len(words) == 1:
            return last not in lex.common or last in lex.words["korean_surnames"]
        return is_personal_name(words) or not all(word.lower() in lex.common for word in words)

    def _known(self, base: Chunk, start: int, run: int, end: int, entry: gazetteer.Entry) -> Chunk:
        base.head, base.key = self.lower[end - 1], entry.key
        base.name = join(self.words[base.name_first : end])
        if entry.kind == "country":
            base.kind, base.name_first = Kind.COUNTRY, run
            base.name = join(self.words[run:end])
            if (
                run > start
                and not all(self.caps[k] for k in range(start, run))
                and self.lower[run - 1] in ("north", "south")
            ):
                base.name = join(self.words[start:end])
        elif entry.kind == "demonym":
            base.kind, base.is_plural = Kind.GROUP, True
            base.key = ""
        elif entry.kind in ("organization", "outlet"):
            base.kind = Kind.GROUP
            base.key = f"{entry.kind}/{entry.key}"
        else:
            base.kind = Kind.PLACE
            base.is_site = self.lower[end - 1] in self.lex.words["facility_heads"]
        return base

    def _person(self, base: Chunk, start: int, name: int, end: int) -> Chunk:
        """A person named by the tokens `name` to `end`, with what stands before them as title."""
        base.kind, base.name_first, base.name_last = Kind.PERSON, name, end
        base.name = join(self.words[name:end])
        base.head = self.lower[end - 1]
        title = start
        while title < name and (self.lower[title] in self.lex.words["title_manner"]):
            title += 1
        last = name
        while last > title and self.lower[last - 1] in self.lex.words["title_manner"]:
            last -= 1
        if last > title:
            head = next(
                (
                    self.lower[k]
                    for k in range(last - 1, title - 1, -1)
                    if self.lower[k] in self.lex.words["offices"] or self.lower[k] in self.lex.words["titles"]
                ),
                "",
            )
            if head:
                base.offices.append(self._make_office(title, last, head))
        return base

    def _make_office(self, first: int, last: int, head: str) -> Office:
        while first < last - 1 and (
            self.lower[first] in self.lex.words["determiners"]
            or self.lower[first] in ("respected", "dear", "great", "visiting")
        ):
            first += 1
        countries = self._countries(first, last)
        before_to = next((k for k in range(first, last) if self.lower[k] in ("to", "in")), last)
        epithet = next((self.lex.epithets[word] for word in self.lower[first:last] if word in self.lex.epithets), None)
        own = (
            ((epithet,) if epithet else ())
            or self._countries(first, before_to)
            or (countries if head not in ("ambassador", "envoy", "consul", "attache", "counsellor") else ())
        )
        return Office(
            join(self.words[first:last]),
            first,
            last,
            self.lex.office_plurals.get(head, head),
            own[0] if own else None,
            is_former=self.lower[first] in ("former", "ex", "late"),
        )

    def _office(self, base: Chunk, start: int, end: int) -> Chunk:
        base.kind = Kind.OFFICE
        head = self.lower[end - 1]
        if head == "general" and end - start > 1 and self.lower[end - 2] in self.lex.words["offices"]:
            head = self.lower[end - 2]
        base.is_plural = head in self.lex.office_plurals
        base.head = self.lex.office_plurals.get(head, head)
        base.name_first = start
        base.offices = [self._make_office(start, end, base.head)]
        base.name = base.offices[0].text
        return base

    def _common(self, base: Chunk, start: int, end: int) -> Chunk:
        """A phrase that ends with a lower-case noun."""
        head, lex = self.lower[end - 1] if end > start else "", self.lex
        head = head.rstrip("'")
        base.head = head
        base.name = join(self.words[start:end])
        base.is_plural = head.endswith("s") and not head.endswith("ss")
        if head in lex.words["offices"] or head in lex.office_plurals:
            return self._office(base, start, end)
        if "d'affaires" in self.lower[start:end]:
            office = self._office(base, start, end)
            office.head = office.offices[0].head = "charge"
            return office
        has_name = any(self.caps[k] for k in range(max(start, 1), end)) or bool(base.countries)
        if has_name and head in lex.words["region_heads"] and head not in ("state", "republic"):
            base.kind = Kind.PLACE
        elif has_name and head in lex.words["facility_heads"] and head not in lex.words["organization_heads"]:
            base.kind, base.is_site = Kind.PLACE, True
        elif head in lex.words["group_nouns"] and not (
            head in ("party", "service") and set(base.modifiers) & lex.words["festive"]
        ):
            base.kind = Kind.GROUP
        return base

    # ---- what follows the head

    def _extend(self, found: Chunk) -> Chunk:
        """Take in "of ..." of bodies, offices and groups, an abbreviation in brackets, and the head of a delegation."""
        if found.kind == Kind.OFFICE:
            return self._office_complement(found)
        if (
            found.kind == Kind.NOUN
            and found.head in self.lex.words["treaty_heads"]
            and found.name[:1].isupper()
            and found.last < self.n - 1
            and self.lower[found.last] in ("of", "on")
        ):
            self._treaty_name(found)
        if (
            found.kind in (Kind.NOUN, Kind.GROUP)
            and (found.head in self.lex.words["measures"] or found.head in self.lex.words["areas"])
            and found.last < self.n - 1
            and self.lower[found.last] == "of"
        ):
            measured = self._measured(found)
            if measured is not None:
                return measured
        if (
            found.kind == Kind.NOUN
            and found.name[:1].isupper()
            and found.head in self.lex.words["work_heads"]
            and found.last < self.n - 1
            and self.lower[found.last] == "of"
        ):
            found.last = found.name_last = self._noun_phrase(found.last + 1, None).last
            found.name = join(self.words[found.name_first : found.last])
            return found
        if (
            found.kind == Kind.NOUN
            and found.head in self.lex.words["facility_heads"]
            and found.last < self.n - 1
            and self.lower[found.last] == "of"
        ):
            inner = self._complement(found.last + 1, named_only=True)
            if inner is not None and inner.kind in (Kind.PLACE, Kind.GROUP, Kind.COUNTRY, Kind.NOUN):
                found.kind, found.is_site, found.last, found.name_last = Kind.PLACE, True, inner.last, inner.last
                found.name = join(self.words[found.name_first : inner.last])
        if found.kind == Kind.GROUP or (found.kind == Kind.PLACE and found.is_site):
            found = self._body_complement(found)
        self._bracket(found)
        if found.kind == Kind.GROUP:
            self._body_complement(found)
            if not self._depth:
                self._led_by(found)
        return found

    def _treaty_name(self, found: Chunk) -> None:
        """`Treaty of Friendship, Cooperation and Mutual Assistance`: capitalized words that list what a treaty is of."""
        end = found.last + 1
        while end < self.n and self.caps[end] and end not in self.times and gazetteer.match(self.words, end) is None:
            end += 1
            if end + 1 < self.n and self.lower[end] in (",", "and") and self.caps[end + 1]:
                end += 1
            elif end + 2 < self.n and self.lower[end] == "," and self.lower[end + 1] == "and" and self.caps[end + 2]:
                end += 2
        if end > found.last + 1 and self.caps[end - 1]:
            found.last = found.name_last = end
            found.name = join(self.words[found.name_first : end])

    def _measured(self, found: Chunk) -> Chunk | None:
        """`hundreds of soldiers`, `a series of drills`: the phrase is of what is measured."""
        inner = self._complement(found.last + 1, named_only=False)
        if inner is not None and found.head in self.lex.words["areas"] and inner.kind in (Kind.PLACE, Kind.COUNTRY):
            found.kind, found.last, found.name_last = Kind.PLACE, inner.last, inner.last
            found.name, found.countries = join(self.words[found.name_first : inner.last]), inner.countries
            return found
        if inner is None or inner.kind not in (Kind.NOUN, Kind.GROUP):
            return None
        inner.first, inner.determiner = found.first, found.determiner
        inner.modifiers = (*found.modifiers, *inner.modifiers)
        return inner

    def _bracket(self, found: Chunk) -> None:
        """`(WPK)` is the body's alias; `(L)`, `(1966)` and the like are passed over."""
        i = found.last
        if i + 2 < self.n and self.lower[i] == "(" and self.lower[i + 2] == ")":
            if self.words[i + 1].isupper() and len(self.words[i + 1]) > 1:
                found.alias = self.words[i + 1]
            found.last = i + 3

    def _body_complement(self, found: Chunk) -> Chunk:
        """`Ministry of Foreign Affairs`, `C.C., the Workers' Party`, `delegation of the Security Council of ...`,
        `embassy in Moscow`.
        """
        lex = self.lex
        while found.last < self.n - 1:
            j, link = found.last, self.lower[found.last]
            heads = {self.lower[k].rstrip("'") for k in range(found.name_first, found.last)}
            if (
                link == "of"
                or (link in lex.links and heads & lex.links[link])
                or (link in ("in", "to") and found.head in lex.words["embassy_heads"])
                or (
                    link in ("in", "of")
                    and found.head in ("participants", "participant", "koreans", "residents", "delegates")
                )
                or (link == "from" and (found.head in ("delegation", "group", "team", "party") or found.is_plural))
            ):
                inner = self._complement(
                    j + 1, named_only=link != "of" and found.head not in ("participants", "delegates")
                )
            elif (
                link == ","
                and self.lower[j - 1] in ("c.c.", "committee", "cc")
                and j + 2 < self.n
                and ((self.lower[j + 1] == "the" and self.caps[j + 2]) or self._names_party(j + 1))
            ) or (link == "and" and found.name_last > found.name_first and self._joins_name(found, j)):
                inner = self._complement(j + 1, named_only=True)
            else:
                break
            if inner is None:
                break
            found.last = found.name_last = inner.last
            found.countries = tuple(dict.fromkeys((*found.countries, *inner.countries)))
            found.name = join(self.words[found.name_first : found.name_last])
            if inner.possessor is not None:
                break
        return found

    def _names_party(self, i: int) -> bool:
        known = gazetteer.match(self.words, i)
        return known is not None and known[1].kind == "organization"

    def _joins_name(self, found: Chunk, j: int) -> bool:
        """`Ministry of Post and Telecommunications`: an "and" within the name, its second half being no name by
        itself.
        """
        if (
            j + 1 >= self.n
            or not self.caps[j + 1]
            or not self.caps[j - 1]
            or (
                "of" not in self.lower[found.name_first : found.last]
                and "for" not in self.lower[found.name_first : found.last]
            )
        ):
            return False
        k = j + 1
        while k < self.n and self.caps[k]:
            k += 1
        words = self.words[j + 1 : k]
        kind, _ = kind_of(words)
        return (
            kind in (Kind.NOUN, Kind.UNKNOWN)
            and gazetteer.match(self.words, j + 1) is None
            and words[0].lower() not in self.lex.words["titles"]
            and words[0].lower() in self.lex.common
            and words[-1].lower() not in self.lex.words["organization_heads"]
        )

    def _complement(self, i: int, named_only: bool) -> Chunk | None:
        """The noun phrase at `i` as complement of a name; a person ends the search."""
        if (
            i >= self.n
            or self.lower[i] in _CLOSERS
            or i in self.times
            or self.lower[i] in self.lex.words["relatives"]
            or self._verb_at(i)
        ):
            return None
        self._depth += 1
        inner = self._noun_phrase(i, None, stop_at_person=True)
        self._depth -= 1
        if inner.kind in (Kind.PERSON, Kind.PRONOUN) or inner.last <= i:
            return None
        if named_only and not any(self.caps[k] for k in range(i, inner.last)):
            return None
        return inner

    def _verb_at(self, i: int) -> bool:
        word = self.lower[i]
        if word in self.lex.words["auxiliaries"]:
            return True
        forms = {form.form for form in self._forms(i)} if self.smalls[i] else set()
        return bool(forms & {"ing"}) and word not in self.lex.words["nouns_like_verbs"]

    def _office_complement(self, found: Chunk) -> Chunk:
        """`secretary of the Security Council of the Russian Federation`, `DPRK ambassador to India`, `minister for
        Foreign Affairs`.
        """
        office = found.offices[0]
        weak, lex = found.head in self.lex.words["weak_offices"], self.lex
        while found.last < self.n - 1:
            j, link = found.last, self.lower[found.last]
            if (
                link == "of"
                or (link in ("to", "for") and found.last == office.last)
                or (link == "at" and found.last == office.last and found.head in lex.words["offices_at"])
                or (
                    link == "in"
                    and (
                        found.head in ("correspondent", "representative", "professor", "minister")
                        or self.lower[j + 1 : j + 4] == ["charge", "of", "the"]
                        or self.lower[j + 1 : j + 3] == ["charge", "of"]
                    )
                )
            ):
                if link in ("to", "for") and found.head not in (
                    "ambassador",
                    "envoy",
                    "representative",
                    "consul",
                    "minister",
                    "spokesman",
                    "spokeswoman",
                    "spokesperson",
                    "secretary",
                    "commissioner",
                    "coordinator",
                    "advisor",
                    "adviser",
                    "director",
                    "chairman",
                    "charge",
                    "attache",
                    "counsellor",
                    "assistant",
                    "vice-minister",
                    "chief",
                    "delegate",
                ):
                    break
                if link in ("to", "for") and self._infinitive(j) is not None and link == "to":
                    break
                inner = self._complement(j + 1, named_only=weak and link in ("at", "in"))
            elif (
                link == ","
                and self.lower[j - 1] in ("c.c.", "committee", "cc")
                and j + 2 < self.n
                and ((self.lower[j + 1] == "the" and self.caps[j + 2]) or self.words[j + 1].isupper())
            ):
                inner = self._complement(j + 1, named_only=True)
            elif link == "(" and j + 2 < self.n and self.lower[j + 2] == ")":
                found.last = j + 3
                continue
            else:
                break
            if inner is None:
                break
            found.last = inner.last
        if found.last > office.last:
            head = office.head
            found.offices[0] = self._make_office(office.first, found.last, head)
            found.name, found.name_last = found.offices[0].text, found.last
            found.countries = self._countries(office.first, found.last)
        return found

    def _led_by(self, found: Chunk) -> None:
        """`delegation ... led by Chairman Anders Karlsson`, `headed by its president X, ...`."""
        j = found.last
        while j < self.n and self.lower[j] == ",":
            j += 1
        if j + 2 < self.n and self.lower[j] in ("led", "headed") and self.lower[j + 1] == "by":
            leader = self._noun_phrase(j + 2, None)
            if leader.kind == Kind.OFFICE and leader.last < self.n and self.caps[leader.last]:
                person = self._noun_phrase(leader.last, None)
                if person.kind == Kind.PERSON:
                    leader = _titled(leader, person)
            elif (
                leader.kind == Kind.OFFICE
                and leader.last + 1 < self.n
                and self.lower[leader.last] == ","
                and self.caps[leader.last + 1]
            ):
                person = self._noun_phrase(leader.last + 1, None)
                if person.kind == Kind.PERSON and not person.offices:
                    leader = _titled(leader, person)
            if leader.kind in (Kind.PERSON, Kind.OFFICE, Kind.UNKNOWN):
                self._apposed(leader)
                found.leader, found.last = leader, leader.last

    def _apposed(self, person: Chunk) -> None:
        """Take the office after a comma into the person who heads a delegation."""
        j = person.last
        if j + 1 < self.n and self.lower[j] == "," and person.kind == Kind.PERSON:
            if (
                self.lower[j + 1] in self.lex.words["offices"]
                or self.lower[j + 1] in ("first", "vice", "deputy", "general", "senior", "chief")
                or (
                    self.lower[j + 2 : j + 3]
                    and self.lower[j + 2] in self.lex.words["offices"]
                    and self.lower[j + 1] not in self.lex.words["auxiliaries"]
                )
            ):
                office = self._noun_phrase(j + 1, None)
                if office.kind == Kind.OFFICE:
                    person.offices += office.offices
                    person.last = office.last

    def _possessed(self, found: Chunk) -> Chunk:
        """`Kim Jong Il's visit`, `the two countries' relations`: the owner and what is owned are one phrase."""
        j, owners, owner = found.last, 0, found.possessor
        while owner is not None and owners < _MOST_OWNERS:
            owners, owner = owners + 1, owner.possessor
        if j >= self.n - 1 or owners >= _MOST_OWNERS:
            return found
        if self.lower[j] == "'s" and self.lower[j + 1] not in _CLOSERS:
            follow = j + 1
        elif self.words[j - 1].endswith("'") and self.lower[j - 1] != "workers'" and self.lower[j] not in _CLOSERS:
            follow = j
        else:
            return found
        if self.lower[follow] in self.lex.words["prepositions"] or self.lower[follow] in self.lex.words["auxiliaries"]:
            return found
        owned = self._noun_phrase(follow, found)
        owned.first = found.first
        if owned.kind == Kind.OFFICE and owned.offices and found.countries and owned.offices[0].country is None:
            owned.offices[0].country = found.countries[0]
        if owned.kind == Kind.OFFICE and owned.offices and found.kind in (Kind.COUNTRY, Kind.GROUP):
            owned.offices[0].text = join(self.words[found.name_first : owned.offices[0].last])
            owned.name, owned.name_first = owned.offices[0].text, found.name_first
        if owned.kind == Kind.PERSON and found.kind in (Kind.COUNTRY, Kind.GROUP) and owned.offices:
            owned.offices[0].country = owned.offices[0].country or (found.countries[0] if found.countries else None)
            owned.offices[0].text = join(self.words[found.name_first : owned.offices[0].last])
        if owned.kind == Kind.GROUP and found.kind in (Kind.COUNTRY, Kind.GROUP):
            owned.name_first = found.name_first
            owned.name = join(self.words[owned.name_first : owned.name_last])
            owned.countries = tuple(dict.fromkeys((*found.countries, *owned.countries)))
        return owned


def _join_names(chunks: list[Chunk], words: Sequence[str]) -> list[Chunk]:
    """Take offices that stand beside a person into the person's chunk, before or after the name."""
    out: list[Chunk] = []
    i = 0
    _find_leaders(chunks)
    while i < len(chunks):
        here = chunks[i]
        if here.kind == Kind.OFFICE and not here.is_plural:
            i = _one_holder(here, chunks, i, words)
            if (
                i + 2 < len(chunks)
                and chunks[i + 1].kind == Kind.COMMA
                and chunks[i + 2].kind == Kind.OFFICE
                and not chunks[i + 2].is_plural
                and chunks[i + 2].head in ("doyen", "dean")
            ):
                here.offices += chunks[i + 2].offices
                here.last, i = chunks[i + 2].last, i + 2
        following = chunks[i + 1] if i + 1 < len(chunks) else None
        if (
            here.kind == Kind.OFFICE
            and not here.is_plural
            and following is not None
            and following.kind in (Kind.PERSON, Kind.UNKNOWN)
            and not following.determiner
        ):
            here = _titled(here, following)
            i += 1
        elif (
            here.kind == Kind.OFFICE
            and not here.is_plural
            and following is not None
            and following.kind == Kind.COMMA
            and i + 2 < len(chunks)
        ):
            name = chunks[i + 2]
            closes = chunks[i + 3].kind if i + 3 < len(chunks) else Kind.STOP
            office_next = i + 4 < len(chunks) and closes == Kind.COMMA and chunks[i + 4].kind == Kind.OFFICE
            if (
                name.kind == Kind.PERSON
                and not name.offices
                and not office_next
                and closes in (Kind.COMMA, Kind.VERB)
                and (here.determiner in ("the", "its") or here.possessor is not None)
            ):
                here = _titled(here, name)
                i += 3 if closes == Kind.COMMA else 2
                out.append(here)
                i += 1
                continue
        if here.kind == Kind.PLACE:
            i = _wider_place(here, chunks, i, words)
        if here.kind == Kind.NOUN and _is_named_before_office(here, chunks, i, words):
            here.kind = Kind.PERSON
        if here.kind in (Kind.PERSON, Kind.UNKNOWN):
            taken = _take_offices(here, chunks, i)
            i = taken if taken > i else _share_office(out, here, chunks, i)
        out.append(here)
        i += 1
    return out


def _wider_place(place: Chunk, chunks: list[Chunk], i: int, words: Sequence[str]) -> int:
    """`in Damascus, Syria, on Tuesday`: the place with the country or province it lies in; the index of the last
    chunk.
    """
    if i == 0 or chunks[i - 1].kind != Kind.PREPOSITION or i + 2 >= len(chunks) or chunks[i + 1].kind != Kind.COMMA:
        return i
    wider = chunks[i + 2]
    follows = chunks[i + 3].kind if i + 3 < len(chunks) else Kind.STOP
    is_region = wider.kind == Kind.COUNTRY or (
        wider.kind == Kind.PLACE and wider.head in lexicon().words["region_heads"]
    )
    if (
        not is_region
        or follows in (Kind.CONJUNCTION, Kind.VERB)
        or (
            follows == Kind.COMMA
            and i + 4 < len(chunks)
            and chunks[i + 4].kind in (Kind.PLACE, Kind.COUNTRY, Kind.CONJUNCTION)
        )
    ):
        return i
    place.last = place.name_last = wider.last
    place.name = join(words[place.name_first : wider.last])
    place.countries = tuple(dict.fromkeys((*place.countries, *wider.countries)))
    return i + 2


def _is_named_before_office(chunk: Chunk, chunks: list[Chunk], i: int, words: Sequence[str]) -> bool:
    """`Desire Delano Bouterse, president of ...`: capitalized words before an office are a person though one is
    common English.
    """
    name = words[chunk.name_first : chunk.name_last]
    if (
        chunk.determiner
        or not 2 <= len(name) <= 5
        or not all(word[0].isupper() and word.isalpha() and not word.isupper() for word in name)
    ):
        return False
    follows = chunks[i + 1 : i + 3]
    return (
        len(follows) == 2
        and follows[0].kind == Kind.COMMA
        and follows[1].kind == Kind.OFFICE
        and not follows[1].is_plural
        and any(word.lower() not in lexicon().common for word in name)
    )


def _find_leaders(chunks: list[Chunk]) -> None:
    """`Russian delegation for the exhibition led by X`: the head named after another phrase."""
    for k in range(2, len(chunks) - 2):
        verb, by, person = chunks[k], chunks[k + 1], chunks[k + 2]
        if (
            verb.kind == Kind.VERB
            and verb.head in ("lead", "head")
            and by.head == "by"
            and person.kind in (Kind.PERSON, Kind.OFFICE)
        ):
            group = next(
                (
                    chunk
                    for chunk in reversed(chunks[max(0, k - 6) : k])
                    if chunk.kind == Kind.GROUP and chunk.head in lexicon().words["delegation_heads"]
                ),
                None,
            )
            if group is not None and group.leader is None:
                group.leader = person


def _one_holder(office: Chunk, chunks: list[Chunk], i: int, words: Sequence[str]) -> int:
    """`the general secretary of A and (concurrently) president of B`: two offices of one unnamed holder; the index of
    the last chunk.
    """
    for step in (2, 3):
        if (
            i + step >= len(chunks)
            or chunks[i + 1].kind != Kind.CONJUNCTION
            or (step == 3 and chunks[i + 2].head != "concurrently")
        ):
            continue
        other = chunks[i + step]
        if (
            other.kind == Kind.OFFICE
            and not other.is_plural
            and (other.determiner == "" or step == 3)
            and len(office.name.split()) > 2
        ):
            office.offices += other.offices
            office.last = office.name_last = other.last
            office.name = join(words[office.name_first : other.last])
            return i + step
    return i


def _titled(office: Chunk, name: Chunk) -> Chunk:
    name.kind = Kind.PERSON
    name.offices = office.offices + name.offices
    name.first = office.first
    name.determiner = office.determiner
    return name


def _take_offices(person: Chunk, chunks: list[Chunk], i: int) -> int:
    """The index of the last chunk that belongs to the person: `, office and office`, `who doubles as office`, `(L)`."""
    at = i
    while at + 2 < len(chunks):
        link, office = chunks[at + 1], chunks[at + 2]
        if link.kind == Kind.COMMA and office.kind == Kind.OFFICE and not office.is_plural:
            if at + 3 < len(chunks) and chunks[at + 3].kind == Kind.PERSON and not chunks[at + 3].determiner:
                break
            step = 2
        elif (
            person.offices
            and at > i
            and link.kind == Kind.CONJUNCTION
            and office.kind == Kind.OFFICE
            and not office.is_plural
            and office.determiner == ""
        ):
            step = 2
        elif (
            link.kind == Kind.CONJUNCTION
            and at > i
            and office.kind == Kind.ADVERB
            and office.head == "concurrently"
            and at + 3 < len(chunks)
            and chunks[at + 3].kind == Kind.OFFICE
        ):
            step = 3
        elif (
            link.kind == Kind.RELATIVE
            and office.kind == Kind.VERB
            and office.head in ("double", "be")
            and (step := _doubles(chunks, at)) > 0
        ):
            pass
        elif (
            link.kind == Kind.COMMA
            and at > i
            and office.kind == Kind.RELATIVE
            and at + 3 < len(chunks)
            and chunks[at + 3].head in ("double", "be")
            and (step := _doubles(chunks, at + 1)) > 0
        ):
            step += 1
        elif (
            link.kind == Kind.COMMA
            and at > i
            and office.kind == Kind.CONJUNCTION
            and at + 3 < len(chunks)
            and chunks[at + 3].kind == Kind.OFFICE
            and chunks[at + 3].determiner == ""
            and not chunks[at + 3].is_plural
        ):
            step = 3
        else:
            break
        if person.kind == Kind.UNKNOWN:
            person.kind = Kind.PERSON
        taken = chunks[at + step]
        person.offices += taken.offices
        person.last = taken.last
        at += step
    return at


def _share_office(before: list[Chunk], person: Chunk, chunks: list[Chunk], i: int) -> int:
    """`A and B, secretaries of the Central Committee,`: an office in the plural belongs to all the names listed
    before it.
    """
    if (
        i + 2 >= len(chunks)
        or chunks[i + 1].kind != Kind.COMMA
        or chunks[i + 2].kind != Kind.OFFICE
        or not chunks[i + 2].is_plural
    ):
        return i
    if not before or before[-1].kind != Kind.CONJUNCTION:
        return i
    office = chunks[i + 2].offices[0]
    sharing = [person]
    for chunk in reversed(before):
        if chunk.kind == Kind.PERSON and not chunk.offices:
            sharing.append(chunk)
        elif chunk.kind not in (Kind.COMMA, Kind.CONJUNCTION):
            break
    words = office.text.split()
    one = " ".join(lexicon().office_plurals.get(word, word) for word in words)
    for holder in sharing:
        holder.offices.append(
            Office(one, office.first, office.last, office.head, office.country, office.body, office.is_former)
        )
    person.last = chunks[i + 2].last
    return i + 2


def _doubles(chunks: list[Chunk], at: int) -> int:
    """`who doubles as X`, `who is also X`, `who is concurrently X`: steps to the office, 0 when there is none."""
    for step in (3, 4):
        if at + step < len(chunks) and chunks[at + step].kind == Kind.OFFICE and not chunks[at + step].is_plural:
            return (
                step
                if all(chunk.kind in (Kind.ADVERB, Kind.PREPOSITION) for chunk in chunks[at + 3 : at + step])
                else 0
            )
    return 0
