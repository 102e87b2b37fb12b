// Words of the article selected by keys: arrows go from word to word as the eye does in a right-to-left
// text, Shift makes the selection longer or shorter. Works on the browser's own selection.
"use strict";
(() => {
  let anchor = 0; // places among the words; the selection lies between them
  let focus = 0;
  let on = false;

  const text = () => document.querySelector("[data-text]");

  // Where each word begins and ends, in UTF-16 units of the text as the page holds it.
  function words() {
    return [...text().textContent.matchAll(/\S+/g)].map((found) => [found.index, found.index + found[0].length]);
  }

  function offset(node, at) {
    const before = document.createRange();
    before.selectNodeContents(text());
    before.setEnd(node, at);
    return before.toString().length;
  }

  function point(at) {
    const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = walker.nextNode(); node; seen += node.length, node = walker.nextNode()) {
      if (at <= seen + node.length) return [node, at - seen];
    }
    return [text(), text().childNodes.length];
  }

  function range(first, last) {
    const made = document.createRange();
    made.setStart(...start(words()[first][0]));
    made.setEnd(...point(words()[last][1]));
    return made;
  }

  // A word begins in the node that holds its first letter, not at the end of the one before.
  function start(at) {
    const [node, place] = point(at + 1);
    return [node, Math.max(place - 1, 0)];
  }

  function show() {
    const made = range(Math.min(anchor, focus), Math.max(anchor, focus));
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(made);
    const seen = range(focus, focus).getBoundingClientRect();
    const frame = text().getBoundingClientRect();
    if (seen.top < frame.top + 30) text().scrollTop -= frame.top + 60 - seen.top;
    if (seen.bottom > frame.bottom - 70) text().scrollTop += seen.bottom - frame.bottom + 110;
  }

  // From what is selected, else from the content of the statement, else from the first word.
  function begin(id) {
    const all = words();
    if (!all.length) return false;
    const selection = window.getSelection();
    const mark = id && text().querySelector(`.is-content[data-all~="${id}"]`);
    let from = 0;
    let to = 0;
    if (!selection.isCollapsed && selection.rangeCount && text().contains(selection.anchorNode)) {
      const chosen = selection.getRangeAt(0);
      from = offset(chosen.startContainer, chosen.startOffset);
      to = offset(chosen.endContainer, chosen.endOffset);
    } else if (mark) {
      const marks = [...text().querySelectorAll(`.is-content[data-all~="${id}"]`)];
      const last = marks[marks.length - 1];
      from = offset(mark, 0);
      to = offset(last, last.childNodes.length);
    }
    anchor = Math.max(all.findIndex(([, end]) => end > from), 0);
    focus = Math.max(all.findLastIndex(([begins]) => begins < to), anchor);
    on = true;
    text().focus({ preventScroll: true });
    show();
    return true;
  }

  function end() {
    on = false;
    window.getSelection().removeAllRanges();
  }

  // The word above or below: the one on the next line that stands nearest.
  function line(by) {
    const all = words();
    const box = (at) => range(at, at).getBoundingClientRect();
    const here = box(focus);
    const middle = (one) => one.left + one.width / 2;
    let best = focus;
    let top = null;
    for (let at = focus + by; at >= 0 && at < all.length; at += by) {
      const there = box(at);
      if (Math.abs(there.top - here.top) < here.height / 2) continue;
      if (top !== null && Math.abs(there.top - top) > here.height / 2) break;
      if (top === null || Math.abs(middle(there) - middle(here)) < Math.abs(middle(box(best)) - middle(here))) best = at;
      top = there.top;
    }
    return best;
  }

  const STEPS = {
    ArrowLeft: () => focus + 1,
    ArrowRight: () => focus - 1,
    ArrowDown: () => line(1),
    ArrowUp: () => line(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || !text().contains(event.target)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      end();
    } else if (STEPS[event.key]) {
      event.preventDefault();
      focus = Math.min(Math.max(STEPS[event.key](), 0), words().length - 1);
      if (!event.shiftKey) anchor = focus;
      show();
    }
  }, true);
  document.addEventListener("mousedown", () => (on = false));

  window.deskWords = { begin, end };
})();
