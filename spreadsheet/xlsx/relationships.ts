import type { Attributes } from '../xml/attributes.ts';
import { scanPart, type XlsxPackage } from './part.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `sharedStrings`, `officeDocument`. */
  readonly type: string;
  /** Name of the file inside the workbook that it points to. */
  readonly part: string;
}

/** What a file inside the workbook points to; the whole package when `part` is empty. Nothing outside the file. */
export function readRelationships(pack: XlsxPackage, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list: Relationship[] = [];
  scanPart(pack, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name: string, attributes: Attributes, depth: number) {
      if (depth !== 2 || name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type') ?? '';
      list.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolve(folder, attributes.get('Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  return list;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
