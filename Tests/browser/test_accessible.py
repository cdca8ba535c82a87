"""Every kind of page against axe-core's rules, in both schemes and at two widths."""

import importlib.resources
import re

import pytest

from conftest import SITES

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def kinds():
    """For each site and each template the page with the most text: what a rule finds on a kind of page, it finds there."""
    found = {}
    for name, site in SITES.items():
        for path in sorted(site.rglob("*.html")):
            template = re.search(r'<body class="page-([\w-]+)', path.read_text(encoding="utf-8"))
            if template is None:
                continue
            key = (name, template[1])
            if key not in found or path.stat().st_size > found[key].stat().st_size:
                found[key] = path
    return [pytest.param(path, id=f"{name}-{template}") for (name, template), path in sorted(found.items())]


@pytest.mark.parametrize("path", kinds())
def test_axe_finds_nothing(open_page, path):
    # The page for print holds all others again, so looking at it takes as long as at all of them: once is enough.
    is_large = path.parent.name == "print"
    for width in (1280,) if is_large else (1280, 390):
        for scheme in ("light",) if is_large else ("light", "dark"):
            page = open_page(path.resolve().as_uri(), width=width, color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(AXE)
            found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
            assert found["passes"], "axe-core ran no rule"
            told = [
                f"{each['id']}: {each['help']}: " + "; ".join(node["html"][:160] for node in each["nodes"][:3])
                for each in found["violations"]
            ]
            assert told == [], f"at {width} pixels, {scheme}"
            page.context.close()
