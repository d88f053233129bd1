import * as z from 'zod';
import data from '../data/documents.json' with { type: 'json' };
import type { Source } from '../explain/explained.ts';
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { type Citation, documentSchema } from './schema.ts';

const file = 'documents.json';

const documents = once(() => {
  const checked = checkData(file, z.array(documentSchema), data);
  checkUnique(
    file,
    checked.map((document) => document.id),
  );
  return new Map(checked.map((document) => [document.id, document]));
});

/** A citation with the title and link of the document it names. Throws when no document has that id. */
export function resolveCitation(citedIn: string, citation: Citation): Source {
  const document = documents().get(citation.document);
  if (document === undefined) {
    throw new Error(
      `core/data/${citedIn} cites the document "${citation.document}", which ${file} does not have`,
    );
  }
  const { title, link } = document;
  const { place, verified } = citation;
  return link === undefined ? { title, place, verified } : { title, place, verified, link };
}
