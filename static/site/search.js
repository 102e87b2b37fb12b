// Fields left empty do not go into the address; the server cleans the address where there is no script.
for (const form of document.querySelectorAll("form[role=search]")) {
  const fields = () => form.querySelectorAll("input, select");
  form.addEventListener("submit", () => {
    for (const field of fields()) field.disabled = !field.value.trim();
  });
  addEventListener("pageshow", () => { // back to a page that the browser kept
    for (const field of fields()) field.disabled = false;
  });
}

// A choice among those that are folded away on a phone leads back to its place: some browsers do not unfold it by themselves.
const chosen = location.hash.startsWith("#by-") && document.getElementById(location.hash.slice(1));
if (chosen) {
  chosen.closest("details").open = true;
  chosen.scrollIntoView();
}
