/** A moment under its name where there is one; nothing where there is none. */
export function moment<Name extends string>(
  name: Name,
  value: number | string | null,
): { readonly [key in Name]?: number } {
  return (value === null ? {} : { [name]: Number(value) }) as { readonly [key in Name]?: number };
}
