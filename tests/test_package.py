"""The wheel by itself: installed in an environment of its own, outside the checkout.

The dependencies are lent by the environment that runs the tests, named in a ``.pth`` file, so
that nothing is fetched; ``.pth`` files do not chain, so the editable install does not come along.
"""

import subprocess
import sys
import sysconfig
import venv
import zipfile

import pytest

from standpunkt import __version__
from standpunkt.resources import FOLDERS, root

LENT = sysconfig.get_path("purelib")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    subprocess.run([*pip, "wheel", *options, "--wheel-dir", folder, root()], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(tmp_path_factory, wheel):
    """The commands of an environment that has the wheel, and an empty folder to work in."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    commands = folder / "venv" / "bin"
    options = ("--no-deps", "--no-index", "--quiet", "--no-compile")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    subprocess.run([*pip, "--python", commands / "python", "install", *options, wheel], check=True)
    packages = next((folder / "venv" / "lib").glob("python*/site-packages"))
    (packages / "lent.pth").write_text(LENT + "\n", encoding="utf-8")
    (folder / "work").mkdir()
    return commands, folder / "work"


@pytest.fixture
def run(installed):
    """Run a command of the environment, which succeeds; give its stdout."""
    commands, work = installed

    def ran(command, *arguments):
        done = subprocess.run(
            [commands / command, *arguments],
            cwd=work,
            env={"PATH": str(commands), "LANG": "C.UTF-8"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    return ran


def test_the_wheel_holds_the_folders_of_data_and_the_licence(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for folder in FOLDERS:
        inside = {
            f"standpunkt/resources/{p.relative_to(root()).as_posix()}" for p in _files(folder)
        }
        assert inside
        assert inside <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "standpunkt/py.typed" in names
    assert not [name for name in names if name.startswith("tests") or "__pycache__" in name]


def _files(folder):
    paths = (root() / folder).rglob("*")
    return [path for path in paths if path.is_file() and not path.name.startswith(".")]


def test_the_package_is_that_of_the_wheel(run, installed):
    program = "import standpunkt, standpunkt.resources as r; print(standpunkt.__file__, r.root())"
    for path in run("python", "-c", program).split():
        assert path.startswith(str(installed[0].parent))
    assert run("standpunkt", "--version") == f"standpunkt {__version__}\n"


def test_it_builds_asks_draws_and_checks(run, installed):
    run("standpunkt", "build")
    assert (installed[1] / ".standpunkt" / "current").exists()
    rows = run("standpunkt", "query", "positions", "--format", "csv").splitlines()
    assert len(rows) > 10
    assert any(row.startswith("KS,for,") for row in rows)
    assert "Ole Gustav Narud" in run("standpunkt", "query", "chairs")
    assert run("standpunkt", "view", "meeting").startswith("<!doctype html>")
    assert "statements (100 %)" in run("standpunkt", "check", "--shapes")


def test_it_keeps_no_decisions_in_itself(run, installed):
    commands, work = installed
    run("standpunkt", "review", "export", "-o", "sheet.xlsx")
    call = (commands / "standpunkt", "review", "import", "sheet.xlsx", "--reviewer", "Gro")
    environment = {"PATH": str(commands), "LANG": "C.UTF-8"}
    done = subprocess.run(call, cwd=work, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"name a folder of yours with --decisions" in done.stderr
    run("standpunkt", *map(str, call[1:]), "--decisions", "mine")


def test_it_runs_as_a_module(run):
    assert run("python", "-m", "standpunkt", "--version") == f"standpunkt {__version__}\n"
