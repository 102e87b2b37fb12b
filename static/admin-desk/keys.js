// The keys of the review page. By the letter where it is a Latin one, else by its place on the keyboard:
// so they are the same under an Arabic layout. A button says its key: data-key on a card, data-page-key elsewhere.
"use strict";
(() => {
  const LETTER = /^[a-z]$/i;
  const { desk } = window;
  const help = () => document.getElementById("keys");

  function letter(event) {
    if (LETTER.test(event.key)) return event.key.toUpperCase();
    return event.code.startsWith("Key") ? event.code.slice(3) : "";
  }

  const use = (name) => window.deskSelection.use(name);
  const ACTS = {
    J: () => desk.step(1),
    K: () => desk.step(-1),
    V: () => window.deskWords.begin(desk.current()),
    X: () => use("recontent"),
    D: () => use("split"),
    A: () => use("new") || (document.querySelector("[data-add]") ? desk.add() : false),
    S: () => quick("S"),
    T: () => quick("T"),
    H: () => showHelp(),
  };

  // Who is chosen in the form may stand selected in the article.
  function quick(key) {
    const found = window.deskSelection.selected();
    const link = button(`[data-key="${key}"]`);
    if (!link) return false;
    link.click();
    if (found) document.addEventListener("focusin", (event) => type(event.target, found.words), { once: true });
    return true;
  }

  function type(line, words) {
    if (!line.matches("[data-typed], textarea")) return;
    line.value = words;
    line.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function button(selector) {
    const card = desk.current() && desk.card(desk.current());
    return card && card.querySelector(selector);
  }

  function showHelp() {
    if (!help()) return false;
    if (!help().open) help().showModal();
    return true;
  }

  function press(event) {
    const key = letter(event);
    if (["?", "؟"].includes(event.key)) return showHelp();
    if (!key) return false;
    const found = document.querySelector(`[data-page-key="${event.shiftKey ? "Shift+" : ""}${key}"]`);
    if (found) return found.click() || true;
    if (event.shiftKey) return false;
    if (ACTS[key]) return ACTS[key]() !== false;
    const own = button(`[data-key="${key}"]`);
    return own ? own.click() || true : false;
  }

  // Pressed while an act is being saved: done after it, or typed into the field that it opened.
  const waiting = [];
  function catchUp() {
    while (waiting.length && !desk.isLoading()) {
      const event = waiting.shift();
      const line = document.activeElement;
      if (isTyping(line)) type(line, line.value + event.key);
      else press(event);
    }
  }

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", (event) => {
    const form = desk.openForm();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (document.querySelector("dialog[open]")) return;
    if (desk.isLoading() && plain && event.key.length === 1) {
      event.preventDefault();
      waiting.push(event);
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form && form.contains(event.target)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Enter" && form && form.dataset.quick && event.target.matches("select")) {
      event.preventDefault(); // the kind of a new one is said, and nothing else is wanted
      form.requestSubmit();
    } else if (event.key === "Escape" && form && (!desk.isDirty() || form.dataset.quick) && !event.defaultPrevented) {
      form.querySelector("a[data-swap]").click();
    } else if (plain && !event.defaultPrevented && !isTyping(event.target) && press(event)) {
      event.preventDefault();
    }
  });

  document.addEventListener("desk:idle", catchUp);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) showHelp();
  });
})();
