"""Who prints the reports: kept once, with colours that can be read and a logo that can be printed."""

import io

import pytest
from PIL import Image

from collabdesk.domain.problems import Refused
from collabdesk.usecases import organisation


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


@pytest.fixture
def logo(tmp_path):
    def write(name: str, content: bytes):
        file = tmp_path / name
        file.write_bytes(content)
        return file

    return write


def test_there_is_one_organisation_however_often_it_is_changed(workspace):
    organisation.change(workspace, name="Review Office", language="de")
    organisation.change(workspace, name="Office of Reviews")
    assert workspace.count("organisation") == 1
    there = organisation.current(workspace)
    assert (there.name, there.language) == ("Office of Reviews", "de")
    workspace.undo()
    assert organisation.current(workspace).name == "Review Office"


def test_a_colour_too_light_for_white_paper_is_refused_with_its_contrast(workspace):
    with pytest.raises(Refused, match=r"4\.47 to 1, and text needs 4\.5 to 1"):
        organisation.change(workspace, accent="#777777")
    organisation.change(workspace, accent="#767676")
    assert (
        str(organisation.contrast_of("#767676")) == "4.54"
    )  # the lightest grey that passes, as W3C's examples have it


@pytest.mark.parametrize("fields", [{"accent": "red"}, {"language": "it"}, {"motto": "Onward"}])
def test_what_cannot_be_printed_with_is_refused(workspace, fields):
    with pytest.raises(Refused):
        organisation.change(workspace, **fields)
    assert workspace.count("organisation") == 0


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_kept_by_its_bytes(workspace, logo, kind):
    content = picture(kind)
    organisation.set_logo(workspace, logo(f"logo.{kind.lower()}", content))
    assert organisation.logo(workspace) == content
    organisation.remove_logo(workspace)
    assert organisation.logo(workspace) is None


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "save it as PNG"),
        ("logo.png", picture()[:60], "no whole PNG or JPEG"),
        ("logo.png", b"GIF89a", "no whole PNG or JPEG"),
        ("logo.png", picture(size=(4001, 1)), "4,001 × 1 pixels"),
        ("logo.png", bytes(2_000_001), "larger than 2 MB"),
    ],
)
def test_a_picture_that_would_not_print_is_refused_with_what_to_do(workspace, logo, name, content, why):
    with pytest.raises(Refused, match=why):
        organisation.set_logo(workspace, logo(name, content))
