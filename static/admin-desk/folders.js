// Folders dropped or chosen: all files in them with their paths, but hidden ones and what a browser saves
// beside a page («لقاء.html» and the folder «لقاء_files»), as statements/documents/companions.py has it.
"use strict";
window.deskFolders = (() => {
  const PAGE = /\.(x?html|htm)$/i;
  const ENDS = ["_files", ".files", "-files", "_ملفات"];
  const LITTER = /^(\..*|Thumbs\.db|desktop\.ini|__MACOSX|~\$.*)$/i;
  const paths = new WeakMap(); // of files that were dropped: these do not know theirs

  const pathOf = (file) => paths.get(file) || file.webkitRelativePath || file.name;

  // All files of a drop. The entries must be asked for at once: later the drop is empty.
  async function dropped(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (!entries.some((entry) => entry && entry.isDirectory)) return [...transfer.files];
    const found = await Promise.all(entries.filter(Boolean).map(inside));
    return found.flat();
  }

  async function inside(entry) {
    if (LITTER.test(entry.name)) return [];
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      paths.set(file, entry.fullPath.replace(/^\//, ""));
      return [file];
    }
    const found = [];
    for (const one of await all(entry.createReader())) found.push(...(await inside(one)));
    return found;
  }

  // A reader gives a hundred entries at a time, and none when it has given all.
  async function all(reader) {
    const entries = [];
    for (;;) {
      const more = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!more.length) return entries.sort((a, b) => a.name.localeCompare(b.name, "ar"));
      entries.push(...more);
    }
  }

  // The files that may be articles, and how many companions each folder of such has.
  function sorted(files) {
    const pages = files.map(pathOf).filter((path) => PAGE.test(path));
    const folders = new Set(pages.flatMap((path) => ENDS.map((end) => path.replace(/\.\w+$/, "") + end)));
    const kept = [];
    const companions = new Map();
    for (const file of files) {
      const parts = pathOf(file).split("/");
      const above = parts.map((_part, at) => parts.slice(0, at).join("/")).find((path) => folders.has(path));
      if (above) companions.set(above, (companions.get(above) || 0) + 1);
      else if (!parts.some((part) => LITTER.test(part))) kept.push(file);
    }
    return { kept, companions };
  }

  return { dropped, pathOf, sorted };
})();
