from macros.licences import licence_table
from macros.runtime import Part, RuntimeLock

PART = Part("Motor & co", "1.2", "MIT", "runtime/licenser/motor.txt", "Gör <allt>.")


def test_every_part_is_named_with_version_and_licence():
    table = licence_table(RuntimeLock((PART,), {}), "om/licenser/")
    assert '<th scope="row">Motor &amp; co</th><td>1.2</td>' in table


def test_the_licence_text_is_reached_from_the_page():
    table = licence_table(RuntimeLock((PART,), {}), "om/licenser/")
    assert '<a href="../../runtime/licenser/motor.txt">MIT</a>' in table


def test_words_about_a_part_cannot_become_markup():
    assert "Gör &lt;allt&gt;." in licence_table(RuntimeLock((PART,), {}), "om/licenser/")
