// What an article tells the server about being looked at, and that it leaves nothing in the browser.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { lastMailTo, launch, openPage, openWindow, site } from './site.mjs';

// The server knows browsers without a window, which run tests rather than read.
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const run = randomBytes(4).toString('hex');
const slug = `counted-${run}`;

let browser;
let token;

async function api(method, path, body) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  const response = await fetch(`${site}/api${path}`, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  assert.equal(response.status, 200, `${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}

before(async () => {
  browser = await launch();
  const email = `counter-${run}@example.com`;
  await api('POST', '/auth/code', { email, lang: 'en', scene: 'login' });
  const [code] = (await lastMailTo(email)).match(/\b\d{6}\b/);
  token = (await api('POST', '/auth/login', { method: 'email_code', email, code, lang: 'en' })).access_token;
  await api('POST', '/lists', { slug, title: 'Counted' });
});
after(() => browser.close());

async function publish(post) {
  const saved = await api('POST', `/lists/${slug}/posts`, {
    slug: post, title: 'Counted', content: 'Read me.', datetime: '2026-01-31T09:30:00Z',
  });
  return saved.id;
}

/** Opens an article with a clock that stands still until the test moves it. */
async function open(post, { query = '', hidden = false, referer } = {}) {
  const context = await openWindow(browser, { width: 390, userAgent });
  await context.addInitScript((isHidden) => {
    let state = isHidden ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', { get: () => state });
    window.turn = (next) => {
      state = next;
      document.dispatchEvent(new Event('visibilitychange'));
    };
  }, hidden);
  const told = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^\/api\/posts\/(view|read)$/.test(url.pathname)) {
      told.push({ what: url.pathname.slice('/api/posts/'.length), ...Object.fromEntries(url.searchParams) });
    }
  });
  const view = hidden || context.waitForEvent('request', (request) => request.url().includes('/posts/view'));
  const { page, problems } = await openPage(context, `/${slug}/p/${post}${query}`, { clock: true, referer });
  await view;
  return { context, page, told, problems, ends: () => told.map(({ what }) => what) };
}

async function counts(post) {
  const { page_view_count: views, page_read_count: reads } = await api('GET', `/lists/${slug}/posts/${post}`);
  return [views, reads];
}

async function awaitCounts(post, expected) {
  const end = Date.now() + 10_000;
  while (String(await counts(post)) !== String(expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await counts(post), expected);
}

test('a view and a read are counted once each, and nothing is kept in the browser', async () => {
  const id = await publish('whole');
  const { context, page, told, problems, ends } = await open('whole', {
    query: '?utm_source=Letter&utm_medium=mail&utm_campaign=May&utm_term=not-kept',
  });
  await awaitCounts('whole', [1, 0]);
  await page.clock.runFor(9_000);
  assert.deepEqual(ends(), ['view']);
  await page.clock.runFor(2_000);
  await awaitCounts('whole', [1, 1]);
  await page.clock.runFor(60_000);
  const origin = { id: String(id), utm_source: 'Letter', utm_medium: 'mail', utm_campaign: 'May' };
  assert.deepEqual(told, [{ what: 'view', ...origin }, { what: 'read', ...origin }]);
  assert.deepEqual(problems, []);
  assert.deepEqual(await context.cookies(), []);
  const kept = await page.evaluate(async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
  ]);
  assert.deepEqual(kept, [0, 0, 0, 0]);
  await context.close();
});

test('three seconds are no read', async () => {
  await publish('brief');
  const { context, page, ends } = await open('brief');
  await page.clock.runFor(3_000);
  await page.goto(`${site}/covey`);
  await awaitCounts('brief', [1, 0]);
  assert.deepEqual(ends(), ['view']);
  await context.close();
});

test('time in the background does not count, and neither does a page that nobody has before them', async () => {
  await publish('aside');
  const { context, page, ends } = await open('aside', { hidden: true });
  await page.clock.runFor(60_000);
  assert.deepEqual(ends(), []);
  await page.evaluate(() => window.turn('visible'));
  await page.clock.runFor(6_000);
  await page.evaluate(() => window.turn('hidden'));
  await page.clock.runFor(60_000);
  await page.evaluate(() => window.turn('visible'));
  await page.clock.runFor(3_000);
  assert.deepEqual(ends(), ['view']);
  await page.clock.runFor(2_000);
  await awaitCounts('aside', [1, 1]);
  await context.close();
});

test('the page that led here is named, but not one of the same place', async () => {
  await publish('led');
  const first = await open('led', { referer: 'https://elsewhere.example/a/page' });
  assert.match(first.told[0].ref, /^https:\/\/elsewhere\.example\//);
  await first.context.close();
  const second = await open('led', { referer: `${site}/${slug}` });
  assert.equal(second.told[0].ref, undefined);
  await second.context.close();
  const third = await open('led', { query: '?ref=forum', referer: 'https://elsewhere.example/' });
  assert.equal(third.told[0].ref, 'forum');
  await third.context.close();
});

test('an article reads as well when nothing can be counted', async () => {
  await publish('alone');
  const context = await openWindow(browser, { width: 390, userAgent });
  await context.route('**/api/posts/view*', (route) => route.fulfill({ status: 503, json: { code: 9000 } }));
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${site}/${slug}/p/alone`);
  await context.route('**/api/posts/view*', (route) => route.abort());
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), 'Counted');
  assert.deepEqual(errors, []);
  await context.close();
});
