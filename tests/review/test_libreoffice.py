"""The whole way with LibreOffice itself: export, open, save, import, build, export again.

Needs ``soffice`` (Debian: ``apt-get install libreoffice-calc``); skipped where it is missing.
"""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.review.conftest import edit, read_csv

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
COMMAS = "Text - txt - csv (StarCalc):44,34,76,1"
FILTERS = {
    "a workbook": "xlsx:Calc MS Excel 2007 XML",
    "commas": f"csv:{COMMAS}",
    "semicolons and Windows-1252": "csv:Text - txt - csv (StarCalc):59,34,1,1",
    "tabs, every text in quotation marks": "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true",
}

pytestmark = pytest.mark.skipif(
    not OFFICE, reason="soffice is not installed: apt-get install libreoffice-calc"
)


@pytest.fixture(scope="session")
def profile(tmp_path_factory):
    """A profile of its own, so that nobody's settings count."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def save(profile, tmp_path):
    """Open a sheet in LibreOffice and save it in another format."""

    def saved(sheet, form):
        out = tmp_path / "saved"
        reading = [f"--infilter={COMMAS}"] if sheet.suffix == ".csv" else []
        command = (str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless")
        subprocess.run(
            [*command, *reading, "--convert-to", form, "--outdir", out, sheet],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return out / f"{sheet.stem}.{form.partition(':')[0]}"

    return saved


@pytest.mark.parametrize("form", FILTERS.values(), ids=FILTERS)
def test_what_was_edited_stands_when_libreoffice_has_saved_it(bench, save, form):
    sheet = bench.export()
    edit(
        sheet,
        act_5="concern",
        decision_3="accept",
        decision_4="reject",
        deadline_text_8="innen året er omme",
        deadline_first_8="1.1.2022",
        deadline_last_8="31.12.2022",
        comment_8="Frist på «æøå»",
    )
    done = bench.take(save(sheet, form))
    assert len(done.decided) == 4
    assert bench.graph().count('"Gro Koder"') == 1
    rows = bench.rows()
    assert [row["review"] for row in rows[1:4]] == ["accepted", "rejected", "corrected"]
    assert rows[3]["act"] == "concern"
    assert (rows[6]["deadline_first"], rows[6]["deadline_last"]) == ("2022-01-01", "2022-12-31")
    assert rows[6]["comment"] == "Frist på «æøå»"
    assert sum(row["review"] != "unreviewed" for row in rows) == 4
    assert bench.take(save(bench.export("again.xlsx"), form)).decided == ()


def test_an_exported_csv_comes_through_libreoffice_as_it_was(bench, save):
    sheet = bench.export("sheet.csv")
    before = read_csv(sheet)
    workbook = save(sheet, "xlsx:Calc MS Excel 2007 XML")
    assert bench.take(workbook).decided == ()
    assert bench.rows() == before
