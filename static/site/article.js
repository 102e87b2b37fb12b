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
let asked; // the mark that the address names, until the reader scrolls on

// The statement being read: the one asked for while it is in sight, else the last that begins above the upper third
// of the window.
function numberRead() {
  const place = asked?.getBoundingClientRect();
  if (place && place.bottom > 0 && place.top < window.innerHeight) return asked.dataset.number;
  return marks.filter((mark) => mark.getBoundingClientRect().top < window.innerHeight / 3).at(-1)?.dataset.statement;
}

function follow() {
  waiting = false;
  point(lines[(numberRead() || 0) - 1]);
}

function point(current) {
  for (const line of lines) line.classList.toggle("current", line === current);
  if (!current || getComputedStyle(aside).position !== "sticky" || aside.contains(document.activeElement)) return;
  aside.scrollTo({ top: current.offsetTop - aside.clientHeight / 3 });
}

addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(follow);
}, { passive: true });

function ask(hash) {
  asked = /^#mark-\d+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
  if (asked) point(lines[asked.dataset.number - 1]);
}

for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  addEventListener(kind, () => { asked = null; }, { passive: true });
}
addEventListener("hashchange", () => ask(location.hash));
document.addEventListener("click", (event) => ask(event.target.closest("a")?.hash || "")); // the same one once more
ask(location.hash);
