"""What people judge: the files and the commands; a judgement holds at once, survives a rebuild and can be undone."""

import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store, parse

from kcgraph.archive import Archive
from kcgraph.cli.judge import different, judgements, review_command, same, undo
from kcgraph.errors import CallError, JudgementError, KcgraphError
from kcgraph.export import FORMATS, stored
from kcgraph.judgements import digest, judgement_quads, read, remove, write
from kcgraph.model import Judgement
from kcgraph.pipeline import Options, build
from kcgraph.query import ask
from kcgraph.store import find, reading
from kcgraph.validate import violations
from kcgraph.vocab import BASE, Minter

MINTER = Minter()
STORIES = {
    "a1": "Ri Chol Ok, vice-minister of Foreign Affairs, met Ivo Kral in Pyongyang on March 20.",
    "a2": "Ri Jol Ok, vice-minister of Foreign Affairs, met Ivo Kral in Pyongyang on March 20.",
    "a3": "Ri Sun Ok, vice-minister of Foreign Affairs, met Ivo Kral in Pyongyang on March 20.",
    "a4": "Ri Jol Ok said that the talks were useful. Kim Jong Un sent a message to Vladimir Putin on March 21.",
}
CHOL, JOL, CHUL, KRAL = (f"person/{path}" for path in ("ri-chol-ok", "ri-jol-ok", "ri-sun-ok", "ivo-kral"))

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0"), min_size=1).filter(
    lambda text: bool(text.strip())
)
some = st.builds(
    lambda pair, is_same, reason, by: Judgement.of(
        (BASE + pair[0], BASE + pair[1]), is_same=is_same, reason=reason, by=by, at="2031-03-22T08:00:00Z"
    ),
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")),
    st.booleans(),
    words,
    words,
)


# ---------------------------------------------------------------- files


@given(some)
def test_a_judgement_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, judgement: Judgement) -> None:
    folder = tmp_path_factory.mktemp("judgements")
    path = write(folder, judgement, MINTER)
    assert read(folder, MINTER) == (judgement,)
    assert path.stem == judgement.fingerprint
    written = {(found.subject, found.predicate, found.object) for found in parse(path=path)}
    assert written == {(quad.subject, quad.predicate, quad.object) for quad in judgement_quads([judgement], MINTER)}
    assert violations(judgement_quads([judgement], MINTER)) == []
    remove(read(folder, MINTER)[0])
    assert read(folder, MINTER) == ()


@given(st.lists(some, min_size=2, max_size=4, unique_by=lambda judgement: judgement.fingerprint))
def test_the_digest_tells_sets_of_judgements_apart_and_knows_no_order(found: list[Judgement]) -> None:
    assert digest(found) == digest(reversed(found))
    assert digest(found) != digest(found[1:])


WHOLE = Judgement.of(
    (BASE + "person/a", BASE + "person/b"), is_same=True, reason="so", by="Ana", at="2031-03-22T08:00:00Z"
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (" .\n", "\n", "is not ttl"),
        ("kcg:Same", "kcg:Perhaps", "neither kcg:Same nor kcg:Different"),
        (f", <{BASE}person/b>", "", "1 values of kcg:judged"),
        (f"<{BASE}person/b>", '"b"', "2 values of kcg:judged, where two IRIs"),
        ('dcterms:description "so"', 'dcterms:description " "', "has an empty"),
        ('dcterms:description "so" ;', "", "has 0 values of http://purl.org/dc/terms/description"),
        ("2031-03-22T", "2031-03-52T", "no xsd:dateTime"),
        ("kcg:verdict", "kcg:about", "which no judgement has"),
        ("person/b>", "person/c>", f"which is {BASE}judgement/"),
        ("a kcg:Judgement", "a kcg:Person", "another class"),
    ],
)
def test_a_malformed_file_is_told_by_its_name(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = write(tmp_path, WHOLE, MINTER)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(JudgementError) as error:
        read(tmp_path, MINTER)
    assert str(path) in str(error.value)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_pair_is_judged_once(tmp_path: Path) -> None:
    write(tmp_path, WHOLE, MINTER)
    write(tmp_path, Judgement.of(WHOLE.pair, is_same=False, reason="no", by="Bo", at=WHOLE.at), MINTER)
    with pytest.raises(JudgementError, match="delete one of the files"):
        read(tmp_path, MINTER)


# ---------------------------------------------------------------- commands


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    records = folder / "stories.jsonl"
    lines = (
        f'{{"id": "{name}", "text": "Pyongyang, March 22 (KCNA) -- {text}", "date": "2025-03-22", "source": "kcna.kp"}}'
        for name, text in STORIES.items()
    )
    records.write_text("\n".join(lines), encoding="utf-8")
    build([records], Options(folder / "kcgraph.db", jobs=1))
    return folder


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built / "kcgraph.db", tmp_path / "kcgraph.db"))


