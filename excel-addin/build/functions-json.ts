import { fileURLToPath } from 'node:url';
import { assertSafeFunctionName } from '../../core/index.ts';
import { functionNamespace } from '../functions/namespace.ts';

const sources = ['money', 'places', 'tenants', 'indicators', 'thresholds'].map((name) =>
  fileURLToPath(new URL(`../functions/${name}.ts`, import.meta.url)),
);

/**
 * What Excel is to know of the custom functions, read from the comments and types of their code: names,
 * arguments with help, and which of them are ranges.
 *
 * @throws Error when a comment cannot be read or a name looks like a cell
 */
export async function functionsJson(): Promise<string> {
  // It brings the compiler with it, so it is loaded when it is needed only.
  const { generateCustomFunctionsMetadata } = await import('custom-functions-metadata');
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(sources);
  if (errors.length > 0) throw new Error(`functions.json cannot be made.\n${errors.join('\n')}`);
  const metadata = JSON.parse(metadataJson) as { readonly functions: readonly { readonly name: string }[] };
  for (const { name } of metadata.functions) assertSafeFunctionName(functionNamespace, name);
  // Errors in cells reach the functions, which can say where they are; Excel alone would only pass them on.
  return JSON.stringify({ allowErrorForDataTypeAny: true, ...metadata }, null, 2);
}
