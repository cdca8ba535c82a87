"""handbook.json and the files of roles against their JSON Schema, with a validator that knows draft 2020-12."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from conftest import SITES


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def validator():
    schema = read(SITES["default"] / "handbook.schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def handbook():
    return read(SITES["default"] / "handbook.json")


@pytest.fixture(scope="module")
def parts():
    """The file of a role, and that of a matrix."""
    return {"role": read(SITES["default"] / "roles/ml-engineer/index.json"), "matrix": read(SITES["default"] / "raci/core-tasks/index.json")}


@pytest.mark.parametrize("name", SITES)
def test_every_file_of_both_handbooks_is_accepted(name, validator):
    files = [SITES[name] / "handbook.json", *sorted(SITES[name].glob("r*/*/index.json"))]
    assert len(files) > 10
    for file in files:
        error = best_match(validator.iter_errors(read(file)))
        assert error is None, f"{file}: {error and error.json_path}: {error and error.message}"


def test_both_handbooks_have_the_same_schema():
    texts = {(folder / "handbook.schema.json").read_bytes() for folder in SITES.values()}
    assert len(texts) == 1


def test_every_definition_and_key_is_described(validator):
    for name, definition in validator.schema["$defs"].items():
        assert definition["description"].endswith("."), name
        for key, value in definition["properties"].items():
            assert value["description"].endswith("."), f"{name}.{key}"


def put(*path):
    """A change of a document: the last word becomes what the keys and places before it lead to."""
    *way, key, value = path

    def change(document):
        for step in way:
            document = document[step]
        document[key] = value

    return change


def drop(*path):
    *way, key = path

    def change(document):
        for step in way:
            document = document[step]
        del document[key]

    return change


def first(document, name, has):
    return next(place for place, entry in enumerate(document[name]) if entry.get(has))


def with_first(name, has, *path):
    """As `put`, in the first entry of a list that has something at a key."""
    return lambda document: put(name, first(document, name, has), *path)(document)


# What is wrong, and where the validator has to find it.
FAULTY = {
    "no version": (drop("version"), "$"),
    "a version of another time": (put("version", 2), "$.version"),
    "an unknown format": (put("format", "handbuch"), "$.format"),
    "an unknown key": (put("authors", []), "$"),
    "no roles": (drop("roles"), "$"),
    "roles by name": (put("roles", {}), "$.roles"),
    "a role without a slug": (drop("roles", 0, "slug"), "$.roles[0]"),
    "a slug with a blank": (put("roles", 0, "slug", "data engineer"), "$.roles[0].slug"),
    "a slug that is a path": (put("roles", 0, "slug", "data/engineer"), "$.roles[0].slug"),
    "an id of an unknown kind": (put("roles", 0, "id", "person:anna"), "$.roles[0].id"),
    "a role without its text": (drop("roles", 0, "body"), "$.roles[0]"),
    "an empty address": (put("roles", 0, "address", ""), "$.roles[0].address"),
    "a fact that is plain text": (put("roles", 0, "kpis", ["Latency"]), "$.roles[0].kpis[0]"),
    "an unknown key of front matter": (put("roles", 0, "frontMatter", "salary", "high"), "$.roles[0].frontMatter"),
    "front matter of the wrong type": (put("roles", 0, "frontMatter", "order", "1"), "$.roles[0].frontMatter.order"),
    "a file outside of the project": (put("roles", 0, "place", "path", "../secret.md"), "$.roles[0].place.path"),
    "a whole path": (put("roles", 0, "place", "path", "/etc/passwd"), "$.roles[0].place.path"),
    "a line before the first": (put("roles", 0, "place", "line", 0), "$.roles[0].place.line"),
    "a relation of one role": (put("relations", 0, "between", ["ml-engineer"]), "$.relations[0].between"),
    "a relation of a role with itself": (put("relations", 0, "between", ["a", "a"]), "$.relations[0].between"),
    "a relation that is guessed": (put("relations", 0, "basis", "guessed"), "$.relations[0].basis"),
    "an unknown scheme": (put("matrices", 0, "scheme", "abc"), "$.matrices[0].scheme"),
    "an unknown letter": (
        put("matrices", 0, "tables", 0, "rows", 0, "cells", 0, "letters", ["X"]),
        "$.matrices[0].tables[0].rows[0].cells[0].letters[0]",
    ),
    "a letter twice": (
        put("matrices", 0, "tables", 0, "rows", 0, "cells", 0, "letters", ["A", "A"]),
        "$.matrices[0].tables[0].rows[0].cells[0].letters",
    ),
    "a row without a task": (drop("matrices", 0, "tables", 0, "rows", 0, "task"), "$.matrices[0].tables[0].rows[0]"),
    "an unknown part": (with_first("activities", "positions", "positions", 0, "parts", {"owns": ["ml-engineer"]}), "$.activities["),
    "an unknown verdict": (put("activities", 0, "verdict", "unsure"), "$.activities[0].verdict"),
    "a place on a team that is perhaps optional": (put("teams", 0, "cast", 0, "optional", "perhaps"), "$.teams[0].cast[0].optional"),
    "a skill that nobody has": (put("skills", 0, "holders", []), "$.skills[0].holders"),
    "a source without a number": (put("sources", 0, "number", 0), "$.sources[0].number"),
    "a day in words": (put("sources", 0, "retrieved", "31.01.2026"), "$.sources[0].retrieved"),
    "a question without an answer": (with_first("guides", "questions", "questions", "questions", 0, "answers", []), "$.guides["),
    "a finding of an unknown weight": (put("findings", 0, "severity", "fatal"), "$.findings[0].severity"),
    "a finding that says nothing": (drop("findings", 0, "message"), "$.findings[0]"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_faulty_handbook_is_refused_for_its_fault(fault, validator, handbook):
    change, place = FAULTY[fault]
    document = copy.deepcopy(handbook)
    change(document)
    found = [error.json_path for error in validator.iter_errors(document)]
    assert found and all(path.startswith(place) for path in found), found


FAULTY_PARTS = {
    "no role": ("role", drop("role"), "$"),
    "another root": ("role", put("root", "../"), "$.root"),
    "a key of the whole handbook": ("role", put("matrices", []), "$"),
    "a relation without a basis": ("role", put("relations", [{"between": ["a", "b"]}]), "$.relations[0]"),
    "a matrix without tables": ("matrix", drop("matrix", "tables"), "$.matrix"),
    "a role where the matrix is": ("matrix", put("role", {}), "$"),
}


@pytest.mark.parametrize("fault", FAULTY_PARTS)
def test_a_faulty_part_is_refused_for_its_fault(fault, validator, parts):
    name, change, place = FAULTY_PARTS[fault]
    document = copy.deepcopy(parts[name])
    change(document)
    found = [error.json_path for error in validator.iter_errors(document)]
    assert found and all(path.startswith(place) for path in found), found


@pytest.mark.parametrize("document", [[], "handbook", None, {}])
def test_what_is_no_handbook_is_refused(document, validator):
    assert not validator.is_valid(document)
