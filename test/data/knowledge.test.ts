import { describe, expect, it } from 'vitest';
import { allPassages } from '../../core/answers/passage.ts';
import { defaultVocabulary } from '../../core/answers/vocabulary.ts';
import documents from '../../core/data/documents.json' with { type: 'json' };
import { resolveCitation } from '../../core/framework/documents.ts';
import { framework } from '../../core/framework/framework.ts';
import { indicators } from '../../core/framework/indicators.ts';
import { knowledgeFiles, readKnowledge } from '../../core/framework/knowledge.ts';
import { checkUnique } from '../../core/shipped/check.ts';

const passages = allPassages();

const entry = {
  id: 'bridge',
  kind: 'note',
  title: 'A bridge',
  body: 'A bridge spans a river.',
  asks: ['what is a bridge', 'what spans a river'],
  sources: [{ document: 'keep-it-local-2017', place: 'page 1', verified: true }],
};

describe('shipped knowledge', () => {
  it('has an id of its own for every passage', () => {
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    expect(passages.length).toBeGreaterThanOrEqual(200);
  });

  it('names a document and a place for everything', () => {
    for (const { id, sources } of passages) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { title, place } of sources) expect(title.length * place.length, id).toBeGreaterThan(0);
    }
  });

  it('cites every document that it lists', () => {
    const cited = new Set(
      [...passages, ...indicators()].flatMap(({ sources }) => sources.map(({ title }) => title)),
    );
    expect(documents.filter(({ title }) => !cited.has(title)).map(({ id }) => id)).toEqual([]);
  });

  it('leaves room for the source line in an answer', () => {
    expect(Math.max(...passages.map(({ body }) => body.length))).toBeLessThanOrEqual(1300);
  });

  it('asks no question twice', () => {
    const asks = passages.flatMap((passage) => passage.asks.map((ask) => ask.toLowerCase()));
    expect(asks.filter((ask, at) => asks.indexOf(ask) !== at)).toEqual([]);
  });

  it('speaks English for British readers, without marks left over from a scan', () => {
    for (const { id, body } of passages) {
      expect(body, id).not.toMatch(/\b(neighborhood|center|labor|organization)\b|[¹²³⁴-⁹]|\$|\s{2}/);
      expect(body, id).toMatch(/[.!?”)]$/);
    }
  });

  it('keeps footnote numbers out of figures', () => {
    const all = passages.map(({ body }) => body).join(' ');
    // As they are glued together in the source text.
    expect(all).not.toMatch(/531,20084|208,40098|269,000115|311,400121|81\.2108/);
    expect(all).toContain('140,000 suppliers');
  });
});

describe('the vocabulary', () => {
  const { groups, neutral, places } = defaultVocabulary();

  it('has an id of its own for every group, and no empty one', () => {
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
    expect(groups.filter(({ words }) => words.length === 0)).toEqual([]);
  });

  it('calls nothing neutral that is a subject or a place', () => {
    const subjects = groups.filter(({ subject }) => subject).flatMap(({ words }) => words);
    expect(subjects.filter((word) => neutral.has(word))).toEqual([]);
    expect(places.filter((place) => neutral.has(place.toLowerCase()))).toEqual([]);
  });
});

describe('broken data stops the program with file and record', () => {
  const read = (change: object): (() => unknown) => {
    return () => readKnowledge('sample.json', { topic: 'bridges', entries: [{ ...entry, ...change }] });
  };

  it('and whole data does not', () => {
    expect(read({})).not.toThrow();
  });

  it('when a source is missing', () => {
    expect(read({ sources: [] })).toThrow(/core\/data\/sample\.json.*entries\[0\] \(bridge\)\.sources/);
  });

  it('when a body would not fit an answer', () => {
    expect(read({ body: 'x'.repeat(1101) })).toThrow(/entries\[0\] \(bridge\)\.body/);
  });

  it('when a field is misspelt', () => {
    expect(read({ synonims: ['span'] })).toThrow(/entries\[0\] \(bridge\).*synonims/);
  });

  it('when an id comes twice', () => {
    const twice = { topic: 'bridges', entries: [entry, entry] };
    expect(() => readKnowledge('sample.json', twice)).toThrow(/sample\.json.*"bridge" is used twice/);
    expect(() => checkUnique('sample.json', ['a', 'b'])).not.toThrow();
  });

  it('when a document is not listed', () => {
    const citation = { document: 'nowhere', place: 'page 1', verified: true };
    expect(() => resolveCitation('sample.json', citation)).toThrow(
      /sample\.json cites the document "nowhere"/,
    );
  });
});

describe('a new kind of entry', () => {
  it('needs no code: any kind and any number of entries can be read', () => {
    const kinds = ['indicator', 'case-study', 'procurement-route'];
    const entries = kinds.map((kind) => ({ ...entry, id: kind, kind }));
    expect(readKnowledge('sample.json', { topic: 'more', entries }).entries.map(({ kind }) => kind)).toEqual(
      kinds,
    );
  });

  it('is the same in shape as those there are', () => {
    expect(knowledgeFiles().map(({ file }) => file)).toContain('lm3-knowledge.json');
    expect(framework().characteristics).toHaveLength(7);
  });
});
