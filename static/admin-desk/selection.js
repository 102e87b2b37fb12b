// Words selected in the article become the content of the open form, of the current statement, or of a new
// one, or the place where the current one is cut. By the toolbar beside them, or by the keys of keys.js.
"use strict";
(() => {
  const bar = () => document.querySelector("[data-selection]");
  const openForm = () => document.querySelector("[data-statement-form]");
  const current = () => window.desk.current() && window.desk.card(window.desk.current());

  // The words selected in the article and where they begin, in code points; null for none.
  function selected() {
    const selection = window.getSelection();
    const text = document.querySelector("[data-text]");
    if (!selection.rangeCount || selection.isCollapsed || !text) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const words = range.toString();
    if (!words.trim()) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = words.length - words.trimStart().length;
    const near = [...before.toString()].length + lead;
    return { words: words.trim().replace(/\s+/g, " "), near, box: range.getBoundingClientRect() };
  }

  // Whether the selection begins inside the content of the current statement, and not at its first word.
  function cuts(card) {
    const start = window.getSelection().getRangeAt(0).startContainer;
    const mark = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest(".is-content");
    return Boolean(mark && mark.dataset.all.split(" ").includes(card.dataset.statement));
  }

  // What can be done with the selection as things stand.
  function uses(found) {
    const form = openForm();
    const card = !form && current();
    const stands = card && card.querySelector("[data-recontent]");
    return {
      content: Boolean(form),
      more: Boolean(form && form.elements.content.value.trim()),
      recontent: Boolean(found && stands),
      split: Boolean(found && stands && cuts(card)),
      new: !form,
    };
  }

  function show() {
    const toolbar = bar();
    if (!toolbar) return;
    const found = selected();
    toolbar.hidden = !found;
    if (!found) return;
    const can = uses(found);
    toolbar.querySelectorAll("[data-use]").forEach((button) => (button.hidden = !can[button.dataset.use]));
    const number = current() && current().querySelector(".desk-card-number");
    toolbar.querySelector("[data-which]").textContent = number ? number.textContent : "";
    const width = toolbar.offsetWidth;
    const left = Math.min(Math.max(found.box.left + found.box.width / 2 - width / 2, 8), window.innerWidth - width - 8);
    const below = found.box.bottom + 8;
    const fits = below + toolbar.offsetHeight < window.innerHeight;
    toolbar.style.left = `${left}px`;
    toolbar.style.top = `${fits ? below : Math.max(found.box.top - toolbar.offsetHeight - 8, 8)}px`;
  }

  function fill({ words, near, more }) {
    const form = openForm();
    if (!form) return;
    const field = form.elements.content;
    const others = more && field.value.trim();
    field.value = others ? `${field.value.trim()}\n${words}` : words;
    if (!others) form.elements.near.value = near;
    window.getSelection().removeAllRanges();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // A new statement has its content: who said it comes next.
    const next = form.id === "add" && !more ? form.querySelector("[data-typed]") : field;
    next.focus({ preventScroll: true });
  }

  // Send one of the current card's forms with the words and their place.
  function send(selector, name, found) {
    const form = current().querySelector(selector);
    form.elements[name].value = found.words;
    form.elements.near.value = found.near;
    window.getSelection().removeAllRanges();
    form.requestSubmit();
  }

  // Do it, if it can be done; whether it was.
  function use(name) {
    const found = selected();
    if (!found || !bar() || !uses(found)[name]) return false;
    if (name === "new") window.desk.add(() => fill(found));
    else if (name === "recontent") send("[data-recontent]", "content", found);
    else if (name === "split") send("[data-split]", "words", { ...found, words: found.words.split(" ")[0] });
    else fill({ ...found, more: name === "more" });
    return true;
  }

  document.addEventListener("selectionchange", show);
  window.addEventListener("scroll", show, { capture: true, passive: true });
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-selection]")) event.preventDefault(); // keep the selection
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    if (button) use(button.dataset.use);
  });

  window.deskSelection = { selected, use };
})();
