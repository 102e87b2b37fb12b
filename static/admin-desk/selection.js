// Words selected in the article become the content of the open form, or of a new statement.
"use strict";
(() => {
  const bar = () => document.querySelector("[data-selection]");
  const openForm = () => document.querySelector("[data-statement-form]");

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

  function show() {
    const toolbar = bar();
    if (!toolbar) return;
    const found = selected();
    toolbar.hidden = !found;
    if (!found) return;
    const form = openForm();
    toolbar.querySelector("[data-use=content]").hidden = !form;
    toolbar.querySelector("[data-use=more]").hidden = !form || !form.elements.content.value.trim();
    toolbar.querySelector("[data-use=new]").hidden = Boolean(form);
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
    field.focus();
  }

  document.addEventListener("selectionchange", show);
  window.addEventListener("scroll", show, { capture: true, passive: true });
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-selection]")) event.preventDefault(); // keep the selection
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    const found = button && selected();
    if (!found) return;
    if (button.dataset.use === "new") {
      document.dispatchEvent(new CustomEvent("desk:add", { detail: found }));
    } else {
      fill({ ...found, more: button.dataset.use === "more" });
    }
  });
  document.addEventListener("desk:fill", (event) => fill(event.detail));
})();
