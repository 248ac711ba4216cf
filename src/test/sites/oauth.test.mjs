// The consent pages: what they refuse, where they send people, and what they say.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importConsent, webapp } from './harness.mjs';

const { authorizePath, destinationOf, errorOf, refusalUrl, requestPath, scopeTexts } = await importConsent('request.js');
const google = await importConsent('google.js');
const { sentenceOf } = await importConsent('failure.js');
const { sha256, sha256ZeroBits } = await importConsent('sha256.js');
const { solvePuzzle } = await importConsent('challenge.js');
const { languageOf } = await importConsent('page.js');
const { strings } = await importConsent('strings.js');

const folder = join(webapp, 'oauth');
const files = readdirSync(folder, { recursive: true })
  .filter((name) => /\.\w+$/.test(name))
  .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));
const app = { redirect_uri: 'https://reading.example/callback?from=us', trusted: false };
const asked = (more = {}) => new URLSearchParams({ client_id: 'x', redirect_uri: app.redirect_uri, ...more });

const zerosOf = (text) => {
  const bits = [...createHash('sha256').update(text).digest()].map((byte) => byte.toString(2).padStart(8, '0'));
  return bits.join('').indexOf('1');
};

test('an application is told of its mistakes in the words of RFC 6749, but only at its own address', () => {
  const failed = (field) => ({ status: 422, field });
  assert.equal(errorOf(failed('scope'), asked(), app), 'invalid_scope');
  assert.equal(errorOf(failed('response_type'), asked(), app), 'unsupported_response_type');
  assert.equal(errorOf(failed('code_challenge'), asked(), app), 'invalid_request');
  assert.equal(errorOf({ status: 503 }, asked(), app), null);
  for (const address of ['https://evil.example/', app.redirect_uri + '#', app.redirect_uri + '/', '']) {
    assert.equal(errorOf(failed('scope'), asked({ redirect_uri: address }), app), null, address);
  }
  assert.equal(errorOf(failed('redirect_uri'), new URLSearchParams({ client_id: 'x' }), app), null);
  assert.equal(
    refusalUrl(asked({ state: 's' }), app, 'invalid_scope'),
    'https://reading.example/callback?from=us&error=invalid_scope&state=s',
  );
});

test('a login with Google returns to its own request, in its own window, once', async () => {
  globalThis.sessionStorage = memory();
  globalThis.localStorage = memory();
  const urls = [];
  globalThis.fetch = async (url) => {
    urls.push(url);
    return new Response(JSON.stringify({ code: 0, data: { url: 'https://accounts.example/' } }));
  };
  assert.ok(google.canBegin());
  assert.equal(await google.begin('?client_id=x&state=a+b%26c'), 'https://accounts.example/');
  const state = new URL(urls[0], 'https://x.example').searchParams.get('state');
  assert.match(state, /^[0-9a-f]{48}$/);
  for (const foreign of [null, '', 'x', state + '0']) {
    assert.equal(google.takeReturn(foreign), null);
  }
  assert.equal(google.takeReturn(state), '/oauth/authorize?client_id=x&state=a+b%26c');
  assert.equal(google.takeReturn(state), null);

  // Whatever the query is, it stays on this site.
  await google.begin('//evil.example/?x');
  const second = new URL(urls[1], 'https://x.example').searchParams.get('state');
  assert.notEqual(second, state);
  assert.ok(google.takeReturn(second).startsWith('/oauth/authorize?'));

  globalThis.sessionStorage = undefined;
  assert.equal(google.canBegin(), false);
  assert.equal(google.takeReturn(state), null);
});

function memory() {
  const map = new Map();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, String(value)),
    removeItem: (key) => map.delete(key),
  };
}

