// A page about work under way renews its element [data-busy] until that is busy no more; it waits while
// the editor is choosing something in it. Without this script the page is loaded anew every few seconds.
"use strict";
(() => {
  const EVERY = 1500; // milliseconds
  const id = document.querySelector("[data-busy]")?.id;

  function isUsed(here) {
    const active = document.activeElement;
    return here.querySelector("input:checked") || (here.contains(active) && active.matches("select, button, input"));
  }

  async function renew() {
    const here = document.getElementById(id);
    if (!here.hasAttribute("data-busy")) return;
    try {
      const answer = await fetch(window.location.href, { credentials: "same-origin" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const there = page.getElementById(id);
        if (there && !isUsed(here)) here.replaceWith(there);
      }
    } catch {
      // The server is away for a moment: ask again.
    }
    window.setTimeout(renew, EVERY);
  }

  if (id) window.setTimeout(renew, 600);
})();
