// Buttons that copy the words, a citation or the address, and the device's own way to share. Without script the texts stand there.
"use strict";

const share = document.querySelector(".share");
const words = share.dataset;
const ways = share.querySelector(".ways-to-share");

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = label;
  made.addEventListener("click", () => act(made));
  return made;
}

async function copy(text, pressed) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return; // refused by the browser: the text stands there to be marked
  }
  const before = pressed.textContent;
  pressed.textContent = words.copied;
  document.getElementById("copy-told").textContent = words.copied;
  setTimeout(() => { pressed.textContent = before; }, 2000);
}

if (navigator.clipboard) {
  for (const citation of document.querySelectorAll(".cite .copied")) {
    const name = citation.previousElementSibling;
    const made = button(words.copy, (pressed) => copy(citation.textContent.trim(), pressed));
    made.setAttribute("aria-label", `${words.copy}: ${name.textContent.trim()}`);
    name.append(" ", made);
  }
}
if (navigator.clipboard) {
  const made = document.createElement("p");
  made.className = "copy-words";
  made.append(button(words.copyWords, (pressed) => copy(words.words, pressed)));
  document.querySelector(".words.large").after(made);
}
if (navigator.clipboard) ways.prepend(button(words.copyAddress, (pressed) => copy(words.address, pressed)), " ");
if (navigator.share) ways.prepend(button(words.share, () => navigator.share({ text: words.text, url: words.address }).catch(() => {})), " ");
