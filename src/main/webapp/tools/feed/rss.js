// RSS 2.0

import { absoluteAddress, parseRfc822 } from './values.js';
import { childOf, childrenOf, textOf } from './xml.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const FORM = 'RFC 822: Sat, 01 Mar 2025 09:00:00 +0000';

/** Checks a feed whose root is `rss` and returns `{kind, title, entries}`. */
export function checkRss(root, findings) {
  if (root.attributes.version !== '2.0') {
    findings.error(root.line, 'rssVersion');
  }
  const channels = childrenOf(root, 'channel');
  if (channels.length !== 1) {
    findings.error(root.line, 'oneChannel', { count: channels.length });
  }
  if (channels.length === 0) {
    return { kind: 'RSS 2.0', title: '', entries: [] };
  }
  return checkChannel(channels[0], findings);
}

function checkChannel(channel, findings) {
  for (const name of ['title', 'link', 'description']) {
    if (!childOf(channel, name)) {
      findings.error(channel.line, 'missing', { name, where: 'channel' });
    } else if (textOf(channel, name) === '' && name !== 'description') {
      findings.error(childOf(channel, name).line, 'empty', { name });
    }
  }
  checkAddress(channel, 'link', findings);
  checkDate(channel, 'pubDate', findings);
  checkDate(channel, 'lastBuildDate', findings);
  checkSelf(channel, findings);
  const entries = childrenOf(channel, 'item').map((item) => checkItem(item, findings));
  findings.uniqueIds(entries);
  return { kind: 'RSS 2.0', title: textOf(channel, 'title'), entries };
}

function checkItem(item, findings) {
  if (textOf(item, 'title') === '' && textOf(item, 'description') === '') {
    findings.error(item.line, 'titleOrDescription');
  }
  checkAddress(item, 'link', findings);
  checkGuid(item, findings);
  if (!childOf(item, 'pubDate')) {
    findings.advice(item.line, 'missing', { name: 'pubDate', where: 'item' });
  }
  childrenOf(item, 'enclosure').forEach((enclosure) => checkEnclosure(enclosure, findings));
  return {
    title: textOf(item, 'title'),
    id: textOf(item, 'guid'),
    date: checkDate(item, 'pubDate', findings),
    line: item.line,
  };
}

function checkGuid(item, findings) {
  const guid = childOf(item, 'guid');
  const value = textOf(item, 'guid');
  if (!guid) {
    findings.warning(item.line, 'missing', { name: 'guid', where: 'item' });
  } else if (value === '') {
    findings.error(guid.line, 'empty', { name: 'guid' });
  } else if (guid.attributes.isPermaLink !== 'false' && !absoluteAddress(value)) {
    findings.error(guid.line, 'guidNotAddress', { value });
  }
}

function checkEnclosure(enclosure, findings) {
  for (const name of ['url', 'length', 'type']) {
    if (!enclosure.attributes[name]) {
      findings.error(enclosure.line, 'missing', { name, where: 'enclosure' });
    }
  }
  const { url, length } = enclosure.attributes;
  if (url) {
    findings.address(enclosure.line, 'enclosure url', url);
  }
  if (length && !/^\d+$/.test(length)) {
    findings.error(enclosure.line, 'notNumber', { name: 'enclosure length', value: length });
  }
}

function checkSelf(channel, findings) {
  const self = childrenOf(channel, 'link', ATOM).find(
    ({ attributes }) => attributes.rel === 'self',
  );
  if (!self) {
    findings.advice(channel.line, 'noSelf', { name: 'atom:link rel="self"' });
  }
}

function checkAddress(parent, name, findings) {
  const element = childOf(parent, name);
  if (element && element.text.trim() !== '') {
    findings.address(element.line, name, element.text.trim());
  }
}

function checkDate(parent, name, findings) {
  const element = childOf(parent, name);
  return element && findings.date(element.line, name, element.text.trim(), parseRfc822, FORM);
}
