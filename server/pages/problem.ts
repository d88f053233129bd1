import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** A page for a request that could not be met: what happened, what to do, and how to report it. */
export function problemPage(problem: {
  readonly title: string;
  readonly advice: string;
  readonly reference: string;
}): Markup {
  return layout({
    title: problem.title,
    main: html`
      <h1>${problem.title}</h1>
      <p>${problem.advice}</p>
      <p><a href="/">Go to the home page</a></p>
      <p class="hint">If you report this, give the reference <strong>${problem.reference}</strong>.</p>`,
  });
}
