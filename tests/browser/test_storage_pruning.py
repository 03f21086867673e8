"""Which revisions stay: the newest, the last of each sitting, and one of each day."""

import pytest

KEEPS = """async ([rows, kept]) => {
  const {Pruning} = await import(new URL("../assets/js/storage/pruning.js", location.href));
  const pruning = new Pruning(kept);
  const newest = rows.slice(0, kept - 1);
  return [...newest, ...rows.slice(kept - 1).filter((row) => pruning.keeps(row))].map(({rev}) => rev);
}"""


@pytest.fixture
def page(context, bare):
    return bare(context)


def rows(*sittings, day="2026-11-22"):
    """Revisions newest first; each sitting is a number of saves."""
    numbered = []
    for saves in sittings:
        numbered += [{"begins": at == 0} for at in range(saves)]
    return [{"rev": rev, "day": day, **row} for rev, row in enumerate(numbered, 1)][::-1]


def test_the_last_revision_of_an_earlier_sitting_stays(page):
    assert page.evaluate(KEEPS, [rows(30, 30), 20]) == [*range(60, 40, -1), 40, 30]


def test_no_more_than_twenty_sittings_stay(page):
    kept = page.evaluate(KEEPS, [rows(*[3] * 40), 20])
    assert len(kept) == 20 + 20 + 1


def test_one_revision_of_each_day_stays(page):
    earlier = rows(3, day="2026-11-20")
    assert page.evaluate(KEEPS, [[*rows(25)[:20], *earlier], 20])[20:] == [3]


def test_to_make_room_only_the_newest_stays(page):
    assert page.evaluate(KEEPS, [rows(30, 30), 1]) == [60]
