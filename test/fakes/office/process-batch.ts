import { HostError, notImplemented } from './host-error.ts';
import { WireCollection, WireObject } from './objects/wire-object.ts';

/** One request of office.js: what to do in order, and the paths to the objects it speaks of. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
  };
}

/** What outlives a batch: objects that office.js refers to again. */
export interface Roots {
  readonly workbook: WireObject;
  readonly service: (name: string) => WireObject;
  readonly kept: Map<string, WireObject>;
}

const pathType = {
  global: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  none: 7,
} as const;
const actionType = { instantiate: 1, load: 2, method: 3, set: 4, trace: 5 } as const;

/** Does what office.js asks, up to the first thing that fails, as Excel does: what was done before stays done. */
export function processBatch(batch: Batch, roots: Roots): BatchAnswer {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  const paths = new PathReader(batch, roots);
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === actionType.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: act(action, paths, roots) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { code, message } = error;
      return {
        Results: results,
        TraceIds: traces,
        Error: { Code: code, Message: message, Location: action.Name ?? '', ActionIndex: index },
      };
    }
  }
  return { Results: results, ...(traces.length > 0 ? { TraceIds: traces } : {}) };
}

function act(action: Action, paths: PathReader, roots: Roots): unknown {
  if (action.ActionType === actionType.trace) return null;
  const object = paths.object(action.ObjectPathId);
  switch (action.ActionType) {
    case actionType.instantiate:
      return object === null ? null : made(object, roots);
    case actionType.load:
      return object === null ? null : loaded(object, action.QueryInfo?.Select ?? []);
    case actionType.method: {
      // Whatever is kept stays kept: the fake has room.
      if (action.Name === '_KeepReference' || action.Name === '_RemoveReference') return null;
      const value = call(mustBe(object), action.Name, paths.argumentsOf(action.ArgumentInfo));
      return value instanceof WireObject || value === undefined ? null : value;
    }
    case actionType.set:
      assign(mustBe(object), action.Name, paths.argumentsOf(action.ArgumentInfo)[0]);
      return null;
    default:
      throw notImplemented(`action of type ${action.ActionType}`);
  }
}

function made(object: WireObject, { kept }: Roots): unknown {
  const about: Record<string, string> = {};
  if (object.wireId !== undefined) about._Id = object.wireId;
  if (object.keeps) {
    about._ReferenceId = `reference ${kept.size + 1}`;
    kept.set(about._ReferenceId, object);
  }
  return about;
}

/** Objects by the paths that a batch names them by. */
class PathReader {
  readonly #found = new Map<number, WireObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly roots: Roots,
  ) {}

  object(id: number): WireObject | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[String(id)];
    if (!path) throw new HostError('InvalidObjectPath', `The object path ${id} is not there.`);
    const object = this.#find(path);
    this.#found.set(id, object);
    return object;
  }

  argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    return (info?.Arguments ?? []).map((given, at) => {
      const id = info?.ReferencedObjectPathIds?.[at];
      return id ? this.object(id) : given;
    });
  }

  #find(path: ObjectPath): WireObject | null {
    const { ObjectPathType: type, Name: name, ArgumentInfo: info } = path;
    if (type === pathType.global) return this.roots.workbook;
    if (type === pathType.service) return this.roots.service(name);
    if (type === pathType.none) return null;
    if (type === pathType.reference) {
      const kept = this.roots.kept.get(name);
      if (!kept)
        throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
      return kept;
    }
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const given = this.argumentsOf(info);
    const object =
      type === pathType.method
        ? call(parent, name, given)
        : type === pathType.property
          ? readFrom(parent, inSource(name))
          : type === pathType.indexer
            ? call(parent, 'GetItem', given)
            : undefined;
    if (object === null || object instanceof WireObject) return object;
    throw notImplemented(`object path of type ${type} to ${name}`);
  }
}

function mustBe(object: WireObject | null): WireObject {
  if (object) return object;
  throw new HostError('InvalidObjectPath', 'The object is a null object.');
}

/** Wire names begin with a capital, those of the API do not. */
const inSource = (name: string): string =>
  name.startsWith('_') ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
const onWire = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** A member of the API as its class declares it; a field of the fake is none. */
function memberOf(object: WireObject, name: string): PropertyDescriptor {
  for (
    let at: object | null = Object.getPrototypeOf(object);
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    const member = name === 'constructor' ? undefined : Object.getOwnPropertyDescriptor(at, name);
    if (member) return member;
  }
  throw notImplemented(`${object.constructor.name}.${name}`);
}

function call(object: WireObject, wireName: string, given: readonly unknown[]): unknown {
  const name = inSource(wireName);
  const { value } = memberOf(object, name);
  if (typeof value !== 'function') throw notImplemented(`${object.constructor.name}.${name}()`);
  return value.apply(
    object,
    given.map((one) => one ?? undefined),
  );
}

function readFrom(object: WireObject, name: string): unknown {
  const { get } = memberOf(object, name);
  if (!get) throw notImplemented(`${object.constructor.name}.${name}`);
  return get.call(object);
}

function assign(object: WireObject, wireName: string, value: unknown): void {
  const name = inSource(wireName);
  const { set } = memberOf(object, name);
  if (!set) throw notImplemented(`${object.constructor.name}.${name} =`);
  set.call(object, value);
}

/** Only what is named: to load everything is slow in Excel, and the fake does not know everything. */
function loaded(object: WireObject, select: readonly string[]): unknown {
  if (select.length === 0) throw notImplemented(`${object.constructor.name}.load() without names`);
  if (!(object instanceof WireCollection)) return scalars(object, select);
  const own = select.filter((path) => path === 'count');
  const ofItems = select
    .filter((path) => path !== 'count' && path !== 'items')
    .map((path) => path.replace(/^items\//, ''));
  return {
    ...scalars(object, own),
    _Items: object.items.map((item: WireObject) => ({
      ...(item.wireId === undefined ? {} : { _Id: item.wireId }),
      ...scalars(item, ofItems),
    })),
  };
}

function scalars(object: WireObject, select: readonly string[]): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const deeper = new Map<string, string[]>();
  for (const path of select) {
    const [first = '', ...rest] = path.split('/');
    if (rest.length > 0) deeper.set(first, [...(deeper.get(first) ?? []), rest.join('/')]);
    else out[onWire(first)] = readFrom(object, first);
  }
  for (const [name, paths] of deeper) {
    const part = readFrom(object, name);
    if (!(part instanceof WireObject)) throw notImplemented(`${object.constructor.name}.${name}`);
    out[onWire(name)] = loaded(part, paths);
  }
  return out;
}
