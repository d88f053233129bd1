import { type Lm3Result, lm3Summary } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { type Section, section } from '../section.ts';

/** LM3 in sentences, ready for a report or a message: the same words in every face. */
export const words = (result: Lm3Result, announce: (text: string) => void): Section =>
  summaryInWords(lm3Summary(result), announce);

export function summaryInWords(
  { headline, sentences }: { readonly headline: string; readonly sentences: readonly string[] },
  announce: (text: string) => void,
): Section {
  const lines = [`${headline}.`, ...sentences];
  const text = element(
    'div',
    { class: 'words' },
    lines.map((line) => element('p', {}, line)),
  );
  const done = element('span', { class: 'quiet' });
  const say = (told: string) => {
    done.textContent = told;
    announce(told);
  };
  const copy = button(
    'Copy these words',
    () =>
      navigator.clipboard.writeText(lines.join('\n')).then(
        () => say('Copied.'),
        () => {
          getSelection()?.selectAllChildren(text);
          say('The browser did not allow copying. The words are marked: press Ctrl+C.');
        },
      ),
    { class: 'secondary' },
  );
  return section('words', 'In words', text, element('p', { class: 'actions' }, copy, done));
}
