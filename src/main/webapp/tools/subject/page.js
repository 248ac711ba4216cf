import { startPage } from '../shared/page.js';
import { strings } from './strings.js';
import { adviceFor, columnsOf } from './subject.js';

const { text } = startPage(strings);
const fields = Object.fromEntries(
  ['sender', 'subject', 'preview'].map((name) => [name, document.querySelector(`#${name}`)]),
);
const list = document.querySelector('#advice');

function show() {
  for (const [name, field] of Object.entries(fields)) {
    for (const shown of document.querySelectorAll(`[data-show="${name}"]`)) {
      shown.textContent = field.value;
    }
  }
  document.querySelector('#length').textContent = text('length', {
    columns: columnsOf(fields.subject.value),
  });
  const keys = adviceFor(fields.subject.value, fields.preview.value);
  list.replaceChildren(
    ...(keys.length > 0 ? keys : ['fine']).map((key) => {
      const item = document.createElement('li');
      item.textContent = text(key);
      return item;
    }),
  );
}

for (const [name, field] of Object.entries(fields)) {
  if (field.value === '') {
    field.value = text(`${name}Sample`);
  }
  field.addEventListener('input', show);
}
show();
