"""`kcgraph export`: the graph as a file."""

import sys
from pathlib import Path

import click

from kcgraph.cli.options import store_option, tell_if_unfinished
from kcgraph.errors import CallError
from kcgraph.export import FORMATS, Format, Source, export_file, format_named, format_of, reference_source, stored
from kcgraph.store import find


@click.command()
@store_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS), case_sensitive=False),
    help="The output format.  [default: by the ending of FILE, else trig]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write; standard output when not given.",
)
@click.option("--provenance", is_flag=True, help="Include the provenance graph, the only one with times in it.")
@click.option(
    "--reference",
    is_flag=True,
    help="Write the reference data instead: all people, offices and who held them, countries, organizations, places, "
    "outlets and treaties known beforehand. Needs no store.",
)
@click.pass_context
def export(
    context: click.Context,
    store: Path,
    format_name: str | None,
    output: Path | None,
    provenance: bool,
    reference: bool,
) -> None:
    """Write the graph: Turtle (ttl), TriG (trig), N-Quads (nq), N-Triples (nt), RDF/XML (rdf) or JSON-LD (jsonld).

    The formats without named graphs hold the triples of all graphs together.
    """
    if format_name is not None:
        form = format_named(format_name)
    else:
        form = format_of(output) if output is not None else FORMATS["trig"]
    if reference:
        if provenance or context.get_parameter_source("store") is click.core.ParameterSource.COMMANDLINE:
            raise CallError("--reference writes the reference data of kcgraph and no store: leave the other option out")
        _write(reference_source(), output, form)
        return
    tell_if_unfinished(find(store))
    with stored(store, with_provenance=provenance) as source:
        _write(source, output, form)


def _write(source: Source, output: Path | None, form: Format) -> None:
    if output is not None:
        export_file(source, output, form)
    else:
        form.write(source, sys.stdout.buffer)
