import pytest

from ract.model import Written
from tests.ract.builders import ROWS, field, worksheet


@pytest.fixture(params=["fetched", "computed"])
def derived(request):
    """A field that nobody writes in, of each kind."""
    if request.param == "fetched":
        return field(typ="hämtat", från="mal/mal", visar=["mal"])
    return computed()


def computed():
    names = {"rader": "mal", "huvudman": "mal", "insats": "borjar"}
    asked = {"id": "svar", "typ": "uträknat", "fråga": "Vad?", "räkna": "per huvudman", "av": names}
    return worksheet(ROWS, asked).field("svar")


def test_nobody_is_asked(derived):
    assert not derived.is_asked


def test_it_has_no_control(derived):
    assert () == derived.parts("svar")


def test_it_is_blank_whatever_somebody_wrote_there(derived):
    assert derived.is_blank(Written({"svar": "påhittat"}), "svar")
