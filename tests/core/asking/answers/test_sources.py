"""/sources: each statement under the one whose word it is."""

from tests.asking import Asker, texts


async def test_sources_stand_under_whose_word_they_are() -> None:
    said = texts(await Asker().ask("/sources"))
    assert said.index("The article itself") < said.index("Leyla Aydın via Harbour Gazette")
    assert "Claim: The bridge withstands any storm. [¶ 2]" in said
