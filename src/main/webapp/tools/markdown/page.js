import { countText } from '../count/count.js';
import { copyOnClick, startPage } from '../shared/page.js';
import { renderMarkdown, settleContent } from './render.js';
import { strings } from './strings.js';

const { tag, text } = startPage(strings);
const input = document.querySelector('#input');
const preview = document.querySelector('#preview');
const source = document.querySelector('#source');
const counts = document.querySelector('#counts');
const numbers = new Intl.NumberFormat(tag);
// A document without a browsing context loads nothing, so pictures can be judged before they are fetched.
const workshop = document.implementation.createHTMLDocument('');

function show() {
  const html = renderMarkdown(input.value, globalThis.marked, globalThis.DOMPurify);
  const content = workshop.createElement('div');
  content.innerHTML = html;
  const found = countText(content.textContent, tag);
  settleContent(content, (name) => text('picture', { name }));
  preview.replaceChildren(...content.childNodes);
  source.value = html;
  counts.textContent = text('counts', {
    words: numbers.format(found.words),
    cjk: numbers.format(found.cjk),
    characters: numbers.format(found.characters),
  });
}

let waiting;
input.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 80);
});
copyOnClick(
  document.querySelector('#copy'),
  document.querySelector('#status'),
  () => source.value,
  text,
);
if (input.value === '') {
  input.value = text('sample');
}
show();
