/** Everything put into the fields of a form or a message, by the id of each field. */
export async function readFields(within: Element, user: string): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const field of within.querySelectorAll<HTMLElement>('[data-action][data-type]')) {
    if (field instanceof HTMLButtonElement) continue;
    values[String(field.dataset.action)] = await readField(field, user);
  }
  return values;
}

export async function readField(field: HTMLElement, user: string): Promise<unknown> {
  if (field instanceof HTMLSelectElement)
    return field.multiple ? [...field.selectedOptions].map(({ value }) => value) : field.value || null;
  if (field instanceof HTMLInputElement && field.type === 'file')
    return { files: await upload(field.files ?? [], user) };
  if (field.dataset.type === 'external_select') return field.dataset.value || null;
  if (field.dataset.type === 'multi_external_select')
    return (field.dataset.value ?? '').split('\n').filter((value) => value !== '');
  if (field.classList.contains('choice-group')) {
    const checked = [...field.querySelectorAll('input')].filter((input) => input.checked);
    return field.dataset.type === 'checkboxes'
      ? checked.map(({ value }) => value)
      : (checked[0]?.value ?? null);
  }
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null;
}

/** Puts files into the workspace; returns their ids. */
export async function upload(files: Iterable<File>, user: string): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    const query = new URLSearchParams({ user, name: file.name });
    const answer = await fetch(`/upload?${query}`, { method: 'POST', body: file });
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}

/** What has been typed and chosen so far, to be put back when the form is drawn again. */
export function keepFields(within: Element): () => void {
  const key = (field: Element): string => {
    const owner = field.closest<HTMLElement>('[data-action]');
    const value =
      field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type) ? field.value : '';
    return `${owner?.dataset.block} ${owner?.dataset.action} ${value}`;
  };
  const kept = new Map<string, { value: string; checked: boolean; chosen: string | undefined }>();
  for (const field of fieldsIn(within)) {
    const checked = field instanceof HTMLInputElement && field.checked;
    kept.set(key(field), { value: field.value, checked, chosen: field.dataset.value });
  }
  return () => {
    for (const field of fieldsIn(within)) {
      const old = kept.get(key(field));
      if (old === undefined || (field instanceof HTMLInputElement && field.type === 'file')) continue;
      if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))
        field.checked = old.checked;
      else field.value = old.value;
      if (old.chosen !== undefined) field.dataset.value = old.chosen;
    }
  };
}

const fieldsIn = (within: Element) =>
  within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'input, textarea, select',
  );
