// In each page of a preview: reloads it when it has changed, and shows what is wrong.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { page = "", build = "" } = script.dataset;
  const place = `seminar-serve:${page}`;
  const panel = document.createElement("div");
  panel.id = "seminar-serve";
  panel.style.cssText =
    "position:fixed;bottom:0;left:0;right:0;z-index:2147483647;max-height:40vh;overflow:auto;" +
    "box-sizing:border-box;padding:.6rem 1rem;background:#7a1021;color:#fff;" +
    "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;display:none";
  panel.setAttribute("role", "status");
  document.body.append(panel);

  const stored = sessionStorage.getItem(place);
  if (stored !== null) {
    sessionStorage.removeItem(place);
    const top = Number(stored);
    const restore = () => window.scrollTo({ top, behavior: "instant" });
    restore();
    window.addEventListener("load", restore);
  }

  const events = new EventSource(
    `/_seminar/events?page=${encodeURIComponent(page)}&build=${build}`,
  );
  events.onmessage = (event) => {
    const { reload, problems } = JSON.parse(event.data);
    if (reload) {
      sessionStorage.setItem(place, String(window.scrollY));
      events.close();
      window.location.reload();
      return;
    }
    panel.textContent = problems.join("\n");
    panel.style.display = problems.length ? "block" : "none";
  };
  window.addEventListener("pagehide", () => events.close());
})();
