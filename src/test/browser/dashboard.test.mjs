// The writer's desk: first run, lists of posts, channels, profile; what happens when the server does not play along.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fitsOnSmallPhones, languages, looksSound, openScreen } from './looks.mjs';
import { accessibilityProblems, launch, openWindow, site } from './site.mjs';
import { callAs, fillLogin, mailedCode, newChannel, signIn } from './writer.mjs';

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
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  return { context, page, problems };
}

const rowTitles = (page) => page.locator('.post-title').allInnerTexts();
const waitForRows = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll('.post-row').length === count, count);

test('somebody without a channel is led to a published post, on a phone', async () => {
  const { context, page, problems } = await openDesk({ width: 360 });
  await signIn(page, newAddress());
  assert.match(page.url(), /\/dashboard\/start/);
  const name = `Nächste Seite ${Date.now() % 100000}`;
  await page.fill('input[name=title]', name);
  await page.waitForFunction(() => document.querySelector('input[name=slug]').value !== '');
  const slug = await page.inputValue('input[name=slug]');
  assert.match(slug, /^nachste-seite-\d+$/);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click('form button[type=submit]');

  await page.locator('.look-page').waitFor();
  await page.getByLabel('Book').check();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click('form button[type=submit]');

  await page.locator('input[name=name]').waitFor();
  await page.fill('input[name=name]', 'Ada Wren');
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click('form button[type=submit]');

  await page.locator('.start-beginning').first().waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.locator('.start-beginning').first().click();
  await page.waitForURL(new RegExp(`/lists/${slug}/posts/\\d+/edit`));

  await page.goto(`${site}/dashboard/lists/${slug}/posts`);
  await waitForRows(page, 1);
  await page.locator('.checklist').waitFor();
  await page.locator('.post-row .ui-icon-button').click();
  await page.getByRole('menuitem', { name: 'Publish', exact: true }).click();
  await page.locator('.ui-toast').waitFor();
  await page.locator('.post-state-published').waitFor();
  const article = page.locator('.post-row .ui-icon-button');
  await article.click();
  const href = await page.getByRole('menuitem', { name: 'View the page' }).getAttribute('href');
  const html = await (await fetch(new URL(href, site))).text();
  assert.match(html, /Why now/);
  assert.match(html, /Ada Wren/);
  assert.deepEqual(problems, []);
  await context.close();
});

