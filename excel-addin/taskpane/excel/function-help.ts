import { functionNamespace } from '../../functions/namespace.ts';
import { button, element } from '../element.ts';
import { showDialog } from './dialog.ts';
import { examples } from './examples.ts';

/** What Excel itself is told of a function. */
interface FunctionTold {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional?: boolean;
  }[];
}

/** Shows every function with its arguments, from the same list that Excel reads. */
export async function showFunctionHelp(page: Document): Promise<void> {
  const place = element('div', { class: 'functions', 'aria-busy': 'true' });
  showDialog(
    page,
    'Functions for cells',
    element(
      'p',
      {},
      `Type =${functionNamespace}. into a cell and Excel lists them. A result that fills several cells needs them empty. `,
      'The functions compute in this program; nothing is sent anywhere.',
    ),
    place,
  );
  const answer = await fetch(new URL('functions.json', page.baseURI)).catch(() => undefined);
  place.removeAttribute('aria-busy');
  if (!answer?.ok) {
    place.append(
      element(
        'p',
        { role: 'alert' },
        'The list could not be fetched from the server of this pane. Check the connection and try again.',
      ),
      button('Try again', () => void showFunctionHelp(page), { class: 'secondary' }),
    );
    return;
  }
  const { functions } = (await answer.json()) as { readonly functions: readonly FunctionTold[] };
  place.append(...functions.map(functionCard));
}

function functionCard({ name, description, parameters }: FunctionTold): HTMLElement {
  const example = examples[name];
  return element(
    'details',
    {},
    element('summary', {}, element('strong', {}, name), ` ${description}`),
    ...(example === undefined ? [] : [element('p', {}, element('code', {}, example))]),
    element(
      'dl',
      {},
      parameters.flatMap((parameter) => [
        element(
          'dt',
          {},
          parameter.name,
          parameter.optional ? element('span', { class: 'quiet' }, ' may be left out') : '',
        ),
        element('dd', {}, parameter.description),
      ]),
    ),
  );
}
