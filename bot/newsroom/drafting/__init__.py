"""An article becomes a draft of a story: by rules, each item with its paragraph, and each doubt told to the editor."""
