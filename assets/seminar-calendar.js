// Completes the links to calendars: only the browser knows where a site is that was built without
// its address, and whether an address can be copied. Without it there is the file to download.
(() => {
  for (const line of document.querySelectorAll(".seminar-calendars li")) {
    const file = line.querySelector("a[download]");
    const subscribe = line.querySelector(".seminar-subscribe");
    const copy = line.querySelector("button");
    const done = line.querySelector("[role=status] > span");
    if (!(file instanceof HTMLAnchorElement) || !subscribe || !copy) continue;
    const address = copy.dataset.address ?? file.href;
    // From a folder of this computer nobody can subscribe.
    if (!/^https?:/.test(address)) continue;
    subscribe.setAttribute("href", address.replace(/^https?:/, "webcal:"));
    subscribe.removeAttribute("hidden");
    if (!navigator.clipboard) continue; // only pages that came by https have one
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(address);
      } catch {
        return; // The reader has forbidden it.
      }
      done?.removeAttribute("hidden");
    });
  }
})();
