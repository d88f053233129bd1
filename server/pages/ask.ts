import { html } from 'hono/html';
import { type Answer, answerQuestion, britishDate, formatCount } from '../../core/index.ts';
import { layout, type Markup } from './layout.ts';

/** Long enough for any question, short enough that nobody sends a document by mistake. */
export const longestQuestion = 500;

type Asked =
  | { readonly kind: 'nothing yet' }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'answered'; readonly answer: Answer };

/**
 * The form, and under it the answer when `question` holds one. `undefined` is a first visit. The page keeps
 * nothing: the question before comes back with the form, so that "and the others?" can lean on it.
 */
export function askPage(
  question: string | undefined,
  previous?: string,
): { readonly page: Markup; readonly status: 200 | 400 } {
  const asked = ask(question, previous);
  const shown = asked.kind === 'refused' ? (question ?? '').slice(0, longestQuestion) : (question ?? '');
  const page = layout({
    title: asked.kind === 'refused' ? 'Error: Ask a question' : 'Ask a question',
    here: '/ask',
    main: html`
      <h1>Ask a question</h1>
      <p>Ask about LM3, the local multiplier, and about what makes a local economy resilient.
        Each answer names the documents it comes from. Where they do not cover a question, the page says so.</p>
      ${asked.kind === 'refused' ? errorSummary(asked.problem) : ''}
      ${form(shown, asked.kind === 'answered' ? asked.answer.asked : previous, asked.kind === 'refused' ? asked.problem : undefined)}
      ${asked.kind === 'answered' ? answerSection(asked.answer) : ''}`,
  });
  return { page, status: asked.kind === 'refused' ? 400 : 200 };
}

function ask(question: string | undefined, previous: string | undefined): Asked {
  if (question === undefined) return { kind: 'nothing yet' };
  const text = question.trim();
  if (text === '') return { kind: 'refused', problem: 'Enter a question' };
  if (text.length > longestQuestion) {
    const [found, most] = [formatCount(text.length), formatCount(longestQuestion)];
    return {
      kind: 'refused',
      problem: `The question has ${found} characters. Shorten it to ${most} or fewer`,
    };
  }
  return {
    kind: 'answered',
    answer: answerQuestion(text, britishDate(new Date()), previous?.slice(0, longestQuestion)),
  };
}

function errorSummary(problem: string): Markup {
  return html`
      <div class="error-summary" role="alert" aria-labelledby="error-title">
        <h2 id="error-title">There is a problem</h2>
        <p><a href="#q">${problem}</a></p>
      </div>`;
}

function form(shown: string, previous: string | undefined, problem: string | undefined): Markup {
  const described = problem === undefined ? 'q-hint' : 'q-hint q-error';
  return html`
      <form action="/ask" method="get" role="search">
        <label for="q">Your question</label>
        <p class="hint" id="q-hint">For example: What does an LM3 of 1.8 mean?</p>
        ${problem === undefined ? '' : html`<p class="error" id="q-error"><span class="hidden">Error:</span> ${problem}</p>`}
        <input id="q" name="q" type="text" value="${shown}" autocomplete="off" aria-describedby="${described}"${
          problem === undefined ? '' : html` aria-invalid="true"`
        }>
        ${previous === undefined ? '' : html`<input type="hidden" name="after" value="${previous.slice(0, longestQuestion)}">`}
        <button type="submit">Ask</button>
      </form>`;
}

function answerSection({ text, sources, covered }: Answer): Markup {
  return html`
      <section class="answer${covered ? '' : ' not-covered'}" aria-labelledby="answer-title">
        <h2 id="answer-title">${covered ? 'Answer' : 'Not covered'}</h2>
        ${answerText(text, sources.length > 0)}
        ${sources.length > 0 ? sourceList(sources) : ''}
      </section>`;
}

/** The engine's plain text as paragraphs and lists. Its last line names the sources; the page lists them itself. */
function answerText(text: string, sourcesFollow: boolean): Markup[] {
  const blocks = text.split(/\n\n+/).filter((block) => !(sourcesFollow && block.startsWith('Source: ')));
  return blocks.flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const items = lines.filter((line) => line.startsWith('- '));
    return [
      ...lines.filter((line) => !line.startsWith('- ')).map((line) => html`<p>${line}</p>`),
      ...(items.length > 0 ? [html`<ul>${items.map((item) => html`<li>${item.slice(2)}</li>`)}</ul>`] : []),
    ];
  });
}

function sourceList(sources: Answer['sources']): Markup {
  return html`
        <h3>Sources</h3>
        <ul>${sources.map(
          ({ title, place, link }) =>
            html`<li>${
              link === undefined
                ? html`<cite>${title}</cite>`
                : html`<a href="${link}"><cite>${title}</cite></a>`
            }, ${place}</li>`,
        )}</ul>`;
}