def call(command: click.Command, *arguments: str, store: Path) -> str:
    done = CliRunner().invoke(command, [*arguments, "--store", str(store)])
    if done.exception is not None:
        raise done.exception
    return done.stdout


def refused(command: click.Command, *arguments: str, store: Path) -> KcgraphError:
    before = content(store)
    with pytest.raises(KcgraphError) as error:
        call(command, *arguments, store=store)
    assert content(store) == before
    assert not find(store).is_unfinished
    assert "\n" not in str(error.value)
    return error.value


def content(store: Path) -> dict[str, bytes]:
    """The export and the judgements, byte by byte."""
    files = {path.name: path.read_bytes() for path in find(store).judgements.glob("*")}
    return {"export": exported(store), **files}


def exported(store: Path) -> bytes:
    path = store.parent / "export.nq"
    with stored(store) as source, path.open("wb") as file:
        FORMATS["nq"].write(source, file)
    return path.read_bytes()


def meetings(store: Path) -> int:
    with reading(store) as opened:
        return len(ask(opened, "meetings-of", {"person": KRAL}).rows)


WHY = ("--because", "the same office", "--by", "Ana")


def test_a_same_makes_one_event_of_two_and_is_asked_by_any_name(store: Path) -> None:
    assert meetings(store) == 3
    printed = call(same, CHOL, JOL, *WHY, store=store)
    assert f"{CHOL} is {JOL}: the same office (Ana, " in printed
    assert meetings(store) == 2
    with reading(store) as opened:
        answers = [
            ask(opened, "statements-of", {"speaker": asked}).rows
            for asked in (CHOL, JOL, BASE + JOL, "Ri Chol Ok", "ri jol ok")
        ]
        people = ask(opened, "people", {}).rows
    assert len(answers[0]) == 1
    assert all(rows == answers[0] for rows in answers)
    assert len([row for row in people if isinstance(row[4], NamedNode) and row[4].value.endswith("-ok")]) == 2


def test_source_graphs_never_change(store: Path) -> None:
    folder = find(store)
    before = {name: Archive(folder.parts).graph(name) for name in STORIES}

    def article_graphs() -> set[object]:
        with reading(store) as opened:
            return {quad for quad in opened if "/graph/article/" in str(quad.graph_name)}

    quads = article_graphs()
    call(same, CHOL, JOL, *WHY, store=store)
    assert {name: Archive(folder.parts).graph(name) for name in STORIES} == before
    assert article_graphs() == quads


def test_undo_gives_back_the_same_bytes(store: Path) -> None:
    before = content(store)
    for undone in ([CHOL, JOL], None):
        call(same, CHOL, JOL, *WHY, store=store)
        [line] = call(judgements, store=store).splitlines()
        assert content(store) != before
        taken = call(undo, *(undone or [line.split()[0]]), store=store)
        assert taken == f"taken back: {line}\n"
        assert content(store) == before


def test_the_order_of_judgements_does_not_matter(store: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(store, tmp_path / "other.db"))
    given_judgements = [(same, CHOL, JOL), (different, CHUL, JOL), (different, CHUL, KRAL)]
    for command, first, second in given_judgements:
        call(command, first, second, *WHY, store=store)
    for command, first, second in reversed(given_judgements):
        call(command, second, first, *WHY, store=other)

    def without_times(folder: Path) -> list[bytes]:
        return [line for line in exported(folder).splitlines() if b"generatedAtTime" not in line]

    assert without_times(store) == without_times(other)


