// How lines, diagrams, prints and notices of articles look.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, openWindow, site } from './site.mjs';
import { callAs, newChannel, signIn } from './writer.mjs';

const phone = { width: 390 };
const desk = { width: 1280 };
let browser;
let channel;

// Wider than any phone, and a line of Japanese that would be torn beside its code.
const content = `幅の狭い画面では、\`font-feature-settings\` のような長いコードが行の途中に来ると、両端を揃えた行の文字と文字の間が大きく開いてしまいます。

揃えるのは、コードを含まない段落だけです。ここには全角の文字だけが並んでいるので、行の長さは一字の整数倍になり、余りはほとんど出ません。

\`\`\`mermaid
graph LR
${Array.from({ length: 12 }, (_, i) => `  a${i}[Step number ${i}] --> a${i + 1}[Step number ${i + 1}]`).join('\n')}
\`\`\`
`;

before(async () => {
  browser = await launch();
  const context = await openWindow(browser, desk);
  const page = await context.newPage();
  await signIn(page, `typography-${Date.now()}@example.com`);
  channel = await newChannel(page);
  await callAs(page, 'PUT', `/lists/${channel.slug}/options`, { options: { language: 'ja' } });
  await callAs(page, 'POST', `/lists/${channel.slug}/posts`, {
    slug: 'lines', title: '行', content, lang: 'ja', datetime: '2026-01-31T09:30:00Z',
  });
  await context.close();
});
after(() => browser?.close());

async function withPage(window, path, work) {
  const context = await openWindow(browser, window);
  try {
    const { page, problems } = await openPage(context, path);
    await work(page);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

const alignments = (page) =>
  page.locator('.prose > p').evaluateAll((all) =>
    all.map((one) => [one.querySelector('code') !== null, getComputedStyle(one).textAlign]));

test('Japanese lines are justified on a desk, except beside code, and never on a phone', async () => {
  await withPage(desk, `/${channel.slug}/p/lines`, async (page) => {
    assert.deepEqual(await alignments(page), [[true, 'start'], [false, 'justify']]);
  });
  await withPage(phone, `/${channel.slug}/p/lines`, async (page) => {
    assert.deepEqual(await alignments(page), [[true, 'start'], [false, 'start']]);
  });
});

for (const width of [320, 390, 1280]) {
  test(`no date and no reading time breaks within itself at ${width} pixels`, async () => {
    for (const path of ['/covey', '/covey/p/asides', '/kami-no-ura', `/${channel.slug}/p/lines`, '/covey/bower']) {
      await withPage({ width }, path, async (page) => {
        const items = await page.locator('.facts > *').evaluateAll((all) =>
          all.map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)));
            return [one.textContent, lines.size];
          }));
        assert.ok(items.length > 0, `${path} has none`);
        assert.deepEqual(items.filter(([, lines]) => lines > 1), [], path);
      });
    }
  });
}

test('a wide diagram on a phone is scrolled, and says so', async () => {
  await withPage(phone, `/${channel.slug}/p/lines`, async (page) => {
    const frame = page.frameLocator('iframe.diagram');
    await frame.locator('body > div > svg').waitFor();
    await frame.locator('body > p').waitFor();
    assert.match(await frame.locator('body > p').innerText(), /横にスクロール/);
    const widths = await frame.locator('body > div').evaluate((one) => [one.scrollWidth, one.clientWidth]);
    assert.ok(widths[0] > widths[1], `${widths}`);
    assert.equal(await frame.locator('body > div').getAttribute('tabindex'), '0', 'the keyboard reaches it');
    await frame.locator('body > div').evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
    await frame.locator('.more-before:not(.more-after)').waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
  });
});

test('what cannot be printed prints its address', async () => {
  await withPage(desk, '/covey/p/embeds-that-wait', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('.prose :is(.embed-link, .card-link)').evaluateAll((all) =>
      all.map((one) => [one.getAttribute('href'), getComputedStyle(one, '::after').content]));
    assert.ok(printed.length > 3, `${printed.length}`);
    for (const [address, text] of printed) {
      assert.ok(text.includes(address), `${address}: ${text}`);
    }
    const players = await page.locator('.prose :is(audio, video)').evaluateAll((all) =>
      all.map((one) => ({
        shown: getComputedStyle(one).display !== 'none',
        address: one.src || one.querySelector('source')?.src,
      })));
    assert.equal(players.length, 2);
    const text = await page.evaluate(() =>
      [...document.querySelectorAll('.prose a')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.href));
    for (const { shown, address } of players) {
      assert.equal(shown, false, address);
      assert.ok(text.includes(address), `${address} is not among ${text}`);
    }
  });
});

test('the notice above a paid part leads to the login, not to the free subscription', async () => {
  await withPage(phone, '/covey/p/below-the-line', async (page) => {
    const notice = page.locator('.paid');
    await notice.locator('a').waitFor();
    assert.match(await notice.innerText(), /free email subscription does not include it/);
    const targets = await notice.locator('a').evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
    assert.deepEqual(targets, ['/login']);
    assert.equal(await notice.locator('form, input').count(), 0);
    assert.equal(new URL(page.url()).origin, site);
  });
});
