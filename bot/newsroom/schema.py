"""The JSON Schema of story.yaml, for the editors' tools that complete and check it while it is written.

An editor reads a bare year as a number; everything else that looks like one (a name that is all digits) needs
quotation marks to please the editor, though not for `newspeg check`.
"""

from typing import Any

from bot.core.stories.story import Story

# Understood by every YAML extension; nothing in the schema is newer.
DIALECT = "http://json-schema.org/draft-07/schema#"


def story_schema() -> dict[str, Any]:
    """Return the schema as plain data, ready for `json.dumps`."""
    schema: dict[str, Any] = _without_null(Story.model_json_schema())
    del schema["properties"]["slug"]
    schema["required"].remove("slug")
    return {"$schema": DIALECT, **schema, "title": "A story of Newspeg"}


def _without_null(node: Any) -> Any:
    """Remove null from the schema: a key may be left out, but not be left empty."""
    if isinstance(node, list):
        return [_without_null(item) for item in node if item != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_null(value) for key, value in node.items() if (key, value) != ("default", None)}
    only = kept.get("anyOf", ())
    return {**only[0], **{key: value for key, value in kept.items() if key != "anyOf"}} if len(only) == 1 else kept
