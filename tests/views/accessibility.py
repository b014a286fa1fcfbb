"""What axe-core finds wrong with a page."""

from pathlib import Path

AXE = Path(__file__).parents[1] / "axe-core-4.14.1" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def violations(page):
    """One line for each violation of WCAG 2.1 A and AA, and of axe's best practice."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "standard => axe.run({runOnly: standard, resultTypes: ['violations']})", STANDARD
    )
    return [
        f"{one['id']}: {node['html'][:120]} ({node['failureSummary'][:300]})"
        for one in found["violations"]
        for node in one["nodes"]
    ]
