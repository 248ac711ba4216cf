// Puts a foreign player or post in the place of its link once the reader asks for it.
const look = `
  .embed iframe { display: block; width: 100%; height: 100%; border: 0 }
  @media screen { .embed-loaded > a { display: none } .embed-x.embed-loaded { min-height: 36rem } }
  @media print { .embed iframe { display: none } }`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(look);
document.adoptedStyleSheets.push(sheet);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".embed[data-embed-src] .embed-link");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  const embed = link.closest(".embed");
  const source = new URL(embed.dataset.embedSrc, location.href);
  if (source.protocol !== "https:") {
    return;
  }
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = source.href;
  frame.title = embed.dataset.embedTitle || link.textContent.trim();
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  // The link stays for paper, where the frame is blank.
  embed.append(frame);
  embed.classList.add("embed-loaded");
  frame.focus();
});
