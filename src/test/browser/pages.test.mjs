// Every kind of page, as a phone and as a desk see it, by day and by night.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessibilityProblems, launch, layoutShifts, openPage, openWindow } from './site.mjs';

// One of each kind; these are looked at in both windows.
const kinds = [
  '/', '/covey', '/covey/page/1', `/kami-no-ura/tags/${encodeURIComponent('組版')}`, '/covey/p/asides',
  '/covey/p/tables-code-and-sums', '/covey/p/embeds-that-wait', '/kami-no-ura/p/wabun-kumihan', '/liu-bai/p/ji-hao',
  '/covey/widget', '/covey/p/plain-linux/widget', '/dev/mail', '/tools/',
];
const more = [
  '/ja/', '/zh/', '/about/', '/zh/privacy/', '/kami-no-ura', '/liu-bai', '/covey/bower', '/covey/p/the-marks-we-keep',
  '/covey/p/pictures-and-their-margins', '/covey/p/below-the-line', '/covey/p/bringing-an-archive-home',
  '/kami-no-ura/p/zuhan', '/kami-no-ura/p/suushiki', '/liu-bai/p/zhong-wen-pai-ban', '/liu-bai/p/qian-ru',
  '/dashboard', '/login', '/oauth/authorize', '/oauth/code', '/tools/markdown/',
];
const missing = ['/covey/p/nothing-of-that-name', '/nobody'];
const windows = [
  { name: 'a phone by night', width: 390, dark: true, paths: [...kinds, ...more] },
  { name: 'a desk by day', width: 1280, dark: false, paths: kinds },
];

for (const { name, paths, ...window } of windows) {
  describe(`on ${name}`, () => {
    let browser;
    let context;

    before(async () => {
      browser = await launch();
      context = await openWindow(browser, window);
    });
    after(() => browser.close());

    const check = (path, status) =>
      test(`${decodeURIComponent(path)} is sound`, async () => {
        const { page, problems } = await openPage(context, path, { status });
        try {
          // Applications draw their heading once they know who is signed in.
          await page.waitForSelector('h1', { state: 'attached' });
          const layout = await page.evaluate(() => ({
            overflow: document.documentElement.scrollWidth - window.innerWidth,
            headings: document.querySelectorAll('h1:not(#preview h1)').length,
            language: document.documentElement.lang,
            data: [...document.querySelectorAll('script[type="application/ld+json"]')].map((e) => e.textContent),
            preview: document.querySelector('meta[property="og:image"]')?.content,
          }));
          assert.ok(layout.overflow <= 0, `scrolls sideways by ${layout.overflow} pixels`);
          assert.deepEqual(await layoutShifts(page), [], 'the layout shifts');
          assert.equal(layout.headings, 1, 'exactly one first heading');
          assert.match(layout.language, /^(en|ja|zh)/);
          layout.data.forEach((data) => assert.ok(JSON.parse(data)['@context']));
          assert.match(layout.preview ?? 'https://none', /^https?:/);
          assert.deepEqual(await accessibilityProblems(page), []);
          assert.deepEqual(problems, []);
        } finally {
          await page.close();
        }
      });

    test('/api/docs groups the operations by nouns and is accessible', async () => {
      const { page, problems } = await openPage(context, '/api/docs');
      try {
        const groups = page.locator('.opblock-tag');
        await groups.first().waitFor();
        assert.deepEqual((await groups.evaluateAll((all) => all.map((one) => one.dataset.tag))).slice(0, 4), [
          'Accounts', 'OAuth', 'Channels', 'Posts',
        ]);
        await groups.nth(3).click();
        for (const method of ['get', 'post', 'put', 'delete']) {
          await page.locator(`.opblock-${method} .opblock-summary-control`).first().click();
          await page.locator(`.opblock-${method} .opblock-body`).first().waitFor();
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(width <= 0, `scrolls sideways by ${width} pixels`);
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.deepEqual(problems, []);
      } finally {
        await page.close();
      }
    });
    paths.forEach((path) => check(path, 200));
    missing.forEach((path) => check(path, 404));
  });
}
