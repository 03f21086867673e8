import json

import pytest

from tools.runtime import (
    LOCK,
    PARTS,
    RuntimeLockError,
    convert_font,
    licence_path,
    lock_text,
    require_same,
)


def test_what_is_collected_must_be_what_the_lock_names():
    now, then = (lock_text({"runtime/a": data}, []) for data in (b"1", b"2"))
    with pytest.raises(RuntimeLockError, match="runtime/a"):
        require_same(now, then)


def test_a_file_that_the_lock_does_not_know_is_not_let_in():
    with pytest.raises(RuntimeLockError, match="runtime/b"):
        require_same(
            lock_text({"runtime/a": b"", "runtime/b": b""}, []), lock_text({"runtime/a": b""}, [])
        )


def test_the_same_files_pass():
    assert require_same(lock_text({"a": b"1"}, []), lock_text({"a": b"1"}, [])) is None


def test_every_part_has_its_licence_text_in_the_lock():
    files = json.loads(LOCK.read_text(encoding="utf-8"))["files"]
    assert [] == [part.name for part in PARTS if licence_path(part.name) not in files]


def test_a_font_is_converted_to_the_same_bytes_each_time():
    assert convert_font("400-normal") == convert_font("400-normal")
