// Links and forms that htmx follows replace a piece of the page. An answer without that piece (an error, a login) is
// opened as the page that it is.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { requestConfig, xhr, pathInfo, boosted } = event.detail;
  if (!(boosted ?? requestConfig?.boosted)) return;
  if (!event.detail.isError && xhr.responseText.includes(`id="${event.detail.target.id}"`)) return;
  event.detail.shouldSwap = false;
  location.assign(pathInfo.finalRequestPath);
});

// What had the focus is gone with the piece that it stood in.
document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement === document.body) document.getElementById("main").focus({ preventScroll: true });
});
