"""Help: quick, complete, and the same in the documentation."""

import re
import subprocess
import sys

import pytest

from standpunkt import __version__
from standpunkt.resources import root

COMMANDS = (
    *("build", "read", "resolve", "evaluate", "query", "view", "export", "check", "serve"),
    *("tour", "demo", "review"),
)
VERBS = (
    *(name for name in COMMANDS if name != "review"),
    *("review export", "review import", "review agreement"),
)
HEAVY = {
    "jinja2",
    "networkx",
    "openpyxl",
    "pyoxigraph",
    "pyvis",
    "rapidfuzz",
    "rdflib",
    "rich",
    "starlette",
}
PAGE = root() / "docs" / "cli.md"


def helped(run, verb):
    """The help of a command; of the whole program without a verb."""
    done = run(*verb.split(), "--help")
    assert (done.code, done.err) == (0, "")
    return done.out


def test_the_program_alone_tells_what_it_can(run):
    done = run()
    assert done.code == 0
    assert done.out == helped(run, "")


def test_every_command_is_listed_with_a_whole_sentence(run):
    listed = re.findall(r"^  (\w+) +(\S.*)$", helped(run, "").partition("Commands:")[2], re.M)
    assert [name for name, _ in listed] == list(COMMANDS)
    assert all(told.endswith(".") and not told.endswith("..") for _, told in listed)


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_says_what_it_does(run, verb):
    options = helped(run, verb).partition("Options:")[2]
    for flag in re.findall(r"^  -.*?(?=^  -|\Z)", options, re.M | re.S):
        assert re.search(r"\s{2,}\S.*\s\S.*[.\])]\s*\Z", flag, re.S), flag


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_documentation_has_the_help_as_it_is(run, verb, request):
    title, text = (f"standpunkt {verb}".strip(), helped(run, verb))
    section = re.compile(rf"(?<=^```text\n\$ {title} --help\n).*?(?=^```$)", re.M | re.S)
    page = PAGE.read_text(encoding="utf-8")
    assert section.search(page), f"{PAGE}: no block for '{title} --help'"
    if request.config.getoption("--update-docs"):
        page = section.sub(lambda _: text, page, count=1)
        PAGE.write_text(page, encoding="utf-8")
    found = section.search(page)
    assert found
    assert found[0] == text, "write it anew with: pytest tests/cli --update-docs"


def test_help_loads_nothing_heavy():
    program = (
        "import sys; from standpunkt.cli import main; main(['--help']);"
        "print(*sorted(m.partition('.')[0] for m in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert b"Usage: standpunkt" in done.stdout
    assert not HEAVY & set(done.stderr.decode().split())


def test_the_version_is_told(run):
    assert run("--version").out == f"standpunkt {__version__}\n"
