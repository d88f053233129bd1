import { TextCollector } from '../xml/collector.ts';

/**
 * The text of an `<si>` or `<is>` element: one `<t>`, or several in runs of their own look (`<r>`).
 * Readings for Asian scripts (`<rPh>`) are no part of it.
 */
export class RichText {
  readonly #text: TextCollector;
  readonly #depth: number;
  #inRun = false;
  #inText = false;

  /** @param depth how deep the `<si>` or `<is>` lies */
  constructor(depth: number, maxBytes: number, refuse: (found: string) => never) {
    this.#depth = depth;
    this.#text = new TextCollector(maxBytes, refuse);
  }

  begin(): void {
    this.#text.reset();
  }

  open(name: string, depth: number): void {
    const inside = depth - this.#depth;
    if (inside === 1) this.#inRun = name === 'r';
    this.#inText = name === 't' && (inside === 1 || (inside === 2 && this.#inRun));
  }

  close(): void {
    this.#inText = false;
  }

  text(bytes: Uint8Array, from: number, to: number, raw: boolean): void {
    if (this.#inText) this.#text.add(bytes, from, to, raw);
  }

  /** See `XmlHandler`. */
  letGo(): void {
    this.#text.letGo();
  }

  value(): string {
    return unescapeText(this.#text.text());
  }
}

/** `_x000D_` stands for a character that XML cannot hold or would change. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
