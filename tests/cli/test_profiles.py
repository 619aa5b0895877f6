"""`collabdesk profiles`: listed, handed on, taken over, renamed, removed; and used by --mapping."""

from __future__ import annotations

import json

import pytest

from collabdesk.cli import main as command_line

LIST = "Nr sprawy;Kto dostał;Ile w sumie\nA-1;Uni One;1.000,50\nA-2;Lab Two;2.000,00\n"
BY_HAND = ("--map", "Nr sprawy=project.code", "--map", "Kto dostał=project.coordinator", "--kind", "project")


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on a database of the test; answers (status, standard output, standard error)."""

    def answer(*words, database="own.db"):
        status = command_line.main(["--database", str(tmp_path / database), *map(str, words)], lambda _: 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return answer


@pytest.fixture
def grants(tmp_path):
    path = tmp_path / "granty_2024.csv"
    path.write_text(LIST, "utf-8")
    return path


def fields(said):
    return {c["header"]: c["field"] for c in json.loads(said)["files"][0]["tables"][0]["columns"]}


def test_a_profile_goes_from_one_database_to_another(run, grants, tmp_path):
    run("import", grants, *BY_HAND, "--funder", "Fundusz Nauki")
    status, out, _ = run("profiles", "--json")
    (profile,) = json.loads(out)["profiles"]
    assert (status, profile["name"], profile["funder"]) == (0, "Fundusz Nauki", "Fundusz Nauki")
    file = tmp_path / "fundusz.toml"
    assert run("profiles", "export", "fundusz nauki", file)[:2] == (0, "Written to fundusz.toml.\n")
    assert fields(run("look", grants, "--mapping", file, "--json")[1])["Kto dostał"] == "project.coordinator"
    assert run("profiles", "import", file, database="other.db")[0] == 0
    _, out, _ = run("look", grants, "--mapping", "Fundusz Nauki", "--json", database="other.db")
    assert fields(out)["Nr sprawy"] == "project.code"
    assert run("profiles", "rename", "Fundusz Nauki", "Granty", database="other.db")[0] == 0
    assert "Granty" in run("profiles", database="other.db")[1]
    assert run("profiles", "remove", "Granty", database="other.db")[0] == 0
    assert json.loads(run("profiles", "--json", database="other.db")[1]) == {"profiles": []}


def test_a_look_and_an_import_say_where_a_profile_would_read_otherwise(run, grants):
    run("import", grants, *BY_HAND)
    for command in ("look", "import"):
        _, out, err = run(command, grants, "--json")
        json.loads(out)
        assert "the profile ‘granty’" in err
        assert '--mapping "granty"' in err
    assert "‘granty’" not in run("look", grants, "--mapping", "granty", "--json")[2]


def test_what_cannot_be_is_refused_with_a_sentence(run, grants, tmp_path):
    run("import", grants, *BY_HAND)
    bad = tmp_path / "bad.toml"
    bad.write_text('version = 1\nname = "x"\nfundre = ""\n', "utf-8")
    for words, said in (
        (("profiles", "export", "none", tmp_path / "x.toml"), "There are: granty."),
        (("profiles", "export", "granty", tmp_path / "none" / "x.toml"), "x.toml cannot be written"),
        (("profiles", "import", bad), "bad.toml, line 3: 'fundre' is not known here. Did you mean funder?"),
        (("profiles", "import", tmp_path / "none.toml"), "There is no file none.toml."),
        (("look", grants, "--mapping", "none"), "There are: granty. Files imported so far: granty_2024.csv."),
        (("look", grants, "--mapping", bad), "bad.toml, line 3"),
    ):
        status, _, err = run(*words)
        assert status == 3, words
        assert said in err
