// Upload: files dropped or chosen in several goes, a bar while they are sent, errors without losing them.
// Without this script the form is sent the plain way.
"use strict";
(() => {
  const form = document.getElementById("upload");
  const input = form.elements.files;
  const drop = form.querySelector("[data-drop]");
  const list = form.querySelector("[data-chosen]");
  const bar = form.querySelector("[data-progress]");
  const status = form.querySelector("[data-status]");
  const send = form.querySelector("[type=submit]");
  const words = form.dataset;
  const limit = Number(words.maxBytes);
  let files = [];

  document.documentElement.classList.add("has-script");

  function add(more) {
    const key = (file) => [file.name, file.size, file.lastModified].join("/");
    const there = new Set(files.map(key));
    files = [...files, ...[...more].filter((file) => !there.has(key(file)))];
    keep();
  }

  // The list shown and the input that is sent are always the same files.
  function keep() {
    const holder = new DataTransfer();
    files.forEach((file) => holder.items.add(file));
    input.files = holder.files;
    list.replaceChildren(...files.map(row));
    errors("files", files.length > Number(words.maxFiles) ? [`${words.tooMany} ${words.maxFiles}`] : []);
  }

  function row(file) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.append(Object.assign(document.createElement("bdi"), { textContent: file.name }));
    const size = document.createElement("small");
    size.textContent = file.size > limit ? words.tooLarge : bytes(file.size);
    item.classList.toggle("is-bad", file.size > limit);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = words.remove;
    remove.setAttribute("aria-label", `${words.remove} ${file.name}`);
    remove.addEventListener("click", () => {
      files = files.filter((one) => one !== file);
      keep();
    });
    item.append(name, size, remove);
    return item;
  }

  const bytes = (size) =>
    new Intl.NumberFormat("ar-u-nu-latn", {
      style: "unit",
      unit: size < 1e6 ? "kilobyte" : "megabyte",
      maximumFractionDigits: 1,
    }).format(size < 1e6 ? size / 1e3 : size / 1e6);

  function errors(field, told) {
    const place = form.querySelector(`[data-errors="${field}"]`);
    if (!place) return;
    const lines = document.createElement("ul");
    lines.className = "errorlist";
    lines.append(...told.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    place.replaceChildren(...(told.length ? [lines] : []));
    if (field === "__all__") place.hidden = !told.length;
    const wrap = place.closest(".desk-field");
    if (wrap) wrap.classList.toggle("has-errors", told.length > 0);
  }

  function showErrors(answer) {
    form.querySelectorAll("[data-errors]").forEach((place) => errors(place.dataset.errors, answer[place.dataset.errors] || []));
    const first = form.querySelector(".has-errors input, .has-errors textarea") || form.querySelector("[data-errors]:not([hidden])");
    if (first.focus) first.focus();
    first.scrollIntoView({ block: "center" });
  }

  function working(on) {
    send.disabled = on;
    bar.hidden = !on;
    bar.value = 0;
    status.textContent = on ? words.sending : "";
  }

  function failed() {
    working(false);
    status.textContent = words.failed;
  }

  // XMLHttpRequest, for fetch does not say how much has been sent.
  function upload() {
    const request = new XMLHttpRequest();
    request.open("POST", form.action || window.location.href);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      status.textContent = words.working;
    });
    request.addEventListener("error", failed);
    request.addEventListener("load", () => {
      const answer = request.response;
      if (answer && answer.next) window.location.assign(answer.next);
      else if (answer && answer.errors) {
        working(false);
        showErrors(answer.errors);
      } else failed();
    });
    working(true);
    request.send(new FormData(form));
  }

  input.addEventListener("change", () => add(input.files));
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const tooLong = new Blob([form.elements.text.value]).size > Number(words.maxText) * 0.9;
    errors("text", tooLong ? [words.textTooLarge] : []);
    if (!tooLong && files.length <= Number(words.maxFiles)) upload();
  });
  window.addEventListener("pageshow", () => {
    working(false);
    if (!files.length && input.files.length) add(input.files);
  });
})();
