"""Reports for programs, held against what others have written about their form."""

import json
import os
import pathlib
import subprocess

import pytest
from jsonschema import Draft202012Validator
from sarif_pydantic import Sarif

from conftest import ROOT

HANDBOOK = pathlib.Path(os.environ.get("HANDBOOK", ROOT / ".build/debug/handbook")).resolve()

FAULTS = {
    "content/roles/data-engineer.md": "---\ntitle: Data Engineer\nsumary: Gets the data in.\n---\nSee [[Data Scientst]] and [this](nowhere.md#x).\n",
    "content/roles/data-scientist.md": "---\ntitle: Data Scientist\n---\n\n## Skills\n",
    "content/raci/work.md": "# Work\n\n| Task | Data Engineer | Data Scientist |\n|---|---|---|\n| Pipe | A | A |\n| Train | r·a | Q |\n",
    "handbook.yml": "title: Ours\nlanguge: en\n",
}


@pytest.fixture(params=["faults", "clean", "default"])
def project(request, tmp_path):
    if request.param == "default":
        return ROOT
    if request.param == "clean":
        subprocess.run([HANDBOOK, "init", "mine"], cwd=tmp_path, check=True, capture_output=True)
        return tmp_path / "mine"
    for path, text in FAULTS.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def report(project, form):
    run = subprocess.run([HANDBOOK, "check", "--format", form, "--source", project], capture_output=True, text=True)
    assert run.returncode in (0, 1, 2) and run.stderr == ""
    return json.loads(run.stdout)


def unknown(given, understood, place=""):
    """The keys of a document that a model of its form does not know."""
    if isinstance(given, dict):
        found = [place + "/" + key for key in given if key not in understood]
        return found + [one for key in given if key in understood for one in unknown(given[key], understood[key], place + "/" + key)]
    if isinstance(given, list):
        assert len(given) == len(understood), place
        return [one for index, each in enumerate(given) for one in unknown(each, understood[index], place)]
    return []


def test_sarif_is_what_an_independent_model_of_it_understands(project):
    given = report(project, "sarif")
    understood = Sarif.model_validate(given)
    assert unknown(given, json.loads(understood.model_dump_json(by_alias=True, exclude_none=True))) == []
    (run,) = understood.runs
    for result in run.results:
        assert run.tool.driver.rules[result.rule_index].id == result.rule_id
    if project != ROOT and "mine" not in project.name:
        assert {"unknown-key", "two-accountable"} <= {result.rule_id for result in run.results}


def test_the_model_refuses_what_is_not_sarif(project):
    given = report(project, "sarif")
    for spoil in (
        lambda log: log.pop("runs"),
        lambda log: log["runs"][0].pop("tool"),
        lambda log: log["runs"][0]["results"].append({"ruleId": "x"}),
    ):
        log = json.loads(json.dumps(given))
        spoil(log)
        with pytest.raises(ValueError):
            Sarif.model_validate(log)


def test_json_is_what_its_schema_says(project):
    schema = json.loads(subprocess.run([HANDBOOK, "schema", "check-report.json"], capture_output=True, text=True, check=True).stdout)
    Draft202012Validator.check_schema(schema)
    given = report(project, "json")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(given)] == []
    for key in ("version", "findings", "counts"):
        short = {name: value for name, value in given.items() if name != key}
        assert list(Draft202012Validator(schema).iter_errors(short)) != [], key
