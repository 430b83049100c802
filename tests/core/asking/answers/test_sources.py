"""/sources: each statement under the one whose word it is."""

from bot.core.wording.cards import Cited, Link, Note, citation_of
from tests.asking import Asker, texts
from tests.stories import harbour


async def test_sources_stand_under_whose_word_they_are() -> None:
    said = texts(await Asker().ask("/sources"))
    assert said.index("The article itself") < said.index("Leyla Aydın via Harbour Gazette")
    assert "Claim: The bridge withstands any storm. [¶ 2, 20 February 2031]" in said
    assert any(line.endswith("“as safe as a church” [¶ 2, 20 February 2031]") for line in said)


async def test_the_article_can_be_opened_and_citations_lead_to_the_published_page() -> None:
    source = {"publisher": "Harbour Gazette", "url": "https://gazette.example/bridge"}
    asker = Asker(harbour(source=source), page="https://news.example.org")
    for command in ("/sources", "/summary"):
        card = await asker.ask(command)
        assert any(
            Link("Harbour Gazette", source["url"]) in block.text for block in card.blocks if isinstance(block, Note)
        )
    for command in (
        "/sources",
        "/summary",
        "/facts",
        "/who",
        "/who aydin",
        "/quotes",
        "/when",
        "/timeline",
        "/calendar",
    ):
        cited = [block for block in (await asker.ask(command)).blocks if isinstance(block, Cited) and block.citation]
        assert cited
        assert all(block.leads_to.startswith("https://news.example.org/stories/harbour#") for block in cited), command
    unpublished = await Asker(harbour()).ask("/facts")
    assert not [
        block for block in unpublished.blocks if isinstance(block, Cited) and isinstance(citation_of(block), Link)
    ]
