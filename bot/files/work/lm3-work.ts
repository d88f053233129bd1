import { chaseList } from '../../../core/index.ts';
import { discretionOf } from '../discretion.ts';
import { type Lm3Answer, shortList } from '../file-answer.ts';
import type { OpenedFile } from './open-file.ts';

const listedSuppliers = 10;

/** LM3 of a workbook as it is told in Slack. */
export function lm3Answer({ file }: Extract<OpenedFile, { kind: 'lm3' }>, sha256: string): Lm3Answer {
  const { project, result } = file;
  const chase = chaseList(project);
  const { soleAnswer, namingNotes, openNotes } = discretionOf(project.suppliers, result.issues);
  return {
    ok: true,
    kind: 'lm3',
    sha256,
    result: { ...result, issues: [] },
    chase: { ...chase, suppliers: chase.suppliers.slice(0, listedSuppliers) },
    warnings: shortList(openNotes),
    discretion: { soleAnswer, namingNotes: shortList(namingNotes).shown },
  };
}
