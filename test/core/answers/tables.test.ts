import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../core/answers/answer.ts';
import { recompute } from '../../../core/explain/explained.ts';
import { pilotData } from '../../../core/framework/pilot-areas.ts';
import table1 from '../../golden/enabled-table1.json' with { type: 'json' };

const answer = (question: string): string => answerQuestion(question).text;

describe('figures of the pilot areas', () => {
  it.each([
    ['population of bradford', /^Population in Bradford: 531,200\..*largest/s],
    ['total population of the six areas', /2,192,030/],
    ['which area is the most deprived', /^Hackney: the most deprived.*2nd.*Bradford 19th/s],
    ['least deprived of the six', /^Dorset.*123rd/s],
    ['lowest male life expectancy', /^(Bradford and Calderdale|Calderdale and Bradford).*77\.5 years/s],
    ['compare bristol and bradford deprivation', /Bristol 54th.*Bradford 19th|Bradford 19th.*Bristol 54th/s],
    ['bristol council seats by party', /37 Labour, 14 Conservative, 11 Green, 8 Liberal Democrat/],
    ['how many tories in shropshire', /46 Conservative/],
    ['how many lib dems across shropshire and dorset', /26 Liberal Democrat.*Shropshire 13 \+ Dorset 13/],
    ['gender gap life expectancy bristol', /4\.7 years/],
    ['labour run councils', /^Bradford, Bristol and Hackney/],
    ['bristol lep and population', /West of England.*449,300/s],
    ['what type of council is dorset', /county/],
    ['the four council types', /Embracers.*Adopters.*Compliers.*Bystanders/s],
  ])('%s', (question, expected) => {
    expect(answer(question)).toMatch(expected);
  });

  it('are not held for other places, and the answer says so', () => {
    const { text, covered } = answerQuestion('population of leeds');
    expect(covered).toBe(false);
    expect(text).toMatch(/^That is not covered: .*six pilot areas only/);
  });
});

describe('Table 1 of enabled contribution', () => {
  it('is the same as the published table', () => {
    const held = pilotData().organisations.flatMap(({ name, enabled }) =>
      enabled ? [{ name, ...enabled }] : [],
    );
    const byName = new Map(held.map((row) => [row.name, row]));
    for (const { anchor, fteDisplayed, gvaGbp, confidence } of table1.rows) {
      expect(byName.get(anchor), anchor).toMatchObject({ fte: fteDisplayed, gvaGbp, confidence });
    }
    expect(held).toHaveLength(table1.rows.length);
  });

  it.each([
    ['how many jobs in hackney', /437 FTE.*177 FTE.*5 FTE.*255 FTE.*127,000 jobs in the borough/s],
    ['gva for all the bradford anchors', /£82,913,842/],
    ["HCD's enabled numbers please", /177 FTE.*£8,114,434/s],
    ['which anchor has most tenant jobs', /^Royds Community Association: the most, 312 FTE/],
    ['which council area enabled fewest jobs', /^Shropshire: the least, 19 FTE/],
    ['gva per job overall', /^£85,37\d of GVA per full-time equivalent job/],
    ['what % of gva is royds', /58\.5%/],
    ['average jobs per anchor', /140 FTE \(1,401 FTE \/ 10\)/],
  ])('%s', (question, expected) => {
    expect(answer(question)).toMatch(expected);
  });

  it('gives sums as workings that can be recomputed', () => {
    const { workings } = answerQuestion('how many enabled jobs in hackney');
    expect(workings?.value).toBe(437);
    expect(workings && recompute(workings)).toBe(437);
  });

  it('has none for Dorset or Barton Hill, and says which there are', () => {
    for (const question of ['enabled jobs in dorset', 'enabled gva for barton hill settlement']) {
      const { text, covered } = answerQuestion(question);
      expect(covered).toBe(false);
      expect(text).toMatch(/not covered.*ten anchors/s);
    }
  });
});

describe('published LM3 scores', () => {
  it('are compared and averaged, with a caution', () => {
    expect(answer('difference between southmead and halifax lm3')).toMatch(
      /^The difference is 0\.12.*unlike areas/s,
    );
    expect(answer('average of the four lm3 scores')).toMatch(/2\.49/);
  });
});

describe('the indicator bank', () => {
  it.each([
    [
      'key indicators for char 5',
      /^The 3 key indicators under Characteristic 5.*trust.*connectedness.*volunteering/s,
    ],
    ['how many indicators under char 7', /^There are 21 indicators under Characteristic 7/],
    ['how many key indicators altogether', /21/],
    ['we only have payroll data. what can we measure', /local residents.*living wage/s],
    ['apprentices we have taken on: key or other measure', /Apprenticeship.*other measures/s],
  ])('%s', (question, expected) => {
    expect(answer(question)).toMatch(expected);
  });
});
