import { keepFields, readField, readFields, upload } from './client-fields.ts';

/** What the server says of a thing done. */
interface Answer {
  readonly note?: string;
  readonly options: readonly { value: string; text: string; description: string }[];
}

function part<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const userMenu = part<HTMLSelectElement>('#user');
const textBox = part<HTMLTextAreaElement>('#text');
const fileBox = part<HTMLInputElement>('#files');
let place = new URLSearchParams(location.search).get('place') ?? 'C1';
let thread: string | undefined;
const drawn = new Map<string, string>();

const user = (): string => userMenu.value;

async function act(what: Record<string, unknown>): Promise<Answer> {
  const body = JSON.stringify({ user: user(), place, ...what });
  const response = await fetch('/act', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  const answer = (await response.json()) as Answer;
  part('#note').textContent = answer.note ?? '';
  await refresh();
  return answer;
}

async function refresh(): Promise<void> {
  const response = await fetch(`/screen?${new URLSearchParams({ user: user(), place })}`);
  const parts = Object.entries((await response.json()) as Record<string, string>);
  for (const [name, markup] of parts) {
    if (drawn.get(name) === markup) continue;
    drawn.set(name, markup);
    const area = part(`#${name}`);
    const sameForm = area.querySelector('[data-view]')?.getAttribute('data-view');
    const putBack = keepFields(area);
    area.innerHTML = markup;
    if (name !== 'modal' || sameForm === area.querySelector('[data-view]')?.getAttribute('data-view'))
      putBack();
    if (name === 'conversation') area.scrollTop = area.scrollHeight;
  }
}

function goTo(next: string): void {
  place = next;
  replyTo(undefined);
  for (const button of document.querySelectorAll<HTMLElement>('[data-place]'))
    button.classList.toggle('here', button.dataset.place === next);
  part('#title').textContent = part(`[data-place="${next}"]`).textContent;
  const home = next === 'home';
  part('#home').hidden = !home;
  part('#conversation').hidden = home;
  part('#composer').hidden = home;
  if (home || next === 'app') void act({ do: 'look', tab: home ? 'home' : 'messages' });
  else void refresh();
}

function replyTo(ts: string | undefined): void {
  thread = ts;
  const line = part('#replying');
  line.hidden = ts === undefined;
  line.innerHTML =
    'Replying in a thread. <button type="button" class="link" data-reply="">Write outside it</button>';
}

async function send(text: string): Promise<void> {
  const files = await upload(fileBox.files ?? [], user());
  if (text.trim() === '' && files.length === 0) return;
  textBox.value = '';
  fileBox.value = '';
  part('#attached').textContent = '';
  await act({ do: 'write', text, files, ...(thread === undefined ? {} : { thread }) });
}

/** Sends a press, with everything else that is put in around it. */
async function press(target: HTMLElement, value: unknown): Promise<void> {
  const { confirm: question, action, on, entry } = target.dataset;
  if (question && !window.confirm(question)) return;
  const around = target.closest('.modal, .home-view, .message') ?? document.body;
  const values = await readFields(around, user());
  await act({
    do: 'press',
    on,
    action,
    value,
    values,
    ...(entry === undefined ? {} : { entry: Number(entry) }),
  });
}

document.addEventListener('click', async (event) => {
  const target =
    event.target instanceof Element ? event.target.closest<HTMLElement>('button, [data-choice]') : null;
  if (!target) return;
  const { dataset } = target;
  if (dataset.place) goTo(dataset.place);
  else if (dataset.mood) await act({ do: 'mood', mood: dataset.mood });
  else if (dataset.insert) {
    textBox.value = dataset.insert + textBox.value;
    textBox.focus();
  } else if (dataset.say) await send(dataset.say);
  else if (dataset.reply !== undefined) replyTo(dataset.reply || undefined);
  else if (dataset.shortcut) await act({ do: 'shortcut', id: dataset.shortcut });
  else if (dataset.messageShortcut)
    await act({ do: 'shortcut', id: dataset.messageShortcut, ts: dataset.ts });
  else if (dataset.close) await act({ do: 'close', all: dataset.close === 'all' });
  else if (dataset.submit) {
    const { note } = await act({ do: 'submit', values: await readFields(part('.modal'), user()) });
    if (note) part('.modal footer').insertAdjacentText('afterbegin', note);
  } else if (dataset.choice !== undefined) choose(target);
  else if (dataset.action && target instanceof HTMLButtonElement)
    await press(target, target.value || undefined);
});

document.addEventListener('change', async (event) => {
  const target = event.target;
  if (target === userMenu) goTo(place);
  else if (target === fileBox)
    part('#attached').textContent = [...(fileBox.files ?? [])].map(({ name }) => name).join(', ');
  else if (target instanceof Element) {
    const field = target.closest<HTMLElement>('[data-at-once]');
    if (field && !isTypeahead(field)) await press(field, await readField(field, user()));
  }
});

const isTypeahead = ({ dataset }: HTMLElement): boolean => /external_select$/.test(dataset.type ?? '');
const takesSeveral = ({ dataset }: HTMLElement): boolean => dataset.type === 'multi_external_select';
const valuesOf = ({ dataset }: HTMLElement): string[] => (dataset.value ?? '').split('\n').filter(Boolean);
const namesOf = ({ value }: HTMLInputElement): string[] => value.split(', ');

let typing: number | undefined;
document.addEventListener('input', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !isTypeahead(field)) return;
  // What was chosen stays as far as its name is still there.
  const kept = valuesOf(field).slice(0, Math.max(0, namesOf(field).length - 1));
  field.dataset.value = takesSeveral(field) ? kept.join('\n') : '';
  window.clearTimeout(typing);
  typing = window.setTimeout(() => void suggest(field), 200);
});

async function suggest(field: HTMLInputElement): Promise<void> {
  const list = field.parentElement?.querySelector<HTMLElement>('.choices');
  if (!list) return;
  const text = takesSeveral(field) ? (namesOf(field).at(-1) ?? '') : field.value;
  if (text.length < Number(field.dataset.least)) {
    list.hidden = true;
    return;
  }
  const { options, note } = await act({ do: 'suggest', action: field.dataset.action, text });
  list.replaceChildren(
    ...options.map(({ value, text, description }) => {
      const line = document.createElement('span');
      line.setAttribute('role', 'option');
      line.dataset.choice = value;
      line.textContent = text;
      if (description)
        line.append(Object.assign(document.createElement('small'), { textContent: description }));
      return line;
    }),
  );
  if (options.length === 0) list.textContent = note ?? 'Nothing found';
  list.hidden = false;
}

function choose(choice: HTMLElement): void {
  const field = choice.closest('.typeahead')?.querySelector('input');
  const list = choice.closest<HTMLElement>('.choices');
  if (!field || !list) return;
  const [name, value] = [choice.firstChild?.textContent ?? '', choice.dataset.choice ?? ''];
  const several = takesSeveral(field);
  field.value = several ? `${[...namesOf(field).slice(0, -1), name].join(', ')}, ` : name;
  field.dataset.value = several ? [...valuesOf(field), value].join('\n') : value;
  list.hidden = true;
  if (field.dataset.atOnce) void press(field, field.dataset.value);
}

part('#composer').addEventListener('submit', (event) => {
  event.preventDefault();
  void send(textBox.value);
});
textBox.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  void send(textBox.value);
});

userMenu.value = new URLSearchParams(location.search).get('user') ?? 'U1';
goTo(place);
window.setInterval(() => void refresh().catch(() => undefined), 500);
