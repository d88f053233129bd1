import MiniSearch from 'minisearch';
import { allPassages } from '../../core/answers/passage.ts';
import { answerQuestion } from '../../core/index.ts';
import {
  type CheckedQuestion,
  exampleQuestions,
  faults,
  questionSets,
  reportQuestions,
} from '../core/answers/checked-questions.ts';

const today = '2026-11-24';

/**
 * How many were right when each set was first asked, before anything was changed because of it: the score
 * that tells how questions of others may fare. Never to be brought up to date.
 */
const rightAtFirst: Readonly<Record<CheckedQuestion['set'], number>> = {
  example: 24,
  tuned: 81,
  kept: 69,
  second: 144,
  third: 115,
  fourth: 77,
  fifth: 121,
  'fifth-kept': 135,
  sixth: 107,
  seventh: 100,
  eighth: 62,
  ninth: 61,
  tenth: 42,
  eleventh: 46,
  twelfth: 125,
  thirteenth: 65,
};

/** What a search box over the same passages would show: the body of the best hit with MiniSearch's defaults. */
function plainSearch(): (question: string) => string {
  const passages = allPassages();
  const index = new MiniSearch({ fields: ['title', 'asks', 'words', 'body'] });
  index.addAll(
    passages.map(({ title, body, asks, synonyms, names }, id) => ({
      id,
      title,
      body,
      asks: asks.join('\n'),
      words: [...synonyms, ...names].join('\n'),
    })),
  );
  return (question) => {
    const [best] = index.search(question);
    const passage = best === undefined ? undefined : passages[best.id as number];
    return passage === undefined ? 'not covered' : `${passage.title}\n${passage.body}`;
  };
}

/** Scores of answers and of plain search on the same questions, and how long answers take. */
export const answersTable = {
  name: 'answers',
  print(line: (text: string) => void): void {
    const loading = performance.now();
    answerQuestion('what is lm3', today);
    const loaded = performance.now() - loading;
    const search = plainSearch();
    const questions = [...exampleQuestions(), ...reportQuestions()];
    const times: number[] = [];
    line(
      '| set | questions | right at first | answers right | refusals right | plain MiniSearch top 1, right |',
    );
    line('| --- | --- | --- | --- | --- | --- |');
    for (const set of questionSets) {
      const asked = questions.filter((question) => question.set === set);
      const isRight = (question: CheckedQuestion): boolean => {
        const started = performance.now();
        const answer = answerQuestion(question.question, today);
        times.push(performance.now() - started);
        return faults(question, answer).length === 0;
      };
      const refusals = asked.filter(({ refuse, type }) => refuse || type === 'out-of-scope');
      const others = asked.filter((question) => !refusals.includes(question));
      const right = others.filter(isRight).length;
      const refused = refusals.filter(isRight).length;
      // Plain search never says that something is not covered, unless it finds nothing at all.
      const plain = asked.filter((question) => {
        const text = search(question.question);
        return faults(question, { text, covered: text !== 'not covered' }).length === 0;
      }).length;
      line(
        `| ${set} | ${asked.length} | ${rightAtFirst[set]} | ${right} of ${others.length} | ${refused} of ${refusals.length} | ${plain} of ${asked.length} |`,
      );
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
    line('');
    line(
      `${times.length} answers: median ${at(0.5)} ms, p99 ${at(0.99)} ms. Knowledge read and first answer: ${loaded.toFixed(0)} ms.`,
    );
  },
};
