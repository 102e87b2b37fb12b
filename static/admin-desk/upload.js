// Upload: files dropped or chosen in several goes, sent one by one with a bar; one that does not arrive is
// sent again without the others, by itself while the server says that it is in trouble. Of a file that is
// too large only name and size are sent. Without this script the form is sent the plain way.
"use strict";
(() => {
  const form = document.getElementById("upload");
  const input = form.elements.files;
  const drop = form.querySelector("[data-drop]");
  const list = form.querySelector("[data-chosen]");
  const count = form.querySelector("[data-count]");
  const bar = form.querySelector("[data-progress]");
  const status = form.querySelector("[data-status]");
  const send = form.querySelector("[type=submit]");
  const { dropped, pathOf, sorted } = window.deskFolders;
  const SHOWN = 100; // files named in the list
  const words = form.dataset;
  const MANY = /\.(csv|tsv|xlsx|jsonl|ndjson|json|xml|rss|atom|zip)$/i; // files of many articles may be larger
  const PAUSES = [2, 4, 8, 16, 30]; // seconds between tries while the server is in trouble
  const IN_TROUBLE = 503;
  const limit = (file) => Number(MANY.test(file.name) ? words.maxTableBytes : words.maxBytes);
  const isLarge = (file) => file.size > limit(file);
  let files = [];
  let companions = new Map(); // folder of page companions -> how many files of it are not sent
  let begun = null; // addresses of the import, once the server has what was typed

  document.documentElement.classList.add("has-script");

  function add(more) {
    const key = (file) => [pathOf(file), file.size, file.lastModified].join("/");
    const there = new Set(files.map(key));
    const found = sorted([...files, ...[...more].filter((file) => !there.has(key(file)))]);
    files = found.kept;
    companions = new Map([...companions, ...found.companions]);
    keep();
  }

  // The list shown and the input that is sent are always the same files.
  function keep() {
    const holder = new DataTransfer();
    files.forEach((file) => holder.items.add(file));
    input.files = holder.files;
    show();
    errors("files", []);
  }

  function show() {
    const left = [...companions].map(([folder, count]) => line(folder, `${words.companions} (${count})`));
    const more = files.length > SHOWN ? [line("", `${words.more} ${files.length - SHOWN}`)] : [];
    const all = files.reduce((sum, file) => sum + file.size, 0);
    count.hidden = !files.length;
    count.querySelector("b").textContent = files.length ? `${counted(files.length)}، ${bytes(all)}` : "";
    list.replaceChildren(...left, ...files.slice(0, SHOWN).map(row), ...more);
  }

  // «3 ملفات», «11 ملفًا»
  const counted = (n) => words[new Intl.PluralRules("ar").select(n)].replace("#", n);

  function line(path, words) {
    const item = document.createElement("li");
    item.append(named(path), Object.assign(document.createElement("small"), { textContent: words }));
    return item;
  }

  // Each part of a path and each number is isolated, so that none moves another: see templatetags/desk.py.
  function named(path) {
    const name = document.createElement("span");
    if (!/[\u0590-\u08ff]/.test(path)) {
      name.append(Object.assign(document.createElement("bdi"), { textContent: path, dir: "ltr" }));
      return name;
    }
    path.split("/").forEach((part, at) => {
      const isolated = document.createElement("bdi");
      part.split(/(\d+(?:[-_.:]\d+)*(?:\.[A-Za-z]\w{1,5}\b)?)/).forEach((piece, odd) => {
        const number = Object.assign(document.createElement("bdi"), { textContent: piece, dir: "ltr" });
        isolated.append(odd % 2 ? number : piece);
      });
      name.append(at ? "/" : "", isolated);
    });
    return name;
  }

  function row(file) {
    const item = document.createElement("li");
    const name = named(pathOf(file));
    const size = document.createElement("small");
    size.textContent = isLarge(file) ? tooLarge(file) : bytes(file.size);
    item.classList.toggle("is-bad", isLarge(file));
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = words.remove;
    remove.setAttribute("aria-label", `${words.remove} ${pathOf(file)}`);
    remove.addEventListener("click", () => {
      files = files.filter((one) => one !== file);
      keep();
    });
    item.append(name, size, remove);
    return item;
  }

  const tooLarge = (file) =>
    `${bytes(file.size)}. ${MANY.test(file.name) ? words.tableTooLarge : words.tooLarge}`;

  function bytes(size) {
    const [unit, of] = size < 1024 ? ["byte", 1] : size < 1048576 ? ["kilobyte", 1024] : ["megabyte", 1048576];
    return new Intl.NumberFormat("ar-u-nu-latn", {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: 1,
    }).format(size / of);
  }

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
    send.textContent = words.again;
    status.textContent = words.failed;
  }

  // XMLHttpRequest, for fetch does not say how much has been sent.
  function post(address, data, sent) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => sent(event.loaded));
      request.addEventListener("error", reject);
      request.addEventListener("load", () =>
        request.response ? resolve({ status: request.status, ...request.response }) : reject(),
      );
      request.send(data);
    });
  }

  // What is answered in the end; meanwhile the page says what the trouble is.
  async function postPatiently(address, data, sent) {
    for (const pause of PAUSES) {
      const answer = await post(address, data, sent);
      if (answer.status !== IN_TROUBLE) {
        errors("__all__", []);
        return answer;
      }
      showErrors(answer.errors);
      status.textContent = words.waiting;
      await new Promise((resolve) => window.setTimeout(resolve, 1000 * pause));
    }
    return post(address, data, sent);
  }

  async function begin() {
    const data = new FormData(form);
    data.delete("files");
    data.set("coming", files.length);
    const answer = await postPatiently(form.action || window.location.href, data, () => {});
    if (answer.next) begun = answer;
    return answer;
  }

  function told(file) {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    if (isLarge(file)) {
      data.set("name", pathOf(file));
      data.set("size", file.size);
    } else {
      data.set("file", file);
      data.set("path", pathOf(file));
    }
    return data;
  }

  // What was answered last: that all is kept, or why a file is not.
  async function sendFiles() {
    const all = files.reduce((sum, file) => sum + file.size, 1);
    let before = 0;
    while (files.length) {
      const [file] = files;
      status.textContent = `${words.sending}: ${pathOf(file)}`;
      const answer = await postPatiently(begun.files, told(file), (loaded) => {
        bar.value = (100 * (before + Math.min(loaded, file.size))) / all;
      });
      if (!answer.name) return answer;
      before += file.size;
      files = files.slice(1);
      show();
    }
    return begun;
  }

  async function upload() {
    working(true);
    try {
      const answer = begun || (await begin());
      const last = answer.errors ? answer : await sendFiles();
      if (last.errors) {
        working(false);
        if (begun) send.textContent = words.again;
        return showErrors(last.errors);
      }
      window.location.assign(begun.next);
    } catch {
      failed();
    }
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
    dropped(event.dataTransfer).then(add, () => errors("files", [words.unreadable]));
  });
  count.querySelector("[data-clear]").addEventListener("click", () => {
    files = [];
    companions = new Map();
    keep();
    form.querySelector("[data-folder]").focus();
  });
  form.querySelector("[data-folder]").addEventListener("click", () => {
    const folder = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
    folder.addEventListener("change", () => add(folder.files));
    folder.click();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const tooLong = new Blob([form.elements.text.value]).size > Number(words.maxText) * 0.9;
    errors("text", tooLong ? [words.textTooLarge] : []);
    if (!tooLong) upload();
  });
  window.addEventListener("pageshow", () => {
    working(false);
    if (!files.length && input.files.length) add(input.files);
  });
})();
