// Inside the frame: draws what it is given and tells how high the drawing is.
(() => {
  const tell = (message) => parent.postMessage(message, "*");
  const font = "system-ui, 'Segoe UI', 'Noto Sans', 'Hiragino Sans', 'Yu Gothic', 'PingFang SC', sans-serif";
  let number = 0;

  addEventListener("message", async ({ data, source }) => {
    if (source !== parent || data.action !== "draw") {
      return;
    }
    try {
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: "strict",
        theme: data.dark ? "dark" : "neutral",
        fontFamily: font,
      });
      const { svg } = await mermaid.render(`drawing-${number++}`, data.source);
      document.body.innerHTML = svg;
      // On a phone a wide drawing is scrolled rather than shrunk until nobody can read it.
      const drawing = document.body.firstElementChild;
      drawing.style.minWidth = `${Math.min(drawing.viewBox.baseVal.width, 560)}px`;
    } catch (error) {
      console.error("This diagram cannot be drawn", error);
      tell({ action: "failed" });
    }
  });
  new ResizeObserver(() => {
    const drawing = document.querySelector("body > svg");
    if (drawing) {
      tell({ action: "drawn", height: drawing.getBoundingClientRect().height + 4 });
    }
  }).observe(document.body);
  tell({ action: "ready" });
})();
