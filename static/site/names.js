// Names offered under a box while a reader types; without script the box is a plain one.
for (const box of document.querySelectorAll("input[data-names]")) {
  const list = document.createElement("ul");
  list.id = `${box.id}-names`;
  list.className = "names-offered";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.namesLabel);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" })) box.setAttribute(name, value);
  const holder = document.createElement("span");
  holder.className = "names-box";
  box.replaceWith(holder);
  holder.append(box, list);

  let asked = 0, timer, chosen = -1;

  const show = (names) => {
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
    list.replaceChildren(...names.map(({ name, kind }, at) => {
      const row = document.createElement("li");
      row.id = `${list.id}-${at}`;
      row.setAttribute("role", "option");
      const called = document.createElement("bdi"), what = document.createElement("span");
      called.textContent = name;
      what.textContent = kind;
      row.append(called, " ", what);
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(name); });
      return row;
    }));
    list.hidden = !names.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };

  const take = (name) => {
    box.value = name;
    show([]);
    if (box.dataset.names === "go") box.form.requestSubmit();
  };

  const mark = (at) => {
    list.children[chosen]?.removeAttribute("aria-selected");
    chosen = (at + list.children.length) % list.children.length;
    list.children[chosen].setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", list.children[chosen].id);
  };

  const ask = async () => {
    const turn = ++asked, typed = box.value.trim();
    if (typed.length < 2) return show([]);
    const answer = await fetch(`${box.dataset.namesUrl}?q=${encodeURIComponent(typed)}`).catch(() => null);
    if (answer?.ok && turn === asked) show((await answer.json()).names);
  };

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  box.addEventListener("blur", () => { clearTimeout(timer); asked++; show([]); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); asked++; show([]); }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(chosen + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(chosen < 0 ? -1 : chosen - 1); }
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen].firstChild.textContent); }
  });
}
