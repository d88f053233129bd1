import areasKnowledge from '../data/areas-knowledge.json' with { type: 'json' };
import commissioningKnowledge from '../data/commissioning-knowledge.json' with { type: 'json' };
import frameworkKnowledge from '../data/framework-knowledge.json' with { type: 'json' };
import lessonsKnowledge from '../data/lessons-knowledge.json' with { type: 'json' };
import lm3Knowledge from '../data/lm3-knowledge.json' with { type: 'json' };
import measuringKnowledge from '../data/measuring-knowledge.json' with { type: 'json' };
import procurementKnowledge from '../data/procurement-knowledge.json' with { type: 'json' };
import provenanceKnowledge from '../data/provenance-knowledge.json' with { type: 'json' };
import resilienceKnowledge from '../data/resilience-knowledge.json' with { type: 'json' };
import servicesKnowledge from '../data/services-knowledge.json' with { type: 'json' };
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
  readKnowledge('services-knowledge.json', servicesKnowledge),
  readKnowledge('resilience-knowledge.json', resilienceKnowledge),
  readKnowledge('lessons-knowledge.json', lessonsKnowledge),
  readKnowledge('commissioning-knowledge.json', commissioningKnowledge),
  readKnowledge('areas-knowledge.json', areasKnowledge),
  readKnowledge('measuring-knowledge.json', measuringKnowledge),
  readKnowledge('provenance-knowledge.json', provenanceKnowledge),
]);
