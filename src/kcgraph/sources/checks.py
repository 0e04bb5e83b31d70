"""What every text and field must be before anything reads it."""

from kcgraph.errors import RecordError


def check_text(text: str, origin: str, maximum_characters: int) -> None:
    """Raise RecordError unless `text` is an article's: not blank, not too long, no NUL, no lone surrogate."""
    if not text.strip():
        raise RecordError(f"{origin} has an empty text: there is nothing to read")
    if len(text) > maximum_characters:
        raise RecordError(f"{origin} has {len(text)} characters, over the limit of {maximum_characters}: split it")
    if "\0" in text:
        raise RecordError(f"{origin} has a NUL character in its text: it is no article")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise RecordError(f"{origin} has half a surrogate pair at character {error.start}: correct it") from error


def check_field(value: str, name: str, origin: str) -> None:
    """Raise RecordError when a short field holds what no output format can carry."""
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise RecordError(f"{origin} has a NUL character or half a surrogate pair in its {name}: correct it")
