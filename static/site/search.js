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
