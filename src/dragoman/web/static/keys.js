// Keys for every page.
document.addEventListener("keydown", () => {});
