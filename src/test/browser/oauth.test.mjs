// A program asks somebody for consent: they log in by mail, allow it, and carry the code back.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { accessibilityProblems, launch, lastMailTo, openPage, openWindow, site } from './site.mjs';

const commandLine = 'e9139b6e-298a-43e4-91f0-fc97960e281a';
const plugin = '866c9dba-e267-47b8-ad48-2ca9105dd3cd';
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const newEmail = () => `person-${randomBytes(4).toString('hex')}@example.com`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

function address(more = {}) {
  const query = new URLSearchParams({
    client_id: commandLine, redirect_uri: `${site}/oauth/code`, response_type: 'code', scope: 'user.full post.write',
    state: 'a state & more', code_challenge: challenge, code_challenge_method: 'S256', ...more,
  });
  return `/oauth/authorize?${query}`;
}

async function askForCode(page, email) {
  await page.fill('#email', email);
  await page.keyboard.press('Enter');
  await page.locator('#code-step').waitFor();
  const [code] = (await lastMailTo(email)).match(/\b\d{6}\b/);
  return code;
}

async function logIn(page, email) {
  await page.fill('#code', await askForCode(page, email));
  await page.keyboard.press('Enter');
  await page.locator('#consent-step').waitFor();
}

async function exchange(code) {
  const response = await fetch(`${site}/api/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: commandLine, code, redirect_uri: `${site}/oauth/code`,
      code_verifier: verifier,
    }),
  });
  return { status: response.status, body: await response.json() };
}

test('somebody logs in by mail, allows the command line, and its code is worth tokens', async () => {
  const context = await openWindow(browser, { width: 390 });
  const { page, problems } = await openPage(context, address());
  const email = newEmail();
  await page.locator('#email-step').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'email');
  assert.deepEqual(await accessibilityProblems(page), []);

  const mailed = await askForCode(page, email);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'code');
  assert.deepEqual(await accessibilityProblems(page), []);
  // As some keyboards write it, with what mail programs put in between.
  const wide = mailed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  await page.fill('#code', `${wide.slice(0, 3)} ${wide.slice(3)}`);
  await page.keyboard.press('Enter');
  await page.locator('#consent-step').waitFor();

  const asked = await page.locator('main').innerText();
  const { display_name: name } = (await (await fetch(`${site}/api/apps/${commandLine}`)).json()).data;
  assert.ok(asked.includes(name) && asked.includes(email), asked);
  assert.equal(await page.locator('#scopes li').count(), 2);
  assert.match(asked, /publish, send and delete posts/);
  assert.deepEqual(await accessibilityProblems(page), []);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(sideways <= 0, `scrolls sideways by ${sideways} pixels`);

  await page.click('#consent-step [type=submit]');
  await page.waitForURL(`${site}/oauth/code?*`);
  assert.equal(new URL(page.url()).searchParams.get('state'), 'a state & more');
  const code = await page.inputValue('#code-step textarea');
  assert.deepEqual(await accessibilityProblems(page), []);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.click('#copy');
  await page.locator('#copied', { hasText: 'Copied.' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  assert.deepEqual(problems, []);

  const { status, body } = await exchange(code);
  assert.equal(status, 200, JSON.stringify(body));
  const me = await fetch(`${site}/api/users/me`, { headers: { Authorization: `Bearer ${body.access_token}` } });
  assert.equal((await me.json()).data.email, email);
  assert.equal((await exchange(code)).status, 400, 'a code is good once');
  await context.close();
});

test('who is logged in is asked at once, and a plugin gets its answer at its own address', async () => {
  const context = await openWindow(browser, { width: 1280, dark: true });
  const { page, problems } = await openPage(context, address());
  const email = newEmail();
  await logIn(page, email);
  const callback = 'http://localhost:63812/oauth/code';
  await page.goto(site + address({ client_id: plugin, redirect_uri: callback, scope: '' }));
  await page.locator('#consent-step').waitFor();
  assert.match(await page.locator('#destination').innerText(), /localhost:63812/);
  assert.equal(await page.locator('#scopes li').count(), 1);
  assert.deepEqual(await accessibilityProblems(page), []);

  await page.click('#consent-step [data-cancel]');
  await page.waitForURL(`${callback}?*`);
  const refusal = new URL(page.url()).searchParams;
  assert.deepEqual(Object.fromEntries(refusal), { error: 'access_denied', state: 'a state & more' });

  await page.goto(site + address({ client_id: plugin, redirect_uri: callback }));
  await page.click('#consent-step [type=submit]');
  await page.waitForURL(`${callback}?code=*`);
  assert.deepEqual(problems, []);
  await context.close();
});

test('what cannot be allowed is said, and nobody is sent anywhere', async () => {
  const context = await openWindow(browser, { width: 390, dark: true });
  const cases = [
    [{ client_id: '00000000-0000-0000-0000-000000000000' }, /No app is registered/],
    [{ redirect_uri: 'https://evil.example/' }, /hasn’t registered/],
    [{ scope: 'user.full everything' }, /can’t be granted/, 'invalid_scope'],
    [{ scope: 'credit.full' }, /can’t be granted/, 'invalid_scope'],
    [{ response_type: 'token' }, /isn’t supported/, 'unsupported_response_type'],
    [{ code_challenge: '' }, /PKCE/, 'invalid_request'],
    [{ code_challenge: 'short' }, /PKCE/, 'invalid_request'],
    [{ code_challenge_method: 'S512' }, /PKCE/, 'invalid_request'],
  ];
  for (const [more, sentence, told] of cases) {
    const { page } = await openPage(context, address(more));
    await page.locator('#problem', { hasText: sentence }).waitFor();
    assert.equal(await page.locator('form:visible').count(), 0);
    assert.equal(page.url(), site + address(more));
    assert.equal(await page.locator('#leaving-link').isVisible(), Boolean(told));
    if (told) {
      const way = new URL(await page.getAttribute('#leaving-link', 'href'));
      assert.equal(way.origin + way.pathname, `${site}/oauth/code`);
      assert.deepEqual(Object.fromEntries(way.searchParams), { error: told, state: 'a state & more' });
    }
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
  }
  await context.close();
});

test('a wrong code, a wrong address and an ended session are told, and all can go on', async () => {
  const context = await openWindow(browser, { width: 390 });
  const { page } = await openPage(context, address());
  const email = newEmail();
  for (const wrong of ['', 'nobody']) {
    await page.fill('#email', wrong);
    await page.keyboard.press('Enter');
    await page.locator('#problem', { hasText: 'not a valid email address' }).waitFor();
    assert.equal(await page.getAttribute('#email', 'aria-invalid'), 'true');
    assert.equal(await page.inputValue('#email'), wrong);
  }
  const code = await askForCode(page, email);
  await page.fill('#code', code === '000000' ? '111111' : '000000');
  await page.keyboard.press('Enter');
  await page.locator('#problem', { hasText: 'wrong or has expired' }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.fill('#code', code);
  const login = page.waitForResponse(`${site}/api/auth/login`);
  await page.keyboard.press('Enter');
  await page.locator('#consent-step').waitFor();

  const token = (await (await login).json()).data.access_token;
  assert.equal(await page.evaluate((secret) => JSON.stringify({ ...localStorage }).includes(secret), token), false);
  await fetch(`${site}/api/auth/logout`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  await page.click('#consent-step [type=submit]');
  await page.locator('#notice', { hasText: 'Your session has expired' }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('auth')), null);
  await logIn(page, email);
  await page.click('#consent-step [data-other]');
  await page.locator('#email-step').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('auth')), null);
  await context.close();
});

test('a proof of work is done in the page before the code is asked for', async () => {
  const context = await openWindow(browser, { width: 390 });
  const puzzle = '1790000000.0123456789abcdef0123456789abcdef.signature';
  await context.route(`${site}/api/c`, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    answer.data.challenge = { provider: 'proof-of-work', site_key: '', puzzle, difficulty: 16 };
    await route.fulfill({ response, json: answer });
  });
  const { page, problems } = await openPage(context, address());
  const request = page.waitForRequest(`${site}/api/auth/code`);
  await page.fill('#email', newEmail());
  await page.keyboard.press('Enter');
  const token = (await request).postDataJSON()['challenge-token'];
  assert.ok(token.startsWith(`${puzzle}.`), token);
  assert.match(createHash('sha256').update(token).digest('hex'), /^0000/);
  assert.deepEqual(problems, []);
  await context.close();
});

test('a login with Google comes back to the same request, and to nothing else', async () => {
  const context = await openWindow(browser, { width: 390 });
  await context.route(`${site}/api/c`, async (route) => {
    const response = await route.fetch();
    const config = await response.json();
    config.data.features.google_login = true;
    await route.fulfill({ response, json: config });
  });
  let answer = 'refused';
  // Google itself, which at once sends the browser back.
  await context.route(`${site}/api/auth/google/url?*`, (route) => {
    const state = new URL(route.request().url()).searchParams.get('state');
    return route.fulfill({ json: { code: 0, data: { url: `${site}/login/google?code=${answer}&state=${state}` } } });
  });
  const email = newEmail();
  await context.route(`${site}/api/auth/login`, async (route) => {
    const body = route.request().postDataJSON();
    if (body.method !== 'google_oauth' || body.code === 'refused') {
      return route.fulfill({ status: 422, json: { code: 2002, message: 'x', ts: 0 } });
    }
    const login = { ...body, method: 'email_code', email };
    return route.continue({ postData: JSON.stringify(login) });
  });
  const { page } = await openPage(context, address());
  await page.click('#google');
  await page.locator('#problem', { hasText: 'Login with Google failed' }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click('#again-link');
  await page.locator('#email-step').waitFor();
  assert.equal(page.url(), site + address());

  answer = await askForCode(page, email);
  await page.click('#code-step [data-other]');
  await page.click('#google');
  await page.locator('#consent-step').waitFor();
  assert.equal(page.url(), site + address());
  assert.ok((await page.locator('#account').innerText()).includes(email));

  await page.goto(`${site}/login/google?code=x&state=y`);
  await page.locator('#problem', { hasText: 'wasn’t started in this window' }).waitFor();
  assert.equal(await page.locator('a:visible').count(), 0);
  await context.close();
});

test('too many tries are told with the time to wait', async () => {
  const context = await openWindow(browser, { width: 390 });
  await context.route(`${site}/api/auth/code`, (route) =>
    route.fulfill({ status: 429, headers: { 'Retry-After': '90' }, json: { code: 3000, message: 'x', ts: 0 } }),
  );
  const { page } = await openPage(context, address());
  await page.fill('#email', newEmail());
  await page.keyboard.press('Enter');
  await page.locator('#problem', { hasText: 'try again in 2 min' }).waitFor();
  await context.close();
});

for (const [locale, language, word] of [['ja-JP', 'ja', 'ログイン'], ['zh-TW', 'zh-Hans', '登录'], ['fr', 'en', 'Log in']]) {
  test(`to a browser that speaks ${locale} the pages speak ${language}`, async () => {
    const context = await openWindow(browser, { width: 390, locale });
    const { page, problems } = await openPage(context, address());
    await page.locator('#email-step').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    assert.ok((await page.locator('h1').innerText()).includes(word));
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.goto(`${site}/oauth/code?error=access_denied&state=x`);
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    assert.equal(await page.locator('#code-step').isVisible(), false);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
