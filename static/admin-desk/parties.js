// Find actors while a name is typed: any spelling, by mouse or keyboard; what is chosen becomes a box.
"use strict";
(() => {
  const WAIT = 120; // ms of silence before asking
  const LEAST = 140; // px that a list needs, and the most it takes
  const MOST = 304;
  const FRESH = "new:?:";
  let timer = null;
  let asked = 0;
  let asking = null; // the request under way: a newer one ends it
  let taking = false; // Enter was pressed before the list of what is typed had come

  const field = (input) => input.closest("[data-parties]");
  const list = (input) => field(input).querySelector(".desk-found");

  function close(input) {
    window.clearTimeout(timer);
    asked += 1;
    taking = false;
    if (asking) asking.abort();
    const open = list(input);
    if (open) open.remove();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function ask(input) {
    const review = document.getElementById("review");
    const words = input.value.trim();
    const query = new URLSearchParams(words ? { q: words } : {});
    if (review.dataset.article) query.set("article", review.dataset.article);
    const turn = (asked += 1);
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      const response = await fetch(`${review.dataset.lookup}?${query}`, { headers: { Accept: "application/json" }, signal: asking.signal });
      const answer = await response.json();
      if (turn === asked && document.activeElement === input) offer(input, words, answer);
    } catch {
      if (turn === asked) close(input); // what is typed is looked up when the form is saved
    }
  }

  // Whether the open list is of what now stands in the line.
  const isFresh = (input) => Boolean(list(input)) && list(input).words === input.value.trim();

  // The list at once, and what it offers first taken where it is plain who is meant.
  function takeWhenKnown(input) {
    window.clearTimeout(timer);
    ask(input);
    taking = true;
  }

  function take(input) {
    const active = list(input) && list(input).querySelector('[aria-selected="true"]');
    return active ? choose(input, active) : null;
  }

  // An exact match, or the only one, is ready to be taken by Enter or Tab.
  function offer(input, words, { actors, kinds }) {
    const own = field(input).dataset;
    const options = actors.map(({ id, name, note }) => ({ token: `actor:${id}`, name, note }));
    const exact = actors.findIndex((actor) => actor.exact);
    const quick = input.form.dataset.quick === own.name; // three letters and Enter
    const only = words && (actors.length === 1 || quick) && actors.length && actors[0].named ? 0 : -1;
    if (words) {
      options.push({ token: `new:?:${words}`, name: `${own.new} «${words}»`, note: own.note, fresh: true });
      options.push({ token: `name:${words}`, name: words, note: own.unknown, fresh: true });
    }
    const wanted = taking;
    close(input);
    if (options.length) draw(input, options, exact >= 0 ? exact : only, kinds);
    if (options.length) list(input).words = words;
    if (wanted) take(input);
  }

  function draw(input, options, active, kinds) {
    const box = document.createElement("ul");
    box.className = "desk-found";
    box.id = `${input.id}-found`;
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", field(input).dataset.found);
    box.kinds = kinds;
    options.forEach((option, at) => box.append(row(option, `${box.id}-${at}`)));
    box.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the line keeps the cursor
      const chosen = event.target.closest("li");
      if (chosen) choose(input, chosen);
    });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", box.id);
    field(input).append(box);
    place(input, box);
    if (active >= 0) activate(input, active);
  }

  // Below the line where it fits above the button that saves, else above the line: the button stays in reach.
  function place(input, box) {
    const line = input.getBoundingClientRect();
    const send = input.form.querySelector(".desk-send").getBoundingClientRect();
    const below = send.top - line.bottom - 12;
    const above = box.scrollHeight > below && below < LEAST;
    box.classList.toggle("is-above", above);
    box.style.maxHeight = `${Math.min(MOST, Math.max(LEAST, above ? line.top - 12 : below))}px`;
  }

  function row({ token, name, note, fresh }, id) {
    const item = document.createElement("li");
    item.id = id;
    item.dataset.token = token;
    item.dataset.label = token.startsWith("name:") ? `${name} (${note})` : name;
    item.setAttribute("role", "option");
    if (fresh) item.className = "is-new";
    const who = document.createElement("bdi");
    who.textContent = name;
    const what = document.createElement("small");
    what.textContent = note;
    item.append(who, what);
    return item;
  }

  function activate(input, at) {
    const items = [...list(input).children];
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    input.setAttribute("aria-activedescendant", items[at].id);
    items[at].scrollIntoView({ block: "nearest" });
  }

  function move(input, by) {
    const items = [...list(input).children];
    const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    activate(input, at < 0 && by < 0 ? items.length - 1 : (at + by + items.length) % items.length);
  }

  function choose(input, option) {
    const own = field(input);
    const chips = own.querySelector("[data-chips]");
    if ("single" in own.dataset) chips.replaceChildren();
    const there = [...chips.querySelectorAll("input")].find((box) => box.value === option.dataset.token);
    const added = there ? null : chip(own.dataset.name, option.dataset);
    if (there) there.checked = true;
    else chips.append(added);
    const kind = added && option.dataset.token.startsWith(FRESH) ? kindOf(own.dataset, option.dataset.token, list(input).kinds) : null;
    if (kind) added.append(" ", kind);
    input.value = "";
    close(input);
    input.dispatchEvent(new Event("change", { bubbles: true }));
    if (kind) kind.focus();
    return kind;
  }

  // What a new one is, chosen beside its box.
  function kindOf(own, token, kinds) {
    const select = document.createElement("select");
    select.name = `${own.name}_kind:${token.slice(FRESH.length)}`;
    select.setAttribute("aria-label", own.kind);
    select.append(...kinds.map(([value, label]) => new Option(label, value)));
    return select;
  }

  function chip(name, { token, label }) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = name;
    box.value = token;
    box.checked = true;
    const words = document.createElement("bdi");
    words.textContent = label;
    const wrap = document.createElement("label");
    wrap.append(box, " ", words);
    const item = document.createElement("li");
    item.append(wrap);
    return item;
  }

  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-typed]")) return;
    window.clearTimeout(timer);
    asked += 1; // what was asked before is of other words
    taking = false;
    timer = window.setTimeout(() => ask(event.target), WAIT);
  });
  document.addEventListener("click", (event) => {
    if (event.target.matches("[data-typed]") && !list(event.target)) ask(event.target);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.matches("[data-typed]")) close(event.target);
  });
  document.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.matches("[data-typed]") || event.ctrlKey || event.metaKey) return;
    const open = list(input);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) move(input, event.key === "ArrowDown" ? 1 : -1);
      else ask(input);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isFresh(input)) take(input);
      else if (input.value.trim()) takeWhenKnown(input);
    } else if (event.key === "Tab" && !event.shiftKey) {
      if (isFresh(input) && take(input)) event.preventDefault(); // on to the kind of the new one
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close(input);
    }
  });
})();
