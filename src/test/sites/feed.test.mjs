import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTool, runVendored } from './harness.mjs';

const { checkFeed } = await importTool('feed/check.js');
const { parseRfc3339, parseRfc822 } = await importTool('feed/values.js');
const { strings } = await importTool('feed/strings.js');
const momoa = await importTool('vendor/momoa.js');
runVendored('sax.js');

const check = (text) => checkFeed(text, { sax: globalThis.sax, momoa });
const codes = (result) =>
  result.findings.map(({ level, line, code }) => `${level} ${line} ${code}`);

const ATOM_HEAD = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:x:feed</id><title>Letters</title><updated>2025-01-02T00:00:00Z</updated>
<author><name>N</name></author><link rel="self" href="https://a.example/feed/atom"/>
`;
const RSS_HEAD = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Letters</title><link>https://a.example/</link><description/>
<atom:link rel="self" href="https://a.example/feed/rss"/>
`;

test('a complete atom feed has no findings and lists its entries', () => {
  const underTest = check(`${ATOM_HEAD}<entry><id>urn:x:1</id><title>One</title>
<updated>2025-01-02T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>`);
  assert.deepEqual(codes(underTest), []);
  assert.equal(underTest.kind, 'Atom 1.0');
  assert.equal(underTest.entries[0].title, 'One');
  assert.equal(underTest.entries[0].line, 5);
  assert.equal(underTest.entries[0].date.toISOString(), '2025-01-02T00:00:00.000Z');
});

test('an atom entry without what it needs gets one finding for each part', () => {
  const underTest = check(`${ATOM_HEAD}<entry>\n<id>local</id><title>x</title></entry></feed>`);
  assert.deepEqual(codes(underTest), [
    'error 5 missing',
    'error 5 contentOrLink',
    'error 6 notIri',
  ]);
});

test('feed elements outside the atom namespace are refused', () => {
  assert.deepEqual(codes(check('<feed><id>urn:x</id></feed>')), ['error 1 atomNamespace']);
});

test('a complete rss feed has no findings', () => {
  const underTest = check(`${RSS_HEAD}<item><title>A</title><guid>https://a.example/p/a</guid>
<pubDate>Sat, 01 Mar 2025 09:00:00 +0900</pubDate></item></channel></rss>`);
  assert.deepEqual(codes(underTest), []);
  assert.equal(underTest.entries[0].date.toISOString(), '2025-03-01T00:00:00.000Z');
});

test('two entries with one id are reported at the second', () => {
  const item =
    '<item><title>A</title><guid isPermaLink="false">a</guid><pubDate>1 Mar 2025 09:00 GMT</pubDate></item>';
  const underTest = check(`${RSS_HEAD}${item}\n${item}</channel></rss>`);
  assert.deepEqual(codes(underTest), ['error 5 duplicateId']);
  assert.deepEqual(underTest.findings[0].values, { id: 'a', first: 4 });
});

test('an item of rss is checked part by part', () => {
  const underTest = check(`${RSS_HEAD}<item>
<guid>a</guid>
<pubDate>Mon, 01 Mar 2025 09:00:00 GMT</pubDate>
<enclosure url="/a.mp3" length="long"/></item></channel></rss>`);
  assert.deepEqual(codes(underTest), [
    'error 4 titleOrDescription',
    'error 5 guidNotAddress',
    'warning 6 wrongWeekday',
    'error 7 missing',
    'error 7 notAbsolute',
    'error 7 notNumber',
  ]);
});

test('a broken document is reported with its line', () => {
  const underTest = check('<rss version="2.0">\n<channel>\n<title>a</rss>');
  assert.deepEqual(codes(underTest), ['error 3 notXml']);
});

test('html names for characters are not xml', () => {
  assert.deepEqual(codes(check('<rss version="2.0">\n&nbsp;</rss>')), ['error 2 notXml']);
});

test('control characters and a late declaration are named', () => {
  assert.deepEqual(codes(check('<rss>\n\u0008</rss>')), ['error 2 controlCharacter']);
  assert.deepEqual(codes(check('\n<?xml version="1.0"?><rss/>')), ['error 1 declarationNotFirst']);
});

test('what the browser refuses is an error even when the other reader accepts it', () => {
  const underTest = checkFeed('<rss/>', {
    sax: globalThis.sax,
    momoa,
    browserXml: () => ({ line: 1, message: 'no' }),
  });
  assert.deepEqual(codes(underTest), ['error 1 notXml']);
});

test('a complete json feed has no findings', () => {
  const underTest = check(`{"version": "https://jsonfeed.org/version/1.1", "title": "Letters",
"home_page_url": "https://a.example/", "feed_url": "https://a.example/feed/json",
"items": [{"id": "1", "content_text": "x", "date_published": "2025-01-01T00:00:00+09:00"}]}`);
  assert.deepEqual(codes(underTest), []);
  assert.equal(underTest.entries[0].line, 3);
});

test('a json feed is checked member by member', () => {
  const underTest = check(`{"version": "2", "title": 5,
"home_page_url": "https://a.example/", "feed_url": "https://a.example/feed/json",
"items": [{"id": 1, "content_text": "x"},
{"id": "1", "url": "/x"},
7]}`);
  assert.deepEqual(codes(underTest), [
    'error 1 jsonVersion',
    'error 1 wrongType',
    'warning 3 numericId',
    'error 4 jsonContent',
    'error 4 notAbsolute',
    'error 4 duplicateId',
    'error 5 wrongType',
  ]);
});

test('broken json is reported with its line', () => {
  assert.deepEqual(codes(check('{"a": 1,\n,}')), ['error 2 notJson']);
});

test('what is not a feed is called by its name', () => {
  for (const [text, code] of [
    ['', 'nothing'],
    ['hello', 'unknown'],
    ['<!doctype html><html>', 'html'],
    ['<opml version="2.0"/>', 'otherRoot'],
    ['[]', 'wrongType'],
  ]) {
    assert.deepEqual(codes(check(text)), [`error 1 ${code}`]);
  }
});

test('a byte order mark and windows line ends change nothing', () => {
  assert.deepEqual(codes(check('\uFEFF<rss version="2.0">\r\n<channel>\r\n</rss>')), [
    'error 3 notXml',
  ]);
});

test('dates must exist', () => {
  assert.equal(parseRfc3339('2025-02-29T00:00:00Z'), undefined);
  assert.equal(parseRfc3339('2025-01-01'), undefined);
  assert.equal(parseRfc822('31 Feb 2025 00:00 GMT'), undefined);
  assert.equal(parseRfc822('Tue, 4 Mar 2025 10:00:00 CET'), undefined);
  assert.equal(
    parseRfc822('Tue, 4 Mar 2025 10:00:00 EST').date.toISOString(),
    '2025-03-04T15:00:00.000Z',
  );
  assert.equal(
    parseRfc3339('2024-02-29T23:30:00-01:00').date.toISOString(),
    '2024-03-01T00:30:00.000Z',
  );
});

test('a year of two digits is understood and pointed out', () => {
  const underTest = parseRfc822('Sat, 01 Mar 25 09:00 GMT');
  assert.equal(underTest.date.getUTCFullYear(), 2025);
  assert.equal(underTest.shortYear, true);
});

test('every language has a text for the same keys', () => {
  assert.deepEqual(Object.keys(strings.ja), Object.keys(strings.en));
  assert.deepEqual(Object.keys(strings.zh), Object.keys(strings.en));
});
