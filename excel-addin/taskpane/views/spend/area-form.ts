import { formatCount, type Issue } from '../../../../core/index.ts';
import type { AreaChoice, PlaceFound } from '../../../engine/messages.ts';
import { button, element } from '../../element.ts';
import { numberField } from '../../number-field.ts';
import { type Section, section } from '../../section.ts';
import { textField } from '../../text-field.ts';
import { issueTable } from '../issue-table.ts';

/** A pause in typing after which it is worth looking. Milliseconds. */
const pause = 120;

/** Where local is: districts by name, or a circle round a postcode. */
export function areaForm(options: {
  readonly area: AreaChoice | null;
  readonly places: (typed: string) => Promise<readonly PlaceFound[]>;
  /** Adds up again; comes back with what stands in the way. */
  readonly choose: (area: AreaChoice | null) => Promise<readonly Issue[]>;
  readonly announce: (text: string) => void;
}): Section {
  const { area, places, choose, announce } = options;
  const chosen = new Map(area?.places.map((place) => [place.code, place]));
  const found = element('ul', { class: 'found-places' });
  const list = element('ul', { class: 'chosen-places', 'aria-label': 'Places chosen' });
  const told = element('div', { class: 'told' });

  const name = textField({
    id: 'district',
    label: 'Council area, county or region',
    hint: 'Begin to type its name, such as Calderdale. Several count as one area.',
    attributes: { 'aria-controls': 'found-places' },
  });
  found.id = 'found-places';
  let typed = 0;
  name.input.addEventListener('input', () => {
    typed += 1;
    const now = typed;
    setTimeout(async () => {
      if (now !== typed) return;
      const text = name.input.value.trim();
      const all = text === '' ? [] : await places(text);
      if (now === typed)
        showFound(
          all.filter(({ code }) => !chosen.has(code)),
          text,
        );
    }, pause);
  });

  function showFound(all: readonly PlaceFound[], text: string): void {
    found.replaceChildren(
      ...all.map((place) =>
        element(
          'li',
          {},
          button(`Add ${place.name}`, () => add(place), { class: 'secondary' }),
          element('span', { class: 'quiet' }, ` ${place.note}`),
        ),
      ),
    );
    if (text === '') return;
    announce(all.length === 0 ? `No place is called ${text}.` : `${formatCount(all.length)} places found.`);
    if (all.length === 0) found.append(element('li', { class: 'quiet' }, `No place is called “${text}”.`));
  }

  function add(place: PlaceFound): void {
    chosen.set(place.code, place);
    showChosen();
    name.set('');
    found.replaceChildren();
    name.input.focus();
    announce(`${place.name} added.`);
  }

  function showChosen(): void {
    list.replaceChildren(
      ...[...chosen.values()].map((place) =>
        element(
          'li',
          {},
          `${place.name} `,
          button(
            `Take ${place.name} out`,
            () => {
              chosen.delete(place.code);
              showChosen();
              name.input.focus();
              announce(`${place.name} taken out.`);
            },
            { class: 'link-button' },
          ),
        ),
      ),
    );
  }

  const postcode = textField({
    id: 'centre',
    label: 'Or round a postcode',
    hint: 'Such as HX1 1UJ.',
    attributes: { maxlength: 10, class: 'number' },
  });
  const radius = numberField({
    id: 'radius',
    label: 'Kilometres',
    hint: 'A mile is 1.6 km.',
    min: 0.1,
    max: 500,
    wanted: 'kilometres from 0.1 to 500',
  });
  if (area?.circle) {
    postcode.set(area.circle.postcode);
    radius.set(String(area.circle.radiusKm));
  }
  showChosen();

  const apply = async () => {
    told.replaceChildren();
    let circle: AreaChoice['circle'];
    if (!postcode.isEmpty()) {
      const radiusKm = radius.read();
      if (radiusKm === undefined) {
        radius.input.focus();
        return;
      }
      circle = { postcode: postcode.input.value.trim(), radiusKm };
    }
    if (chosen.size === 0 && !circle) {
      name.say('choose a place, or enter a postcode below.');
      name.input.focus();
      return;
    }
    name.say('');
    const issues = await choose({ places: [...chosen.values()], ...(circle ? { circle } : {}) });
    if (issues.length === 0) return;
    told.replaceChildren(issueTable('What stands in the way', issues, announce));
    announce('The area could not be used. The reasons are listed below it.');
  };
  const form = element(
    'form',
    { novalidate: true, 'aria-label': 'Where local is' },
    name.element,
    found,
    list,
    element('div', { class: 'field-row' }, postcode.element, radius.element),
    told,
    element(
      'p',
      { class: 'actions' },
      button('Use this area', apply, { type: 'submit', class: 'primary' }),
      ...(area ? [button('No area', () => choose(null), { class: 'secondary' })] : []),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return section(
    'area',
    'Where is local?',
    element(
      'p',
      {},
      'Suppliers are placed by their postcodes, where the file has them. Everything is done on this computer.',
    ),
    form,
  );
}
