import type { Lm3Result, PlanOptionsInput, TippingPoint } from '../../../core/index.ts';
import type { Adjustment, Ask, Lm3Found } from '../../engine/messages.ts';
import { element } from '../element.ts';
import { referencesOf } from '../references.ts';
import { contentsOf } from '../section.ts';
import type { View } from '../view.ts';
import { areas } from './areas.ts';
import { assumptions } from './assumptions.ts';
import { caveats } from './caveats.ts';
import { certainty } from './certainty.ts';
import { chase } from './chase.ts';
import { headline } from './headline.ts';
import { leaksSection } from './leaks.ts';
import { leftOut } from './left-out.ts';
import { net } from './net.ts';
import { periods } from './periods.ts';
import { plan } from './plan.ts';
import { pound } from './pound.ts';
import { elementsOf, type ResultActions, resultActions, sampleNotice, toCheck } from './result-parts.ts';
import { rounds } from './rounds.ts';
import { silent } from './silent.ts';
import { sources } from './sources.ts';
import { surveySection } from './survey.ts';
import { whatIfSection } from './what-if.ts';
import { wordings } from './wordings.ts';
import { words } from './words.ts';
import { workings } from './workings.ts';

export interface ResultOptions extends Lm3Found, ResultActions {
  readonly fileName: string;
  readonly sample: boolean;
  /** Computes the open project again with something changed. */
  readonly adjust: (changes: Adjustment) => Promise<Lm3Result>;
  /** Asks further things about it. */
  readonly ask: Ask;
  /** Saves the list of whom to ask and says where it is. */
  readonly savePlan: (options: PlanOptionsInput) => Promise<string>;
  /** The file as it was read, where there is one. */
  readonly workbook?: Blob;
  /** Shows another workbook in its place. */
  readonly show: (file: File) => void;
}

/** The result: LM3 first, then how sure it is, where the money goes, whom to ask, and all that it rests on. */
export function resultView(options: ResultOptions): View {
  const { result, fileName, sample, otherAreas, ask, announce } = options;
  const { heading, element: hero } = headline(result, fileName);
  const references = referencesOf(result);
  const adjust = async (changes: Adjustment) => {
    const changed = await options.adjust(changes);
    // What tells the whole result in words tells the change too.
    for (const { id, element: renewed } of [words(changed, announce), caveats(changed)]) {
      document.getElementById(id)?.replaceWith(renewed);
    }
    return changed;
  };
  const first = [...toCheck(result.issues, announce), wordings(result)];
  // Wide pages show these two groups side by side, narrow ones one after the other.
  const beside = [
    [pound(result), certainty(result, announce), ...chase(options.chase, announce)],
    [rounds(result), words(result, announce)],
  ];
  const toOpen = [
    silent({ result, aimAt: async (target) => tippingPointOf(await adjust({ target })), announce }),
    plan({ planFor: (survey) => ask('plan', survey), savePlan: options.savePlan, announce }),
    surveySection({ workbook: options.workbook, show: options.show, announce }),
    whatIfSection({
      compute: (changes) => ask('whatIf', changes),
      movable: () => ask('movable', null),
      otherAreas,
      references,
      announce,
    }),
    leaksSection(() => ask('leaks', null), announce),
    ...areas(otherAreas, () => ask('areas', null), announce),
    periods((file) => ask('periods', file), references, announce),
    net({ result, references, workOut: (shares) => adjust({ net: shares }), announce }),
  ];
  const rest = [
    ...toOpen,
    ...leftOut(result, announce),
    caveats(result),
    ...assumptions(result.assumptions),
    workings(result, references),
    sources(references.documents),
  ];
  return {
    title: heading.textContent ?? 'LM3',
    focus: heading,
    content: [
      ...sampleNotice(sample),
      hero,
      ...resultActions(options),
      contentsOf([...first, ...beside.flat(), ...rest]),
      element(
        'div',
        { class: 'parts' },
        elementsOf(first),
        beside.map((column) => element('div', { class: 'column' }, elementsOf(column))),
        elementsOf(rest),
      ),
    ],
  };
}

function tippingPointOf({ silentFactor: { tippingPoint } }: Lm3Result): TippingPoint {
  if (!tippingPoint) throw new Error('LM3 was computed for a target and came without a tipping point.');
  return tippingPoint;
}
