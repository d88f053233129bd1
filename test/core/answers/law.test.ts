import { describe, expect, it } from 'vitest';
import { answerQuestion, maxAnswerLength } from '../../../core/answers/answer.ts';
import { allPassages, wholeId } from '../../../core/answers/passage.ts';

const today = '2026-11-24';
const lawful = allPassages().filter(({ law }) => law !== undefined);

describe('an answer on law', () => {
  it('shows date, regime, that it is no advice and its source, uncut, for every passage', () => {
    expect(lawful.length).toBeGreaterThanOrEqual(85);
    for (const passage of lawful) {
      const { asks } = passage;
      const id = wholeId(passage);
      const ask = asks[1] ?? asks[0] ?? '';
      const { text, covered, passages, sources } = answerQuestion(ask, today);
      expect([covered, passages[0]?.id], ask).toEqual([true, id]);
      expect(text.length, id).toBeLessThanOrEqual(maxAnswerLength);
      expect(text.endsWith('...'), id).toBe(false);
      expect(text, id).toContain('not legal advice');
      expect(text, id).toMatch(/Law tested: \w+/);
      expect(sources.length, id).toBeGreaterThan(0);
    }
  });

  it('shows the threshold row with its VAT basis where one matters', () => {
    const { text } = answerQuestion('what is light touch', today);
    expect(text).toContain('£663,540');
    expect(text).toMatch(/Threshold row, councils: £663,540 including VAT \(PA 2023 Sch 1 row 8/);
  });

  it('gives the figure of the day it is asked on', () => {
    const ask = 'at what value does the social value act apply to care services';
    expect(answerQuestion(ask, '2026-11-24').text).toContain('£207,720 for a council');
    expect(answerQuestion(ask, '2025-06-01').text).toContain('£214,904 for a council');
  });

  it('says when the law was not yet, or no longer, in force', () => {
    const before = answerQuestion('can a council reserve a contract to local suppliers', '2026-02-03').text;
    const after = answerQuestion('can a council reserve a contract to local suppliers', '2026-02-04').text;
    expect(before).toContain('it began on 4 February 2026');
    expect(after).not.toContain('not in force');
    expect(answerQuestion('what did regulation 77 ask for', today).text).toContain(
      'ended for new procurements on 23 February 2025',
    );
  });

  it('says so when no date was given', () => {
    expect(answerQuestion('what is light touch').text).toContain('no date was given');
  });

  it('marks what is our own reading or was not read', () => {
    expect(answerQuestion('can we get three local quotes', today).text).toMatch(
      /Our own reading in part, not verified/,
    );
    expect(answerQuestion('what is the community right to buy', today).text).toMatch(/Not verified in full/);
  });

  it('tells the nations apart', () => {
    expect(answerQuestion('can a welsh council reserve contracts locally', today).text).toMatch(
      /England only.*Law tested: Wales/s,
    );
  });
});

describe('questions on thresholds', () => {
  it.each([
    ['what is the threshold for light touch', '£663,540 including VAT for light touch services'],
    ['threshold for works for nhs', '£5,193,000 including VAT for works'],
    ['council threshold for services in 2017', '£164,176 without VAT for goods and ordinary services'],
    ['central government threshold for goods', '£135,018 including VAT'],
    [
      'do we have to tender a £150k grounds maintenance contract',
      '£150,000, read as including VAT, is below the threshold',
    ],
    [
      'do we have to tender a 180k + vat cleaning contract',
      '£216,000 (with VAT at 20%, if the supply carries it) is at or above',
    ],
    [
      'do we need to go out to tender for £207,720 of cleaning',
      'is at or above the threshold for goods and ordinary services, £207,720',
    ],
    [
      'do we need to go out to tender for £207,719 of cleaning',
      'is below the threshold for goods and ordinary services, £207,720',
    ],
  ])('%s', (ask, expected) => {
    const { text, covered, sources } = answerQuestion(ask, today);
    expect(covered).toBe(true);
    expect(text).toContain(expected);
    expect(text).toContain('not legal advice');
    expect(sources.length).toBeGreaterThan(0);
  });

  it('after the last period says that the figures are not set', () => {
    expect(answerQuestion('council procurement threshold in 2029', today).text).toContain('not set yet');
    expect(answerQuestion('what is the procurement threshold for goods', '2028-01-01').text).toContain(
      'not set yet',
    );
  });

  it('marks a figure that was not read in its source', () => {
    expect(answerQuestion('central government threshold for goods in 2015', today).text).toContain(
      'unverified',
    );
  });

  it.each([
    'what is the vat registration threshold',
    'income tax threshold',
    'what is the threshold for inheritance tax',
    'eu procurement thresholds in france',
  ])('%s is refused', (ask) => {
    expect(answerQuestion(ask, today).covered).toBe(false);
  });
});

describe('things never held', () => {
  it('do not swallow questions of procurement', () => {
    const ours = [
      'does the lowest price have to win',
      'can being near the users count in scoring',
      'can a council reserve a contract to local suppliers',
      'how do we reserve a contract for our area',
      'can we score how close the provider is to service users',
    ];
    expect(ours.filter((ask) => !answerQuestion(ask, today).covered)).toEqual([]);
  });

  it('still catch bookings, bids and lawsuits', () => {
    const others = [
      'reserve a table for two',
      'reserve me a seat',
      'write me a tender response',
      'find us some grants',
      'should we sue the council',
      'where is the nearest station',
    ];
    expect(others.filter((ask) => answerQuestion(ask, today).covered)).toEqual([]);
  });
});

describe('a specification for one provider', () => {
  it('is refused with the market test instead', () => {
    const { text } = answerQuestion('can you draft a spec so only our charity can win', today);
    expect(text).toMatch(/^No: Local Pound writes no specification round one provider/);
    expect(text).toContain('market engagement notice');
  });
});

describe('whom a contract of some value may be limited to', () => {
  it.each([
    ['Can I ask only VCSEs to bid for a £400k youth contract', /^Yes\. £400,000.*£663,540/],
    [
      'can a council reserve a £900k social care contract for charities',
      /^No, not as such\. £900,000.*s\.33/s,
    ],
    ['can we limit a £100k cleaning contract to local firms', /^Yes\. £100,000.*SI 2026\/94/s],
    ['£900k social care contract, local suppliers only ok?', /^No\. £900,000.*s\.17\(5\)\(e\)/s],
    ['can we reserve a £300k contract for social enterprises', /^That depends.*£663,540.*£207,720/s],
  ])('%s', (question, expected) => {
    const { text, covered } = answerQuestion(question, today);
    expect(covered).toBe(true);
    expect(text).toMatch(expected);
    expect(text).toContain('not legal advice');
    expect(text.length).toBeLessThanOrEqual(maxAnswerLength);
  });

  it('is not what is asked when one of them is to get a small contract', () => {
    const { text } = answerQuestion(
      'can we just give our local charity the contract if its under 30k',
      today,
    );
    expect(text).toMatch(/^Yes, under £30,000/);
  });

  it('says no for a local limit before the power began', () => {
    const ask = 'can we limit a £100k cleaning contract to local firms';
    expect(answerQuestion(ask, '2025-06-01').text).toMatch(/not on that day/);
  });
});
