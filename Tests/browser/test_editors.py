"""The JSON Schemas that editors check settings and front matter by, held against what the command itself finds."""

import json
import os
import pathlib
import re
import subprocess

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from conftest import ROOT

HANDBOOK = pathlib.Path(os.environ.get("HANDBOOK", ROOT / ".build/debug/handbook")).resolve()

# The kinds of pages, by the folder that says so.
FOLDERS = {
    "roles": "role",
    "relations": "relation",
    "raci": "matrix",
    "activities": "activity",
    "lifecycle": "stage",
    "teams": "team",
    "sources": "source",
}
NAMES = ["settings", *FOLDERS.values(), "page"]


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2. PyYAML's own is that of 1.1, which makes a date of 2026-01-31,
    a truth value of `off`, and the number 7 of 007."""

    yaml_implicit_resolvers = {}

    def number(self, node):
        text = self.construct_scalar(node)
        return int(text, {"0x": 16, "0o": 8}.get(text[:2], 10))


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$"), list("-+0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789")
)
Core.add_constructor("tag:yaml.org,2002:int", Core.number)


def run(*words, folder):
    return subprocess.run([HANDBOOK, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The schemas as files."""
    folder = tmp_path_factory.mktemp("schemas") / "made"
    written = run("schema", "--output", folder, folder=ROOT)
    assert (written.returncode, written.stdout) == (0, f"{folder}: {len(NAMES)} files\n"), written.stderr
    assert sorted(file.name for file in folder.iterdir()) == sorted(name + ".json" for name in NAMES)
    return folder


@pytest.fixture(scope="module")
def validators(folder):
    schemas = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    return {name: Draft202012Validator(schema) for name, schema in schemas.items()}


def document(text, name):
    """What is written by hand in a file: all of the settings, and the front matter of a page; `None` where a page has none."""
    if name != "settings":
        lines = text.splitlines()
        if not lines or lines[0] != "---":
            return None
        text = "\n".join(lines[1 : lines.index("---", 1)])
    found = yaml.load(text, Core)
    return {} if found is None else found


def name_of(path):
    """The name of the schema for a file of a project, by its path."""
    if path.as_posix() == "handbook.yml":
        return "settings"
    parts = [part for part in path.parts[1:] if part != "private"]
    return "page" if len(parts) < 2 or parts[-1] == "index.md" else FOLDERS.get(parts[0], "page")


def documents(project):
    """Every document of a project, with its path and the name of its schema."""
    for file in sorted([project / "handbook.yml", *project.glob("content/**/*.md")]):
        path = file.relative_to(project)
        text = file.read_text(encoding="utf-8")
        name = name_of(path)
        found = document(text, name)
        if found is not None:
            yield path, found.get("kind", name) if name != "settings" else name, found


# MARK: the schemas themselves


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_says_what_it_is(name, validators):
    schema = validators[name].schema
    assert schema["$id"] == f"urn:handbook:schema:{name}"
    assert schema["title"] and schema["description"].endswith(".")
    for key, value in schema["properties"].items():
        assert value["description"].endswith("."), key


def test_editors_that_know_an_older_draft_read_the_same(validators):
    """No keyword means something in 2020-12 alone."""

    def keywords(schema):
        for key, value in schema.items() if isinstance(schema, dict) else ():
            yield key
            inner = value.values() if key == "properties" else value if key == "oneOf" else [value]
            for part in inner:
                yield from keywords(part)

    newer = {"$defs", "$ref", "unevaluatedProperties", "unevaluatedItems", "dependentRequired", "dependentSchemas", "prefixItems", "$anchor"}
    for validator in validators.values():
        assert not newer & set(keywords(validator.schema))


# MARK: what is written is accepted


@pytest.mark.parametrize("project", ["", "Tests/Fixtures/station", "Sources/Theme/Starters/minimal"])
def test_every_page_of_a_handbook_is_accepted(project, validators):
    found = list(documents(ROOT / project))
    assert len(found) > 7
    for path, name, content in found:
        error = best_match(validators[name].iter_errors(content))
        assert error is None, f"{path}: {error and error.json_path}: {error and error.message}"


