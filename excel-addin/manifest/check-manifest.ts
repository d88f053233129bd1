import { assertSafeName } from '../../core/index.ts';
import { elementOrder, repeated } from './element-order.ts';
import { iconSizes } from './icon-sizes.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** What the manifest says that has to be looked at beside it. */
export interface ManifestFacts {
  readonly id: string;
  /** Each icon with the size in pixels that it has to have. */
  readonly icons: readonly { readonly url: string; readonly size: number }[];
  /** Addresses of pages and files that have to be there, the icons among them. */
  readonly urls: readonly string[];
}

export interface ManifestCheck {
  /** What is wrong, as sentences. */
  readonly faults: readonly string[];
  readonly facts: ManifestFacts;
}

/**
 * Checks a manifest against what Office demands: order of elements, ids, lengths, addresses, that every
 * resource is there and used, and that there is one shared runtime. Office itself only says "invalid".
 */
export function checkManifest(xml: string): ManifestCheck {
  const root = readXml(xml);
  const faults: string[] = [];
  const all = withPaths(root, root.name);
  const one = (path: string) => all.find((each) => each.path.endsWith(path))?.element;
  const fault = (broken: boolean, sentence: string) => broken && faults.push(sentence);

  if (root.name !== 'OfficeApp') faults.push(`The outermost element is <${root.name}>, not <OfficeApp>.`);
  for (const { element, path } of all) faults.push(...orderFaults(element, path));

  const id = textOf(one('OfficeApp/Id'));
  fault(!guid.test(id), `Id is "${id}", not a GUID.`);
  const version = textOf(one('OfficeApp/Version'));
  fault(!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version), `Version is "${version}", not up to four numbers.`);
  for (const [path, most] of Object.entries(longest)) {
    const element = one(path);
    const said = element?.attributes.DefaultValue ?? textOf(element);
    fault(said === '' || said.length > most, `${path} has ${said.length} characters, not 1 to ${most}.`);
  }

  const resources = new Map<string, Resource>();
  for (const { element, path } of all.filter((each) => /\/Resources\/bt:\w+\/bt:\w+$/.test(each.path))) {
    const [kind = ''] = path.split('/').slice(-2);
    const { id: name = '', DefaultValue: value = '' } = element.attributes;
    fault(
      name.length === 0 || name.length > 32,
      `The id "${name}" has ${name.length} characters, not 1 to 32.`,
    );
    fault(resources.has(name), `The id "${name}" stands twice.`);
    const most = longestResource[kind] ?? 0;
    fault(value === '' || value.length > most, `"${name}" has ${value.length} characters, not 1 to ${most}.`);
    resources.set(name, { kind, value });
  }
  const used = new Set<string>();
  for (const { element, path } of all) {
    const { resid } = element.attributes;
    if (resid === undefined) continue;
    used.add(resid);
    const resource = resources.get(resid);
    const wanted = kindFor(element.name, path);
    fault(!resource, `${path} points to "${resid}", which is no resource.`);
    fault(
      resource !== undefined && resource.kind !== wanted,
      `${path} points to "${resid}", not one of ${wanted}.`,
    );
  }
  for (const name of resources.keys()) fault(!used.has(name), `The resource "${name}" is not used.`);

  const runtime = one('Runtimes/Runtime');
  fault(runtime?.attributes.lifetime !== 'long', 'The runtime is not shared: its lifetime is not "long".');
  const shared = runtime?.attributes.resid ?? '';
  for (const path of ['Page/SourceLocation', 'FunctionFile', 'Action/SourceLocation']) {
    const resid = one(path)?.attributes.resid;
    fault(resid !== shared, `${path} points to "${resid}"; in a shared runtime it is "${shared}".`);
  }
  const page = one('DefaultSettings/SourceLocation')?.attributes.DefaultValue;
  fault(page !== resources.get(shared)?.value, `DefaultSettings opens ${page}, not the page of the runtime.`);
  const namespace = resources.get(one('Namespace')?.attributes.resid ?? '')?.value ?? '';
  try {
    assertSafeName(namespace);
  } catch (error) {
    faults.push(String(error));
  }

  const ids = all.flatMap(({ element }) =>
    ['Control', 'Group'].includes(element.name) ? [element.attributes.id ?? ''] : [],
  );
  for (const name of ids) {
    fault(
      !/^[\w.]{1,125}$/.test(name),
      `The id "${name}" of a control has more than letters, digits and dots.`,
    );
  }
  fault(new Set(ids).size < ids.length, 'Two controls have one id.');
  for (const { element, path } of all.filter((each) => each.element.name === 'Icon')) {
    const sizes = element.children.map(({ attributes }) => Number(attributes.size));
    const missing = iconSizes.filter((size) => !sizes.includes(size));
    fault(missing.length > 0, `${path} lacks the sizes ${missing.join(', ')}.`);
  }

  const icons = iconsOf(all, resources, one);
  const urls = [
    ...all.flatMap(({ element: { name, attributes } }) =>
      urlElements.has(name) && attributes.DefaultValue !== undefined ? [attributes.DefaultValue] : [],
    ),
    ...[...resources.values()].flatMap(({ kind, value }) =>
      ['bt:Urls', 'bt:Images'].includes(kind) ? [value] : [],
    ),
  ];
  for (const url of urls) faults.push(...urlFaults(url));
  return { faults: [...new Set(faults)], facts: { id, icons, urls: [...new Set(urls)] } };
}

