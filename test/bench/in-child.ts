import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** A script made into one plain file, so that a process that runs it holds nothing but what it uses. */
export async function bundleForNode(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'child.mjs' },
        // As in the pane: what a script does not use of core is left out.
        treeshake: { moduleSideEffects: [{ test: /[\\/]core[\\/]/, sideEffects: false }] },
      },
    },
  });
  return join(folder, 'child.mjs');
}

/** Runs the script in a process of its own and returns the JSON that it prints. */
export function runInChild(
  script: string,
  args: readonly string[],
  nodeFlags: readonly string[] = [],
): unknown {
  return JSON.parse(
    execFileSync(process.execPath, [...nodeFlags, script, ...args], {
      encoding: 'utf8',
      maxBuffer: 1024 * 1024,
    }),
  );
}
