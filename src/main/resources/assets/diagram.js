// Draws the diagrams of an article. Each is drawn inside a frame without rights of its own, because
// the drawing library needs inline styles, which the page itself forbids. Until a diagram is drawn,
// and where that fails, its source stands in its place.
(() => {
  const frameUrl = new URL("{diagram-frame.html}", document.currentScript.src);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const names = { ja: "図", zh: "图表" };
  const drawings = [];

  const send = ({ frame, source }) =>
    frame.contentWindow.postMessage({ action: "draw", source, dark: dark.matches }, "*");

  const start = (block) => {
    const frame = document.createElement("iframe");
    frame.className = "diagram";
    frame.title = names[document.documentElement.lang.slice(0, 2)] ?? "Diagram";
    frame.sandbox = "allow-scripts";
    frame.height = 0;
    frame.src = frameUrl.href;
    block.before(frame);
    drawings.push({ frame, block, source: block.textContent });
  };

  addEventListener("message", (event) => {
    const drawing = drawings.find(({ frame }) => frame.contentWindow === event.source);
    if (!drawing) {
      return;
    }
    const { frame, block } = drawing;
    if (event.data.action === "ready") {
      send(drawing);
    } else if (event.data.action === "drawn") {
      frame.height = Math.min(Math.ceil(event.data.height), 5000);
      block.hidden = true;
    } else if (event.data.action === "failed") {
      frame.remove();
      block.hidden = false;
    }
  });
  dark.addEventListener("change", () => drawings.forEach((drawing) => drawing.frame.isConnected && send(drawing)));
  document.querySelectorAll("pre.mermaid").forEach(start);
})();
