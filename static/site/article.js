// Shows which words belong together: all parts of the statement under the pointer or the keyboard's focus.
"use strict";

const text = document.querySelector(".article-text");

function show(number) {
  for (const part of text.querySelectorAll("[data-statement].together")) part.classList.remove("together");
  if (!number) return;
  for (const part of text.querySelectorAll(`[data-statement="${number}"]`)) part.classList.add("together");
}

function numberOf(event) {
  return event.target.closest("[data-statement]")?.dataset.statement;
}

text.addEventListener("pointerover", (event) => show(numberOf(event)));
text.addEventListener("pointerleave", () => show());
text.addEventListener("focusin", (event) => show(numberOf(event)));
text.addEventListener("focusout", () => show());