describe('the list of posts', () => {
  let desk;
  let channel;

  before(async () => {
    desk = await openDesk();
    await signIn(desk.page, newAddress());
    channel = await newChannel(desk.page);
    for (const title of ['Rain', 'Ink', 'Doors']) {
      const body = { title, content: `About ${title}.`, tags: 'first' };
      await callAs(desk.page, 'POST', `/lists/${channel.slug}/posts`, body);
    }
    await desk.page.goto(`${site}/dashboard/lists/${channel.slug}/posts`);
    await waitForRows(desk.page, 3);
  });
  after(() => desk.context.close());

  test('rows are selected by keys and deleted together, and come back', async () => {
    const { page, problems } = desk;
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    assert.equal(await page.locator('.post-row-selected').count(), 2);
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    assert.equal(await page.locator('.post-row-selected').count(), 0);
    await page.locator('.post-check input').first().check();
    await page.locator('.post-check input').nth(1).click({ modifiers: ['Shift'] });
    await page.locator('.bulk-bar').getByRole('button', { name: 'Delete' }).click();
    await waitForRows(page, 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitForRows(page, 3);
    assert.deepEqual((await rowTitles(page)).sort(), ['Doors', 'Ink', 'Rain']);
    assert.deepEqual(problems, []);
  });

  test('Escape closes the menu of a row', async () => {
    const { page } = desk;
    await page.locator('.post-row .ui-icon-button').first().click();
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });

  test('what is deleted lies in the trash and is restored from there', async () => {
    const { page, problems } = desk;
    const row = page.locator('.post-row', { hasText: 'Rain' });
    await row.locator('.ui-icon-button').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await waitForRows(page, 2);
    await page.getByRole('link', { name: /^Trash/ }).click();
    await waitForRows(page, 1);
    await page.locator('.post-check input').check();
    await page.locator('.bulk-bar').getByRole('button', { name: 'Restore' }).click();
    await page.getByText('The trash is empty').waitFor();
    await page.getByRole('link', { name: /^All/ }).click();
    await waitForRows(page, 3);
    assert.deepEqual(problems, []);
  });

  test('several are published, and that is taken back', async () => {
    const { page, problems } = desk;
    await page.locator('.post-check input').first().check();
    await page.locator('.bulk-bar').getByRole('button', { name: 'Select all' }).click();
    await page.locator('.bulk-bar').getByRole('button', { name: 'Publish' }).click();
    await page.locator('.ui-toast', { hasText: '3 posts published' }).waitFor();
    assert.equal(await page.locator('.post-state-published').count(), 3);
    await page.locator('.ui-toast', { hasText: '3 posts published' }).getByText('Undo').click();
    await page.waitForFunction(() => document.querySelectorAll('.post-state-draft').length === 3);
    assert.deepEqual(problems, []);
  });

  test('tags are added to several posts and show in each row', async () => {
    const { page, problems } = desk;
    await page.locator('.post-check input').first().check();
    await page.locator('.bulk-bar').getByRole('button', { name: 'Select all' }).click();
    await page.locator('.bulk-bar').getByRole('button', { name: 'Tags' }).click();
    await page.fill('input[name=tags]', 'weather，late');
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.ui-toast', { hasText: 'Tags of 3 posts saved' }).waitFor();
    for (const tags of await page.locator('.post-tags').allInnerTexts()) {
      assert.equal(tags, 'first, weather, late');
    }
    const { items } = await callAs(page, 'GET', `/lists/${channel.slug}/posts`);
    assert.ok(items.every((post) => /first/.test(post.tags) && /weather/.test(post.tags) && /late/.test(post.tags)));
    assert.deepEqual(problems, []);
  });

  test('a search that finds nothing says so and leads back', async () => {
    const { page, problems } = desk;
    await page.keyboard.press('/');
    await page.keyboard.type('elephants');
    await page.getByText('No post contains “elephants”').waitFor();
    await page.getByRole('link', { name: 'Show all posts' }).click();
    await waitForRows(page, 3);
    await page.keyboard.press('/');
    await page.keyboard.type('rain');
    await waitForRows(page, 1);
    assert.deepEqual(await rowTitles(page), ['Rain']);
    await page.keyboard.press('Escape');
    await waitForRows(page, 3);
    assert.deepEqual(problems, []);
  });

  test('the search from everywhere finds posts', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').fill('ink');
    await page.getByRole('option', { name: 'Ink' }).click();
    await page.waitForURL(/\/posts\/\d+\/edit$/);
    await page.goBack();
    await waitForRows(page, 3);
  });

  test('keys lead to a new post and back', async () => {
    const { page } = desk;
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.waitForURL(/\/posts\/new$/);
    await page.goto(`${site}/dashboard/lists/${channel.slug}/posts`);
    await waitForRows(page, 3);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/posts\/\d+\/edit$/);
    await page.goto(`${site}/dashboard/lists/${channel.slug}/posts`);
    await waitForRows(page, 3);
  });

  test('a preview link comes with a code for the camera and shows the draft to strangers', async () => {
    const { page, problems } = desk;
    await page.locator('.post-row', { hasText: 'Ink' }).locator('.ui-icon-button').click();
    await page.getByRole('menuitem', { name: 'Preview link' }).click();
    await page.locator('.qr-code').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    const link = await page.locator('.copy-field input').inputValue();
    assert.match(await (await fetch(link)).text(), /About Ink/);
    await page.keyboard.press('Escape');
    assert.deepEqual(problems, []);
  });

  test('pinned posts are put in order', async () => {
    const { page, problems } = desk;
    for (const title of ['Rain', 'Ink']) {
      const row = page.locator('.post-row', { hasText: title });
      await row.locator('.ui-icon-button').click();
      await page.getByRole('menuitem', { name: 'Publish', exact: true }).click();
      await row.locator('.post-state-published').waitFor();
      await row.locator('.ui-icon-button').click();
      await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
      await row.locator('.post-mark').waitFor();
    }
    await page.getByRole('button', { name: 'Pinned posts' }).click();
    await page.getByRole('button', { name: 'Move “Ink” up' }).click();
    await page.waitForFunction(() => document.querySelector('.pinned-list span').textContent === 'Ink');
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.keyboard.press('Escape');
    const pinned = await callAs(page, 'GET', `/lists/${channel.slug}/pinned`);
    assert.deepEqual(pinned.map((post) => post.title), ['Ink', 'Rain']);
    assert.deepEqual(problems, []);
  });

  test('a published post comes with code that shows it on other sites', async () => {
    const { page, problems } = desk;
    await page.locator('.post-row', { hasText: 'Ink' }).locator('.ui-icon-button').click();
    await page.getByRole('menuitem', { name: 'Embed' }).click();
    await page.getByLabel('Colors').selectOption('dark');
    const code = await page.locator('.copy-field input').inputValue();
    assert.match(code, new RegExp(`/${channel.slug}/p/[a-z0-9-]+/widget\\?theme=dark" title="Ink"`));
    await page.frameLocator('.widget-frame').getByRole('link', { name: 'Ink' }).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.keyboard.press('Escape');
    assert.deepEqual(problems, []);
  });
});

