// Atom 1.0 (RFC 4287)

import { absoluteIri, parseRfc3339 } from './values.js';
import { childOf, childrenOf, textOf } from './xml.js';

export const ATOM = 'http://www.w3.org/2005/Atom';
const FORM = 'RFC 3339: 2025-03-01T09:00:00Z';

/** Checks a feed whose root is `feed` and returns `{kind, title, entries}`. */
export function checkAtom(root, findings) {
  if (root.uri !== ATOM) {
    findings.error(root.line, 'atomNamespace', { uri: ATOM });
    return { kind: 'Atom', title: '', entries: [] };
  }
  checkRequired(root, 'feed', findings);
  checkLinks(root, findings);
  const self = childrenOf(root, 'link', ATOM).find(({ attributes }) => attributes.rel === 'self');
  if (!self) {
    findings.advice(root.line, 'noSelf', { name: 'link rel="self"' });
  }
  const hasAuthor = Boolean(childOf(root, 'author', ATOM));
  checkAuthors(root, findings);
  const entries = childrenOf(root, 'entry', ATOM).map((entry) =>
    checkEntry(entry, hasAuthor, findings),
  );
  findings.uniqueIds(entries);
  return { kind: 'Atom 1.0', title: textOf(root, 'title', ATOM), entries };
}

function checkEntry(entry, feedHasAuthor, findings) {
  const updated = checkRequired(entry, 'entry', findings);
  const published = checkDate(entry, 'published', findings);
  if (updated && published && updated < published) {
    findings.warning(childOf(entry, 'updated', ATOM).line, 'updatedTooEarly');
  }
  const sourceAuthor = childrenOf(entry, 'source', ATOM).some((source) =>
    childOf(source, 'author', ATOM),
  );
  if (!feedHasAuthor && !sourceAuthor && !childOf(entry, 'author', ATOM)) {
    findings.error(entry.line, 'missing', { name: 'author', where: 'entry' });
  }
  checkAuthors(entry, findings);
  checkLinks(entry, findings);
  checkContent(entry, findings);
  return {
    title: textOf(entry, 'title', ATOM),
    id: textOf(entry, 'id', ATOM),
    date: published ?? updated,
    line: entry.line,
  };
}

/** Checks id, title and updated, which feed and entry both need; returns the date of updated. */
function checkRequired(element, where, findings) {
  for (const name of ['id', 'title', 'updated']) {
    const found = childrenOf(element, name, ATOM);
    if (found.length === 0) {
      findings.error(element.line, 'missing', { name, where });
    } else if (found.length > 1) {
      findings.error(found[1].line, 'onlyOne', { name, where });
    }
  }
  const id = childOf(element, 'id', ATOM);
  if (id && !absoluteIri(id.text.trim())) {
    findings.error(id.line, 'notIri', { value: id.text.trim() });
  }
  return checkDate(element, 'updated', findings);
}

function checkLinks(element, findings) {
  for (const link of childrenOf(element, 'link', ATOM)) {
    if (!link.attributes.href) {
      findings.error(link.line, 'missing', { name: 'href', where: 'link' });
    } else if (!absoluteIri(link.attributes.href) && !link.attributes['xml:base']) {
      findings.warning(link.line, 'relative', { value: link.attributes.href });
    }
  }
}

function checkAuthors(element, findings) {
  for (const author of childrenOf(element, 'author', ATOM)) {
    if (textOf(author, 'name', ATOM) === '') {
      findings.error(author.line, 'missing', { name: 'name', where: 'author' });
    }
  }
}

function checkContent(entry, findings) {
  const content = childOf(entry, 'content', ATOM);
  const alternate = childrenOf(entry, 'link', ATOM).some(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  );
  if (!content && !alternate) {
    findings.error(entry.line, 'contentOrLink');
  }
  if (content?.attributes.src && !childOf(entry, 'summary', ATOM)) {
    findings.error(content.line, 'missing', { name: 'summary', where: 'entry' });
  }
}

function checkDate(parent, name, findings) {
  const element = childOf(parent, name, ATOM);
  return element && findings.date(element.line, name, element.text.trim(), parseRfc3339, FORM);
}
