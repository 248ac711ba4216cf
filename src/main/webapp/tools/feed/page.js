import { startPage } from '../shared/page.js';
import * as momoa from '../vendor/momoa.js';
import { checkFeed } from './check.js';
import { strings } from './strings.js';

const LARGEST = 5 * 1024 * 1024;
const { tag, text } = startPage(strings);
const input = document.querySelector('#input');
const path = document.querySelector('#path');
const summary = document.querySelector('#summary');
const problems = document.querySelector('#problems');
const entries = document.querySelector('#entries');
const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });

/** What the browser's own reader says; each engine words it differently around the same facts. */
function browserXml(value) {
  const refusal = new DOMParser()
    .parseFromString(value, 'application/xml')
    .querySelector('parsererror');
  const words = refusal?.textContent ?? '';
  const line = Number(/line(?: number)?:?\s*(\d+)/i.exec(words)?.[1] ?? 1);
  const message = /column \d+: ([^\n]*?)(?:Below is|$)/m.exec(words)?.[1] ?? words.trim();
  return refusal && { line, message };
}

function check(extra = []) {
  const result = checkFeed(input.value, { sax: globalThis.sax, momoa, browserXml });
  const findings = [...extra, ...result.findings];
  summary.textContent = summaryOf(result, findings);
  fillSection(problems, findings.map(findingItem));
  fillSection(entries, result.entries.map(entryItem));
}

function summaryOf({ kind, title, entries: found }, findings) {
  const count = (level) => findings.filter((finding) => finding.level === level).length;
  const name = [kind, title].filter(Boolean).join(' · ');
  const size = kind ? text('entryCount', { count: found.length }) : '';
  const verdict =
    findings.length === 0
      ? text('clean')
      : text('tally', {
          errors: count('error'),
          warnings: count('warning'),
          advice: count('advice'),
        });
  return [name, size, verdict].filter(Boolean).join(' — ');
}

function fillSection(section, items) {
  section.hidden = items.length === 0;
  section.querySelector('ol, ul').replaceChildren(...items);
}

function findingItem({ level, line, code, values }) {
  const item = document.createElement('li');
  const label = document.createElement('strong');
  label.className = `level ${level}`;
  label.textContent = text(level);
  item.append(label, ' ', lineButton(line), ' ', text(code, shortened(values)));
  return item;
}

function entryItem({ title, id, date, line }) {
  const item = document.createElement('li');
  const details = document.createElement('span');
  details.className = 'details';
  const identity = document.createElement('code');
  identity.textContent = id || text('noId');
  details.append(date ? dates.format(date) : text('noDate'), ' · ', identity);
  item.append(lineButton(line), ' ', title || text('noTitle'), details);
  return item;
}

/** A button that goes to a line of the text. */
function lineButton(line) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'line';
  button.textContent = text('line', { line });
  button.addEventListener('click', () => selectLine(line));
  return button;
}

function selectLine(line) {
  const lines = input.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  input.focus();
  input.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  const height = parseFloat(getComputedStyle(input).lineHeight);
  input.scrollTop = Math.max(0, (line - 4) * height);
}

function shortened(values) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const whole = String(value);
      return [name, whole.length > 160 ? `${whole.slice(0, 160)}…` : whole];
    }),
  );
}

async function load() {
  const address = ownAddress(path.value.trim());
  if (!address) {
    fail(text('ownOnly'));
    return;
  }
  try {
    const response = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
    if (!response.ok) {
      fail(text('refused', { status: response.status }));
      return;
    }
    const body = await response.text();
    if (body.length > LARGEST) {
      fail(text('tooLarge'));
      return;
    }
    input.value = body;
    path.removeAttribute('aria-invalid');
    check(typeFindings(response.headers.get('content-type') ?? ''));
  } catch (error) {
    console.warn(error);
    fail(text('unreachable'));
  }
}

/** The address for a path of this site; undefined for anything else. */
function ownAddress(value) {
  if (!value.startsWith('/')) {
    return undefined;
  }
  const address = new URL(value, location.origin);
  return address.origin === location.origin ? address : undefined;
}

function typeFindings(type) {
  return /\b(xml|json)\b|\+(xml|json)\b/i.test(type)
    ? []
    : [{ level: 'warning', line: 1, code: 'contentType', values: { type } }];
}

function fail(message) {
  summary.textContent = message;
  path.setAttribute('aria-invalid', 'true');
  fillSection(problems, []);
  fillSection(entries, []);
}

document.querySelector('#check').addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
document.querySelector('#load').addEventListener('submit', (event) => {
  event.preventDefault();
  load();
});
