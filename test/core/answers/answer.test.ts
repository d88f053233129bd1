import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion, maxAnswerLength, maxQuestionLength } from '../../../core/answers/answer.ts';
import { allPassages } from '../../../core/answers/passage.ts';

const answer = (question: string): string => answerQuestion(question).text;

describe('answers hold the facts of the source', () => {
  it.each([
    ['what does a bigger LM3 number tell you', /re-spent.*multiplier.*income/s],
    ['does it matter what we call the project in LM3 online', /^Yes.*meaningful.*suppliers/s],
    ['what radius was used for hopscotch', /12 km/],
    ['% of windmill hill city farm suppliers that are local', /75%/],
    [
      'what would a clean and sustainable env look like round here',
      /air and water.*walk and cycle.*renewable/s,
    ],
    ['the framework is about which sectors working together', /^Private, public and social/],
    ["what does 'dynamic' mean as a principle", /adapts and changes/],
    [
      'we host a weekly lunch club for over 70s, which characteristic',
      /^Characteristic 7, Good quality services/,
    ],
    [
      'which org is the showcase for the environment one, and whats the 70% thing about',
      /Manor House.*70%.*greener/s,
    ],
    ['what IS a community anchor', /place-based, multi-purpose.*locally led/s],
    ['what is the maximum lm3', /^The maximum LM3 score is 3/],
    ['how many north east councils used lm3 online', /26.*£3\.5bn.*140,000/s],
    ['we planted 200 saplings, which characteristic takes that', /Characteristic 6.*tree planting/s],
  ])('%s', (question, expected) => {
    const result = answerQuestion(question);
    expect(result.covered).toBe(true);
    expect(result.text).toMatch(expected);
  });
});

describe('every answer', () => {
  it('names document and place in a line of its own, and lists the same in its sources', () => {
    for (const { id, asks } of allPassages()) {
      const { text, sources, covered } = answerQuestion(asks[0] ?? '');
      expect(covered, `${id}: ${asks[0]}`).toBe(true);
      const sourceLine = text.split('\n').find((line) => line.startsWith('Source: ')) ?? '';
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { title, place } of sources) {
        expect(sourceLine, id).toContain(title);
        expect(sourceLine, id).toContain(place);
      }
    }
  });

  it('says which of its sources were read as an abstract only', () => {
    expect(answer('what do critics say about lm3')).toMatch(
      /only the abstract was read of Thatcher and Sharp \(2008\)/,
    );
    expect(answer('what is the leaky bucket')).not.toMatch(/abstract/);
  });

  it('names the passages it is made of and the words that led there', () => {
    const [passage] = answerQuestion('leaky bucket').passages;
    expect(passage).toMatchObject({ id: 'lm3-leaky-bucket', matched: ['leaky bucket'] });
  });

  it('names both characteristics when an activity is listed under two', () => {
    expect(answer('our solar panels, which characteristic')).toMatch(/Characteristic 4.*Characteristic 6/s);
  });
});

describe('a refusal', () => {
  it('says that it is not covered, what can be asked, and names no source', () => {
    const refusal = answerQuestion('best curry house in bradford?');
    expect(refusal).toMatchObject({ covered: false, sources: [], passages: [] });
    expect(refusal.text).toMatch(
      /^That is not covered in what Local Pound knows\..*You can ask about:.*LM3/s,
    );
  });

  it('names the nearest it has when the words come close', () => {
    const { text, covered } = answerQuestion('population of bradford in 1950');
    expect(covered).toBe(false);
    expect(text).toContain('The nearest it has: “Bradford');
  });

  it('meets questions on what is held that ask for what is not: numbers, sums, other places', () => {
    const beyond = [
      'how many volunteers does manor house have',
      'number of gps in calderdale',
      'what grant did hackney give abney park in pounds',
      'dorset gva per head',
      'sroi ratio for halifax opportunities trust',
    ];
    expect(beyond.filter((question) => answerQuestion(question).covered)).toEqual([]);
  });

  it('is not thrown at questions that only sound like that', () => {
    const fine = [
      'do I need an email address for each supplier',
      'other direct costs',
      'what share of staff live in bradford at bradford trident',
      'how do supplier surveys work in lm3 online',
      'how many youth centres did communities take over in dorset',
    ];
    expect(fine.filter((question) => !answerQuestion(question).covered)).toEqual([]);
  });

  it('does not guess at nothing', () => {
    for (const nothing of ['', '   ', '???', '👍', 'the of and'])
      expect(answerQuestion(nothing).covered).toBe(false);
  });
});

describe('an LM3 that was never published', () => {
  it.each([
    ["what's the LM3 for Shoreditch Trust", 'Shoreditch Trust'],
    ['lm3 for leeds city council', 'leeds city council'],
    ['lm3 score of tesco', 'tesco'],
    ["Barton Hill Settlement's LM3", 'Barton Hill Settlement'],
    ['what lm3 did cleobury country get', 'Cleobury Country'],
    ['wigan council lm3', 'wigan council'],
  ])('%s', (question, whose) => {
    const { text, covered } = answerQuestion(question);
    expect(covered).toBe(false);
    expect(text).toContain(`No LM3 has been published for ${whose} `);
    for (const figure of ['£2.55', '£2.52', '£2.47', '£2.43']) expect(text).toContain(figure);
  });

  it('is not claimed of organisations that have one, nor of kinds of organisation', () => {
    const others = [
      'lm3 for southmead development trust',
      "bradford trident's lm3",
      'HOT jubilee childrens centre score',
      'lm3 for beginners',
      'what is lm3 for a charity',
      'did the new economics foundation make lm3',
      'are rates to the council in or out of lm3',
    ];
    expect(others.filter((question) => /No LM3 has been published/.test(answer(question)))).toEqual([]);
  });
});

describe('any text at all', () => {
  const everyday = fc.array(
    fc.constantFrom(
      'lm3',
      'what',
      '£40k',
      'wages',
      'round 1',
      'Characteristic',
      '7',
      'of',
      "'s",
      '\n',
      '£',
      '%',
      '.',
      're-',
    ),
    { maxLength: 60 },
  );

  it('gets an answer within the length, with sources exactly when it is covered or lists results', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          everyday.map((words) => words.join(' ')),
        ),
        (question) => {
          const { text, covered, sources } = answerQuestion(question);
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(maxAnswerLength);
          if (covered) expect(sources.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of 100 kB is answered from its first part, and says so', () => {
    const hostile = [
      'lm3 ',
      'a'.repeat(50),
      'round 1 £',
      "x's ",
      '1,',
      '1'.repeat(40),
      'not ',
      '\u{1F600}',
      '?!',
    ];
    for (const piece of hostile) {
      const text = answer(piece.repeat(Math.ceil(100_000 / piece.length)));
      expect(text.length).toBeLessThanOrEqual(maxAnswerLength);
      expect(text).toContain(`Only the first ${maxQuestionLength.toLocaleString('en-GB')} characters`);
    }
  });

  it('gets the same answer every time', () => {
    const twice = ['what is lm3', 'zebras', 'lm3 of leeds'].map((question) => [
      answer(question),
      answer(question),
    ]);
    for (const [first, second] of twice) expect(first).toBe(second);
  });
});
