/** An element of an XML file, by the name as it is written. Texts around it are its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const tag = /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?))>/g;

/**
 * Reads a manifest, which needs little of XML: elements, attributes in double quotes, comments. There is
 * no document type and no entity but the five of XML, so nothing in a file can grow or be fetched.
 *
 * @throws Error where the file is not well formed
 */
export function readXml(source: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  let at = 0;
  for (const match of source.matchAll(tag)) {
    const [whole, closes, name, attributes = '', empty] = match;
    const inside = open.at(-1) ?? root;
    inside.text += plain(source.slice(at, match.index));
    at = match.index + whole.length;
    if (name === undefined) continue;
    if (closes) {
      if (inside.name !== name || inside === root) throw new Error(`</${name}> closes <${inside.name}>`);
      open.pop();
      continue;
    }
    const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' };
    inside.children.push(element);
    if (!empty) open.push(element);
  }
  root.text += plain(source.slice(at));
  const [only, second] = root.children;
  const unclosed = open.at(-1);
  if (unclosed && unclosed !== root) throw new Error(`<${unclosed.name}> is not closed`);
  if (!only || second || root.text.trim() !== '')
    throw new Error('a file has one outermost element and no text beside it');
  return only;
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)];
  const names = found.map(([, name = '']) => name);
  if (new Set(names).size < names.length) throw new Error(`an attribute stands twice in "${text.trim()}"`);
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, plain(value)]));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  if (text.includes('<')) throw new Error(`"${text.trim().slice(0, 60)}" is no tag`);
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const known = whole.endsWith(';') ? entities[name] : undefined;
    if (known === undefined) throw new Error(`"${whole}" is no entity of XML`);
    return known;
  });
}
