import { type Lm3Result, lm3Summary } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { type Section, section } from '../section.ts';

/** The result in sentences, ready for a report or a message: the same words in every face. */
export function words(result: Lm3Result, announce: (text: string) => void): Section {
  const { headline, sentences } = lm3Summary(result);
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
