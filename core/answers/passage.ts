import type { Source } from '../explain/explained.ts';
import { resolveCitation } from '../framework/documents.ts';
import { framework, frameworkFile } from '../framework/framework.ts';
import { knowledgeFiles } from '../framework/knowledge.ts';
import type { Characteristic, Entry } from '../framework/schema.ts';
import { checkUnique } from '../shipped/check.ts';
import { areaPassages } from './area-passages.ts';
import { factPassages } from './fact-passages.ts';
import { frameworkPassages } from './framework-passages.ts';
import { indicatorPassages } from './indicator-passages.ts';
import type { PassageLaw } from './law-lines.ts';
import { lawPassages, lawTopics } from './law-passages.ts';
import { organisationPassages } from './organisation-passages.ts';

/** A piece of knowledge that an answer is made of, small enough to be shown whole, with its sources. */
export interface Passage {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Plain text; the first sentence answers. */
  readonly body: string;
  /** Questions that the passage answers. */
  readonly asks: readonly string[];
  /** Other words for what it is about. */
  readonly synonyms: readonly string[];
  /** Proper names that it is about. */
  readonly names: readonly string[];
  readonly sources: readonly Source[];
  /** For a question of law: what an answer shows beside its words. */
  readonly law?: PassageLaw;
  /** For a single fact: the passage that it is part of. */
  readonly of?: Passage;
}

/** The id of a passage, or of the one that a fact is part of. */
export const wholeId = ({ id, of }: Passage): string => of?.id ?? id;

/** An entry of a knowledge file as a passage. */
export function entryPassage(file: string, entry: Entry): Passage {
  const { id, kind, title, body, asks, synonyms, names } = entry;
  const sources = entry.sources.map((citation) => resolveCitation(`${file}, ${id},`, citation));
  return { id, kind, title, body, asks, synonyms, names, sources };
}

/** Every passage of the shipped knowledge. Throws when two have the same id. */
export function allPassages(): Passage[] {
  const examples = framework().characteristics.flatMap((characteristic: Characteristic) =>
    characteristic.examples.map((entry) => entryPassage(frameworkFile, entry)),
  );
  const entries = knowledgeFiles().flatMap(({ file, entries }) =>
    entries.map((entry) => entryPassage(file, entry)),
  );
  const whole = [
    ...frameworkPassages(framework()),
    ...examples,
    ...indicatorPassages(),
    ...organisationPassages(),
    ...areaPassages(),
    ...entries,
    ...lawPassages(),
  ];
  const passages = [...whole, ...factPassages(whole)];
  checkUnique(
    'all knowledge files together',
    passages.map((passage) => passage.id),
  );
  return passages;
}

/** The topics that the knowledge covers, in words for people. */
export function topics(): string[] {
  return [...knowledgeFiles().map(({ topic }) => topic), ...lawTopics(), framework().topic];
}
