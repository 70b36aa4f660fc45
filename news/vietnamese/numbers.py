"""Numbers as Vietnamese newspapers print them."""


def grouped(number: int) -> str:
    """The number with a full stop between thousands: 1234567 is 1.234.567."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """The number with one place after the comma, and none where that is 0: 2.54 is 2,5; 2.0 is 2."""
    whole, _point, tenth = f"{number:.1f}".partition(".")
    return grouped(int(whole)) if tenth == "0" else f"{grouped(int(whole))},{tenth}"
