import { button, element } from '../../element.ts';
import { saveButton } from '../save-file.ts';
import type { SpendOptions } from './spend.ts';

/** What one can do with payments that are added up. */
export function spendActions({
  saveWorkbook,
  firstLm3,
  localMeans,
  pickFile,
  startAgain,
  announce,
}: SpendOptions): HTMLElement[] {
  const { button: save, told } = saveButton(
    {
      button: 'Download a workbook ready for LM3',
      making: 'Making the workbook.',
      notMade: 'The workbook could not be made',
    },
    saveWorkbook,
    announce,
  );
  return [
    element(
      'div',
      { class: 'actions' },
      save,
      ...(localMeans === undefined
        ? []
        : [button('See a first LM3', () => void firstLm3(), { class: 'secondary' })]),
      button('Open another file', pickFile, { class: 'secondary' }),
      button('Start again', startAgain, { class: 'secondary' }),
      button('Print', () => print(), { class: 'secondary' }),
    ),
    told,
  ];
}
