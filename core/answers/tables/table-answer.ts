import type { Explained, Source } from '../../explain/explained.ts';

/** An answer that was looked up or worked out from the tables of the report. */
export interface TableAnswer {
  readonly text: string;
  readonly sources: readonly Source[];
  /** False when a table has no such figure. */
  readonly covered: boolean;
  /** Whom or what the answer comes to, for a question that goes on with "its". */
  readonly about?: string;
  readonly workings?: Explained;
}

/** "a, b and c" */
export function listWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** Sources once each. */
export function distinctSources(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [`${source.title} ${source.place}`, source])).values()];
}
