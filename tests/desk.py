"""What the browser tests of the desk share: its review page, a card on it, words selected in the article."""

from playwright.sync_api import Page

from statements.models import Article, Statement

SELECT = """([words]) => {
  const text = document.querySelector("[data-text]");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let seen = 0, from = text.textContent.indexOf(words), to = from + words.length;
  for (let node = walker.nextNode(); node; seen += node.length, node = walker.nextNode()) {
    if (from >= seen && from < seen + node.length) range.setStart(node, from - seen);
    if (to > seen && to <= seen + node.length) range.setEnd(node, to - seen);
  }
  window.getSelection().removeAllRanges();
  window.getSelection().addRange(range);
}"""


def open_review(page: Page, article: Article) -> None:
    page.goto(f"/admin/statements/article/{article.pk}/review/")


def card(page: Page, statement: Statement):
    return page.locator(f"#statement-{statement.pk}")


def select(page: Page, words: str) -> None:
    page.evaluate(SELECT, [words])
