"""`dev.py bench`: the figures of the design, each with its reference from the same run."""

from __future__ import annotations

import argparse
import compileall
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import fieldkit
from tests.bench.figures import Figure, read, show, write
from tests.bench.first_load import first_load_figures
from tests.bench.fleet import fleet_figures
from tests.bench.laptop import import_figures, register_figures, search_figures, start_figures
from tests.bench.lines import cut_line_figures, thin_line_figures
from tests.bench.million import million_figures
from tests.bench.notices import notices_figures
from tests.bench.packed import benches_of
from tests.bench.pages import page_figures
from tests.bench.statuses import status_figures
from tests.bench.sync_stall import sync_stall_figures
from tests.bench.syncing import sync_figures
from tests.bench.web import web_figures
from tests.bench.window import keystroke_figures, stall_figures, theme_figures

BENCHES: dict[str, Callable[[Path], list[Figure]]] = {
    "start": start_figures,
    "search": search_figures,
    "register": register_figures,
    "import": import_figures,
    "keystroke": keystroke_figures,
    "1.4 million": million_figures,
    "page": page_figures,
    "stall": stall_figures,
    "statuses": status_figures,
    "stall syncing": sync_stall_figures,
    "theme": theme_figures,
    "push and pull": sync_figures,
    "first-load": first_load_figures,
    "fleet": fleet_figures,
    "thin-line": thin_line_figures,
    "cut-line": cut_line_figures,
    "notices": notices_figures,
    "web": web_figures,
}


def main() -> int:
    """Run all benches, or those named; each of several in a process of its own, whatever becomes of the others."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("only", nargs="*", help=f"names of benches, all when left out: {', '.join(BENCHES)}")
    parser.add_argument("--program", type=Path, help="measure a packed program by itself: start, page, 1.4 million")
    options = parser.parse_args()
    benches = BENCHES if options.program is None else benches_of(options.program)
    if unknown := [name for name in options.only if name not in benches]:
        parser.error(f"no such bench: {', '.join(unknown)}. There are: {', '.join(benches)}")
    chosen = [name for name in benches if not options.only or name in options.only]
    if len(chosen) > 1:
        found, failed = each_apart(chosen, options.program)
    else:
        found, failed = here(chosen[0], benches[chosen[0]]), []
    show(found)
    if options.json:
        write(found, options.json)
    if failed:
        print(f"Not measured, for what stands above: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def here(name: str, bench: Callable[[Path], list[Figure]]) -> list[Figure]:
    """The figures of one bench."""
    # As on an installed laptop: what is imported late is not compiled first.
    compileall.compile_dir(str(Path(fieldkit.__file__).parent), quiet=2)
    print(f"{name} ...", flush=True)
    with tempfile.TemporaryDirectory(prefix="fieldkit-bench-") as folder:
        return bench(Path(folder))


def each_apart(names: Sequence[str], program: Path | None) -> tuple[list[Figure], list[str]]:
    """The figures of some benches, and the names of those that came to no figure.

    None is measured with what another left in memory, and one that fails takes no other with it.
    """
    found: list[Figure] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="fieldkit-bench-") as folder:
        for name in names:
            told = Path(folder) / "figures.json"
            of_program = [] if program is None else ["--program", str(program)]
            command = [sys.executable, "-m", "tests.bench", name, "--json", str(told), *of_program]
            if subprocess.run(command, check=False).returncode:
                failed.append(name)
            else:
                found += read(told)
    return found, failed


if __name__ == "__main__":
    sys.exit(main())
