// Shows which words belong together: all parts of the statement under the pointer or the keyboard's focus;
// and lets the list beside a wide page follow the reading.
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

const aside = document.querySelector(".article-page .side-column");
const marks = [...text.querySelectorAll(".content[data-statement]")];
const lines = [...document.querySelectorAll(".statement-list > li")];
let waiting = false;

// The statement being read: the last that begins above the upper third of the window.
function follow() {
  waiting = false;
  const above = marks.filter((mark) => mark.getBoundingClientRect().top < window.innerHeight / 3);
  const current = lines[(above.at(-1)?.dataset.statement || 0) - 1];
  for (const line of lines) line.classList.toggle("current", line === current);
  if (!current || getComputedStyle(aside).position !== "sticky" || aside.contains(document.activeElement)) return;
  aside.scrollTo({ top: current.offsetTop - aside.clientHeight / 3 });
}

addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(follow);
}, { passive: true });
