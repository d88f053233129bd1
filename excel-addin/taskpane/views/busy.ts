import { formatShare } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import type { View } from '../view.ts';

/** Work on its way, with a way to stop it. */
export interface BusyView extends View {
  /** Shows how much is read, 0 to 1; says each quarter aloud. */
  progress(share: number, announce: (text: string) => void): void;
}

export function busyView(name: string, cancel: () => void): BusyView {
  const heading = element('h1', { tabindex: -1 }, `Reading ${name}`);
  const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Read so far' });
  const words = element('p', { class: 'quiet' }, 'Starting');
  let quartersSaid = 0;
  return {
    title: 'Reading',
    focus: heading,
    content: [
      heading,
      bar,
      words,
      element('div', { class: 'actions' }, button('Cancel', cancel, { class: 'secondary' })),
    ],
    progress(share, announce) {
      bar.value = share;
      words.textContent =
        share < 1 ? `${formatShare(Math.floor(share * 100) / 100)} read` : 'Working out the result';
      const quarters = Math.floor(share * 4);
      if (quarters <= quartersSaid || !heading.isConnected) return;
      quartersSaid = quarters;
      announce(words.textContent);
    },
  };
}
