// Readers' own pages: find, subscribe, confirm, sign in, read, comment, leave, report; by the widget and without it.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { looksSound } from './looks.mjs';
import { accessibilityProblems, launch, lastMailTo, openPage, openWindow, site } from './site.mjs';

const newEmail = () => `front-${Math.random().toString(36).slice(2, 10)}@example.com`;
const languages = [['en-US', 'en'], ['ja-JP', 'ja'], ['zh-CN', 'zh-Hans']];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());


async function signIn(page, email) {
  await page.fill('#email', email);
  await page.keyboard.press('Enter');
  await page.locator('#code').waitFor();
  const [code] = (await lastMailTo(email)).match(/\b\d{6}\b/);
  await page.fill('#code', code);
  await page.keyboard.press('Enter');
}

async function fits(page) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(sideways <= 0, `${page.url()} scrolls sideways by ${sideways} pixels`);
}

const anyone = ['/explore', '/search?q=page', '/search', '/login', '/reading', '/subscriptions', '/subscriptions/preferences', '/settings',
  '/unsubscribe', '/report', '/report?list=covey', '/oauth/code?code=x'];

for (const [locale, lang] of languages) {
  test(`every page is accessible in ${lang}, on phones and desks`, async () => {
    const context = await openWindow(browser, { width: 360, locale });
    for (const path of anyone) {
      const { page, problems } = await openPage(context, path);
      await page.waitForLoadState('networkidle');
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang, path);
      assert.equal(await page.locator('h1').count(), 1, path);
      await looksSound(page, `${path} ${lang}`, [{ width: 360, dark: false }, { width: 1280, dark: true }]);
      assert.deepEqual(problems, [], path);
      await page.close();
    }
    await context.close();
  });
}

