import * as z from 'zod';
import data from '../data/documents.json' with { type: 'json' };
import type { Source } from '../explain/explained.ts';
import { checkData, checkUnique } from './check.ts';
import { type Citation, documentSchema } from './schema.ts';

const file = 'documents.json';
const documents = checkData(file, z.array(documentSchema), data);
checkUnique(
  file,
  documents.map((document) => document.id),
);
const byId = new Map(documents.map((document) => [document.id, document]));

/** A citation with the title and link of the document it names. Throws when no document has that id. */
export function resolveCitation(citedIn: string, citation: Citation): Source {
  const document = byId.get(citation.document);
  if (document === undefined) {
    throw new Error(
      `core/data/${citedIn} cites the document "${citation.document}", which ${file} does not have`,
    );
  }
  const { title, link } = document;
  const { place, verified } = citation;
  return link === undefined ? { title, place, verified } : { title, place, verified, link };
}
