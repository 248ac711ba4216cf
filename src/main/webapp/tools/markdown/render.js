// Markdown to harmless HTML. The two libraries come in as arguments: `marked` and `DOMPurify`.

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;

const POLICY = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: ['style', 'form', 'button', 'select', 'textarea', 'audio', 'video', 'source'],
  FORBID_ATTR: ['style', 'class', 'srcset', 'background'],
  // Names from the text must not shadow what the page itself looks up by name.
  SANITIZE_NAMED_PROPS: true,
};

/** Returns the HTML of a text, sanitised. Pictures are kept as they are. */
export function renderMarkdown(text, marked, purifier) {
  const html = marked.parse(text.replace(FRONT_MATTER, ''), { gfm: true, async: false });
  return purifier.sanitize(html, POLICY);
}

/**
 * Makes rendered content fit for showing inside this page: links open beside it, task boxes have
 * names, and pictures become their names, because nothing is fetched for a text that is only typed.
 * Those in this site's own media folder stay.
 *
 * @param root the element that holds the content; changed in place
 * @param nameOfPicture alternative text → text to show instead of a picture
 */
export function settleContent(root, nameOfPicture) {
  for (const link of root.querySelectorAll('a[href]')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  for (const picture of root.querySelectorAll('img')) {
    if (!isOwnMedia(picture.getAttribute('src') ?? '')) {
      const name = document.createElement('span');
      name.className = 'picture-name';
      name.textContent = nameOfPicture(picture.alt || picture.getAttribute('src'));
      picture.replaceWith(name);
    }
  }
  for (const box of root.querySelectorAll('input[type="checkbox"]')) {
    box.disabled = true;
    box.setAttribute('aria-label', box.parentElement.textContent.trim());
  }
}

function isOwnMedia(address) {
  return /^\/media\/[\w.-]+$/.test(address);
}
