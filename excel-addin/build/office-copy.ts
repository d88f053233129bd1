import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What Excel of today loads of the library: the rest is for other programs, other years and debugging. */
const needed =
  /^(office|o15apptofilemappingtable|custom-functions-runtime|excel-(web|win32|mac|winrt|ios|android)-16\.0\d(-core)?)\.js$/;
const strings = 'office_strings.js';

/**
 * Microsoft's library beside the page, byte for byte as it is published, with its licence. It is under
 * Microsoft's own terms: it may be passed on unmodified with an add-in, and with nothing else.
 */
export function officeCopy(): Plugin {
  return {
    name: 'office-copy',
    apply: 'build',
    generateBundle() {
      const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'));
      const copy = (from: string, to: string) =>
        this.emitFile({ type: 'asset', fileName: `office/${to}`, source: readFileSync(join(folder, from)) });
      copy('LICENSE.md', 'LICENSE.md');
      for (const entry of readdirSync(join(folder, 'dist'), { withFileTypes: true })) {
        const { name } = entry;
        if (entry.isFile() && needed.test(name)) copy(join('dist', name), name);
        if (!entry.isDirectory() || !readdirSync(join(folder, 'dist', name)).includes(strings)) continue;
        copy(join('dist', name, strings), `${name}/${strings}`);
      }
    },
  };
}
