// An open review page says that it is open, is told who else has the article open, and shows what others
// changed meanwhile: at once where nothing is being typed, else by a link.
"use strict";
(() => {
  const EVERY = 20_000; // milliseconds
  const { desk } = window;

  function body(more = {}) {
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    return new URLSearchParams({ csrfmiddlewaretoken: token ? token.value : "", ...more });
  }

  async function ask() {
    if (document.hidden) return;
    try {
      const answer = await fetch(desk.review().dataset.here, { method: "POST", body: body(), credentials: "same-origin" });
      if (answer.ok) show(await answer.json());
    } catch {
      // The server is away for a moment: ask again.
    }
  }

  async function show({ told, mark }) {
    const changed = mark !== desk.review().dataset.mark;
    const idle = !desk.openForm() && window.getSelection().isCollapsed;
    if (changed && idle) await desk.renew();
    const note = document.querySelector("[data-also-here]");
    const stale = mark !== desk.review().dataset.mark;
    note.textContent = [told, stale ? desk.review().dataset.changed : ""].filter(Boolean).join(" · ");
    note.hidden = !note.textContent;
  }

  document.addEventListener("visibilitychange", () => ask());
  window.addEventListener("pagehide", () => navigator.sendBeacon(desk.review().dataset.here, body({ leaving: "1" })));
  window.setInterval(ask, EVERY);
})();