interface Resource {
  readonly kind: string;
  readonly value: string;
}

interface Placed {
  readonly element: XmlElement;
  /** Names from the outermost element down. */
  readonly path: string;
}

function withPaths(element: XmlElement, path: string): Placed[] {
  return [
    { element, path },
    ...element.children.flatMap((child) => withPaths(child, `${path}/${child.name}`)),
  ];
}

function orderFaults({ children, name }: XmlElement, path: string): string[] {
  if (children.length === 0) return [];
  const order = elementOrder[path.split('/').slice(-2).join('/')] ?? elementOrder[name];
  if (!order) return [`${path} may hold no elements.`];
  const places = children.map((child) => order.indexOf(child.name));
  return children.flatMap((child, index) => {
    const place = places[index] ?? -1;
    if (place === -1) return [`${path} may not hold <${child.name}>.`];
    const before = index === 0 ? -1 : Math.max(...places.slice(0, index));
    if (before > place) return [`In ${path}, <${child.name}> must stand before <${order[before]}>.`];
    return before === place && !repeated.has(child.name) ? [`${path} holds <${child.name}> twice.`] : [];
  });
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const longest: Readonly<Record<string, number>> = {
  'OfficeApp/ProviderName': 125,
  'OfficeApp/DisplayName': 125,
  'OfficeApp/Description': 250,
};
const longestResource: Readonly<Record<string, number>> = {
  'bt:Images': 2048,
  'bt:Urls': 2048,
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
};
const urlElements = new Set(['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation']);

const textOf = (element: XmlElement | undefined): string => element?.text.trim() ?? '';

function kindFor(name: string, path: string): string {
  if (name === 'bt:Image') return 'bt:Images';
  if (name === 'Description') return 'bt:LongStrings';
  if (['SourceLocation', 'Runtime', 'FunctionFile', 'LearnMoreUrl'].includes(name)) return 'bt:Urls';
  return path === '' ? '' : 'bt:ShortStrings';
}

function iconsOf(
  all: readonly Placed[],
  resources: ReadonlyMap<string, Resource>,
  one: (path: string) => XmlElement | undefined,
): ManifestFacts['icons'] {
  const listed = [
    { url: one('OfficeApp/IconUrl')?.attributes.DefaultValue ?? '', size: 32 },
    { url: one('OfficeApp/HighResolutionIconUrl')?.attributes.DefaultValue ?? '', size: 64 },
    ...all.flatMap(({ element: { name, attributes } }) =>
      name === 'bt:Image' && attributes.resid !== undefined
        ? [{ url: resources.get(attributes.resid)?.value ?? '', size: Number(attributes.size) }]
        : [],
    ),
  ];
  return [...new Map(listed.map((icon) => [`${icon.url} ${icon.size}`, icon])).values()];
}

function urlFaults(url: string): string[] {
  if (!URL.canParse(url)) return [`"${url}" is no address.`];
  const { protocol, username, password } = new URL(url);
  return [
    ...(protocol === 'https:' ? [] : [`${url} does not begin with https.`]),
    ...(username === '' && password === '' ? [] : [`${url} holds a name or a password.`]),
  ];
}
