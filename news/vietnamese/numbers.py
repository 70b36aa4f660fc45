"""Numbers as Vietnamese newspapers print them."""


def grouped(number: int) -> str:
    """The number with a full stop between thousands: 1234567 is 1.234.567."""
    return f"{number:,}".replace(",", ".")
