import { defaultProxies } from '../../lm3/project.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import { type CalculationLine, checked, line } from './calculation-line.ts';
import { silentTaken } from './part-lines.ts';
import type { ReportFacts } from './report-facts.ts';
import { none } from './result-lines.ts';
import { staffColumn } from './staff-groups-table.ts';
import { staffTable } from './table-parts.ts';

/** What a pound to a supplier is worth, and LM3 if silent suppliers are unlike those that answered. */
export function worthAndFactorLines(facts: ReportFacts): CalculationLine[] {
  const { worth, silentFactor, round1 } = facts.result;
  const target = settingAnswer('target');
  const { tippingPoint } = silentFactor;
  return [
    checked(
      'Worth_Local',
      'What a pound to a local supplier is worth',
      `IF(Local_Spend=0,"${none}",1+Round3_LocalSuppliers/Local_Spend)`,
      worth.localSupplier ?? none,
      'gbp',
      'round 2 and round 3 of a pound; round 1 is left out, so it is not an LM3',
    ),
    checked(
      'Worth_NonLocal',
      'What a pound to a non-local supplier is worth',
      `IF(NonLocal_Spend=0,"${none}",Round3_NonLocalSuppliers/NonLocal_Spend)`,
      worth.nonLocalSupplier ?? none,
      'gbp',
      'round 3 of a pound; it is not an LM3',
    ),
    checked(
      'Factor_Nothing',
      'LM3 if silent suppliers re-spend nothing',
      'LM3_Result-Silent_Taken/LM3_Round1',
      silentFactor.atNothing,
      'ratio',
      'LM3 at factor 0',
    ),
    checked(
      'Factor_Half',
      'LM3 if they re-spend half of what is taken for them',
      'LM3_Result-0.5*Silent_Taken/LM3_Round1',
      silentFactor.atHalf,
      'ratio',
      'LM3 at factor 0.5',
    ),
    checked(
      'Factor_AsTaken',
      'LM3 if they are like those that answered',
      'Factor_Nothing+1*Silent_Taken/LM3_Round1',
      silentFactor.asTaken,
      'ratio',
      'LM3 at factor 1',
    ),
    {
      name: 'Silent_Factor',
      label: 'Your factor for silent suppliers',
      value: 1,
      style: 'inputShare',
      words: 'change this cell: 0% is nothing, 100% is like those that answered',
      checked: false,
    },
    line(
      'Factor_Yours',
      'LM3 at your factor',
      'Factor_Nothing+Silent_Factor*Silent_Taken/LM3_Round1',
      silentFactor.atNothing + silentTaken(facts) / round1,
      'ratio',
      'LM3 is a straight line in the factor',
    ),
    checked(
      'Tipping_Factor',
      'Factor at which LM3 is the target',
      `IF(AND(ISNUMBER(${target}),Silent_Taken>0),(${target}-Factor_Nothing)*LM3_Round1/Silent_Taken,"${none}")`,
      tippingPoint?.factor ?? none,
      'number',
      '(target - LM3 at factor 0) x round 1 / what is taken for silent suppliers; the target stands on the Settings sheet',
    ),
    checked(
      'Tipping_Verdict',
      'Is the target reached?',
      `IF(ISNUMBER(${target}),IF(Factor_Nothing>=${target},"always",IF(ISNUMBER(Tipping_Factor),IF(Tipping_Factor<=1,"depends","never"),"never")),"${none}")`,
      tippingPoint?.verdict ?? none,
      'text',
      'always: at any factor; depends: from that factor on; never: not even if silent suppliers are like those that answered',
    ),
  ];
}

/** LM3 with each standard share of staff ten percentage points lower and higher. */
export function proxyLines({ result }: ReportFacts): CalculationLine[] {
  return (['local', 'nonLocal'] as const).flatMap((group) => {
    const found = result.proxySensitivity.find(({ staff }) => staff === group);
    const row = group === 'local' ? 1 : 2;
    const who = group === 'local' ? 'local' : 'non-local';
    const name = group === 'local' ? 'Local' : 'NonLocal';
    const pay = staffTable.at(staffColumn.proxied, row);
    const share = staffTable.at(staffColumn.proxy, row);
    const at = (other: string) => `IF(${pay}=0,"${none}",LM3_Result+${pay}*(${other}-${share})/LM3_Round1)`;
    const standard = group === 'local' ? defaultProxies.localStaff : defaultProxies.nonLocalStaff;
    const words = `ten percentage points from the share on the Project sheet, within 0% and 100%; the standard is ${standard * 100}%`;
    return [
      checked(
        `Proxy_${name}_Low`,
        `LM3 if ${who} staff re-spend less`,
        at(`MAX(0,${share}-0.1)`),
        found?.lm3AtLow ?? none,
        'ratio',
        words,
      ),
      checked(
        `Proxy_${name}_High`,
        `LM3 if ${who} staff re-spend more`,
        at(`MIN(1,${share}+0.1)`),
        found?.lm3AtHigh ?? none,
        'ratio',
        words,
      ),
    ];
  });
}

/** Money in the area before and after the user's own shares for what would have happened anyway. */
export function netLines({ result }: ReportFacts): CalculationLine[] {
  const keys = ['deadweight', 'displacement', 'leakage', 'substitution'] as const;
  const given = `OR(${keys.map((key) => `ISNUMBER(${settingAnswer(key)})`).join(',')})`;
  const kept = keys.map((key) => `(1-${settingAnswer(key)})`).join('*');
  return [
    checked(
      'Net_Gross',
      'Money in the area, rounds 2 and 3',
      `IF(${given},LM3_Round2+LM3_Round3,"${none}")`,
      result.net?.gross ?? none,
      'gbp',
      'round 2 + round 3, where your own shares stand on the Settings sheet',
    ),
    checked(
      'Net_Money',
      'The same, net by your own figures',
      `IF(${given},(LM3_Round2+LM3_Round3)*${kept},"${none}")`,
      result.net?.net ?? none,
      'gbp',
      '(round 2 + round 3) x (1 - deadweight) x (1 - displacement) x (1 - leakage) x (1 - substitution); not an LM3',
    ),
  ];
}
