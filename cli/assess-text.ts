import {
  type AssessmentComparison,
  formatCount,
  formatShare,
  type SocialValueCheck,
  stageWords,
} from '../core/index.ts';
import { wrapped } from './wrap.ts';

/** Views side by side in words, what has moved, and the social value check. */
export function assessText(comparison: AssessmentComparison): string {
  const { organisations, sideBySide, overTime, sentences, socialValue, sources } = comparison;
  const rows = sideBySide.map(({ characteristic, views, apart, sentence }) =>
    [
      wrapped(
        `${characteristic.name}${apart === null ? '' : ` (${formatCount(apart)} ${apart === 1 ? 'step' : 'steps'} apart)`}`,
        '   ',
        `${characteristic.number}. `,
      ),
      ...organisations.map(({ organisation }, index) =>
        wrapped(`${organisation}: ${stageWords(views[index]?.stage ?? null)}`, '     ', '   '),
      ),
      ...views.flatMap((view, index) =>
        view?.nextStep === undefined
          ? []
          : [
              wrapped(
                `Next step (${organisations[index]?.organisation ?? ''}): ${view.nextStep}`,
                '     ',
                '   ',
              ),
            ],
      ),
      wrapped(sentence, '   ', '   '),
    ].join('\n'),
  );
  return [
    sentences.map((sentence) => wrapped(sentence)).join('\n'),
    ...rows,
    ...overTime.map(({ organisation, from, to, sentences: moved }) =>
      [
        wrapped(`${organisation}, ${from} to ${to}`),
        ...moved.map((each) => wrapped(each, '   ', '   ')),
      ].join('\n'),
    ),
    ...socialValue.map(({ organisation, check }) =>
      [wrapped(`Social value: ${organisation}`), socialValueText(check)].join('\n'),
    ),
    wrapped(`Source: ${sources.map(({ title, place }) => `${title}, ${place}`).join('; ')}.`),
  ].join('\n\n');
}

/** The check in words, with what the report says of each type. */
export function socialValueText({ sentences, types, nearest, source }: SocialValueCheck): string {
  return [
    ...sentences.map((sentence) => wrapped(sentence)),
    ...types.map(({ name, share, says, met, notMet }) =>
      [
        wrapped(`${name} (${formatShare(share)})${nearest.includes(name) ? ': nearest' : ''}`, '  ', '- '),
        wrapped(says, '  ', '  '),
        ...met.map((each) => wrapped(`A mark of theirs: ${each}`, '    ', '  + ')),
        ...notMet.map((each) => wrapped(`Not one of theirs: ${each}`, '    ', '  . ')),
      ].join('\n'),
    ),
    wrapped(`Source: ${source.title}, ${source.place}.`),
  ].join('\n');
}
