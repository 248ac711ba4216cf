// The screens around sending, translating and moderating, and dialogs that lie over others: on phones and desks,
// by day and by night, each in one of the three languages.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fitsOnSmallPhones, languages, looksSound, openScreen } from './looks.mjs';
import { launch, openWindow } from './site.mjs';
import { callAs, newChannel, signIn } from './writer.mjs';

const key = Date.now().toString(36);
const long = 'A very long title that goes on and on '.repeat(6).slice(0, 200).trim();
const unbroken = '折り返す場所のない題名'.repeat(18).slice(0, 180);
const uploaded = `/media/${'0'.repeat(32)}.webp`;
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>';

let browser;
let page;
let slug;
let task;
let post;
let draft;
const problems = [];

before(async () => {
  browser = await launch();
  const context = await openWindow(browser, { width: 1280, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(String(error)));
  await signIn(page, `screens-${key}@example.com`);
  ({ slug } = await newChannel(page));
  const save = (one) => callAs(page, 'POST', `/lists/${slug}/posts`, { content: 'Text.', ...one });
  draft = await save({ slug: 'unbroken', title: unbroken, content: `![](${uploaded})\n\nText.` });
  post = await save({ slug: 'long', title: long, datetime: '2026-01-31T09:30:00Z' });
  const member = { email: `somebody-with-a-rather-long-address-${key}@readers-of-letters.example`, name: '' };
  await callAs(page, 'POST', `/auxilia/subscriptions/${slug}/members/add`, { members: [member] });
  await callAs(page, 'POST', `/lists/${slug}/sequence`, { days: 3, title: long, content: 'Text.' });
  await callAs(page, 'PUT', `/lists/${slug}/comment`, { comment_enabled: true, comment_strategy: 0 });
  await callAs(page, 'POST', '/comments', { post_id: post.id, content: 'Well said. '.repeat(40) });
  await callAs(page, 'PUT', `/lists/${slug}/posts/${post.id}/deliver`, { channels: ['email'] });
  task = (await callAs(page, 'GET', `/lists/${slug}/delivery`)).items[0].id;
});
after(() => browser.close());

/** Opens the menu of a row or of the editor and takes the entry with this icon. */
async function choose(trigger, icon) {
  await page.locator(trigger).first().click();
  await page.locator(`[role=menuitem]:has(.lucide-${icon})`).click();
  await page.getByRole('dialog').waitFor();
}

async function close() {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const row = '.post-row:has(.post-state-published) .ui-icon-button';
const editorMenu = '.top-bar .ui-icon-button[aria-haspopup=menu]';

for (const [index, of] of languages.entries()) {
  describe(`in ${of.language}`, () => {
    /** Each part in one of the languages: what differs between them is the length of words. */
    const inTurn = (turn, name, run) => turn % languages.length === index && test(name, run);
    const sound = (name) => looksSound(page, `${name} ${of.language}`, of.looks);

    inTurn(0, 'screens', async () => {
      for (const path of ['delivery', `delivery/${task}`, 'suppressions', 'settings/onboarding', 'settings/channel',
        'settings/webhooks', 'settings/cross-publish', 'settings/analytics', 'analytics/posts/long']) {
        await openScreen(page, `lists/${slug}/${path}`, of);
        await sound(path);
        await fitsOnSmallPhones(page, path);
      }
    });

    inTurn(1, 'dialogs of a post', async () => {
      await openScreen(page, `lists/${slug}/posts`, of);
      for (const icon of ['mail', 'eye', 'code-xml', 'tags', 'languages']) {
        await choose(row, icon);
        await page.waitForLoadState('networkidle');
        await sound(`post ${icon}`);
        await close();
      }
    });

    inTurn(2, 'dialogs of the editor', async () => {
      await openScreen(page, `lists/${slug}/posts/${post.id}/edit`, of);
      for (const icon of ['sparkles', 'history', 'qr-code', 'languages', 'keyboard']) {
        await choose(editorMenu, icon);
        await page.waitForLoadState('networkidle');
        await sound(`editor ${icon}`);
        await close();
      }
    });

    inTurn(3, 'a draft that is older than its original, and the texts of its image', async () => {
      await page.route(`**${uploaded}`, (route) => route.fulfill({ contentType: 'image/svg+xml', body: picture }));
      const drift = { post_id: draft.id, source_title: unbroken, source_list: slug, source_id: post.id };
      await page.route('**/drifts', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), data: [drift] } });
      });
      await openScreen(page, `lists/${slug}/posts/${draft.id}/edit`, of);
      await page.locator('.notice').waitFor();
      await sound('editor drift');
      await page.locator('.cm-picture').click();
      await page.locator('.alt-suggestion').waitFor();
      await sound('editor image');
      await close();
      await page.unrouteAll({ behavior: 'wait' });
    });

    inTurn(4, 'dialogs of settings', async () => {
      await openScreen(page, `lists/${slug}/settings/onboarding`, of);
      await page.locator('.settings-acts button').last().click();
      await page.getByRole('dialog').waitFor();
      await sound('onboarding new');
      await close();
    });

    inTurn(5, 'a comment that looks like spam', async () => {
      const all = `**/api/lists/${slug}/comments?*`;
      await page.route(all, async (route) => {
        const response = await route.fetch();
        const json = await response.json();
        for (const comment of json.data.items) {
          comment.spam = { score: 0.87, reason: 'Sells watches.' };
        }
        await route.fulfill({ response, json });
      });
      await openScreen(page, `lists/${slug}/comments?status=visible`, of);
      await page.locator('.comment-spam').first().waitFor();
      await sound('comment spam');
      await page.unroute(all);
    });
  });
}

test('the browser has nothing to complain about', () => {
  assert.deepEqual(problems, []);
});
