// XML text → a small tree that knows the line of each element.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Reads XML with namespaces.
 *
 * @param text the document
 * @param sax the `sax` library
 * @param findings receives why the text is not well-formed
 * @returns the root element, or undefined when the text is not well-formed. An element is
 *     `{name, uri, attributes: {name: value}, children, text, line}`; `name` has no prefix
 */
export function parseXml(text, sax, findings) {
  if (/^\s+<\?xml/.test(text)) {
    findings.error(1, 'declarationNotFirst');
    return undefined;
  }
  const control = CONTROL.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    findings.error(lineAt(text, control.index), 'controlCharacter', { code: `U+${code}` });
    return undefined;
  }
  return buildTree(text, sax, findings);
}

/** The line, counted from 1, of a place in a text. */
export function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}

function buildTree(text, sax, findings) {
  const parser = sax.parser(true, { xmlns: true, position: true, strictEntities: true });
  const top = { children: [], text: '' };
  const open = [top];
  let line = 1;
  parser.onopentagstart = () => (line = parser.line + 1);
  parser.onopentag = (tag) => {
    const element = elementOf(tag, line);
    open.at(-1).children.push(element);
    open.push(element);
  };
  // Text counts for all elements around it, so that XHTML content is not mistaken for empty.
  const addText = (value) => open.forEach((element) => (element.text += value));
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = () => open.pop();
  parser.onerror = (error) => {
    throw error;
  };
  try {
    parser.write(text).close();
  } catch (error) {
    const message = error.message.split('\n')[0];
    findings.error(Math.min(parser.line + 1, lineAt(text, text.length)), 'notXml', { message });
    return undefined;
  }
  return top.children[0];
}

function elementOf(tag, line) {
  const attributes = {};
  for (const { name, value } of Object.values(tag.attributes)) {
    attributes[name] = value;
  }
  return { name: tag.local, uri: tag.uri, attributes, children: [], text: '', line };
}

/** Children of a name and namespace. */
export function childrenOf(element, name, uri = '') {
  return element.children.filter((child) => child.name === name && child.uri === uri);
}

/** The first such child, or undefined. */
export function childOf(element, name, uri = '') {
  return childrenOf(element, name, uri)[0];
}

/** Its text without white space around it; empty when there is no such child. */
export function textOf(element, name, uri = '') {
  return childOf(element, name, uri)?.text.trim() ?? '';
}
