// The page of an import renews itself while files are read and articles extracted.
// Without this script it is loaded anew every few seconds.
"use strict";
(() => {
  const EVERY = 1500; // milliseconds

  async function renew() {
    const here = document.getElementById("import");
    if (!here.hasAttribute("data-busy")) return;
    try {
      const answer = await fetch(window.location.href, { credentials: "same-origin" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const there = page.getElementById("import");
        const busyHere = here.contains(document.activeElement) && document.activeElement.matches("select, button");
        if (there && !busyHere) here.replaceWith(there);
      }
    } catch {
      // The server is away for a moment: ask again.
    }
    window.setTimeout(renew, EVERY);
  }

  window.setTimeout(renew, 600);
})();
