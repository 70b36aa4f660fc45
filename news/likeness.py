"""How much two pictures look alike: a small fingerprint of brightness, which survives other sizes and other compression.

64 bits, each telling whether a spot is brighter than its right neighbour. Pictures that differ in at most three bits share at
least one of the four bands of 16 bits, so that they are found by an index (pigeonhole).
"""

from PIL import Image

BANDS = ("likeness_a", "likeness_b", "likeness_c", "likeness_d")
FLAT = 6  # bits; a picture with fewer differences (one colour, a logo on white) looks like every other such


def likeness_of(picture: Image.Image) -> str:
    """The fingerprint in 16 hexadecimal digits; "" for a picture too flat to have one."""
    small = picture.convert("L").resize((9, 8), Image.Resampling.BOX)
    spots = small.tobytes()
    bits = [spots[row * 9 + column] > spots[row * 9 + column + 1] for row in range(8) for column in range(8)]
    if not FLAT <= sum(bits) <= 64 - FLAT:
        return ""
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"


def distance(one: str, other: str) -> int:
    """In how many of the 64 bits two fingerprints differ; 64 if either is missing."""
    return (int(one, 16) ^ int(other, 16)).bit_count() if one and other else 64


def bands(likeness: str) -> dict[str, int | None]:
    """The four bands by the name of their column."""
    return {
        name: int(likeness[start : start + 4], 16) if likeness else None
        for name, start in zip(BANDS, range(0, 16, 4), strict=True)
    }
