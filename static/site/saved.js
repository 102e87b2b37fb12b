// Leaving takes the one click on the mail's link. A program that only looks at links runs no script and leaves nobody.
document.querySelector("form[data-at-once]")?.requestSubmit();
