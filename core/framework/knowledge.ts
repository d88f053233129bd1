import frameworkKnowledge from '../data/framework-knowledge.json' with { type: 'json' };
import lm3Knowledge from '../data/lm3-knowledge.json' with { type: 'json' };
import procurementKnowledge from '../data/procurement-knowledge.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { type Entry, knowledgeSchema } from './schema.ts';

/** A file of entries, checked. */
export interface KnowledgeFile {
  readonly file: string;
  /** What the file is about, in words for people. */
  readonly topic: string;
  readonly entries: readonly Entry[];
}

/** Checks one file of entries. Throws with file and record when it is broken. */
export function readKnowledge(file: string, data: unknown): KnowledgeFile {
  const { topic, entries } = checkData(file, knowledgeSchema, data);
  checkUnique(
    file,
    entries.map((entry) => entry.id),
  );
  return { file, topic, entries };
}

/** Every file of entries that answers draw on. A new file is one more line here; new entries need none. */
export const knowledgeFiles = once((): readonly KnowledgeFile[] => [
  readKnowledge('lm3-knowledge.json', lm3Knowledge),
  readKnowledge('framework-knowledge.json', frameworkKnowledge),
  readKnowledge('procurement-knowledge.json', procurementKnowledge),
]);
