import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTool, runVendored } from './harness.mjs';

const { guessHan, loanSounds, makeSlug, needsOf } = await importTool('slug/slug.js');
['pinyin-pro.js', 'wanakana.min.js', 'transliteration.umd.min.js'].forEach(runVendored);

const all = {
  pinyin: (run) => globalThis.pinyinPro.pinyin(run, { toneType: 'none', type: 'array' }),
  romaji: (run) => globalThis.wanakana.toRomaji(run, { customRomajiMapping: loanSounds }),
  latin: (run) => globalThis.transliteration.transliterate(run, { unknown: '' }),
};
const slugOf = (title, converters = all, maximum = 80) => makeSlug(title, converters, maximum).slug;

test('accents and punctuation fall away', () => {
  assert.equal(slugOf('Café au lait: Ärger & Größe!'), 'cafe-au-lait-arger-grosse');
});

test('an apostrophe does not split a word', () => {
  assert.equal(slugOf("Don’t panic, it's fine"), 'dont-panic-its-fine');
});

test('full-width letters become plain ones', () => {
  assert.equal(slugOf('ＦＵＬＬ　Ｗｉｄｔｈ'), 'full-width');
});

test('chinese is read by the word, not by the character', () => {
  assert.equal(slugOf('重庆银行'), 'chong-qing-yin-hang');
});

test('kana become romaji, loan words as readers expect', () => {
  assert.equal(slugOf('さくらカフェ'), 'sakurakafe');
  assert.equal(slugOf('パーティー'), 'paatii');
});

test('other alphabets are spelt in latin letters', () => {
  assert.equal(slugOf('Привет, мир'), 'privet-mir');
});

test('kanji without a reading are left out and reported', () => {
  const { pinyin, ...japanese } = all;
  const underTest = makeSlug('東京のカフェ', japanese, 80);
  assert.deepEqual(underTest, { slug: 'nokafe', leftOut: ['東京'] });
});

test('a long slug is cut between words', () => {
  assert.equal(slugOf('hello big world', all, 10), 'hello-big');
  assert.equal(slugOf('unbreakable', all, 5), 'unbre');
});

test('signs alone give no slug and nothing to report', () => {
  assert.deepEqual(makeSlug('?! …', all, 80), { slug: '', leftOut: [] });
});

test('every slug keeps to letters, digits and single hyphens', () => {
  for (const title of ['--a--', '한국어 제목', 'a_b', '💡 idea', '\u202Eabc', 'é'.repeat(300)]) {
    assert.match(slugOf(title), /^([a-z0-9]+(-[a-z0-9]+)*)?$/);
  }
});

test('only the converters that a title needs are asked for', () => {
  assert.deepEqual(needsOf('plain', 'zh'), { pinyin: false, romaji: false, latin: false });
  assert.deepEqual(needsOf('漢字', 'zh'), { pinyin: true, romaji: false, latin: false });
  assert.deepEqual(needsOf('漢字かな é', 'ja'), { pinyin: false, romaji: true, latin: true });
});

test('kana beside han characters mean japanese', () => {
  assert.equal(guessHan('東京のカフェ', 'en'), 'ja');
  assert.equal(guessHan('東京', 'ja'), 'ja');
  assert.equal(guessHan('北京', 'en'), 'zh');
});
