// Links and forms that htmx follows replace a piece of the page. An answer without that piece (an error, a login) is
// opened as the page that it is.
document.addEventListener("htmx:after:request", (event) => {
  const { request, response, target, text } = event.detail.ctx;
  if (!request.headers["HX-Boosted"] || (response.status < 400 && text.includes(`id="${target.id}"`))) return;
  event.preventDefault();
  location.assign(request.action);
});

// What had the focus is gone with the piece that it stood in.
document.addEventListener("htmx:after:swap", () => {
  if (document.activeElement === document.body) document.getElementById("main").focus({ preventScroll: true });
});
