// What a writer does besides writing: subscribers, comments, numbers, notes, packs, settings.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fitsOnSmallPhones, languages, looksSound, openScreen } from './looks.mjs';
import { accessibilityProblems, launch, openWindow, site } from './site.mjs';
import { callAs, newChannel, signIn } from './writer.mjs';

let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

const newAddress = () => `writer-${Date.now()}-${Math.floor(Math.random() * 1000)}@example.com`;

/** A page in a window of its own, with what the browser complains about. */
async function openDesk(options) {
  const context = await openWindow(browser, { width: 1280, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems = [];
  // What a test sends on purpose is refused; the browser says so.
  page.on('console', (message) => message.type() === 'error' && !/ 422 /.test(message.text())
    && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  return { context, page, problems };
}

/** Somebody signed in, with a channel of their own. */
async function openChannel(options) {
  const desk = await openDesk(options);
  desk.email = newAddress();
  await signIn(desk.page, desk.email);
  desk.channel = await newChannel(desk.page);
  desk.base = `${site}/dashboard/lists/${desk.channel.slug}`;
  return desk;
}

const toast = (page, text) => page.locator('.ui-toast', { hasText: text }).waitFor();

/** The newest mail to an address whose text matches, once it is there. */
async function mailTo(email, pattern) {
  for (let tries = 0; tries < 200; tries++) {
    const mails = await (await fetch(`${site}/dev/mail.json`)).json();
    const mail = mails.find((one) => one.to === email && pattern.test(one.text));
    if (mail) {
      return mail.text;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no mail to ${email} matches ${pattern}`);
}

/** The text at an address of the site, once it matches. */
async function pageWith(path, pattern) {
  let text = '';
  for (let tries = 0; tries < 200; tries++) {
    text = await (await fetch(new URL(path, site))).text();
    if (pattern.test(text)) {
      return text;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${path} never matched ${pattern}: ${text.slice(0, 400)}`);
}

async function publish(page, slug, post) {
  return callAs(page, 'POST', `/lists/${slug}/posts`, {
    slug: post,
    title: `About ${post}`,
    content: `All about ${post}.`,
    datetime: '2026-01-31T09:30:00Z',
  });
}

describe('subscribers', () => {
  let desk;

  before(async () => {
    desk = await openChannel();
    await callAs(desk.page, 'PUT', `/lists/${desk.channel.slug}/email_settings`, {
      email_deny_list: ['denied.example'],
    });
  });
  after(() => desk.context.close());

  test('a file with faults is shown before anything is added, and what is left out is named', async () => {
    const { page, base, problems } = desk;
    await page.goto(`${base}/subscribers`);
    await page.getByText('No subscribers yet').waitFor();
    await page.getByRole('link', { name: 'Import from a file' }).click();
    const file = [
      'Full name,Joined,E-mail',
      '"Wren, Ada",2024-01-02,ada@readers.example',
      'Bob,2024-01-03,bob@readers',
      'Cho,2024-01-04,CHO@readers.example',
      'Cho again,2024-01-05,cho@readers.example',
      'Dan,2024-01-06,dan@denied.example',
      ',2024-01-07,',
    ].join('\r\n');
    await page.setInputFiles('input[type=file]', {
      name: 'readers.csv', mimeType: 'text/csv', buffer: Buffer.from(file),
    });
    await page.getByText('6 lines, the first ones are:').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Check the list' }).click();
    await page.getByText('2 people will be added').waitFor();
    await page.getByText('4 lines are left out').waitFor();
    const rows = await page.locator('.refused-table tbody tr').allInnerTexts();
    assert.deepEqual(rows.map((row) => row.split('\t').map((cell) => cell.trim())), [
      ['3', 'bob@readers', 'not an email address'],
      ['5', 'cho@readers.example', 'listed twice'],
      ['6', 'dan@denied.example', 'blocked in your settings'],
      ['7', '–', 'not an email address'],
    ]);
    assert.deepEqual(await accessibilityProblems(page), []);
    const before = await callAs(page, 'GET', `/lists/${desk.channel.slug}/subscriptions`);
    assert.equal(before.pagination.total, 0);
    const add = page.getByRole('button', { name: 'Add 2 people' });
    assert.ok(await add.isDisabled());
    await page.getByLabel('These people agreed').check();
    await add.click();
    await page.getByText('2 people added').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the list' }).click();
    const saved = await downloads;
    assert.equal(saved.suggestedFilename(), 'not-added.csv');
    await page.locator('.import-acts').getByRole('link', { name: 'All subscribers' }).click();
    await page.getByRole('button', { name: 'ada@readers.example', exact: true }).waitFor();
    await page.getByText('Wren, Ada').waitFor();
    assert.equal(await page.locator('.subscriber-row').count(), 2);
    assert.deepEqual(problems, []);
  });

  test('a few are added by hand, and found by the beginning of the address', async () => {
    const { page, base, problems } = desk;
    await page.goto(`${base}/subscribers`);
    await page.getByRole('link', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Check the list' }).click();
    await page.locator('textarea[name=emails][aria-invalid]').waitFor();
    await page.fill('textarea[name=emails]', 'Eve <eve@readers.example>, ada@readers.example');
    await page.getByRole('button', { name: 'Check the list' }).click();
    await page.getByText('1 person will be added').waitFor();
    await page.getByText('already subscribed: 1').waitFor();
    await page.getByLabel('These people agreed').check();
    await page.getByRole('button', { name: 'Add 1 person' }).click();
    await page.getByText('1 person added').waitFor();
    await page.goto(`${base}/subscribers`);
    await page.waitForFunction(() => document.querySelectorAll('.subscriber-row').length === 3);
    await page.keyboard.press('/');
    await page.keyboard.type('eve');
    await page.waitForFunction(() => document.querySelectorAll('.subscriber-row').length === 1);
    await page.fill('input[type=search]', 'zoe');
    await page.getByText('No address begins with “zoe”').waitFor();
    await page.getByRole('link', { name: 'Show all subscribers' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.subscriber-row').length === 3);
    assert.deepEqual(problems, []);
  });

  test('membership with its end and mail are changed, and shown', async () => {
    const { page, base, channel, problems } = desk;
    await page.goto(`${base}/subscribers`);
    await page.getByRole('button', { name: 'cho@readers.example', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('switch', { name: 'Premium' }).click();
    await dialog.locator('input[name=until]').fill('2031-05-06');
    await dialog.getByRole('switch', { name: 'Send posts by email' }).click();
    assert.deepEqual(await accessibilityProblems(page), []);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await toast(page, 'Subscriber saved');
    await page.getByRole('link', { name: /^Premium/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('.subscriber-row').length === 1);
    await page.getByText('Emails off').waitFor();
    const find = async () =>
      (await callAs(page, 'GET', `/lists/${channel.slug}/subscriptions?premium=premium`)).items[0];
    const saved = await find();
    assert.equal(saved.type, 'premium');
    assert.equal(saved.paid_expiry.slice(0, 8), '2031-05-');
    assert.equal(saved.email_enabled, false);
    await page.getByRole('button', { name: 'cho@readers.example', exact: true }).click();
    await dialog.locator('input[name=until]').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.locator('.ui-dialog').waitFor({ state: 'detached' });
    assert.equal((await find()).paid_expiry, null);
    assert.deepEqual(problems, []);
  });

  test('one moves to another channel, and one is removed', async () => {
    const { page, base, problems } = desk;
    const other = await callAs(page, 'POST', '/lists', { slug: `other-${Date.now()}`, title: 'Other letters' });
    await page.goto(`${base}/subscribers`);
    const row = (email) => page.locator('.subscriber-row', { hasText: email });
    await row('cho@').locator('.ui-icon-button').click();
    await page.getByRole('menuitem', { name: 'Move to another channel' }).click();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Move the subscriber' }).click();
    await toast(page, 'moved to “Other letters”');
    const there = await callAs(page, 'GET', `/lists/${other.slug}/subscriptions`);
    assert.equal(there.items[0].user.email, 'cho@readers.example');
    assert.equal(there.items[0].type, 'premium');
    await row('eve@').locator('.ui-icon-button').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove the subscriber' }).click();
    await toast(page, 'eve@readers.example removed');
    await page.waitForFunction(() => document.querySelectorAll('.subscriber-row').length === 1);
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Export all' }).click();
    const stream = await (await downloads).createReadStream();
    let text = '';
    for await (const part of stream) {
      text += part;
    }
    assert.match(text, /^email,name,type/);
    assert.match(text, /ada@readers\.example,"Wren, Ada",free/);
    assert.deepEqual(problems, []);
  });
});

describe('comments', () => {
  let desk;
  let reader;
  let post;

  before(async () => {
    desk = await openChannel();
    await callAs(desk.page, 'PUT', `/lists/${desk.channel.slug}/comment`, {
      comment_enabled: true, comment_strategy: 1,
    });
    post = await publish(desk.page, desk.channel.slug, 'doors');
    reader = await openDesk();
    await signIn(reader.page, newAddress());
  });
  after(async () => {
    await desk.context.close();
    await reader.context.close();
  });

  const say = (content) => callAs(reader.page, 'POST', '/comments', { post_id: post.id, content });
  const shown = async () =>
    (await (await fetch(`${site}/api/comments?post_id=${post.id}`)).json()).data.items.map((one) => one.content);

  test('what waits is approved, shown to everybody, and answered', async () => {
    const { page, base, problems } = desk;
    await say('A door is a wall that changed its mind.');
    await page.goto(`${base}/comments`);
    await page.getByText('A door is a wall').waitFor();
    assert.deepEqual(await shown(), []);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: /^Approve/ }).click();
    await toast(page, 'Comment approved');
    await page.getByText('Nothing waits for you').waitFor();
    assert.deepEqual(await shown(), ['A door is a wall that changed its mind.']);
    await pageWith(`/${desk.channel.slug}/p/doors`, /1 comment/);
    await page.getByRole('link', { name: /^Shown/ }).click();
    await page.getByRole('button', { name: /^Reply/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reply' }).click();
    await page.locator('textarea[name=content][aria-invalid]').waitFor();
    await page.fill('textarea[name=content]', 'It did.');
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('dialog').getByRole('button', { name: 'Reply' }).click();
    await toast(page, 'Reply published');
    await page.locator('.comment-text', { hasText: 'It did.' }).waitFor();
    assert.deepEqual(await shown(), ['It did.', 'A door is a wall that changed its mind.']);
    assert.deepEqual(problems, []);
  });

  test('several are marked as spam together, which is taken back, and then deleted', async () => {
    const { page, base, problems } = desk;
    await say('Buy doors!');
    await say('Cheap doors!');
    await page.goto(`${base}/comments`);
    await page.locator('.comment-row').first().waitFor();
    await page.locator('.list-check input').first().check();
    const bar = page.locator('.bulk-bar');
    await bar.getByRole('button', { name: 'Select all' }).click();
    await bar.getByText('2 selected').waitFor();
    await bar.getByRole('button', { name: 'Spam' }).click();
    await toast(page, '2 comments marked as spam');
    await page.getByText('Nothing waits for you').waitFor();
    await page.locator('.ui-toast', { hasText: 'spam' }).getByText('Undo').click();
    await page.waitForFunction(() => document.querySelectorAll('.comment-row').length === 2);
    await page.locator('.list-check input').first().check();
    await bar.getByRole('button', { name: 'Select all' }).click();
    await bar.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('Delete 2 comments?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await toast(page, '2 comments deleted');
    await page.getByText('Nothing waits for you').waitFor();
    assert.deepEqual(problems, []);
  });

  test('those of one post are shown alone', async () => {
    const { page, base, problems } = desk;
    const other = await publish(page, desk.channel.slug, 'keys');
    await say('About doors.');
    await callAs(reader.page, 'POST', '/comments', { post_id: other.id, content: 'About keys.' });
    await page.goto(`${base}/comments`);
    await page.waitForFunction(() => document.querySelectorAll('.comment-row').length === 2);
    await page.getByRole('link', { name: 'About keys' }).click();
    await page.getByText('On “About keys” only').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.comment-row').length === 1);
    await page.getByRole('link', { name: 'Show all posts' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.comment-row').length === 2);
    assert.deepEqual(problems, []);
  });
});

test('statistics answer what was read, from where, and who subscribes', async () => {
  const { context, page, base, channel, problems } = await openChannel();
  await page.goto(`${base}/analytics`);
  await page.getByText('No visits yet').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  const post = await publish(page, channel.slug, 'doors');
  const headers = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0' };
  for (const path of [`view?id=${post.id}&utm_source=email`, `read?id=${post.id}`]) {
    assert.equal((await fetch(`${site}/api/posts/${path}`, { method: 'POST', headers })).status, 200);
  }
  await callAs(page, 'POST', `/auxilia/subscriptions/${channel.slug}/members/add`, {
    members: [{ email: `a-${Date.now()}@readers.example` }, { email: `b-${Date.now()}@readers.example` }],
  });
  for (let tries = 0; tries < 100; tries++) {
    const report = await callAs(page, 'GET', `/lists/${channel.slug}/analytics/posts`);
    if (report.periods.length > 0 && report.periods[0].page_reads > 0) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.goto(`${base}/analytics`);
  await page.getByText('What did people read?').first().waitFor();
  const figures = await page.locator('.figures').innerText();
  assert.match(figures, /Views\s+1\s/);
  assert.match(figures, /New subscribers\s+2\s/);
  await page.getByText('2 at the end of this period. 2 joined, 0 left.').waitFor();
  assert.match(await page.locator('.source-bars').innerText(), /Email\s+1 · 100%/);
  assert.equal(await page.locator('.chart-place canvas').count(), 2);
  await page.selectOption('.range-picker select', '7');
  await page.waitForURL(/days=7/);
  await page.getByRole('link', { name: 'About doors' }).click();
  await page.waitForURL(/analytics\/posts\/\d+\?days=7/);
  await page.getByRole('heading', { name: 'About doors' }).waitFor();
  await page.locator('.chart-place canvas').waitFor();
  await page.getByText('Show the numbers').click();
  assert.equal(await page.locator('.chart-table tbody tr').count(), 7);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.selectOption('.range-picker select', 'own');
  await page.getByLabel('First day').fill('2026-01-01');
  await page.waitForURL(/from=2026-01-01/);
  assert.deepEqual(problems, []);
  await context.close();
});

test('notes are published with tags, changed, pinned, answered and deleted', async () => {
  const { context, page, base, channel, problems } = await openChannel();
  await page.goto(`${base}/notes`);
  await page.getByRole('link', { name: 'Turn them on' }).click();
  await page.getByRole('switch', { name: 'Short notes beside the posts' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Settings saved');
  await page.goto(`${base}/notes`);
  await page.fill('textarea[name=text]', 'Fog over the harbour #sea');
  await page.fill('input[name=tags]', 'weather, morning');
  await page.getByRole('button', { name: 'Publish the note' }).click();
  await toast(page, 'Note published');
  await page.getByText('#weather #morning #sea').waitFor();
  assert.equal(await page.inputValue('textarea[name=text]'), '');
  assert.deepEqual(await accessibilityProblems(page), []);
  const row = page.locator('.note-row');
  await row.locator('.ui-icon-button').click();
  await page.getByRole('menuitem', { name: 'Pin' }).click();
  await row.getByText('Pinned').waitFor();
  await row.getByRole('button', { name: /^Replies/ }).click();
  await row.locator('textarea[name=reply]').fill('It lifted at ten.');
  await row.getByRole('button', { name: 'Reply', exact: true }).click();
  await row.locator('.note-reply', { hasText: 'It lifted at ten.' }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await row.locator('.note-row-acts .ui-icon-button').click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  assert.equal(await row.locator('input[name=tags]').inputValue(), 'weather, morning');
  await row.locator('input[name=tags]').fill('weather');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText('#weather #sea').waitFor();
  const { items } = await callAs(page, 'GET', `/tweets?list=${channel.slug}`);
  assert.deepEqual(items[0].tags, ['weather', 'sea']);
  await row.locator('.ui-icon-button').click();
  await page.getByRole('menuitem', { name: 'Delete the note' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the note' }).click();
  await page.getByText('No notes yet.').waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test('a pack is put together, put in order and deleted', async () => {
  const { context, page, base, channel, problems } = await openChannel();
  for (const post of ['doors', 'keys', 'locks']) {
    await publish(page, channel.slug, post);
  }
  await page.goto(`${base}/packs`);
  await page.getByRole('link', { name: 'New pack' }).first().click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('input[name=title][aria-invalid]').waitFor();
  await page.fill('input[name=title]', 'Ways in');
  await page.getByRole('button', { name: 'Add About doors' }).click();
  await page.getByRole('button', { name: 'Add About keys' }).click();
  await page.getByRole('button', { name: 'Move “About keys” up' }).click();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Pack saved');
  await page.waitForURL(/\/packs\/\d+$/);
  const [pack] = await callAs(page, 'GET', `/lists/${channel.slug}/packs`);
  const { posts } = await callAs(page, 'GET', `/lists/${channel.slug}/packs/${pack.id}`);
  assert.deepEqual(posts.map((post) => post.slug), ['keys', 'doors']);
  await page.getByRole('link', { name: 'All packs' }).click();
  await page.getByRole('link', { name: 'Ways in' }).click();
  await page.getByRole('button', { name: 'Delete the pack' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the pack' }).click();
  await page.getByText('No packs yet').waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

describe('settings', () => {
  let desk;

  before(async () => {
    desk = await openChannel();
    await publish(desk.page, desk.channel.slug, 'doors');
  });
  after(() => desk.context.close());

  test('texts for pages, feeds and Markdown reach the readers', async () => {
    const { page, base, channel, problems } = desk;
    await page.goto(`${base}/settings/pages`);
    await page.fill('textarea[name=invitation]', 'One letter a **week**.');
    await page.getByRole('switch', { name: 'Posts in full' }).click();
    await page.getByRole('switch', { name: 'Posts as Markdown' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await toast(page, 'Settings saved');
    await pageWith(`/${channel.slug}/p/doors`, /One letter a <strong>week<\/strong>/);
    assert.equal(await pageWith(`/${channel.slug}/p/doors.md`, /^# /), '# About doors\n\nAll about doors.\n');
    const markdown = await fetch(`${site}/${channel.slug}/p/doors.md`);
    assert.match(markdown.headers.get('content-type'), /^text\/markdown/);
    const feed = await pageWith(`/${channel.slug}/feed/json`, /content_text/);
    assert.ok(!feed.includes('content_html'));
    await page.reload();
    assert.equal(await page.inputValue('textarea[name=invitation]'), 'One letter a **week**.');
    assert.equal(await page.getByRole('switch', { name: 'Posts in full' }).getAttribute('aria-checked'), 'false');
    assert.deepEqual(problems, []);
  });

  test('mail texts and the deny list are saved, and a fault is told at its field', async () => {
    const { page, base, channel } = desk;
    await page.goto(`${base}/settings/mail`);
    await page.fill('textarea[name=signature]', 'Ada');
    await page.fill('textarea[name=denied]', '<bad.example>\nspam@mail.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('textarea[name=denied][aria-invalid]').waitFor();
    assert.equal(await page.inputValue('textarea[name=signature]'), 'Ada');
    await page.fill('textarea[name=denied]', 'bad.example\nspam@mail.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await toast(page, 'Settings saved');
    const saved = await callAs(page, 'GET', `/lists/${channel.slug}`);
    assert.deepEqual(saved.email_deny_list, ['bad.example', 'spam@mail.example']);
    assert.equal(saved.text_templates.email_signature, 'Ada');
  });

  test('a domain shows its records, and that they are not there yet', async () => {
    const { page, base } = desk;
    await page.goto(`${base}/settings/domain`);
    await page.fill('input[name=domain]', 'not a domain');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('input[name=domain][aria-invalid]').waitFor();
    const domain = `letters-${Date.now()}.example.com`;
    await page.fill('input[name=domain]', domain);
    await page.getByRole('button', { name: 'Save' }).click();
    await toast(page, 'Settings saved');
    await page.getByText(`${domain} is not ready yet`).waitFor();
    assert.ok((await page.locator('.domain-records > li').count()) >= 2);
    assert.deepEqual(await accessibilityProblems(page), []);
  });

  test('the widget is shown as chosen, with its code', async () => {
    const { page, base, channel, problems } = desk;
    await page.goto(`${base}/settings/widget`);
    await page.getByLabel('Layout').selectOption('subscribe_form');
    await page.getByLabel('Colors').selectOption('dark');
    const code = await page.locator('.copy-field input').inputValue();
    assert.match(code, new RegExp(`/${channel.slug}/widget\\?layout=subscribe_form&amp;theme=dark"`));
    await page.frameLocator('.widget-frame').locator('input[type=email]').waitFor();
    assert.deepEqual(problems, []);
  });

  test('an export is asked for, mailed and downloaded', async () => {
    const { page, base, email, problems } = desk;
    await page.goto(`${base}/settings/data`);
    await page.getByRole('button', { name: 'Export everything' }).click();
    await page.getByText('preparing your export').waitFor();
    const text = await mailTo(email, /\/api\/exports\//);
    const [link] = text.match(/https?:\S*\/api\/exports\/\S+/);
    const answer = await fetch(new URL(new URL(link).pathname, site));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/zip');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    assert.equal(String.fromCharCode(bytes[0], bytes[1]), 'PK');
    assert.deepEqual(problems, []);
  });

  test('the deletion of a channel is asked for by name and taken back', async () => {
    const { page, base, channel } = desk;
    await page.goto(`${base}/settings/data`);
    await page.getByRole('button', { name: 'Delete this channel…' }).click();
    const label = page.getByLabel(/To continue, type the channel/);
    await label.fill('not it');
    await page.getByRole('button', { name: 'Email me the link' }).click();
    await page.locator('[role=dialog] [aria-invalid]').waitFor();
    await label.fill(channel.title);
    await page.getByRole('button', { name: 'Email me the link' }).click();
    await page.getByText('A deletion has been requested').waitFor();
    await page.getByRole('button', { name: 'Keep the channel' }).click();
    await page.getByText('Deletion canceled').waitFor();
  });

  test('somebody is invited, follows the mail, writes here, and leaves', async () => {
    const { page, base, channel } = desk;
    const guest = await openDesk();
    const address = newAddress();
    await signIn(guest.page, address);
    await callAs(guest.page, 'POST', `/subscriptions/${channel.slug}/no-challenge`);
    await page.goto(`${base}/settings/team`);
    await page.fill('input[name=email]', 'nobody@readers.example');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.locator('input[name=email][aria-invalid]').waitFor();
    await page.fill('input[name=email]', address);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await toast(page, `${address} has been invited`);
    await page.getByText('Invited, has not answered yet').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);

    const text = await mailTo(address, /\/dashboard\/invitations/);
    const [link] = text.match(/https?:\S*\/dashboard\/invitations/);
    await guest.page.goto(new URL(new URL(link).pathname, site).href);
    await guest.page.getByText(channel.title).first().waitFor();
    assert.deepEqual(await accessibilityProblems(guest.page), []);
    await guest.page.getByRole('button', { name: /^Accept/ }).click();
    await guest.page.waitForURL(new RegExp(`/lists/${channel.slug}/posts`));
    await guest.page.goto(`${base}/settings/general`);
    await guest.page.getByText('Only the owner can change the settings').waitFor();
    await page.reload();
    await page.getByText('Writes here', { exact: true }).waitFor();
    await guest.page.goto(`${base}/settings/team`);
    await guest.page.getByRole('button', { name: 'Stop writing here' }).click();
    await guest.page.getByRole('dialog').getByRole('button', { name: 'Stop writing here' }).click();
    await guest.page.waitForURL((url) => !url.pathname.includes('/settings'));
    const saved = await callAs(page, 'GET', `/lists/${channel.slug}`);
    assert.deepEqual(saved.cooperators, []);
    await guest.page.goto(`${site}/dashboard/invitations`);
    await guest.page.getByText('No invitation waits for you').waitFor();
    await guest.context.close();
  });
});

describe('every screen', () => {
  const paths = [
    'subscribers', 'subscribers?premium=premium', 'subscribers/import', 'subscribers/import?by=hand',
    'comments', 'comments?status=visible', 'analytics', 'notes', 'packs', 'packs/new',
    'settings/general', 'settings/mail', 'settings/pages', 'settings/comments', 'settings/domain',
    'settings/widget', 'settings/team', 'settings/data',
  ].map((path) => `lists/@current/${path}`).concat('invitations');
  let desk;

  before(async () => {
    desk = await openChannel();
    const { page, channel } = desk;
    await callAs(page, 'PUT', `/lists/${channel.slug}/comment`, { comment_enabled: true, comment_strategy: 0 });
    await callAs(page, 'PUT', `/lists/${channel.slug}/tweets`, { tweets_enabled: true });
    const post = await callAs(page, 'POST', `/lists/${channel.slug}/posts`, {
      slug: 'long', title: 'A very long title that goes on and on '.repeat(5).trim(), content: 'Text.',
      datetime: '2026-01-31T09:30:00Z',
    });
    await callAs(page, 'POST', '/comments', { post_id: post.id, content: 'Well said. '.repeat(40) });
    await callAs(page, 'POST', `/tweets?list=${channel.slug}`, { text: 'Fog #sea', tags: ['weather'] });
    await callAs(page, 'POST', `/lists/${channel.slug}/packs`, { title: 'Ways in', post_ids: [post.id] });
    const long = `a-reader-with-quite-a-long-name-${Date.now()}@readers-of-letters.example`;
    await callAs(page, 'POST', `/auxilia/subscriptions/${channel.slug}/members/add`, {
      members: [{ email: long, name: 'Somebody with a name that is rather long' }],
    });
    await callAs(page, 'PUT', `/lists/${channel.slug}/domain`, { domain: `l-${Date.now()}.example.com` });
  });
  after(() => desk.context.close());

  for (const of of languages) {
    test(`is sound in ${of.language}, without a key in place of a text`, async () => {
      const { page } = desk;
      for (const path of paths) {
        await openScreen(page, path, of);
        const text = await page.locator('#app').innerText();
        assert.doesNotMatch(text, /\b(subscribers|comments|analytics|notes|packs|settings|invitations)\.[a-z]/, path);
        await looksSound(page, `${path} ${of.language}`, of.looks);
        await fitsOnSmallPhones(page, path);
      }
      assert.deepEqual(desk.problems, []);
    });
  }
});