for (const channel of ['covey', 'kami-no-ura', 'liu-bai']) {
  for (const [width, dark] of [[360, true], [1280, false]]) {
    test(`the pages of ${channel} beside its posts are accessible at ${width} pixels`, async () => {
      const context = await openWindow(browser, { width, dark });
      const { page, problems } = await openPage(context, `/${channel}/about`);
      const [title, canonical] = [await page.title(), await page.getAttribute('link[rel=canonical]', 'href')];
      assert.ok(title.length > 5);
      assert.equal(canonical, `${site}/${channel}/about`);
      assert.ok((await page.getAttribute('meta[name=description]', 'content')).length > 10);
      assert.deepEqual(await accessibilityProblems(page), []);
      await fits(page);
      await page.click('.writer a');
      await page.locator('h1').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
}

test('what is not there is answered with 404', async () => {
  for (const path of ['/explore/nowhere', '/subscriptions/x', '/covey/bower/x', '/covey/packs/none', '/nobody/about',
    '/user/999999999', '/oauth/none', '/front/none']) {
    assert.equal((await fetch(site + path)).status, 404, path);
  }
});

test('titles and descriptions stand in the page before any script runs', async () => {
  for (const [path, lang] of [['/explore', 'en'], ['/explore/ja/trending', 'ja'], ['/explore/zh/trending', 'zh-Hans']]) {
    const html = await (await fetch(site + path)).text();
    assert.match(html, new RegExp(`<html lang="${lang}"`));
    assert.match(html, /<title>[^<]{4,60}<\/title>/);
    assert.match(html, /<meta name="description" content="[^"]{8,}"/);
    assert.ok(html.includes(`<link rel="canonical" href="${site}${path}"`), path);
    assert.match(html, /<h1>[^<]+<\/h1>/);
  }
});

test('a reader finds a channel, subscribes, confirms, sees it in their list and leaves, by the keyboard alone', async () => {
  const context = await openWindow(browser, { width: 390 });
  const { page, problems } = await openPage(context, '/explore');
  await page.locator('.channels a').first().waitFor();
  await page.goto(`${site}/covey/about`);
  const email = newEmail();
  await page.locator('#page_email').focus();
  await page.locator('#page_email').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('form[data-quaily] .problem'));
  await page.keyboard.type('nobody@');
  await page.locator('#page_email').fill(email);
  await page.keyboard.press('Enter');
  await page.locator('.done', { hasText: email }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);

  const [link] = (await lastMailTo(email)).match(/https?:\/\/\S+confirm\?token=\S+/);
  await page.goto(link);
  await page.locator('main button').focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  assert.match(await page.locator('main').innerText(), new RegExp(email));

  await page.goto(`${site}/subscriptions`);
  await page.locator('main .ui-button').focus();
  await page.keyboard.press('Enter');
  await page.locator('#email').waitFor();
  await signIn(page, email);
  await page.waitForURL(`${site}/subscriptions`);
  await page.locator('.subscription').waitFor();
  assert.equal(await page.locator('.subscription').count(), 1);
  assert.deepEqual(await accessibilityProblems(page), []);
  const mail = page.locator('[role=switch]');
  assert.equal(await mail.isChecked(), true);
  await mail.focus();
  const saved = page.waitForResponse(/\/email$/);
  await page.keyboard.press('Space');
  assert.equal((await saved).status(), 200);
  assert.equal(await mail.isChecked(), false);

  await page.goto(`${site}/reading`);
  await page.locator('.posts li').first().waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.goto(`${site}/settings`);
  await page.locator('form').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByLabel('Name').fill('Robin');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  await page.goto(`${site}/subscriptions`);
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await page.getByText('You have unsubscribed.').waitFor();
  await page.reload();
  await page.getByText('You have no subscriptions yet').waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test('a reader chooses how often, what about, and when to go on, and finds it saved', async () => {
  const context = await openWindow(browser, { width: 360, dark: true });
  const { page, problems } = await openPage(context, '/covey/about');
  const email = newEmail();
  await page.waitForFunction(() => document.querySelector('form[data-quaily] .problem'));
  await page.locator('#page_email').fill(email);
  await page.keyboard.press('Enter');
  await page.locator('.done', { hasText: email }).waitFor();
  const [link] = (await lastMailTo(email)).match(/https?:\/\/\S+confirm\?token=\S+/);
  await page.goto(link);
  await Promise.all([page.waitForEvent('load'), page.locator('main button').click()]);
  await page.goto(`${site}/subscriptions`);
  await page.locator('main .ui-button').click();
  await page.locator('#email').waitFor();
  await signIn(page, email);
  await page.waitForURL(`${site}/subscriptions`);
  await page.getByRole('link', { name: 'How often, and what about' }).click();
  await page.locator('form').waitFor();
  await looksSound(page, 'preferences');

  await page.getByLabel('One email a week').check();
  await page.getByLabel('Only posts about:').first().check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Fill this in.').waitFor();
  await page.locator('.tag-choices input').first().check();
  await page.getByLabel('Send me nothing for a while').check();
  await page.getByLabel('Until').waitFor();
  await looksSound(page, 'preferences refused');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  await page.reload();
  await page.locator('form').waitFor();
  assert.equal(await page.getByLabel('One email a week').isChecked(), true);
  assert.equal(await page.locator('.tag-choices input').first().isChecked(), true);
  assert.equal(await page.getByLabel('Send me nothing for a while').isChecked(), true);
  assert.deepEqual(problems, []);
  await context.close();
});

test('a link without a subscription says so, and changes nothing', async () => {
  const context = await openWindow(browser, { width: 390 });
  const { page } = await openPage(context, '/unsubscribe?trace_id=00000000-0000-0000-0000-000000000000');
  await page.getByText('There is no subscription for this link').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await context.close();
});

test('the link of a mail asks once, stops the mails, and names other ways to follow', async () => {
  const context = await openWindow(browser, { width: 360 });
  const trace = '0f5b7f0e-6a0c-4c39-9d5b-2f7a3f2f8c11';
  const { data: list } = await (await fetch(`${site}/api/lists/covey`)).json();
  await context.route(`${site}/api/subscriptions/opponent?trace_id=${trace}`, (route) =>
    route.fulfill({ json: { data: { list, sub: {}, email: 'r***@example.com' }, ts: 0 } }),
  );
  const sent = [];
  await context.route(`${site}/api/subscriptions/covey/delete`, (route) => {
    sent.push(route.request().postDataJSON());
    return route.fulfill({ json: { data: 1, ts: 0 } });
  });
  const { page, problems } = await openPage(context, `/unsubscribe?trace_id=${trace}`);
  await page.getByText('r***@example.com').waitFor();
  assert.deepEqual(sent, [], 'a visit alone changes nothing');
  assert.deepEqual(await accessibilityProblems(page), []);
  await fits(page);
  await page.getByRole('button', { name: 'Stop the emails' }).click();
  await page.getByRole('heading', { name: 'No more emails' }).waitFor();
  assert.deepEqual(sent, [{ trace_id: trace }]);
  assert.ok(await page.getByRole('link', { name: 'Atom' }).isVisible());
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test('a reader reports a post with a reason, and faults stand at their fields', async () => {
  const context = await openWindow(browser, { width: 360 });
  const { page } = await openPage(context, '/covey/p/plain-linux');
  await page.click('.colophon a[href*="/report?"]');
  await page.locator('form').waitFor();
  await page.getByRole('button', { name: 'Send the report' }).click();
  await page.getByText('Fill this in.').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByLabel('Something else').check();
  await page.getByRole('button', { name: 'Send the report' }).click();
  await page.locator('textarea[aria-invalid]').waitFor();
  await page.locator('textarea').fill('This is not what it says.');
  await page.getByRole('button', { name: 'Send the report' }).click();
  await page.getByText('Thank you for the report').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await context.close();
});

test('a reader reacts to a post and a note, comments and takes the comment back', async () => {
  const context = await openWindow(browser, { width: 390 });
  const { page, problems } = await openPage(context, '/covey/p/plain-linux');
  await page.locator('.post-foot').scrollIntoViewIfNeeded();
  await page.locator('.reactions button').first().waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.locator('.reactions button').first().click();
  await page.locator('#email').waitFor();
  await signIn(page, newEmail());
  await page.waitForURL(`${site}/covey/p/plain-linux`);
  await page.locator('.post-foot').scrollIntoViewIfNeeded();
  const first = page.locator('.reactions button').first();
  await first.waitFor();
  const reacted = page.waitForResponse(/\/posts\/reactions/);
  await first.click();
  assert.equal((await reacted).status(), 200);
  await page.locator('.reactions [aria-pressed=true]').waitFor();

  const comments = page.locator('.comments');
  await comments.scrollIntoViewIfNeeded();
  const shown = comments.locator('.thread > li', { hasText: 'mini PC under the desk' });
  await shown.getByRole('button', { name: 'Reply' }).waitFor();
  assert.equal(await shown.getByText('Waits for approval').count(), 0);
  await comments.locator('textarea').fill('A word from a reader');
  await comments.getByRole('button', { name: 'Post the comment' }).click();
  const own = comments.locator('.thread > li', { hasText: 'A word from a reader' });
  await own.getByText('Waits for approval').waitFor();
  assert.equal(await own.getByRole('button', { name: 'Reply' }).count(), 0);
  assert.deepEqual(await accessibilityProblems(page), []);
  await own.getByRole('button', { name: 'Delete' }).click();
  await own.waitFor({ state: 'detached' });

  await page.goto(`${site}/covey/bower`);
  const note = page.locator('.notes > li').first();
  await note.locator('.reactions button').first().click();
  await note.locator('.reactions [aria-pressed=true]').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test('an article leads to similar posts that it does not lead to already', async () => {
  const context = await openWindow(browser, { width: 390 });
  const { page, problems } = await openPage(context, '/covey/p/counting-without-watching');
  await page.locator('.post-foot').scrollIntoViewIfNeeded();
  const links = page.getByRole('navigation', { name: 'You may also like' }).getByRole('link');
  await links.first().waitFor();
  const hrefs = await page.locator('.related a, .neighbours a').evaluateAll((all) => all.map(({ href }) => href));
  assert.equal(new Set(hrefs).size, hrefs.length, hrefs.join(' '));
  assert.deepEqual(await accessibilityProblems(page), []);
  const title = await links.first().locator('b').textContent();
  await links.first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test('the widget on a foreign page obeys its parameters and takes a subscription', async () => {
  const widget = (query) => `<iframe title="w" src="${site}/covey/widget?${query}" width="340" height="50"></iframe>`;
  const html = `<!doctype html><html lang="en"><title>Host</title>${widget('theme=dark&layout=subscribe_form_mini&lang=ja')}
    <iframe title="old" src="${site}/widget?list_slug=covey&theme=light" width="340" height="400"></iframe>
    <script>window.heights = []; addEventListener('message', ({ data }) => heights.push(data.height));</script>`;
  const host = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  const context = await openWindow(browser, { width: 360 });
  const page = await context.newPage();
  try {
    await page.goto(`http://127.0.0.1:${host.address().port}/`);
    await page.waitForFunction(() => window.heights.some((height) => height > 60));
    const frame = page.frameLocator('iframe[title=w]');
    await frame.getByText('購読する', { exact: true }).waitFor();
    assert.equal(await frame.locator('h1').isVisible(), false);
    const paper = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    const old = page.frameLocator('iframe[title=old]');
    await old.locator('h1').waitFor();
    assert.notEqual(paper, await old.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor));
    const email = newEmail();
    await frame.locator('#page_email').fill(email);
    await frame.locator('button').click();
    await frame.locator('.done', { hasText: email }).waitFor();
    assert.match(await lastMailTo(email), /confirm\?token=/);
  } finally {
    host.close();
    await context.close();
  }
});

test('the card of a post on a foreign page shows the post, and nothing of its paid part', async () => {
  const card = (title, path) => `<iframe title="${title}" src="${site}${path}" width="340" height="50"></iframe>`;
  const html = `<!doctype html><html lang="en"><title>Host</title>
    ${card('paid', '/covey/p/below-the-line/widget?theme=dark&lang=ja')}
    ${card('short', '/covey/p/plain-linux/widget?layout=info&theme=light')}
    <script>window.heights = []; addEventListener('message', ({ data }) => heights.push(data.height));</script>`;
  const host = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${host.address().port}/`;
  const context = await openWindow(browser, { width: 360, timezoneId: 'Asia/Tokyo' });
  const plain = await openWindow(browser, { width: 360, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const paid = page.frameLocator('iframe[title=paid]');
    const link = paid.getByRole('link', { name: 'Below the line' });
    await link.waitFor();
    assert.match(await link.getAttribute('href'), /\/covey\/p\/below-the-line$/);
    await paid.getByText('How a post is divided', { exact: false }).waitFor();
    await paid.getByText('有料', { exact: true }).waitFor();
    await paid.getByText('2026年10月27日').waitFor();
    assert.doesNotMatch(await paid.locator('html').innerHTML(), /You are below the line/);
    await page.waitForFunction(() => window.heights.some((height) => height > 100));
    const short = page.frameLocator('iframe[title=short]');
    await short.getByRole('link', { name: 'Plain Linux' }).waitFor();
    assert.equal(await short.getByText('One file, one database', { exact: false }).isVisible(), false);
    const paper = (frame) => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    assert.notEqual(await paper(paid), await paper(short));

    const old = await plain.newPage();
    await old.goto(address);
    const [post] = await Promise.all([
      plain.waitForEvent('page'),
      old.frameLocator('iframe[title=paid]').getByRole('link', { name: 'Read the post' }).click(),
    ]);
    await post.waitForURL(`${site}/covey/p/below-the-line`);
    assert.equal((await fetch(`${site}/covey/p/never-written/widget`)).status, 404);
  } finally {
    host.close();
    await context.close();
    await plain.close();
  }
});

test('all script on an article page is at most 45 KB compressed', async () => {
  const context = await openWindow(browser, { width: 390 });
  const page = await context.newPage();
  const scripts = new Map();
  page.on('response', async (answer) => {
    if (answer.request().resourceType() === 'script') {
      scripts.set(answer.url(), gzipSync(await answer.body()).length);
    }
  });
  await page.goto(`${site}/covey/p/plain-linux`);
  await page.locator('.post-foot').scrollIntoViewIfNeeded();
  await page.locator('.reactions button').first().waitFor();
  await page.locator('.colophon').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  assert.ok(scripts.size > 2 && total <= 45 * 1024, `${total} bytes: ${JSON.stringify([...scripts])}`);
  await context.close();
});

test('a proof of work is done before the form of a page is sent', async () => {
  const context = await openWindow(browser, { width: 390 });
  const puzzle = '1790000000.0123456789abcdef0123456789abcdef.signature';
  await context.route(`${site}/api/c`, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    answer.data.challenge = { provider: 'proof-of-work', site_key: '', puzzle, difficulty: 12 };
    await route.fulfill({ response, json: answer });
  });
  const { page } = await openPage(context, '/covey');
  await page.locator('#page_email').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('form[data-quaily] .problem'));
  const request = page.waitForRequest(`${site}/api/subscriptions/covey`);
  await page.fill('#page_email', newEmail());
  await page.keyboard.press('Enter');
  assert.ok((await request).postDataJSON()['challenge-token'].startsWith(`${puzzle}.`));
  await context.close();
});
