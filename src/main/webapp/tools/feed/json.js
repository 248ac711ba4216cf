// JSON Feed 1.0 and 1.1

import { parseRfc3339 } from './values.js';

const VERSION = /^https:\/\/jsonfeed\.org\/version\/1(\.1)?$/;
const FORM = 'RFC 3339: 2025-03-01T09:00:00Z';

/**
 * Checks the text of a JSON Feed.
 *
 * @param momoa the library that reads JSON and keeps the lines
 * @returns `{kind, title, entries}`, or undefined when the text is not JSON
 */
export function checkJsonFeed(text, momoa, findings) {
  let root;
  try {
    root = readValue(momoa.parse(text, { mode: 'json' }).body, findings);
  } catch (error) {
    findings.error(error.line ?? 1, 'notJson', { message: error.message });
    return undefined;
  }
  if (root.type !== 'Object') {
    findings.error(root.line, 'wrongType', { name: 'JSON Feed', wanted: '{ }' });
    return undefined;
  }
  return checkFeed(root, findings);
}

/** Turns the library's nodes into `{type, value, line}`; members of an object are a Map. */
function readValue(node, findings) {
  const line = node.loc.start.line;
  if (node.type === 'Array') {
    const value = node.elements.map((element) => readValue(element.value, findings));
    return { type: node.type, value, line };
  }
  if (node.type !== 'Object') {
    return { type: node.type, value: node.value, line };
  }
  const members = new Map();
  for (const member of node.members) {
    if (members.has(member.name.value)) {
      findings.warning(member.loc.start.line, 'duplicateKey', { name: member.name.value });
    }
    members.set(member.name.value, readValue(member.value, findings));
  }
  return { type: node.type, value: members, line };
}

function checkFeed(root, findings) {
  const version = textMember(root, 'version', findings);
  const known = VERSION.exec(version ?? '');
  if (!known) {
    findings.error(root.value.get('version')?.line ?? root.line, 'jsonVersion');
  }
  required(root, 'title', 'feed', findings);
  for (const name of ['home_page_url', 'feed_url']) {
    if (addressMember(root, name, findings) === undefined) {
      findings.advice(root.line, 'missing', { name, where: 'feed' });
    }
  }
  const newest = known?.[1] !== undefined;
  if (newest && root.value.has('author')) {
    findings.advice(root.value.get('author').line, 'authorOld');
  }
  const entries = listMember(root, 'items', findings).map((item) => checkItem(item, findings));
  findings.uniqueIds(entries);
  const title = textMember(root, 'title', findings) ?? '';
  return { kind: newest ? 'JSON Feed 1.1' : 'JSON Feed 1', title, entries };
}

function listMember(root, name, findings) {
  const list = root.value.get(name);
  if (!list) {
    findings.error(root.line, 'missing', { name, where: 'feed' });
    return [];
  }
  if (list.type !== 'Array') {
    findings.error(list.line, 'wrongType', { name, wanted: '[ ]' });
    return [];
  }
  return list.value;
}

function checkItem(item, findings) {
  if (item.type !== 'Object') {
    findings.error(item.line, 'wrongType', { name: 'item', wanted: '{ }' });
    return { title: '', id: '', date: undefined, line: item.line };
  }
  const hasContent = ['content_html', 'content_text'].some(
    (name) => textMember(item, name, findings) !== undefined,
  );
  if (!hasContent) {
    findings.error(item.line, 'jsonContent');
  }
  ['url', 'external_url', 'image'].forEach((name) => addressMember(item, name, findings));
  checkAttachments(item, findings);
  const published = dateMember(item, 'date_published', findings);
  const modified = dateMember(item, 'date_modified', findings);
  if (published && modified && modified < published) {
    findings.warning(item.value.get('date_modified').line, 'updatedTooEarly');
  }
  return {
    title: textMember(item, 'title', findings) ?? '',
    id: itemId(item, findings),
    date: published ?? modified,
    line: item.line,
  };
}

function itemId(item, findings) {
  const id = item.value.get('id');
  if (id?.type === 'Number') {
    findings.warning(id.line, 'numericId', { value: id.value });
    return String(id.value);
  }
  return required(item, 'id', 'item', findings) ?? '';
}

function checkAttachments(item, findings) {
  const attachments = item.value.get('attachments');
  if (attachments && attachments.type !== 'Array') {
    findings.error(attachments.line, 'wrongType', { name: 'attachments', wanted: '[ ]' });
    return;
  }
  for (const attachment of attachments?.value ?? []) {
    if (attachment.type !== 'Object') {
      findings.error(attachment.line, 'wrongType', { name: 'attachment', wanted: '{ }' });
      continue;
    }
    required(attachment, 'mime_type', 'attachment', findings);
    if (required(attachment, 'url', 'attachment', findings) !== undefined) {
      addressMember(attachment, 'url', findings);
    }
  }
}

function required(object, name, where, findings) {
  const value = textMember(object, name, findings);
  if (!object.value.has(name)) {
    findings.error(object.line, 'missing', { name, where });
  } else if (value !== undefined && value.trim() === '') {
    findings.error(object.value.get(name).line, 'empty', { name });
  }
  return value;
}

function textMember(object, name, findings) {
  const member = object.value.get(name);
  if (member && member.type !== 'String' && !member.reported) {
    member.reported = true;
    findings.error(member.line, 'wrongType', { name, wanted: '" "' });
  }
  return member?.type === 'String' ? member.value : undefined;
}

function addressMember(object, name, findings) {
  const value = textMember(object, name, findings);
  if (value !== undefined) {
    findings.address(object.value.get(name).line, name, value);
  }
  return value;
}

function dateMember(object, name, findings) {
  const value = textMember(object, name, findings);
  return value === undefined
    ? undefined
    : findings.date(object.value.get(name).line, name, value, parseRfc3339, FORM);
}