def test_a_judgement_that_contradicts_is_refused_with_the_chain(store: Path) -> None:
    call(same, CHOL, JOL, *WHY, store=store)
    call(different, JOL, CHUL, "--because", "one retired", "--by", "Bo", store=store)
    told = refused(same, CHOL, CHUL, *WHY, store=store)
    assert isinstance(told, JudgementError)
    assert (told.exit_status, "one retired" in str(told), "the same office" in str(told)) == (1, True, True)
    assert refused(different, CHOL, JOL, *WHY, store=store).exit_status == 1
    assert refused(same, JOL, CHUL, *WHY, store=store).exit_status == 1


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (CHOL, "nobody at all", "nothing in the store is called"),
        (CHOL, BASE + "person/nobody", "does not occur in the store"),
        (CHOL, "country/russia", "no person, organization, place or treaty"),
        (CHOL, "Ri Chol Ok", "are both person/ri-chol-ok"),
        ("place/pyongyang", CHOL, "only things of one kind"),
        ("Kim Jong Un", "Vladimir Putin", "two rows of the reference data"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(store: Path, first: str, second: str, told: str) -> None:
    assert told in str(refused(same, first, second, *WHY, store=store))


def test_undoing_what_nobody_judged_is_a_wrong_call(store: Path) -> None:
    assert isinstance(refused(undo, "judgement/123456789abc", store=store), CallError)
    assert isinstance(refused(undo, CHOL, JOL, store=store), CallError)
    assert isinstance(refused(undo, CHOL, JOL, CHUL, store=store), CallError)


def test_the_same_judgement_again_changes_nothing(store: Path) -> None:
    first = call(same, CHOL, JOL, *WHY, store=store)
    before = content(store)
    assert call(same, JOL, CHOL, "--because", "again", "--by", "Bo", store=store) == first
    assert content(store) == before


def test_a_full_rebuild_gives_the_same_bytes(store: Path, built: Path, tmp_path: Path) -> None:
    """What a judgement changes in place is what a build with it makes; judgements outlive the store."""
    call(same, CHOL, JOL, *WHY, store=store)
    rebuilt = tmp_path / "rebuilt.db"
    shutil.copytree(find(store).judgements, rebuilt / "judgements")
    build([built / "stories.jsonl"], Options(rebuilt, jobs=1))
    assert exported(rebuilt) == exported(store)
    assert not build([built / "stories.jsonl"], Options(store, jobs=1)).changed


def test_a_build_applies_the_files_of_another_folder(store: Path, built: Path, tmp_path: Path) -> None:
    call(same, CHOL, JOL, *WHY, store=store)
    with_it = exported(store)
    elsewhere = Path(shutil.move(find(store).judgements, tmp_path / "kept"))
    inputs = [built / "stories.jsonl"]
    assert build(inputs, Options(store, jobs=1)).changed
    assert meetings(store) == 3
    assert build(inputs, Options(store, jobs=1, judgements=elsewhere)).changed
    assert exported(store) == with_it


@pytest.mark.parametrize("spoil", ["malformed", "contradicting"])
def test_a_bad_file_ends_a_build_and_the_store_stays(store: Path, built: Path, spoil: str) -> None:
    folder = find(store).judgements
    call(same, CHOL, JOL, *WHY, store=store)
    call(same, JOL, CHUL, *WHY, store=store)
    before = exported(store)
    if spoil == "malformed":
        (folder / "bad.ttl").write_text("this is no Turtle", encoding="utf-8")
    else:
        pair = (BASE + CHOL, BASE + CHUL)
        bad = Judgement.of(pair, is_same=False, reason="no", by="Bo", at="2031-03-22T08:00:00Z")
        write(folder, bad, MINTER).rename(folder / "bad.ttl")
    with pytest.raises(JudgementError, match=r"bad\.ttl"):
        build([built / "stories.jsonl"], Options(store, jobs=1))
    assert exported(store) == before


def test_an_index_that_is_being_read_stays_while_a_judgement_comes_and_goes(store: Path) -> None:
    with reading(store) as opened:
        count = len(opened)
        call(same, CHOL, JOL, *WHY, store=store)
        call(undo, CHOL, JOL, store=store)
        assert len(list(opened.quads_for_pattern(None, None, None, None))) == count
    assert meetings(store) == 3


def test_the_index_is_whole_after_a_judgement(store: Path) -> None:
    call(same, CHOL, JOL, *WHY, store=store)
    with reading(store) as opened:
        assert isinstance(opened, Store)
        assert violations(opened) == []


def test_review_shows_both_sides_and_the_command(store: Path) -> None:
    lines = call(review_command, store=store).splitlines()
    assert lines == [] or lines[3].strip().startswith("kcgraph same ")
    printed = call(review_command, "--format", "csv", store=store)
    assert printed.splitlines()[0].startswith("change,first,second,why,first_name")
    shown = call(review_command, "--limit", "1", "--format", "json", store=store)
    assert '"command": "kcgraph same person/ri-' in shown
    assert "Ivo Kral" in shown
