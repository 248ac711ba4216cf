import { startPage } from '../shared/page.js';
import { contrastOf, formatColour, nearestColour, parseColour } from './contrast.js';
import { strings } from './strings.js';

const { tag, text } = startPage(strings);
const fields = ['foreground', 'background'].map((name) => ({
  name,
  written: document.querySelector(`#${name}`),
  picked: document.querySelector(`#${name}-picker`),
}));
const sample = document.querySelector('#sample');
const advice = document.querySelector('#advice');
const use = document.querySelector('#use');
const numbers = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function show() {
  const colours = fields.map(({ written }) => parseColour(written.value));
  fields.forEach(({ written, picked }, index) => {
    written.setAttribute('aria-invalid', String(colours[index] === undefined));
    if (colours[index]) {
      picked.value = formatColour(colours[index]);
    }
  });
  use.hidden = true;
  if (colours.includes(undefined)) {
    advice.textContent = text('invalid');
    return;
  }
  judge(...colours);
}

function judge(foreground, background) {
  sample.style.setProperty('color', formatColour(foreground));
  sample.style.setProperty('background-color', formatColour(background));
  const ratio = contrastOf(foreground, background);
  // Rounded down: a ratio that only rounds up to the limit does not pass.
  document.querySelector('#ratio').textContent =
    `${numbers.format(Math.floor(ratio * 100) / 100)} : 1`;
  for (const cell of document.querySelectorAll('[data-limit]')) {
    const passes = ratio >= Number(cell.dataset.limit);
    cell.textContent = text(passes ? 'pass' : 'fail');
    cell.classList.toggle('fails', !passes);
  }
  suggest(foreground, background, ratio);
}

function suggest(foreground, background, ratio) {
  const nearest = ratio < 4.5 && nearestColour(foreground, background, 4.5);
  advice.textContent = nearest ? text('nearest', { colour: formatColour(nearest) }) : '';
  use.hidden = !nearest;
  use.value = nearest ? formatColour(nearest) : '';
}

for (const { written, picked } of fields) {
  written.addEventListener('input', show);
  picked.addEventListener('input', () => {
    written.value = picked.value;
    show();
  });
}
use.addEventListener('click', () => {
  fields[0].written.value = use.value;
  show();
  fields[0].written.focus();
});
show();