@pytest.mark.parametrize("starter", ["minimal", "ai-team"])
def test_a_new_project_names_the_schemas_of_what_it_adds(starter, folder, validators, tmp_path):
    assert run("init", "p", "--starter", starter, folder=tmp_path).returncode == 0
    project = tmp_path / "p"
    for file in folder.iterdir():
        assert (project / ".handbook/schema" / file.name).read_bytes() == file.read_bytes()
    added = [project / "handbook.yml"]
    # One kind is enough where there is much to read.
    pages = [["role", "Data Steward"], ["role", "Night Watch"]]
    if starter == "minimal":
        pages += [["relation", "Data Steward", "Night Watch"], *([kind, "A new one"] for kind in NAMES[3:])]
    for words in pages:
        made = run("new", *words, folder=project)
        assert made.returncode == 0, made.stderr
        added.append(project / made.stdout.strip())
    for file in added:
        path = file.relative_to(project)
        text = file.read_text(encoding="utf-8")
        way = re.search(r"^(?:---\n)?# yaml-language-server: \$schema=(\S+)\n", text).group(1)
        schema = (file.parent / way).resolve()
        assert schema == (project / ".handbook/schema" / f"{name_of(path)}.json").resolve()
        error = best_match(validators[name_of(path)].iter_errors(document(text, name_of(path))))
        assert error is None, f"{path}: {error and error.message}"
    assert run("check", folder=project).returncode == 0


# MARK: what the command refuses is refused, and what it takes is taken

SMALL = {
    "handbook.yml": "title: Small\ngroups:\n  - {id: making, title: Making}\neras:\n  - {id: now, title: Now}\n",
    "content/index.md": "---\ntitle: Start\n---\n",
    "content/roles/maker.md": "---\ntitle: Maker\nsummary: Makes it.\ngroup: making\n---\n",
    "content/roles/keeper.md": "---\ntitle: Keeper\nsummary: Keeps it.\ngroup: making\n---\n",
    "content/relations/maker-keeper.md": "---\nbetween: [maker, keeper]\nbasis: stated\n---\n",
    "content/raci/work.md": "---\ntitle: Work\nscheme: raci\n---\n| Task | Maker | Keeper |\n|---|---|---|\n| Make it | A | R |\n",
    "content/activities/make-it.md": "---\ntitle: Make it\npositions:\n  - source: book\n    responsible: [maker]\n---\n",
    "content/lifecycle/idea.md": "---\ntitle: Idea\ndrives: [maker]\n---\n",
    "content/teams/pilot.md": "---\ntitle: Pilot\nera: now\ncast: [maker, {role: keeper, note: part-time}]\n---\n",
    "content/sources/book.md": "---\ntitle: Book\nurl: https://example.org/book\nretrieved: 2026-01-31\n---\n",
}
SHORT = {name_of(pathlib.PurePath(path)): path for path in SMALL if path != "content/roles/keeper.md"}


def settings(text):
    return ("settings", "title: Small", "title: Small\n" + text)


def added(name, text):
    title = re.search("title: .*|basis: .*", SMALL[SHORT[name]]).group()
    return (name, title, f"{title}\n{text}")


