import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTool } from './harness.mjs';

const { countText, readingSeconds, usualSpeeds } = await importTool('count/count.js');

test('an empty text counts nothing and takes no time', () => {
  const underTest = countText('', 'en');
  assert.equal(underTest.characters + underTest.words + underTest.sentences, 0);
  assert.equal(underTest.paragraphs, 0);
  assert.equal(readingSeconds(underTest, usualSpeeds), 0);
});

test('hyphens, apostrophes and points inside a word do not end it', () => {
  assert.equal(countText("It's a well-known 3.14 fact.", 'en').words, 5);
});

test('latin words and cjk characters are counted apart', () => {
  const underTest = countText('Quaily で日本語のブログを書く。', 'ja');
  assert.equal(underTest.words, 1);
  assert.equal(underTest.cjk, 11);
  assert.equal(underTest.japanese, true);
});

test('what a reader sees as one character counts once', () => {
  assert.equal(countText('👩‍👩‍👧e\u0301', 'en').characters, 2);
});

test('sentences end at full stops of every script', () => {
  assert.equal(countText('One. Two! 三。四？', 'zh-Hans').sentences, 4);
});

test('blank lines separate paragraphs', () => {
  assert.equal(countText('a\nb\n\n \n\nc\n', 'en').paragraphs, 2);
});

test('bytes are those of utf-8', () => {
  assert.equal(countText('aé日', 'en').bytes, 6);
});

test('japanese and chinese are read at their own speeds', () => {
  const speeds = { words: 60, japanese: 120, chinese: 30 };
  assert.equal(readingSeconds(countText('one two', 'en'), speeds), 2);
  assert.equal(readingSeconds(countText('かなかな', 'ja'), speeds), 2);
  assert.equal(readingSeconds(countText('汉字汉字', 'zh'), speeds), 8);
});
