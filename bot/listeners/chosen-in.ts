import * as z from 'zod';

const element = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

const stateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), element)) });

/** What a form holds in one field, several choices with commas between; empty where nothing was given. */
export function chosenIn(state: unknown, block: string, action: string): string {
  const held = stateSchema.parse(state).values[block]?.[action];
  if (held === undefined) return '';
  const several = held.selected_options?.map(({ value }) => value).join(',');
  return held.value ?? held.selected_date ?? held.selected_option?.value ?? several ?? '';
}
