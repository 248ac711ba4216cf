// Draws the diagrams of an article. Each is drawn inside a frame without rights of its own, because
// the drawing library needs inline styles, which the page itself forbids. Until a diagram is drawn,
// and where that fails, its source stands in its place.
(() => {
  const frameUrl = new URL("{diagram-frame.html}", document.currentScript.src);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const texts = {
    en: { name: "Diagram", hint: "Scroll sideways to see the whole diagram." },
    ja: { name: "図", hint: "横にスクロールすると、図の全体が見られます。" },
    zh: { name: "图表", hint: "左右滑动可查看完整图表。" },
  };
  const lang = document.documentElement.lang.slice(0, 2);
  const text = texts[lang] ?? texts.en;
  const drawings = [];

  const send = ({ frame, source }) =>
    frame.contentWindow.postMessage(
      { action: "draw", source, dark: dark.matches, hint: text.hint, lang: texts[lang] ? lang : "en" },
      "*",
    );

  const start = (block) => {
    const frame = document.createElement("iframe");
    frame.className = "diagram";
    frame.title = text.name;
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
