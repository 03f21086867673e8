"""What the words of a drawing cover, measured from the drawing itself."""

from ract.pictures.drawing import BOLD, LEADING, SIZES, Box
from ract.pictures.letters import text_width


def box_of(shape):
    """The box of one line of words."""
    size = SIZES[shape.style]
    width = text_width(shape.words, size, bold=shape.style in BOLD)
    x, foot = shape.measures["x"], shape.measures["y"]
    left = (
        x
        - {"start": 0, "middle": width / 2, "end": width}[
            shape.measures.get("text-anchor", "start")
        ]
    )
    return Box(left, foot - 0.85 * size, left + width, foot - 0.85 * size + size * LEADING)


def label_boxes(drawing):
    """The box of each label: the words of a person, or one line that stands by itself."""
    return [box for shape in drawing.shapes for box in label_boxes_of(shape)]


def label_boxes_of(shape):
    """The one box around a shape's words, or none when it has no words."""
    boxes = [box_of(one) for one in (shape.shapes or (shape,)) if one.tag == "text"]
    if not boxes:
        return []
    left, top = (min(getattr(box, side) for box in boxes) for side in ("left", "top"))
    right, bottom = (max(getattr(box, side) for box in boxes) for side in ("right", "bottom"))
    return [Box(left, top, right, bottom)]


def mark_boxes(drawing):
    """The box of each placed mark, by row."""
    found = {}
    for shape in drawing.shapes:
        if shape.person:
            hit = next(one for one in shape.shapes if one.style == "hit").measures
            x, y = hit["cx"], hit["cy"]
            found[shape.person["row"]] = Box(x - 6, y - 6, x + 6, y + 6)
    return found


def overlapping(boxes, slack=0.5):
    """Every pair that shares room, apart from a hair's breadth."""
    return [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if one.overlaps(other, -slack)
    ]
