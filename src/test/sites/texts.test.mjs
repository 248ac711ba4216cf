// What holds for every text that readers see, in all languages: punctuation, quotation marks and placeholders.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importTool, webapp } from './harness.mjs';

const messages = fileURLToPath(new URL('../../main/resources/messages/', import.meta.url));
const languages = ['en', 'ja', 'zh'];
// A list of examples, not a sentence.
const EXAMPLES = new Set(['placeholder']);

function properties(language) {
  const lines = readFileSync(join(messages, `page_${language}.properties`), 'utf8').split('\n');
  const pairs = lines.filter((line) => line.includes('=')).map((line) => line.split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([key, text]) => [key, text]));
}

async function scripts() {
  const tools = readdirSync(join(webapp, 'tools'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map((entry) => `${entry.name}/strings.js`);
  const modules = await Promise.all(['strings.js', ...tools].map(importTool));
  const { common } = await importTool('shared/strings.js');
  return [...modules.map((module) => module.strings), common];
}

/** The texts of readers' own pages. */
function front(language) {
  const folder = join(webapp, '../spa/front/src/locales', language);
  return readdirSync(folder).flatMap((area) => Object.entries(JSON.parse(readFileSync(join(folder, area), 'utf8'))));
}

/** The portal's own texts, by page; code in them is left out. */
function portal(language) {
  const folder = join(webapp, 'portal', language);
  return ['', 'about/', 'pricing/', 'privacy/', 'terms/'].map((page) => {
    const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
    return [`portal/${language}/${page}`, html.replace(/<code>.*?<\/code>|<[^>]*>/gs, ' ')];
  });
}

const sources = await scripts();
const texts = Object.fromEntries(
  languages.map((language) => [
    language,
    [
      ...Object.entries(properties(language)),
      ...front(language),
      ...sources.flatMap((source) => Object.entries(source[language])),
      ...(language === 'en' ? [] : portal(language)),
    ].filter(([key]) => !EXAMPLES.has(key)),
  ]),
);
const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';

function refuse(language, pattern, reason) {
  assert.ok(texts[language].length > 100, `${language} has texts`);
  for (const [key, text] of texts[language]) {
    assert.doesNotMatch(text, pattern, `${language} ${key} ${reason}: ${text}`);
  }
}

test('Japanese and Chinese texts use full-width punctuation', () => {
  const halfWidth = new RegExp(`${cjk}[:,;!?]|[:,;!?]${cjk}|\\}:`, 'u');
  refuse('ja', halfWidth, 'has half-width punctuation');
  refuse('zh', halfWidth, 'has half-width punctuation');
});

test('each language has its own quotation marks', () => {
  refuse('zh', /[「」『』]/u, 'has Japanese quotation marks');
  refuse('ja', /[“”‘’]/u, 'has Chinese or English quotation marks');
  refuse('en', /[「」]|(?<=\p{L})'(?=\p{L})/u, 'has a foreign quotation mark or a straight apostrophe');
});

test('Chinese texts address the reader in one way', () => {
  refuse('zh', /您/u, 'is in the polite form');
});

test('every message has the same placeholders in every language', () => {
  const placeholders = (text) => [...new Set(text.match(/\{\d\}/g))].sort();
  const english = properties('en');
  assert.ok(Object.keys(english).length > 50);
  for (const language of ['ja', 'zh']) {
    for (const [key, text] of Object.entries(properties(language))) {
      assert.deepEqual(placeholders(text), placeholders(english[key]), `${language} ${key}`);
    }
  }
});