test('a tag is renamed and merged, in all its posts', async () => {
  const { context, page, problems } = await openDesk();
  await signIn(page, newAddress());
  const { slug } = await newChannel(page);
  for (const tags of ['ink,paper', 'ink', 'papers']) {
    await callAs(page, 'POST', `/lists/${slug}/posts`, { title: tags, content: 'Text.', tags });
  }
  await page.goto(`${site}/dashboard/lists/${slug}/tags`);
  await page.getByText('2 posts').waitFor();
  await page.getByRole('button', { name: 'Rename ink' }).click();
  await page.fill('input[name=name]', 'ink-stone');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByText('Renamed to “ink-stone”').waitFor();
  await page.getByRole('button', { name: 'Rename papers' }).click();
  await page.fill('input[name=name]', 'paper');
  await page.getByText('The tags will be merged').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.getByText('Merged into “paper”').waitFor();
  const tags = await callAs(page, 'GET', `/lists/${slug}/tags`);
  assert.deepEqual(tags.map(({ tag, count }) => `${tag} ${count}`).sort(), ['ink-stone 2', 'paper 2']);
  assert.deepEqual(problems, []);
  await context.close();
});

test('images stand in line with the text of the Book theme', async () => {
  const { page, context } = await openDesk();
  await signIn(page, newAddress());
  const { slug } = await newChannel(page);
  await callAs(page, 'PUT', `/lists/${slug}/options`, { options: { theme: 'serif' } });
  const content = `One.\n\n![](${site}/favicon.svg)\n\nTwo.`;
  const post = await callAs(page, 'POST', `/lists/${slug}/posts`, { title: 'Lines', content });
  await callAs(page, 'PUT', `/lists/${slug}/posts/${post.id}/publish`);
  await page.goto(`${site}/${slug}/p/${post.slug}`);
  const [text, image] = await page.evaluate(() => ['.prose > p', '.prose img']
    .map((selector) => document.querySelector(selector).getBoundingClientRect().left));
  assert.equal(image, text);
  await context.close();
});

