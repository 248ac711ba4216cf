// The way through the feed checker: which format is it, and what is wrong with it.

import { checkAtom } from './atom.js';
import { Findings } from './findings.js';
import { checkJsonFeed } from './json.js';
import { checkRss } from './rss.js';
import { parseXml } from './xml.js';

/**
 * Checks a feed.
 *
 * @param given the text of the feed
 * @param libraries `{sax, momoa}`, and `browserXml(text)`, if there is one, that returns
 *     `{line, message}` when the browser's own XML reader refuses the text
 * @returns `{kind, title, entries, findings}`; kind is empty when the format was not recognised.
 *     Entries are `{title, id, date, line}`, findings are described in findings.js
 */
export function checkFeed(given, libraries) {
  const findings = new Findings();
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const feed = read(text, libraries, findings);
  return { kind: '', title: '', entries: [], ...feed, findings: findings.sorted() };
}

function read(text, { sax, momoa, browserXml }, findings) {
  const start = text.trimStart()[0];
  if (start === '{' || start === '[') {
    return checkJsonFeed(text, momoa, findings);
  }
  if (start !== '<') {
    findings.error(1, start === undefined ? 'nothing' : 'unknown');
    return undefined;
  }
  if (/^\s*<(!doctype\s+html|html)[\s>]/i.test(text)) {
    findings.error(1, 'html');
    return undefined;
  }
  const root = parseXml(text, sax, findings);
  const refusal = root && browserXml?.(text);
  if (refusal) {
    findings.error(refusal.line, 'notXml', { message: refusal.message });
    return undefined;
  }
  return root && checkRoot(root, findings);
}

function checkRoot(root, findings) {
  switch (root.name) {
    case 'rss':
      return checkRss(root, findings);
    case 'feed':
      return checkAtom(root, findings);
    case 'RDF':
      findings.error(root.line, 'rdf');
      return { kind: 'RSS 1.0' };
    default:
      findings.error(root.line, 'otherRoot', { name: root.name });
      return undefined;
  }
}
