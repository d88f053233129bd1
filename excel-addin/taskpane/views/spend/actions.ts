import { button } from '../../element.ts';
import { reportButtons } from '../result-parts.ts';
import { saveButton } from '../save-file.ts';
import type { SpendOptions } from './spend.ts';

/** What one can do with payments that are added up. */
export function spendActions({
  saveWorkbook,
  intoWorkbook,
  firstLm3,
  localMeans,
  pickFile,
  startAgain,
  announce,
}: SpendOptions): HTMLElement[] {
  const file = saveButton(
    {
      button: 'Download a workbook ready for LM3',
      making: 'Making the workbook.',
      notMade: 'The workbook could not be made',
    },
    saveWorkbook,
    announce,
  );
  return reportButtons(
    intoWorkbook,
    'Put sheets ready for LM3 into this workbook',
    file,
    announce,
    ...(localMeans === undefined
      ? []
      : [button('See a first LM3', () => void firstLm3(), { class: 'secondary' })]),
    button('Open another file', pickFile, { class: 'secondary' }),
    button('Start again', startAgain, { class: 'secondary' }),
    button('Print', () => print(), { class: 'secondary' }),
  );
}
