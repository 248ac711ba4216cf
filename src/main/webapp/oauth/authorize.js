// Asks whether an application may act for somebody. They log in first, if nobody is:
//
//   address ─► code from the mail ─► consent ─► back to the application, with a code or a refusal

import { ApiFailure, call } from './api.js';
import { solve } from './challenge.js';
import { isAboutField, sentenceOf } from './failure.js';
import * as google from './google.js';
import { headWith, startPage } from './page.js';
import { authorizePath, destinationOf, errorOf, refusalUrl, requestPath, scopeTexts } from './request.js';
import * as session from './session.js';

const { language, text } = startPage();
const params = new URLSearchParams(location.search);
const element = (id) => document.getElementById(id);
const steps = ['email-step', 'code-step', 'consent-step', 'leaving-step'].map(element);

let app;
let scopes;
let email = '';
let token = session.token();

const appName = () => app.display_name || app.name;

function show(step, title, focus) {
  steps.forEach((one) => {
    one.hidden = one !== step;
  });
  element('problem').textContent = '';
  headWith(title);
  focus?.focus();
}

function fail(sentence) {
  show(null, text('cannotTitle'));
  element('notice').textContent = '';
  element('problem').textContent = sentence;
}

/** Says what is wrong with the request, and offers the way back to the application if it may be told. */
function failRequest(failure) {
  const error = errorOf(failure, params, app);
  fail(sentenceOf(failure, text));
  if (error) {
    element('leaving-link').href = refusalUrl(params, app, error);
    element('leaving-link').textContent = text('backLink', { app: appName() });
    element('leaving-step').hidden = false;
  }
}

/** Runs what a button stands for, once at a time, and says what goes wrong beside the field it is about. */
async function attempt(form, field, work) {
  const button = form.querySelector('[type=submit]');
  if (button.getAttribute('aria-disabled') === 'true') {
    return;
  }
  button.setAttribute('aria-disabled', 'true');
  element('problem').textContent = '';
  field?.removeAttribute('aria-invalid');
  try {
    await work();
  } catch (error) {
    element('problem').textContent = sentenceOf(error, text);
    if (isAboutField(error)) {
      field.setAttribute('aria-invalid', 'true');
      field.focus();
    }
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

function askAddress(notice = '') {
  element('notice').textContent = notice;
  show(element('email-step'), text('logInTitle', { app: appName() }), element('email'));
}

/** The token of a solved challenge. A third party's failure to answer is told like the server's own. */
async function solved() {
  const { challenge } = await call('GET', '/c');
  try {
    return await solve(challenge, element('turnstile'));
  } catch (error) {
    console.error(error);
    throw new ApiFailure({ status: 503, code: 2107 });
  }
}

async function sendCode() {
  email = element('email').value.trim();
  if (!email) {
    throw new ApiFailure({ status: 422, code: 7001 });
  }
  const body = { email, lang: language, scene: 'login', 'challenge-token': await solved() };
  await call('POST', '/auth/code', { body });
  element('notice').textContent = '';
  element('code').value = '';
  element('code-lead').textContent = text('codeLead', { email });
  show(element('code-step'), text('codeStepTitle'), element('code'));
}

async function logIn() {
  // Digits of full width are digits too.
  const code = element('code').value.normalize('NFKC').replace(/\D/g, '');
  const body = { method: 'email_code', email, code, lang: language };
  const login = await call('POST', '/auth/login', { body });
  session.keep(login);
  token = login.access_token;
  askConsent(login.user);
}

function askConsent(user) {
  element('account').textContent = text('account', { email: user.email });
  element('scopes').replaceChildren(
    ...scopes.map((scope) => {
      const item = document.createElement('li');
      item.textContent = text(scopeTexts[scope]);
      return item;
    }),
  );
  const own = new URL(app.redirect_uri).origin === location.origin;
  element('destination').textContent = own
    ? text('destinationCode')
    : text('destination', { host: destinationOf(app) });
  show(element('consent-step'), text('consentTitle', { app: appName() }));
}

/** Programs on this machine have addresses that leave the page standing, hence the link. */
function leaveFor(url) {
  element('leaving-link').href = url;
  element('leaving-link').textContent = text('leavingLink', { app: appName() });
  show(element('leaving-step'), text('leavingTitle', { app: appName() }));
  location.assign(url);
}

async function allow() {
  try {
    const consent = await call('GET', authorizePath(params), { token });
    leaveFor(consent.url);
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
    session.forget();
    askAddress(text('sessionOver'));
  }
}

async function goToGoogle() {
  location.assign(await google.begin(location.search));
}

/** Ends the session when there is one: whoever is at this machine wants to be somebody else. */
function useOther() {
  if (token) {
    call('POST', '/auth/logout', { token }).catch(console.warn);
    session.forget();
    token = '';
  }
  askAddress();
}

/** Who is logged in here; null when nobody is any more. */
async function currentUser() {
  try {
    return token ? await call('GET', '/users/me', { token }) : null;
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
    session.forget();
    token = '';
    return null;
  }
}

function onSubmit(form, field, work) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(form, field, work);
  });
}

function connect() {
  onSubmit(element('email-step'), element('email'), sendCode);
  onSubmit(element('code-step'), element('code'), logIn);
  onSubmit(element('consent-step'), null, allow);
  element('google').addEventListener('click', () => attempt(element('email-step'), null, goToGoogle));
  document.querySelectorAll('[data-other]').forEach((button) => button.addEventListener('click', useOther));
  document
    .querySelectorAll('[data-cancel]')
    .forEach((button) => button.addEventListener('click', () => leaveFor(refusalUrl(params, app))));
  // Back from the application: the code that was given is spent, so begin anew.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

async function findApp() {
  app = await call('GET', `/apps/${encodeURIComponent(params.get('client_id'))}`);
}

async function readConfig() {
  const { site_name: name, features } = await call('GET', '/c');
  element('site').textContent = name;
  element('google').hidden = !(features.google_login && google.canBegin());
}

/** What the server makes of the request: its terms, or why it cannot be granted. */
async function judge() {
  try {
    return { terms: await call('GET', requestPath(params)) };
  } catch (failure) {
    return { failure };
  }
}

async function start() {
  if (!params.get('client_id')) {
    fail(text('unknownApp'));
    return;
  }
  headWith(text('loading'));
  try {
    const [user, { terms, failure }] = await Promise.all([currentUser(), judge(), findApp(), readConfig()]);
    if (failure) {
      failRequest(failure);
      return;
    }
    scopes = terms.scopes;
    connect();
    if (user) {
      askConsent(user);
    } else {
      askAddress();
    }
  } catch (error) {
    fail(sentenceOf(error, text));
  }
}

await start();
