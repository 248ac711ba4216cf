// Where Google sends the browser back to: logs in and returns to the consent that was asked for.

import { call } from '../api.js';
import { sentenceOf } from '../failure.js';
import { dashboardReturn, takeReturn } from '../google.js';
import { headWith, startPage } from '../page.js';
import * as session from '../session.js';

const WRONG_CODE = 2002;

const { language, text } = startPage();
const params = new URLSearchParams(location.search);
const element = (id) => document.getElementById(id);

function fail(sentence, back) {
  headWith(text('googleTitle'));
  element('problem').textContent = sentence;
  if (back) {
    element('again-link').href = back;
    element('again-link').textContent = text('googleAgain');
    element('again').hidden = false;
  }
}

async function logIn(back) {
  const body = { method: 'google_oauth', code: params.get('code'), state: params.get('state'), lang: language };
  try {
    session.keep(await call('POST', '/auth/login', { body }));
    location.replace(back);
  } catch (error) {
    fail(error.code === WRONG_CODE ? text('googleRefused') : sentenceOf(error, text), back);
  }
}

const dashboard = dashboardReturn(location.search);
const back = takeReturn(params.get('state'));
if (dashboard) {
  location.replace(dashboard);
} else if (!back) {
  fail(text('googleNotBegun'));
} else if (params.get('code')) {
  headWith(text('loading'));
  await logIn(back);
} else {
  // Whoever changed their mind at Google may still log in by mail.
  location.replace(back);
}
