import { parentPort } from 'node:worker_threads';
import { chaseList } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { discretionOf } from './discretion.ts';
import { type Lm3Answer, type Lm3Question, shortList } from './lm3-answer.ts';

/** Tighter than for a person's own machine: many people share this process. */
const limits = {
  unpackedBytes: 256 * 1024 * 1024,
  cells: 4_000_000,
  textCharacters: 64 * 1024 * 1024,
  seconds: 30,
};

const listedSuppliers = 10;

function answer({ bytes, fileName }: Lm3Question): Lm3Answer {
  const computed = computeLm3File(bytes, { fileName, limits });
  if (!computed.ok) return { ok: false, issues: shortList(computed.issues) };
  const { project, result } = computed.value;
  const chase = chaseList(project);
  const { soleAnswer, namingNotes, openNotes } = discretionOf(project.suppliers, result.issues);
  return {
    ok: true,
    result: { ...result, issues: [] },
    chase: { ...chase, suppliers: chase.suppliers.slice(0, listedSuppliers) },
    warnings: shortList(openNotes),
    discretion: { soleAnswer, namingNotes: shortList(namingNotes).shown },
  };
}

parentPort?.on('message', (question: Lm3Question) => parentPort?.postMessage(answer(question)));
