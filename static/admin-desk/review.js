// The review page in place: forms and links marked data-swap are sent without leaving the page, one card is
// the current one, and a page whose article is being extracted renews itself. keys.js has the keys.
// Without this script the same forms and links work by loading the page again.
"use strict";
(() => {
  const POLL = 3000; // ms between looks at a running extraction
  const review = () => document.getElementById("review");
  const cards = () => [...document.querySelectorAll("[data-statement]")].filter((card) => card.offsetParent);
  const card = (id) => document.getElementById(`statement-${id}`);
  const openForm = () => document.querySelector("form.desk-edit, form#details");
  let current = null;
  let loading = false;
  let dirty = false;

  document.documentElement.classList.add("has-script");

  async function swap(url, options, { act, from, quick } = {}) {
    if (loading) return false;
    loading = true;
    review().setAttribute("aria-busy", "true");
    try {
      const response = await fetch(url, { credentials: "same-origin", ...options });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (!page.getElementById("review")) throw new Error(response.statusText);
      replace(page, act, from);
      if (quick) beginQuick(quick);
      return true;
    } catch {
      complain();
      return false;
    } finally {
      loading = false;
      review().removeAttribute("aria-busy");
      document.dispatchEvent(new Event("desk:idle"));
    }
  }

  function replace(page, act, from) {
    const known = new Set(cards().map((one) => one.dataset.statement));
    const scroll = document.querySelector("[data-text]").scrollTop;
    const top = window.scrollY;
    showMessages(page);
    review().replaceWith(document.importNode(page.getElementById("review"), true));
    document.querySelector(".desk-nav").replaceWith(document.importNode(page.querySelector(".desk-nav"), true));
    document.querySelector("[data-text]").scrollTop = scroll;
    window.scrollTo(0, top);
    dirty = Boolean(openForm() && openForm().querySelector(".errornote, .errorlist"));
    tidyForm();
    const fresh = known.size ? cards().find((one) => !known.has(one.dataset.statement)) : null;
    const next = fresh && from === "add" ? fresh.dataset.statement : act ? nextUndecided(from) : from;
    if (next && card(next)) select(next);
    if (act === undefined) bringHere(document.getElementById("add"));
    const field = openForm() && wantedField(openForm());
    if (field && act === undefined) field.focus({ preventScroll: true });
    if (openForm() && act === undefined) openForm().scrollIntoView({ block: "nearest" });
    poll();
  }

  // The faulty field, else the first.
  function wantedField(form) {
    const typed = ":is(textarea, select, input:not([type=hidden], [type=checkbox]))";
    return form.querySelector(`.has-errors ${typed}`) || form.querySelector(".has-errors input") || form.querySelector(typed);
  }

  // The form of a new statement opens where one is, not above all cards: the words selected stay in sight.
  function bringHere(form) {
    if (!form || form.getBoundingClientRect().top >= 0) return;
    form.remove();
    const here = cards().find((one) => one.getBoundingClientRect().bottom > 0);
    if (here) here.before(form);
    else document.getElementById("statements").append(form);
  }

  // A form opened for one field: whoever is chosen there takes the place of the one who was, and it is saved.
  function beginQuick(name) {
    const form = openForm();
    const own = form && form.querySelector(`[data-parties][data-name="${name}"]`);
    if (!own) return;
    form.dataset.quick = name;
    form.classList.add("is-quick");
    own.closest(".desk-field").classList.add("is-wanted");
    const line = own.querySelector("[data-typed]");
    line.focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  }

  function endQuick(form, line) {
    const own = line.closest("[data-parties]");
    const boxes = [...own.querySelectorAll("[data-chips] input[type=checkbox]")];
    const before = boxes.slice(0, -1).filter((box) => box.checked);
    if (before.length > 1) return; // several speak: whose place is meant cannot be told
    before.forEach((box) => (box.checked = false));
    const nobody = form.elements.nobody;
    if (nobody && own.dataset.name === "speakers") nobody.checked = false;
    const kind = boxes.length && boxes[boxes.length - 1].closest("li").querySelector("select");
    if (!kind) form.requestSubmit();
  }

  function showMessages(page) {
    document.querySelectorAll("ul.messagelist").forEach((list) => list.remove());
    const told = page.querySelector("ul.messagelist");
    if (told) document.getElementById("content").before(document.importNode(told, true));
  }

  function complain() {
    document.querySelectorAll(".desk-lost").forEach((note) => note.remove());
    const note = document.createElement("p");
    note.className = "errornote desk-lost";
    note.setAttribute("role", "alert");
    note.textContent = review().dataset.failed;
    (openForm() || review()).prepend(note);
    note.scrollIntoView({ block: "nearest" });
  }

  function nextUndecided(after) {
    const all = cards();
    const at = all.findIndex((one) => one.dataset.statement === after);
    const turn = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    const next = turn.find((one) => one.matches(".is-machine, .is-otherwise"));
    return next ? next.dataset.statement : after;
  }

  // One card and its marks in the text stand out.
  function select(id, { mark = true, scroll = true } = {}) {
    document.querySelectorAll(".is-current").forEach((one) => one.classList.remove("is-current"));
    current = id;
    const chosen = card(id);
    if (!chosen) return;
    chosen.classList.add("is-current");
    if (scroll) chosen.scrollIntoView({ block: "nearest" });
    if (!chosen.contains(document.activeElement)) chosen.focus({ preventScroll: true });
    document.querySelectorAll(`[data-all~="${id}"]`).forEach((one) => one.classList.add("is-current"));
    const number = document.getElementById(`mark-${id}`);
    if (mark && number && window.matchMedia("(min-width: 768px)").matches) bringIntoView(number);
  }

  // The text is scrolled within its frame; the page stays where it is.
  function bringIntoView(number) {
    const text = document.querySelector("[data-text]");
    const box = number.getBoundingClientRect();
    const frame = text.getBoundingClientRect();
    const bottom = Math.min(frame.bottom, window.innerHeight) - 80;
    if (box.top < frame.top || box.bottom > bottom) text.scrollTop += box.top - frame.top - 110;
  }

  function step(by) {
    const all = cards();
    const at = all.findIndex((one) => one.dataset.statement === current);
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) select(next.dataset.statement);
  }

  function mayLeave(form) {
    return !dirty || form === openForm() || window.confirm(review().dataset.lose);
  }

  function from(element) {
    if (element.id === "add" || "add" in element.dataset) return "add";
    const inside = element.closest("[data-statement]");
    return inside ? inside.dataset.statement : current;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-swap]")) return;
    event.preventDefault();
    if (!mayLeave(form)) return;
    const body = new FormData(form, event.submitter);
    const act = ["confirm", "reject", "accept", "refuse"].includes(body.get("act")) ? body.get("act") : undefined;
    const action = event.submitter && event.submitter.hasAttribute("formaction") ? event.submitter.formAction : form.action;
    swap(action, { method: "POST", body: new URLSearchParams(body) }, { act, from: from(form) });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (mayLeave(null)) swap(link.href, {}, { from: from(link), quick: link.dataset.quick });
      return;
    }
    const toMark = event.target.closest("[data-to-mark]");
    const number = event.target.closest(".desk-number");
    const mark = event.target.closest(".desk-article .desk-mark");
    if (number) {
      event.preventDefault();
      select(number.id.replace("mark-", ""), { mark: false });
    } else if (mark && window.getSelection().isCollapsed) {
      select(mark.dataset.mark, { mark: false });
    } else if (event.target.closest("[data-statement]") && !event.target.closest("a, button, input, textarea, select, label, summary")) {
      if (window.getSelection().isCollapsed) select(event.target.closest("[data-statement]").dataset.statement);
    } else if (toMark) {
      current = toMark.closest("[data-statement]").dataset.statement;
      select(current);
      if (window.matchMedia("(min-width: 768px)").matches) event.preventDefault();
    }
  });

  document.addEventListener("input", (event) => {
    if (openForm() && openForm().contains(event.target)) dirty = true;
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-statement-form] [name=event]")) tidyForm();
    const quick = event.target.matches("[data-typed]") && event.target.closest("form[data-quick]");
    if (quick && event.target.closest("[data-parties]").dataset.name === quick.dataset.quick) endQuick(quick, event.target);
    if (openForm() && openForm().contains(event.target)) dirty = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty && !loading) event.preventDefault();
  });

  // The fields of a new event are shown where a new event is chosen.
  function tidyForm() {
    document.querySelectorAll("[data-statement-form]").forEach((form) => {
      form.querySelector("[data-new-event]").hidden = form.elements.event.value !== "new";
    });
  }

  // What keys.js, selection.js and presence.js need of the page.
  window.desk = {
    review,
    card,
    openForm,
    current: () => current,
    isDirty: () => dirty,
    isLoading: () => loading,
    step,
    renew,
    async add(fill) {
      const link = document.querySelector("[data-add]");
      return link && mayLeave(null) && (await swap(link.href, {}, { from: "add" })) && fill && fill();
    },
  };

  let timer = null;
  function poll() {
    window.clearTimeout(timer);
    if (!("busy" in review().dataset)) return;
    timer = window.setTimeout(async () => {
      const idle = !openForm() && window.getSelection().isCollapsed && !document.hidden;
      if (!idle || !(await renew())) poll();
    }, POLL);
  }

  // The page as it now stands, unless a form is open on it.
  async function renew() {
    if (loading || openForm()) return false;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(window.location.pathname)).text(), "text/html");
      if (!page.getElementById("review") || openForm() || loading) return false;
      replace(page, "", current);
      return true;
    } catch {
      return false; // the next look may find the server again
    }
  }

  tidyForm();
  poll();
  const asked = window.location.hash.match(/^#statement-(\d+)$/);
  const first = asked && card(asked[1]) ? asked[1] : nextUndecided(null);
  if (first && card(first)) select(first, { scroll: Boolean(asked) });
  if (openForm() && openForm().querySelector(".errornote, .errorlist")) {
    dirty = true;
    wantedField(openForm()).focus();
  }
})();
