// Inside the frame: draws what it is given and tells how high the drawing is.
(() => {
  const tell = (message) => parent.postMessage(message, "*");
  const font = "system-ui, 'Segoe UI', 'Noto Sans', 'Hiragino Sans', 'Yu Gothic', 'PingFang SC', sans-serif";
  const scroller = document.querySelector("div");
  const hint = document.querySelector("p");
  let number = 0;

  // What is cut off fades at its edge, because phones show no scroll bar.
  const showEdges = () => {
    const left = scroller.scrollLeft;
    const rest = scroller.scrollWidth - scroller.clientWidth - left;
    scroller.classList.toggle("more-before", left > 1);
    scroller.classList.toggle("more-after", rest > 1);
  };

  const show = () => {
    const drawing = scroller.querySelector("svg");
    if (!drawing) {
      return;
    }
    const wide = scroller.scrollWidth > scroller.clientWidth + 1;
    hint.hidden = !wide;
    scroller.tabIndex = wide ? 0 : -1;
    showEdges();
    tell({ action: "drawn", height: document.body.getBoundingClientRect().height + 4 });
  };

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
      scroller.innerHTML = svg;
      // On a phone a wide drawing is scrolled rather than shrunk until nobody can read it.
      const drawing = scroller.firstElementChild;
      drawing.style.minWidth = `${Math.min(drawing.viewBox.baseVal.width, 560)}px`;
      hint.textContent = data.hint;
      document.documentElement.lang = data.lang;
      show();
    } catch (error) {
      console.error("This diagram cannot be drawn", error);
      tell({ action: "failed" });
    }
  });
  scroller.addEventListener("scroll", showEdges, { passive: true });
  new ResizeObserver(show).observe(document.body);
  tell({ action: "ready" });
})();
