import { button, type Child, element } from '../element.ts';

/** A window over the pane. Escape and Close end it, and the focus goes back to where it was. */
export function showDialog(page: Document, title: string, ...content: readonly Child[]): HTMLDialogElement {
  const headingId = 'dialog-title';
  const dialog = element(
    'dialog',
    { 'aria-labelledby': headingId, class: 'over-pane' },
    element('h2', { id: headingId, tabindex: -1 }, title),
    content,
    element(
      'div',
      { class: 'actions' },
      button('Close', () => dialog.close(), { class: 'secondary' }),
    ),
  );
  // One at a time: a button of the ribbon may be pressed while another window is open.
  page.querySelector<HTMLDialogElement>('dialog[open]')?.close();
  dialog.addEventListener('close', () => dialog.remove());
  page.body.append(dialog);
  dialog.showModal();
  return dialog;
}
