"""What the panes make of a platform's markup: the markup that it knows, and nothing else that could run or load."""

import pytest
from playwright.async_api import Page

from tests.platforms.web.browser.conftest import Open

pytestmark = pytest.mark.asyncio(loop_scope="session")

_TELEGRAM = """async html => {
  const { telegramNodes } = await import("/static/preview/telegram/html.js");
  const root = document.createElement("div");
  root.append(...telegramNodes(html, new Date("2022-10-01T00:00Z")));
  return root.innerHTML;
}"""
_DISCORD = """async text => {
  const { discordNodes } = await import("/static/preview/discord/markdown.js");
  const root = document.createElement("div");
  root.append(...discordNodes(text, new Date("2022-10-01T00:00Z")));
  return root.innerHTML;
}"""


async def drawn(page: Page, script: str, source: str) -> str:
    return str(await page.evaluate(script, source))


TELEGRAM = [
    ("<b>bold</b> &amp; <i>it</i>", "<b>bold</b> &amp; <i>it</i>"),
    ("<blockquote>words</blockquote>", "<blockquote>words</blockquote>"),
    (
        "<blockquote expandable>words</blockquote>",
        '<blockquote class="folded" tabindex="0">words</blockquote>',
    ),
    ("<script>alert(1)</script>text", "&lt;script&gt;alert(1)&lt;/script&gt;text"),
    ("<img src=x onerror=alert(1)>text", "&lt;img src=x onerror=alert(1)&gt;text"),
    ('<b onclick="alert(1)" style="color:red">bold</b>', "<b>bold</b>"),
    ('<a href="javascript:alert(1)">link</a>', "<span>link</span>"),
    ('<iframe src="https://example.org">', '&lt;iframe src="https://example.org"&gt;'),
    ("<b>open <i>twice", "<b>open <i>twice</i></b>"),
    ("a < b </i> &lt;b&gt; &#9731; &constructor;", "a &lt; b &lt;/i&gt; &lt;b&gt; ☃ &amp;constructor;"),
    (
        '<a href="https://example.org/">link</a>',
        '<a href="https://example.org/" target="_blank" rel="noopener noreferrer">link</a>',
    ),
    ("<tg-spoiler>x</tg-spoiler>", '<span class="spoiler">x</span>'),
]


async def test_telegrams_html(open_page: Open) -> None:
    page = await open_page("/preview")
    for html, shown in TELEGRAM:
        assert await drawn(page, _TELEGRAM, html) == shown


DISCORD = [
    ("**bold** and *it*", '<div class="markdown-text"><strong>bold</strong> and <em>it</em></div>'),
    (r"\*no\* \<t:1\>", '<div class="markdown-text">*no* &lt;t:1&gt;</div>'),
    (r"**a \** b**", '<div class="markdown-text"><strong>a ** b</strong></div>'),
    ("a * b ** c", '<div class="markdown-text">a * b ** c</div>'),
    ("> one\n> two", '<blockquote class="markdown-quote">one<br>two</blockquote>'),
    ("-# small", '<small class="markdown-subtext">small</small>'),
    ("<b>x</b><script>", '<div class="markdown-text">&lt;b&gt;x&lt;/b&gt;&lt;script&gt;</div>'),
    ("[x](javascript:alert(1))", '<div class="markdown-text">[x](javascript:alert(1))</div>'),
    (
        r"-# [\[¶ 2\]](https://example.org/a_b_#c)",
        (
            '<small class="markdown-subtext">'
            '<a href="https://example.org/a_b_#c" target="_blank" rel="noopener noreferrer">[¶ 2]</a></small>'
        ),
    ),
    ("\\", '<div class="markdown-text">\\</div>'),
]


async def test_discords_markdown(open_page: Open) -> None:
    page = await open_page("/preview")
    for text, shown in DISCORD:
        assert await drawn(page, _DISCORD, text) == shown


async def test_moments_count_from_the_panes_clock(open_page: Open) -> None:
    page = await open_page("/preview")
    match = 1668816000  # 19 November 2022, in UTC
    assert ">in 2 months<" in await drawn(page, _DISCORD, f"<t:{match}:R>")
    assert ">Saturday 19 November 2022 at 01:00<" in (await drawn(page, _DISCORD, f"<t:{match}:F>")).replace(
        "Saturday,", "Saturday"
    )
    assert ">in 2 months<" in await drawn(page, _TELEGRAM, f'<tg-time unix="{match}" format="r">soon</tg-time>')
    assert ">words<" in await drawn(page, _TELEGRAM, f'<tg-time unix="{match}">words</tg-time>')
