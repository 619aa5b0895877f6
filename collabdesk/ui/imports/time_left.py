"""How long work still takes, estimated from how fast it went lately; nothing is said while that is not known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collabdesk.ui.texts import count_text

_FIRST_SECONDS = 1.5
_SMOOTH = 0.3  # the share of the newest speed in the estimate: one slow moment must not double what is said
_LEAST_BETWEEN = 0.25
_WORTH_SAYING = 3
_STEADY = 0.15  # a share of the last estimate, within which what was said stays


class TimeLeft:
    """Told how much is done at a time, it estimates the seconds that the rest takes."""

    def __init__(self) -> None:
        self._stage = ""
        self._begun = self._last = (0.0, 0)
        self._speed = 0.0
        self._said: float | None = None

    def seconds(self, stage: str, done: int, total: int, now: float) -> float | None:
        """The seconds left of this stage; None where nobody knows. `now` is a clock in seconds."""
        if stage != self._stage or done < self._last[1]:
            self._stage, self._begun, self._last = stage, (now, done), (now, done)
            self._speed, self._said = 0.0, None
        if total <= 0 or done >= total:
            return None
        spent = now - self._last[0]
        if spent >= _LEAST_BETWEEN and done > self._last[1]:
            speed = (done - self._last[1]) / spent
            self._speed = speed if not self._speed else _SMOOTH * speed + (1 - _SMOOTH) * self._speed
            self._last = (now, done)
        if not self._speed or now - self._begun[0] < _FIRST_SECONDS:
            return None
        # What was done since the last report is not known, but time has gone by.
        left = max(0.0, (total - self._last[1]) / self._speed - (now - self._last[0]))
        return self._steadied(left)

    def _steadied(self, left: float) -> float:
        if self._said is None or abs(left - self._said) > _STEADY * self._said or left < self._said:
            self._said = left
        return self._said


def left_text(seconds: float | None) -> str:
    """`about 2 minutes left`; "" where it is not known or hardly worth saying."""
    if seconds is None or seconds < _WORTH_SAYING:
        return ""
    if seconds < 50:
        return count_text("TimeLeft", "about %n second left", "about %n seconds left", max(5, round(seconds / 5) * 5))
    if seconds < 90:
        return QCoreApplication.translate("TimeLeft", "about a minute left")
    if seconds < 50 * 60:
        return count_text("TimeLeft", "about %n minute left", "about %n minutes left", round(seconds / 60))
    return count_text("TimeLeft", "about %n hour left", "about %n hours left", max(1, round(seconds / 3600)))
