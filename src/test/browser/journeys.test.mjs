// What readers do: subscribe, play a film, look at a diagram, frame the form elsewhere, use the keyboard.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { accessibilityProblems, launch, openPage, openWindow, site } from './site.mjs';

let browser;
let context;

before(async () => {
  browser = await launch();
  context = await openWindow(browser, { width: 1280 });
});
after(() => browser.close());

for (const channel of ['covey', 'kami-no-ura', 'liu-bai']) {
  test(`a reader without scripts subscribes to ${channel} and confirms by mail`, async () => {
    const email = `reader-${Date.now()}@example.com`;
    const plain = await openWindow(browser, { width: 1280 });
    // Axe needs scripts, so only the page's own one does nothing.
    await plain.route(`${site}/widget/widget.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const { page, problems } = await openPage(plain, `/${channel}`);
    await page.fill('#page_email', email);
    await Promise.all([page.waitForEvent('load'), page.click('.subscribe button')]);
    assert.deepEqual(await accessibilityProblems(page), []);

    await page.goto(`${site}/dev/mail`, { waitUntil: 'networkidle' });
    const mail = page.locator('article', { hasText: email });
    await Promise.all([page.waitForEvent('load'), mail.locator('pre a').first().click()]);
    assert.match(await page.locator('main').innerText(), new RegExp(email));
    assert.deepEqual(await accessibilityProblems(page), []);

    await Promise.all([page.waitForEvent('load'), page.click('main button')]);
    assert.equal(await page.locator('main button').count(), 0);
    assert.match(await page.locator('main').innerText(), new RegExp(email));
    assert.deepEqual(await accessibilityProblems(page), []);
    assert.deepEqual(problems, []);
    await plain.close();
  });
}

test('nothing foreign is loaded before a click, and the player after it', async () => {
  const foreign = [];
  const watch = (request) => {
    if (new URL(request.url()).origin !== site) {
      foreign.push(request.url());
    }
  };
  context.on('request', watch);
  const { page, problems } = await openPage(context, '/covey/p/embeds-that-wait');
  assert.deepEqual(foreign, []);
  await page.locator('.embed-link').first().click();
  const frame = page.locator('.embed iframe');
  assert.match(await frame.getAttribute('src'), /^https:\/\/www\.youtube-nocookie\.com\//);
  assert.ok((await frame.getAttribute('title')).length > 0);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(problems, []);
  assert.ok(foreign.every((url) => url.startsWith('https://www.youtube-nocookie.com/')), String(foreign));
  context.off('request', watch);
  await page.close();
});

test('a diagram is drawn in the place of its source', async () => {
  const { page, problems } = await openPage(context, '/covey/p/tables-code-and-sums');
  await page.locator('pre.mermaid').waitFor({ state: 'hidden' });
  const drawing = page.frameLocator('iframe.diagram').locator('svg');
  const { width, height } = await drawing.boundingBox();
  assert.ok(width > 200 && height > 50, `${width} × ${height}`);
  assert.deepEqual(problems, []);
  await page.close();
});

test('the widget tells a foreign page how high it is', async () => {
  const html = `<!doctype html><title>Host</title><iframe src="${site}/covey/widget" width="400" height="50"></iframe>
    <script>addEventListener('message', ({ data }) => { window.told = data; });</script>`;
  const host = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  const page = await context.newPage();
  try {
    await page.goto(`http://127.0.0.1:${host.address().port}/`);
    await page.waitForFunction(() => window.told);
    const told = await page.evaluate(() => window.told);
    assert.equal(told.action, 'resize');
    assert.ok(told.height > 150 && told.height < 800, `${told.height}`);
  } finally {
    await page.close();
    host.closeAllConnections();
    host.close();
  }
});

test('the first press of the tabulator leads past the head of the page', async () => {
  const { page } = await openPage(context, '/covey/p/asides');
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip:focus');
  assert.ok((await skip.boundingBox()).y >= 0, 'the link is visible when it has the focus');
  await page.keyboard.press('Enter');
  assert.ok(page.url().endsWith('#page_content'));
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await page.close();
});

test('an article brings little script and style', async () => {
  for (const path of ['/covey/p/asides', '/covey/p/embeds-that-wait', '/kami-no-ura/p/wabun-kumihan']) {
    const html = await (await fetch(site + path)).text();
    const style = /<style>([^]*?)<\/style>/.exec(html)[1];
    assert.ok(Buffer.byteLength(style) <= 15 * 1024, `${path}: ${style.length} bytes of style`);
    let script = 0;
    for (const [, source] of html.matchAll(/<script src="([^"]+)"/g)) {
      script += gzipSync(await (await fetch(new URL(source, site))).text()).length;
    }
    assert.ok(script > 0, `${path} has scripts`);
    assert.ok(script <= 45 * 1024, `${path}: ${script} bytes of script`);
  }
});
