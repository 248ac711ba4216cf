import { copyOnClick, loadScript, startPage } from '../shared/page.js';
import { guessHan, loanSounds, makeSlug, needsOf } from './slug.js';
import { strings } from './strings.js';

const { language, text } = startPage(strings);
const input = document.querySelector('#input');
const hanChoice = document.querySelector('#han');
const maximum = document.querySelector('#maximum');
const output = document.querySelector('#slug');
const notes = document.querySelector('#notes');
const copy = document.querySelector('#copy');

const libraries = {
  pinyin: {
    address: '/tools/vendor/pinyin-pro.js',
    convert: (run) => globalThis.pinyinPro.pinyin(run, { toneType: 'none', type: 'array' }),
  },
  romaji: {
    address: '/tools/vendor/wanakana.min.js',
    convert: (run) => globalThis.wanakana.toRomaji(run, { customRomajiMapping: loanSounds }),
  },
  latin: {
    address: '/tools/vendor/transliteration.umd.min.js',
    convert: (run) => globalThis.transliteration.transliterate(run, { unknown: '' }),
  },
};

async function convertersFor(needs) {
  const wanted = Object.keys(libraries).filter((name) => needs[name]);
  await Promise.all(wanted.map((name) => loadScript(libraries[name].address)));
  return Object.fromEntries(wanted.map((name) => [name, libraries[name].convert]));
}

let latest = 0;
async function show() {
  const turn = ++latest;
  const title = input.value;
  const han = hanChoice.value === 'auto' ? guessHan(title, language) : hanChoice.value;
  try {
    const converters = await convertersFor(needsOf(title, han));
    // A library may arrive after the title has changed again; only the newest turn may write.
    if (turn === latest) {
      write(title, makeSlug(title, converters, maximum.valueAsNumber || Number(maximum.max)), han);
    }
  } catch (error) {
    console.error(error);
    notes.textContent = text('failed');
  }
}

function write(title, { slug, leftOut }, han) {
  output.textContent = slug;
  copy.disabled = slug === '';
  notes.textContent = notesFor(title, slug, leftOut, han);
}

function notesFor(title, slug, leftOut, han) {
  if (title.trim() === '') {
    return text('empty');
  }
  const lines = slug === '' ? [text('nothing')] : [text('length', { length: slug.length })];
  if (leftOut.length > 0) {
    lines.push(text(han === 'ja' ? 'kanji' : 'leftOut', { parts: leftOut.join(', ') }));
  }
  return lines.join(' ');
}

for (const field of [input, hanChoice, maximum]) {
  field.addEventListener('input', show);
}
copyOnClick(copy, document.querySelector('#status'), () => output.textContent, text);
show();
