import { startPage } from '../shared/page.js';
import { countText, readingSeconds, usualSpeeds } from './count.js';
import { strings } from './strings.js';

const { tag, text } = startPage(strings);
const input = document.querySelector('#input');
const numbers = new Intl.NumberFormat(tag);

/** A speed that was cleared or is not a number counts as the usual one. */
function speeds() {
  const read = (name) => {
    const value = document.querySelector(`#speed-${name}`).valueAsNumber;
    return value > 0 ? value : usualSpeeds[name];
  };
  return { words: read('words'), japanese: read('japanese'), chinese: read('chinese') };
}

function duration(seconds) {
  return seconds < 60
    ? text('short', { seconds })
    : text('duration', {
        minutes: numbers.format(Math.floor(seconds / 60)),
        seconds: seconds % 60,
      });
}

function show() {
  const counts = countText(input.value, tag);
  for (const output of document.querySelectorAll('[data-count]')) {
    output.textContent = numbers.format(counts[output.dataset.count]);
  }
  document.querySelector('#time').textContent = duration(readingSeconds(counts, speeds()));
}

let waiting;
document.querySelector('#form').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 80);
});
show();
