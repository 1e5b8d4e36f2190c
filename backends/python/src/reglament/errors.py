"""What can go wrong: a file that is no artifact, a filing or an event that is refused, a day that no calendar knows."""

from __future__ import annotations


class LoadError(Exception):
    """The bytes are not rules that can be trusted. ``code`` says what is wrong with them."""

    code = "load"


class TooLarge(LoadError):
    """More bytes than the limit given."""

    code = "too-large"


class Malformed(LoadError):
    """No JSON, nested too deeply, or a field that is missing, unknown or of another type."""

    code = "malformed"


class WrongFormat(LoadError):
    """It says that it is something else."""

    code = "format"


class WrongVersion(LoadError):
    """A version of the format that this loader does not know."""

    code = "version"


class WrongHash(LoadError):
    """What it holds is not what its hash was made of."""

    code = "hash"


class NotCanonical(LoadError):
    """White space, another order of keys, or a field that its revision does not know."""

    code = "not-canonical"


class WrongReference(LoadError):
    """Something refers to what is not there, or says what cannot be."""

    code = "reference"

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


class Refused(Exception):
    """A filing or an event that is not allowed; nothing has changed. ``reason`` is one of docs/artifact.md."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Beyond(Exception):
    """A day that the calendar does not know."""
