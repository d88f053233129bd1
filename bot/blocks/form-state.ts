import * as z from 'zod';

const option = z.object({ value: z.string() });

/** A field of a form as Slack sends it; which of these it has depends on the kind of field. */
const field = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  files: z.array(z.object({ id: z.string().min(1), name: z.string().nullish() })).nullish(),
});

/** What a person put into the fields of a form, by the id of the field. */
export class FormState {
  readonly #fields: ReadonlyMap<string, z.output<typeof field>>;

  /** @param values `view.state.values` of a submission: by block, then by field */
  constructor(values: unknown) {
    const blocks = z.record(z.string(), z.record(z.string(), field)).parse(values);
    this.#fields = new Map(Object.values(blocks).flatMap((fields) => Object.entries(fields)));
  }

  /** Trimmed; undefined where nothing was typed. */
  text(id: string): string | undefined {
    return this.#fields.get(id)?.value?.trim() || undefined;
  }

  choice(id: string): string | undefined {
    return this.#fields.get(id)?.selected_option?.value;
  }

  choices(id: string): string[] {
    return this.#fields.get(id)?.selected_options?.map(({ value }) => value) ?? [];
  }

  /** YYYY-MM-DD; undefined where no day was picked. */
  date(id: string): string | undefined {
    return this.#fields.get(id)?.selected_date || undefined;
  }

  files(id: string): { readonly id: string; readonly name?: string | undefined }[] {
    return this.#fields.get(id)?.files?.map((file) => ({ id: file.id, name: file.name || undefined })) ?? [];
  }
}
