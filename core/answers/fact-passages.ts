import { facts } from '../framework/facts.ts';
import { figuresOn } from './law-lines.ts';
import type { Passage } from './passage.ts';

/**
 * Each fact as a passage of its own, so that it is found by its own questions and told first. Names, law
 * and sources are those of the passage it belongs to. Throws when there is no such passage.
 */
export function factPassages(passages: readonly Passage[]): Passage[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const counted = new Map<string, number>();
  return facts().map(({ of, says, asks }) => {
    const whole = byId.get(of);
    if (whole === undefined) throw new Error(`core/data/facts.json is broken. No passage has the id "${of}"`);
    const count = (counted.get(of) ?? 0) + 1;
    counted.set(of, count);
    const { kind, title, names, sources, law } = whole;
    return {
      id: `${of}-fact-${count}`,
      kind,
      title,
      body: figuresOn(says),
      asks,
      synonyms: [],
      names,
      sources,
      ...(law && { law: { ...law, text: says } }),
      of: whole,
    };
  });
}
