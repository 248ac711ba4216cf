import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTool } from './harness.mjs';

const { contrastOf, nearestColour, parseColour } = await importTool('contrast/contrast.js');
const { adviceFor, columnsOf } = await importTool('subject/subject.js');
const { chooseLanguage, fill } = await importTool('shared/page.js');

const white = [255, 255, 255];

test('contrast runs from 1 to 21 and does not mind the order', () => {
  assert.equal(contrastOf([0, 0, 0], white), 21);
  assert.equal(contrastOf(white, white), 1);
  assert.equal(contrastOf(white, [119, 119, 119]).toFixed(2), '4.48');
});

test('colours are read in both lengths, and nothing else is', () => {
  assert.deepEqual(parseColour(' #1B6249'), [27, 98, 73]);
  assert.deepEqual(parseColour('fff'), white);
  for (const text of ['', '#12', '#12345g', 'red', '#12345678']) {
    assert.equal(parseColour(text), undefined);
  }
});

test('the colour offered passes and is the nearest', () => {
  const underTest = nearestColour([150, 150, 150], white, 4.5);
  assert.ok(contrastOf(underTest, white) >= 4.5);
  assert.ok(contrastOf(underTest, white) < 4.8);
});

test('no colour is offered where none can pass', () => {
  assert.equal(nearestColour([119, 119, 119], [119, 119, 119], 7), undefined);
});

test('a cjk character takes two columns', () => {
  assert.equal(columnsOf('aあ漢！'), 7);
});

test('a good subject gets no advice', () => {
  assert.deepEqual(adviceFor('Notes from a quiet week', 'Three short pieces'), []);
});

test('each weakness of a subject is named', () => {
  assert.deepEqual(adviceFor('', ''), ['noSubject', 'noPreview']);
  assert.deepEqual(adviceFor('RE: BUY NOW!!', 'x'), ['shouting', 'marks', 'falseReply']);
  assert.deepEqual(adviceFor('a'.repeat(41), 'x'), ['cutOnPhones']);
  assert.deepEqual(adviceFor('あ'.repeat(36), 'x'), ['cutEverywhere']);
  assert.deepEqual(adviceFor('同じ', '同じ'), ['samePreview']);
});

test('the language asked for wins over the browser, and unknown ones are passed over', () => {
  assert.equal(chooseLanguage('ja', ['zh-CN']), 'ja');
  assert.equal(chooseLanguage('xx', ['fr', 'zh-TW', 'en']), 'zh');
  assert.equal(chooseLanguage(null, ['fr']), 'en');
  assert.equal(chooseLanguage('constructor', []), 'en');
});

test('values fill a text, and a name without a value stays', () => {
  assert.equal(fill('{a} of {b}', { a: 1 }), '1 of {b}');
});