# What is wrong: the file, its text and what comes in its place; the rule that the command finds broken; where the schema does.
FAULTY = {
    # Any page
    "an unknown key": (*added("role", "kpi: [Speed]"), "unknown-key", "$"),
    "an unknown key of a plain page": (*added("page", "group: making"), "unknown-key", "$"),
    "a key of another kind": (*added("stage", "cast: [maker]"), "unknown-key", "$"),
    "an unknown key beside an empty list of private ones": (*added("role", "private: []\nnote: x"), "unknown-key", "$"),
    "a list for a text": ("role", "summary: Makes it.", "summary: [Makes it]", "wrong-type", "$.summary"),
    "keys for a title": ("page", "title: Start", "title: {a: b}", "wrong-type", "$.title"),
    "an order in words": (*added("role", "order: first"), "wrong-type", "$.order"),
    "an order with a fraction": (*added("stage", "order: 1.5"), "wrong-type", "$.order"),
    "an order in quotes": (*added("team", 'order: "1"'), "wrong-type", "$.order"),
    "one source that is no list": (*added("matrix", "sources: book"), "wrong-type", "$.sources"),
    "a list in a list": (*added("role", "kpis: [[Speed]]"), "wrong-type", "$.kpis[0]"),
    "an empty entry": (*added("role", "aliases: [Smith, ]\nkpis:\n  -\n  - Speed"), "wrong-type", "$.kpis[0]"),
    "a truth in other words": (*added("page", "mentions: maybe"), "wrong-type", "$.mentions"),
    "a truth as a number": (*added("page", "mentions: 1"), "wrong-type", "$.mentions"),
    "a day that is not": (*added("role", "updated: 2026-02-30"), "wrong-type", "$.updated"),
    "a day of a leap year that is none": (*added("role", "updated: 2026-02-29"), "wrong-type", "$.updated"),
    "a day the other way round": (*added("role", "updated: 31-01-2026"), "wrong-type", "$.updated"),
    "a year alone": (*added("source", "published: 2026"), "wrong-type", "$.published"),
    "a time": ("source", "2026-01-31", "2026-01-31 12:00", "wrong-type", "$.retrieved"),
    "an unknown kind": (*added("page", "kind: rolle"), "wrong-type", "$.kind"),
    "a slug with a blank": (*added("role", "slug: The Maker"), "invalid-slug", "$.slug"),
    "a slug that is a path": (*added("page", "slug: a/b"), "invalid-slug", "$.slug"),
    "a slug below zero": (*added("page", "slug: -1"), "invalid-slug", "$.slug"),
    "an old address of another site": (*added("role", 'redirect_from: ["https://example.org/a/"]'), "invalid-redirect", "$.redirect_from[0]"),
    "an old address with an anchor": (*added("role", 'redirect_from: ["/roles/a/#b"]'), "invalid-redirect", "$.redirect_from[0]"),
    "an old address out of the site": (*added("role", "redirect_from: [../a/]"), "invalid-redirect", "$.redirect_from[0]"),
    "an old address of a file": (*added("role", "redirect_from: [roles/a.md]"), "invalid-redirect", "$.redirect_from[0]"),
    "the home page as an old address": (*added("role", "redirect_from: [/]"), "invalid-redirect", "$.redirect_from[0]"),
    "a private title": (*added("role", "private: [title]"), "invalid-private", "$.private[0]"),
    "a private key that is no list": (*added("role", "private: group"), "wrong-type", "$.private"),
    "an exemption without a reason": (*added("role", "exempt:\n  - rule: no-kpi"), "missing-key", "$.exempt[0]"),
    "an exemption with a blank reason": (*added("role", 'exempt:\n  - {rule: no-kpi, reason: " "}'), "invalid-exemption", "$.exempt[0].reason"),
    "an exemption from no rule": (*added("role", "exempt:\n  - {rule: no-kpis, reason: None.}"), "invalid-exemption", "$.exempt[0].rule"),
    "an exemption for a row of no matrix": (*added("role", "exempt:\n  - {rule: no-kpi, row: A, reason: B.}"), "unknown-key", "$.exempt[0]"),
    # Each kind
    "a role that is perhaps accountable": (*added("role", "never_accountable: perhaps"), "wrong-type", "$.never_accountable"),
    "a relation of nobody": ("relation", "between: [maker, keeper]\n", "", "missing-key", "$"),
    "a relation of nothing": ("relation", "between: [maker, keeper]", "between:", "missing-key", "$.between"),
    "a relation of one": ("relation", "[maker, keeper]", "[maker]", "invalid-relation", "$.between"),
    "a relation of three": ("relation", "[maker, keeper]", "[maker, keeper, maker]", "invalid-relation", "$.between"),
    "a relation in one text": ("relation", "[maker, keeper]", "maker", "wrong-type", "$.between"),
    "a private relation": (*added("relation", "private: [between]"), "invalid-private", "$.private[0]"),
    "a guessed relation": ("relation", "stated", "guessed", "wrong-type", "$.basis"),
    "a relation drawn up": ("relation", "stated", "derived", "wrong-type", "$.basis"),
    "an unknown scheme": ("matrix", "scheme: raci", "scheme: RACI", "wrong-type", "$.scheme"),
    "an exemption for what a matrix is not about": (
        *added("matrix", "exempt:\n  - {rule: no-accountable, about: A, reason: B.}"),
        "unknown-key",
        "$.exempt[0]",
    ),
    "a position of no source": ("activity", "source: book\n    ", "", "missing-key", "$.positions[0]"),
    "a position with an unknown part": ("activity", "responsible:", "owns:", "unknown-key", "$.positions[0]"),
    "a position that is a text": ("activity", "source: book\n    responsible: [maker]", "book", "wrong-type", "$.positions[0]"),
    "an approval in words": (*added("activity", "approval: sometimes"), "wrong-type", "$.approval"),
    "one who drives": ("stage", "[maker]", "maker", "wrong-type", "$.drives"),
    "a place on a team without a role": ("team", "role: keeper, ", "", "missing-key", "$.cast[1]"),
    "a place on a team that is a list": ("team", "[maker, {", "[[maker], {", "wrong-type", "$.cast[0]"),
    "a place on a team with an unknown key": ("team", "note:", "notes:", "unknown-key", "$.cast[1]"),
    "one person with one role": (*added("team", "same_person:\n  - roles: [maker]"), "invalid-person", "$.same_person[0].roles"),
    "a source at no address": ("source", "https://example.org/book", "example.org", "invalid-url", "$.url"),
    "a source at an address that is a number": ("source", "https://example.org/book", "7", "invalid-url", "$.url"),
    # The settings
    "an unknown setting": (*settings("colour: blue"), "unknown-key", "$"),
    "settings with a list for a title": ("settings", "title: Small", "title: [Small]", "wrong-type", "$.title"),
    "an address without its beginning": (*settings("base_url: example.org"), "invalid-url", "$.base_url"),
    "an address with a question": (*settings("base_url: https://example.org/?a"), "invalid-url", "$.base_url"),
    "an address for edits without a path": (*settings("edit_url: https://example.org/edit/"), "invalid-url", "$.edit_url"),
    "a language in words": (*settings("language: Plain English"), "invalid-language", "$.language"),
    "a group without a title": ("settings", ", title: Making", "", "missing-key", "$.groups[0]"),
    "an unknown section": (*settings("sections: {skils: [Can]}"), "unknown-key", "$.sections"),
    "one heading that is no list": (*settings("sections: {skills: Can}"), "wrong-type", "$.sections.skills"),
    "an unknown meaning of headings": (*settings("matrices: {total: [Summe]}"), "unknown-key", "$.matrices"),
    "an unknown rule": (*settings("rules: {no-kpis: off}"), "unknown-rule", "$.rules"),
    "a rule that nothing sets": (*settings("rules: {dead-link: off}"), "unknown-rule", "$.rules"),
    "an unknown weight": (*settings("rules: {no-kpi: fatal}"), "wrong-type", "$.rules"),
    "a rule without a weight": (*settings("rules: {no-kpi: }"), "wrong-type", "$.rules"),
    "a limit that a rule does not have": (*settings("rules: {no-kpi: {limit: 3}}"), "unknown-key", "$.rules"),
    "a share of more than all": (*settings("rules: {many-informed: {share: 101}}"), "wrong-type", "$.rules"),
    "synonyms in one list": (*settings("synonyms: [ETL]"), "wrong-type", "$.synonyms[0]"),
    "changes in other words": (*settings("changes: of"), "wrong-type", "$.changes"),
    "no changes at all": (*settings("changes: {entries: 0}"), "wrong-type", "$.changes"),
    "a print that is true": (*settings("print: true"), "wrong-type", "$.print"),
    "an unknown word of the theme": (*settings("strings: {skp: A}"), "unknown-string", "$.strings"),
    "a word of the theme that is a list": (*settings("strings: {skip: [A]}"), "wrong-type", "$.strings.skip"),
    "a word of the theme that is empty": (*settings("strings: {skip: }"), "wrong-type", "$.strings.skip"),
    "raw HTML in other words": (*settings("markdown: {html: some}"), "wrong-type", "$.markdown.html"),
    "an accent in words": (*settings("theme: {accent: green}"), "invalid-accent", "$.theme.accent"),
    "an accent that is a comment": (*settings("theme:\n  accent: #0b6e4f"), "invalid-accent", "$.theme.accent"),
    "an accent behind the last": (*settings("theme: {accent: 361}"), "invalid-accent", "$.theme.accent"),
    "a link of the header to nowhere": (*settings("theme: {links: [{title: A}]}"), "missing-key", "$.theme.links[0]"),
    "a search that is true": (*settings("search: true"), "wrong-type", "$.search"),
}

