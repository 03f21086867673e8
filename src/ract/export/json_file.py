"""Files of data: a draft that can be read in again, and the plan as its blocks.

Svenska: fil. May import: document, drafts. The same bytes come out each time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ract.document import Block, Document, Figure
from ract.drafts import FORMAT, FORMAT_VERSION, PLAN_FORMAT, Draft


def write_draft_file(draft: Draft, today: str) -> bytes:
    """Return the file that `drafts.read_file` reads."""
    return _dump({**_head(FORMAT, today), "draft": draft.as_data()})


def write_plan_file(plan: Document, today: str) -> bytes:
    """Return the plan as a file of data: what the plan shows and nothing more."""
    blocks = [_block(block) for block in plan.blocks]
    return _dump({**_head(PLAN_FORMAT, today), "plan": {**plan.as_data(), "blocks": blocks}})


def _block(block: Block) -> dict[str, object]:
    """Return a block as data; of a picture its sentence, since a file of data holds no lines."""
    if isinstance(block, Figure):
        return {"block": block.name, "alt": block.picture.alt}
    return block.as_data()


def _head(name: str, today: str) -> dict[str, object]:
    return {"format": name, "format_version": FORMAT_VERSION, "exported": today}


def _dump(data: Mapping[str, object]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