test('the page knows all scopes of the server', () => {
  const java = readFileSync(join(webapp, '../java/com/quaily/model/oauth/Scope.java'), 'utf8');
  const names = Array.from(java.matchAll(/^ {2}[A-Z_]+\(\s*"([a-z.]+)"/gm), (match) => match[1]);
  assert.deepEqual(Object.keys(scopeTexts).sort(), names.sort());
});

test('a refusal goes to the registered address with the state', () => {
  const url = new URL(refusalUrl(asked({ state: 'a b&c' }), app));
  assert.equal(url.origin + url.pathname, 'https://reading.example/callback');
  assert.deepEqual(Object.fromEntries(url.searchParams), { from: 'us', error: 'access_denied', state: 'a b&c' });
  assert.ok(!refusalUrl(asked(), app).includes('state'));
  const program = { redirect_uri: 'obsidian://quaily' };
  assert.equal(refusalUrl(asked(), program), 'obsidian://quaily?error=access_denied');
  assert.equal(destinationOf({ redirect_uri: 'http://localhost:63812/oauth/code' }), 'localhost:63812');
  assert.equal(destinationOf({ redirect_uri: 'obsidian:/quaily' }), 'obsidian:');
});

test('the server is asked for exactly what the application asked for', () => {
  const params = asked({ state: 'x y', scope: 'a b', code_challenge: 'c+/', code_challenge_method: 'S256', other: '1' });
  const query = new URL(authorizePath(params), 'https://x.example').searchParams;
  params.delete('other');
  const judged = new URL(requestPath(params), 'https://x.example').searchParams;
  assert.deepEqual(Object.fromEntries(judged), Object.fromEntries(params));
  params.set('json', 'true');
  assert.deepEqual(Object.fromEntries(query), Object.fromEntries(params));
});

test('failures are said in words, with the time to wait', () => {
  const text = (key, values) => [key, values];
  assert.deepEqual(sentenceOf({ status: 0, code: 0 }, text), ['unreachable', undefined]);
  assert.deepEqual(sentenceOf({ status: 400, code: 2002 }, text), ['wrongCode', undefined]);
  assert.deepEqual(sentenceOf({ status: 429, code: 3000, retryAfter: 61 }, text), ['tooOften', { minutes: 2 }]);
  assert.deepEqual(sentenceOf({ status: 503, code: 9000 }, text), ['serverFault', undefined]);
  assert.deepEqual(sentenceOf({ status: 422, code: 1003, field: 'code_challenge' }, text), ['challengeInvalid', undefined]);
  assert.deepEqual(sentenceOf({ status: 422, code: 1002, field: 'response_type' }, text), ['typeInvalid', undefined]);
  assert.deepEqual(sentenceOf({ status: 422, code: 1, message: 'm' }, text), ['refused', { code: 1 }]);
});

test('the hash is SHA-256, whatever the length', () => {
  for (let length = 0; length < 200; length++) {
    const text = randomBytes(length).toString('hex').slice(0, length);
    const hex = Array.from(sha256(text), (word) => word.toString(16).padStart(8, '0')).join('');
    assert.equal(hex, createHash('sha256').update(text).digest('hex'), `${length} characters`);
    assert.equal(sha256ZeroBits(text), zerosOf(text));
  }
});

test('a puzzle is solved as the server wants it', async () => {
  const solution = await solvePuzzle('1790000000.0123456789abcdef0123456789abcdef.signature', 12);
  assert.match(solution, /^1790000000\.[0-9a-f]{32}\.signature\.\d+$/);
  assert.ok(zerosOf(solution) >= 12);
});

test('the first language that is ours is spoken', () => {
  assert.equal(languageOf(['fr-CH', 'zh-TW', 'en']), 'zh');
  assert.equal(languageOf(['JA']), 'ja');
  assert.equal(languageOf(['fr', 'constructor']), 'en');
  assert.equal(languageOf([]), 'en');
});

test('every text stands in three languages, is used, and keeps its blanks to be filled in', () => {
  const sources = files.filter(({ name }) => name !== 'strings.js').map(({ source }) => source).join('\n');
  const blanks = (text) => Array.from(text.matchAll(/\{\w+\}/g), (match) => match[0]).sort();
  assert.ok(Object.keys(strings.en).length > 10);
  for (const [key, english] of Object.entries(strings.en)) {
    assert.ok(sources.includes(`'${key}'`) || sources.includes(`"${key}"`), `${key} is not used`);
    for (const language of ['ja', 'zh']) {
      assert.deepEqual(blanks(strings[language][key]), blanks(english), `${language}: ${key}`);
    }
  }
  for (const language of ['ja', 'zh']) {
    assert.deepEqual(Object.keys(strings[language]), Object.keys(strings.en));
  }
  for (const [, fixed, said] of sources.matchAll(/data-text="(\w+)"|text\('(\w+)'/g)) {
    assert.ok(Object.hasOwn(strings.en, fixed ?? said), fixed ?? said);
  }
});

test('the pages need nothing inline and nothing from elsewhere but the provider that the operator chose', () => {
  assert.ok(files.filter(({ name }) => name.endsWith('.html')).length >= 2);
  for (const { name, source } of files) {
    if (name.endsWith('.html')) {
      assert.doesNotMatch(source, /<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)/i, name);
      assert.deepEqual(Array.from(source.matchAll(/\s(?:src|href)="(?!\/)/g)), [], name);
    }
    const hosts = Array.from(source.matchAll(/https?:\/\/([a-z.]+)/g), (match) => match[1]);
    assert.deepEqual(hosts, name === 'challenge.js' ? ['challenges.cloudflare.com'] : [], name);
  }
});