# What is unusual and right.
UNUSUAL = {
    "a title that is a number": ("role", "title: Maker", "title: 007"),
    "a title that is a truth": ("page", "title: Start", "title: true"),
    "a title that is a day": ("page", "title: Start", "title: 2026-01-31"),
    "texts that are numbers": added("role", "kpis: [99.9, 3, no]"),
    "keys without a value": added("role", "short:\naliases:\nkpis: ~\norder:\nmentions:\nupdated:\nexempt:"),
    "a place before all": added("role", "order: -3"),
    "truth in other words": added("page", "mentions: No"),
    "truth in capitals": added("page", "mentions: TRUE"),
    "truth in quotes": added("page", 'mentions: "true"'),
    "a leap day in quotes": added("source", 'published: "2024-02-29"'),
    "a kind that the folder says": added("role", "kind: role"),
    "a slug that is a number": added("page", "slug: 2026"),
    "a slug in another alphabet": added("role", "slug: ärztin_2.a"),
    "a blank slug": added("page", 'slug: " "'),
    "old addresses": added("role", "redirect_from: [/roles/smith/, old.html, wer/anna, 2026]"),
    "a note that is private": added("role", "private: [note]\nnote: {anything: [goes, {here: 1}]}"),
    "a key that is private": added("role", "private: [group]"),
    "an exemption": added("matrix", "exempt:\n  - {rule: card-silent, reason: 7}"),
    "a team in two ways": ("team", "[maker, {", "[{role: maker, optional: yes}, {"),
    "parts that are empty": ("activity", "responsible: [maker]", "responsible: [maker]\n    consulted: []\n    informed:"),
    "a relation without a basis": ("relation", "basis: stated", "basis:"),
    "addresses": settings("base_url: HTTPS://example.org\nedit_url: https://example.org/edit?file={path}"),
    "an address with blanks around it": settings('base_url: " https://example.org/a "'),
    "a blank address": settings('base_url: ""'),
    "a language of two parts": settings("language: de-AT"),
    "rules in both ways": settings("rules:\n  no-kpi: off\n  oversized: {severity: note, limit: 12, rows: 30}\n  many-informed: {share: 0}"),
    "no changes": settings("changes: off"),
    "no changes, as truth": settings("changes: false"),
    "few changes": settings("changes: {show: on, entries: 1}"),
    "words of the theme": settings("strings: {skip: 7, home: true}"),
    "headings": settings("sections: {skills: [Can, 7], knowledge: }\nmatrices: {totals: [Summe]}"),
    "a hue": settings("theme: {accent: 359.5}"),
    "a hue in quotes": settings('theme: {accent: "0"}'),
    "a short colour": settings("theme: {accent: '#fc0'}"),
    "words that are on and off": settings("print: on\ntwins: off\nsearch: off\nmentions: off\nmarkdown: {html: off}"),
    "nothing": ("settings", "title: Now}", "title: Now, summary: }\nsides: []\ntheme:\nrules: {}\nstrings:"),
}


