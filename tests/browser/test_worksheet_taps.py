"""A tap lands where the finger is: nothing moves under it because another question was left."""

import pytest

TALL_ENOUGH = (820, 1180)


@pytest.mark.parametrize(
    ("sheet", "line", "next_question"),
    [
        ("natverkskarta", "deltagare", "personer"),
        ("delmal", "deltagare", "delmal"),
        ("personlig-plan", "deltagare", "samtycke_ok"),
    ],
)
def test_leaving_a_line_with_a_new_name_moves_no_question(
    visit, sheet: str, line: str, next_question: str
) -> None:
    page = visit(f"arbetsblad/{sheet}/", TALL_ENOUGH)
    page.locator("[data-add-row]").first.wait_for()
    below = page.locator(f'[data-field="{next_question}"]').first
    page.locator(f'[name="{line}"]').fill("Noor Fiktiv")
    before = below.bounding_box()
    page.locator(f'[name="{line}"]').blur()
    page.wait_for_timeout(100)

    assert before == below.bounding_box()
