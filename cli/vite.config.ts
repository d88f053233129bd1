import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'dist/cli';

/**
 * What a module reads from beside itself (styles, postcodes, a worker) stays there: its address is told
 * from where the module was, as if it had not been moved.
 */
const addressesAsWritten: Plugin = {
  name: 'addresses-as-written',
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.includes('node_modules')) return null;
    const from = relative(`${root}/${folder}`, id).replaceAll('\\', '/');
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(from)}, import.meta.url).href`);
  },
};

/** The command in one piece, which starts three times as fast: `npm run build` puts it into dist/cli. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: 'warn',
  plugins: [addressesAsWritten],
  ssr: { noExternal: ['commander', 'fflate', 'minisearch', 'zod'] },
  build: {
    ssr: 'cli/main.ts',
    outDir: folder,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' },
      treeshake: { moduleSideEffects: [{ test: /[\\/]core[\\/]/, sideEffects: false }] },
    },
  },
});