def changed(change, tmp_path):
    """The small project with a change, on the disk; the document that is changed, before and after; its path and name."""
    name, old, new = change
    path = SHORT[name]
    assert SMALL[path].count(old) == 1, f"{old!r} is not once in {path}"
    texts = {**SMALL, path: SMALL[path].replace(old, new)}
    for file, text in texts.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return path, name, document(SMALL[path], name), document(texts[path], name)


def found(tmp_path):
    report = json.loads(run("check", "--format", "json", folder=tmp_path).stdout)
    return [(finding["id"], finding.get("path")) for finding in report["findings"] if finding["severity"] != "note"]


def test_the_small_project_is_right(validators, tmp_path):
    changed(added("role", ""), tmp_path)
    assert not {rule for rule, _ in found(tmp_path)} & {fault[3] for fault in FAULTY.values()}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_fault_is_found_by_the_command_and_by_the_schema(fault, validators, tmp_path):
    *change, rule, place = FAULTY[fault]
    path, name, before, after = changed(change, tmp_path)
    assert (rule, path) in found(tmp_path)
    assert validators[name].is_valid(before)
    places = [error.json_path for error in validators[name].iter_errors(after)]
    assert places and all(where == place or where.startswith((place + ".", place + "[")) for where in places), places


@pytest.mark.parametrize("change", UNUSUAL)
def test_what_is_unusual_is_taken_by_the_command_and_by_the_schema(change, validators, tmp_path):
    path, name, _, after = changed(UNUSUAL[change], tmp_path)
    rules = {fault[3] for fault in FAULTY.values()}
    assert not [finding for finding in found(tmp_path) if finding[0] in rules]
    error = best_match(validators[name].iter_errors(after))
    assert error is None, f"{error and error.json_path}: {error and error.message}"
