"""What the desk's page sends: each body of a request as a model with bounds."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.core.editing.operations import Operation, Place

MOST_ARTICLE = 1_000_000
_MOST_OPERATIONS = 300
_MOST_PLACES = 60

Digest = Annotated[str, Field(max_length=128)]
B = TypeVar("B", bound=BaseModel)


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NewArticle(_Body):
    """An article to draft from; if there is no text, it is fetched from its address."""

    article: Annotated[str, Field(max_length=MOST_ARTICLE)] = ""
    is_html: bool = False
    url: Annotated[str, Field(max_length=2000)] | None = None


class Changes(_Body):
    """Changes of a story file, and the digest of the file that they were made for."""

    digest: Digest
    operations: Annotated[tuple[Operation, ...], Field(min_length=1, max_length=_MOST_OPERATIONS)]
    confirmed: bool = False
    """True if the editor has seen whom it reaches."""


class Version(_Body):
    """A version of a story file, by its digest."""

    digest: Digest


class WholeText(Version):
    """A text for the whole file, chosen after a conflict."""

    text: Annotated[str, Field(max_length=MOST_ARTICLE)]
    confirmed: bool = False


class Places(_Body):
    """Places of dates that have a review."""

    places: Annotated[tuple[Place, ...], Field(max_length=_MOST_PLACES)]


class TypedDate(_Body):
    """A date as an editor typed it."""

    typed: Annotated[str, Field(max_length=100)]
    zone: Annotated[str, Field(max_length=100)] = ""
    language: Annotated[str, Field(max_length=35)] = "en"


class Here(Version):
    """A page with a story is open; `page` tells it apart from an editor's other pages."""

    page: Annotated[str, Field(min_length=1, max_length=40)]


async def read(request: Request, model: type[B]) -> B:
    """Read the body of a request; a 400 if it is not what the page sends."""
    try:
        return model.model_validate_json(await request.body())
    except ValidationError:
        raise HTTPException(400) from None
