"""From a sum of weights to a probability, fitted on comments that the weights were not learned from.

Platt's method with his smoothed targets (J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999), solved by Newton's steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

STEPS = 30
FLATTEST = 1e-3  # the slope stays above 0: a larger sum never means a smaller probability
Held = Sequence[tuple[float, bool]]  # sums, and whether the comment was turned down


@dataclass(frozen=True)
class Curve:
    """The probability of a sum is that of `slope` times it plus `offset` on the logistic curve."""

    slope: float = 1.0
    offset: float = 0.0

    def probability(self, margin: float) -> float:
        """Between 0 and 1."""
        return logistic(self.slope * margin + self.offset)

    def for_share(self, share: float, fitted_on: float) -> "Curve":
        """The curve where this share of comments is turned down, when another share of those it was fitted on was."""
        return Curve(self.slope, self.offset + _odds(share) - _odds(fitted_on))


def _odds(share: float) -> float:
    return log(share / (1 - share))


def logistic(value: float) -> float:
    """Without overflow."""
    return 1 / (1 + exp(-max(-35.0, min(35.0, value))))


def fitted(held: Held) -> Curve:
    """The curve that fits best; the plain one where there is only one kind of comment."""
    refused = sum(is_refused for _margin, is_refused in held)
    shown = len(held) - refused
    if not refused or not shown:
        return Curve()
    targets = {True: (refused + 1) / (refused + 2), False: 1 / (shown + 2)}
    slope, offset = 1.0, 0.0
    for _step in range(STEPS):
        slope, offset = _step_from(slope, offset, [(margin, targets[kind]) for margin, kind in held])
    return Curve(max(FLATTEST, min(20.0, slope)), offset)


def _step_from(slope: float, offset: float, held: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """One of Newton's steps, no longer than 1 in either direction."""
    gradient, hessian = [0.0, 0.0], [1e-6, 0.0, 1e-6]
    for margin, target in held:
        guess = logistic(slope * margin + offset)
        off, steep = guess - target, guess * (1 - guess)
        gradient = [gradient[0] + off * margin, gradient[1] + off]
        hessian = [hessian[0] + steep * margin * margin, hessian[1] + steep * margin, hessian[2] + steep]
    aa, ab, bb = hessian
    size = aa * bb - ab * ab or 1e-9
    by_slope = (bb * gradient[0] - ab * gradient[1]) / size
    by_offset = (aa * gradient[1] - ab * gradient[0]) / size
    return slope - max(-1.0, min(1.0, by_slope)), offset - max(-1.0, min(1.0, by_offset))