describe('the person and their channels', () => {
  let desk;
  let email;

  before(async () => {
    desk = await openDesk();
    email = newAddress();
    await signIn(desk.page, email);
    await newChannel(desk.page);
  });
  after(() => desk.context.close());

  test('an empty name is refused at its field, and the rest is kept', async () => {
    const { page } = desk;
    await page.goto(`${site}/dashboard/profile/me`);
    await page.fill('input[name=name]', '');
    await page.fill('textarea[name=bio]', 'Writes about doors.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('input[name=name][aria-invalid]').waitFor();
    assert.equal(await page.inputValue('textarea[name=bio]'), 'Writes about doors.');
    await page.fill('input[name=name]', 'Ada');
    await page.getByRole('button', { name: 'Add an account' }).click();
    await page.locator('.social-list input').fill('@ada@social.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.ui-toast').waitFor();
    const me = await callAs(page, 'GET', '/users/me');
    assert.equal(me.name, 'Ada');
    assert.deepEqual(me.social_ids, [{ name: 'mastodon', value: '@ada@social.example' }]);
  });

  test('a key is shown once, works, and is deleted', async () => {
    const { page } = desk;
    await page.goto(`${site}/dashboard/profile/apikeys`);
    await page.getByRole('button', { name: 'New key' }).first().click();
    await page.getByRole('button', { name: 'Create the key' }).click();
    await page.locator('input[name=name][aria-invalid]').waitFor();
    await page.fill('input[name=name]', 'cron');
    await page.getByRole('button', { name: 'Create the key' }).click();
    const key = await page.locator('.copy-field input').inputValue();
    assert.match(key, /^QK-/);
    assert.deepEqual(await accessibilityProblems(page), []);
    const me = await fetch(`${site}/api/users/me`, { headers: { 'X-QUAIL-KEY': key } });
    assert.equal(me.status, 200);
    await page.getByRole('button', { name: "I've saved it" }).click();
    assert.ok(!(await page.locator('main').innerText()).includes(key));
    await page.getByRole('button', { name: 'Delete cron' }).click();
    await page.getByRole('button', { name: 'Delete the key' }).click();
    await page.getByText('You have no keys').waitFor();
    const gone = await fetch(`${site}/api/users/me`, { headers: { 'X-QUAIL-KEY': key } });
    assert.equal(gone.status, 401);
  });

  test('another session is seen and ended', async () => {
    const { page } = desk;
    const other = await openDesk({ width: 360 });
    await signIn(other.page, email);
    await page.goto(`${site}/dashboard/profile/sessions`);
    await page.getByText('This session').waitFor();
    await page.getByRole('button', { name: /^End/ }).first().click();
    await page.waitForFunction(() => document.querySelectorAll('.profile-list > li').length === 1);
    await other.page.reload();
    await other.page.waitForURL(/\/login/);
    await other.context.close();
  });

  test('an application of one’s own is registered and deleted', async () => {
    const { page } = desk;
    await page.goto(`${site}/dashboard/profile/apps`);
    await page.getByText('No apps have access to your account').waitFor();
    await page.getByRole('button', { name: 'Register an app' }).click();
    await page.fill('input[name=display_name]', 'Reader');
    await page.fill('input[name=redirect_uri]', 'not an address');
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.locator('input[name=redirect_uri][aria-invalid]').waitFor();
    await page.fill('input[name=redirect_uri]', 'https://reader.example/back');
    await page.getByLabel('Runs on a server').check();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByLabel('Client secret').waitFor();
    const id = await page.getByLabel('Client ID').inputValue();
    assert.equal((await (await fetch(`${site}/api/apps/${id}`)).json()).data.display_name, 'Reader');
    await page.getByRole('button', { name: "I've saved it" }).click();
    await page.getByRole('button', { name: 'Delete Reader' }).click();
    await page.getByRole('button', { name: 'Delete the app' }).click();
    await page.getByText('App deleted').waitFor();
    assert.equal((await fetch(`${site}/api/apps/${id}`)).status, 404);
  });

  test('the address for signing in moves to a new one', async () => {
    const { page } = desk;
    const next = newAddress();
    await page.goto(`${site}/dashboard/profile/account`);
    await page.getByRole('button', { name: 'Change the address' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=email]').fill(next);
    await dialog.getByRole('button', { name: 'Send me a code' }).click();
    await dialog.locator('input[name=code]').fill(await mailedCode(next));
    await dialog.getByRole('button', { name: 'Change the address' }).click();
    await page.locator('main', { hasText: next }).waitFor();
    email = next;
    assert.equal((await callAs(page, 'GET', '/users/me')).email, next);
  });

  test('a second channel is made from the menu, and its settings are saved', async () => {
    const { page, problems } = desk;
    const title = `Second ${Date.now() % 1000000}`;
    await page.goto(`${site}/dashboard/`);
    await page.locator('.side-bar .channel-switcher').first().click();
    await page.getByRole('menuitem', { name: 'New channel' }).click();
    await page.fill('input[name=title]', title);
    await page.fill('input[name=slug]', 'dashboard');
    await page.getByText('The site needs this address itself').waitFor();
    const slug = `second-${Date.now()}`;
    await page.fill('input[name=slug]', slug);
    await page.getByText(`${slug} is free`).waitFor();
    await page.getByRole('button', { name: 'Create the channel' }).click();
    await page.waitForURL(new RegExp(`/lists/${slug}/posts`));

    await page.goto(`${site}/dashboard/lists/@current/settings/general`);
    await page.fill('textarea[name=description]', 'Letters about doors.');
    await page.getByLabel('Plain').check();
    await page.selectOption('select[name=timezone]', 'Asia/Tokyo');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Settings saved').waitFor();
    const saved = await callAs(page, 'GET', `/lists/${slug}`);
    assert.equal(saved.description, 'Letters about doors.');
    assert.equal(saved.list_options.theme, 'plain');
    assert.equal(saved.list_options.timezone, 'Asia/Tokyo');
    assert.deepEqual(problems.filter((one) => !/422/.test(one)), []);
  });

  test('leaving settings that are not saved is asked about', async () => {
    const { page } = desk;
    await page.goto(`${site}/dashboard/lists/@current/settings/general`);
    await page.fill('textarea[name=description]', 'Something else.');
    await page.getByRole('link', { name: 'Posts' }).first().click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await page.inputValue('textarea[name=description]'), 'Something else.');
    await page.getByRole('link', { name: 'Posts' }).first().click();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL(/\/posts/);
  });
});

describe('when things go wrong', () => {
  let desk;
  let email;

  before(async () => {
    desk = await openDesk();
    email = newAddress();
    await signIn(desk.page, email);
    await newChannel(desk.page);
  });
  after(() => desk.context.close());

  test('a wrong code is told at its field', async () => {
    const { context, page } = await openDesk();
    await page.goto(`${site}/dashboard/login`);
    await page.locator('.login-form button[type=submit]').click();
    await page.locator('input[name=email][aria-invalid]').waitFor();
    await page.fill('input[name=email]', newAddress());
    await page.locator('.login-form button[type=submit]').click();
    await page.locator('input[name=code]').fill('０００000');
    await page.locator('.login-form button[type=submit]').click();
    await page.locator('input[name=code][aria-invalid]').waitFor();
    assert.equal(await page.inputValue('input[name=code]'), '０００000');
    await context.close();
  });

  test('a login link that has been used offers the other way', async () => {
    const { context, page } = await openDesk();
    await page.goto(`${site}/dashboard/login?link=used`);
    await page.getByText('This login link has been used or has expired').waitFor();
    await page.locator('input[name=email]').waitFor();
    assert.doesNotMatch(page.url(), /used/);
    await context.close();
  });

  test('Google is offered where it is configured, and leads to where one wanted to go', async () => {
    const { context, page } = await openDesk();
    const address = newAddress();
    await page.route('**/api/c', async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      json.data.features.google_login = true;
      await route.fulfill({ response, json });
    });
    await page.route('**/api/auth/google/url?*', (route) => {
      const state = new URL(route.request().url()).searchParams.get('state');
      const url = `${site}/dashboard/login/google?state=${state}&code=from-google`;
      return route.fulfill({ json: { data: { url } } });
    });
    await page.goto(`${site}/dashboard/profile/account`);
    await page.fill('input[name=email]', address);
    await page.locator('.login-form button[type=submit]').click();
    const code = await mailedCode(address);
    // Google itself is not there: the server gets a mailed code in place of Google's.
    await page.route('**/api/auth/login', (route) => {
      const asked = route.request().postDataJSON();
      assert.equal(asked.method, 'google_oauth');
      assert.equal(asked.code, 'from-google');
      return route.continue({ postData: { method: 'email_code', email: address, code, lang: 'en' } });
    });
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.waitForURL(/\/profile\/account$/);
    await page.locator('main', { hasText: address }).waitFor();
    await context.close();
  });

  test('a return from Google that this window did not ask for is refused', async () => {
    const { context, page } = await openDesk();
    await page.goto(`${site}/dashboard/login/google?state=foreign&code=theirs`);
    await page.getByText('was not started in this window').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await context.close();
  });

  test('a page that is older than the server offers to reload', async () => {
    const { page } = desk;
    await page.goto(`${site}/dashboard/profile/account`);
    await page.locator('h1').waitFor();
    await page.route(`${site}/dashboard/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="/dashboard/assets/index-newer123.js"></script>',
      }),
    );
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('The dashboard has been updated').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.unroute(`${site}/dashboard/`);
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('The dashboard has been updated').waitFor({ state: 'detached' });
  });

  test('a session that ends while somebody types is renewed in place, and nothing is lost', async () => {
    const { page, context } = desk;
    await page.goto(`${site}/dashboard/profile/me`);
    await page.fill('textarea[name=bio]', 'Half a sent');
    await context.clearCookies();
    const refused = { status: 401, json: { code: 2001, message: 'The token has expired.' } };
    await page.route('**/api/users/me', (route) => route.fulfill(refused), { times: 1 });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await fillLogin(page, email);
    await page.locator('.ui-toast').waitFor();
    assert.equal(await page.inputValue('textarea[name=bio]'), 'Half a sent');
    assert.equal((await callAs(page, 'GET', '/users/me')).bio, 'Half a sent');
  });

  test('a session that was ended elsewhere is renewed in place', async () => {
    const { page } = desk;
    await page.goto(`${site}/dashboard/profile/me`);
    await page.fill('textarea[name=bio]', 'Ended elsewhere');
    await callAs(page, 'POST', '/auth/logout');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor();
    await fillLogin(page, email);
    await page.locator('.ui-toast').waitFor();
    assert.equal((await callAs(page, 'GET', '/users/me')).bio, 'Ended elsewhere');
  });

  for (const [name, answer, expected] of [
    ['cannot be reached', null, /can't be reached/],
    ['is too busy', { status: 429, headers: { 'Retry-After': '120' }, json: { code: 3000 } }, /Wait 2 min/],
    ['has a fault', { status: 500, json: { code: 9000, trace_id: 'abc123' } }, /abc123/],
  ]) {
    test(`a form keeps what was typed when the server ${name}`, async () => {
      const { page } = desk;
      await page.goto(`${site}/dashboard/profile/me`);
      await page.fill('textarea[name=bio]', 'Not lost.');
      await page.route('**/api/users/me', (route) => (answer ? route.fulfill(answer) : route.abort()));
      await page.getByRole('button', { name: 'Save' }).click();
      const alert = page.locator('.ui-form-error');
      await alert.waitFor();
      assert.match(await alert.innerText(), expected);
      assert.equal(await page.inputValue('textarea[name=bio]'), 'Not lost.');
      await page.unroute('**/api/users/me');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.ui-toast').waitFor();
    });
  }

  test('a list that cannot be loaded says why, and loads on a second try', async () => {
    const { page } = desk;
    await page.route('**/api/lists/*/posts?*', (route) => route.abort());
    await page.goto(`${site}/dashboard/lists/@current/posts`);
    await page.getByText("Your posts can't be shown").waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.unroute('**/api/lists/*/posts?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No posts yet').waitFor();
  });
});

describe('every screen', () => {
  const paths = [
    'lists/@current/posts',
    'lists/@current/posts?type=trash',
    'lists/@current/tags',
    'lists/@current/settings/general',
    'profile/me',
    'profile/account',
    'profile/apikeys',
    'profile/apps',
    'profile/sessions',
    'start',
    'nowhere',
  ];
  let desk;

  before(async () => {
    desk = await openDesk();
    await signIn(desk.page, newAddress());
    const { slug } = await newChannel(desk.page);
    const title = 'A very long title that goes on and on '.repeat(5).trim();
    for (const one of [title, '']) {
      const body = { title: one, content: 'Text.', tags: 'door,a-tag-that-is-rather-long' };
      await callAs(desk.page, 'POST', `/lists/${slug}/posts`, body);
    }
  });
  after(() => desk.context.close());

  for (const of of languages) {
    test(`is sound in ${of.language}`, async () => {
      const { page } = desk;
      for (const path of paths) {
        await openScreen(page, path, of);
        assert.deepEqual(await page.evaluate(() => window.layoutShifts), [], `${path} moves while its data arrives`);
        await looksSound(page, `${path} ${of.language}`, of.looks);
        await fitsOnSmallPhones(page, path);
      }
    });
  }
});

test('the dashboard is small when it is loaded first', async () => {
  const { context, page } = await openDesk();
  let bytes = 0;
  page.on('response', async (response) => {
    const { responseBodySize } = await response.request().sizes();
    bytes += responseBodySize;
  });
  await signIn(page, newAddress());
  await page.goto('about:blank');
  bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto(`${site}/dashboard/`, { waitUntil: 'networkidle' });
  assert.ok(bytes > 0 && bytes <= 250 * 1024, `${bytes} bytes`);
  await context.close();
});
