import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { Plugin } from 'vite';
import { iconSizes } from '../manifest/icon-sizes.ts';
import { functionsJson } from './functions-json.ts';

const drawing = fileURLToPath(new URL('../taskpane/icon.svg', import.meta.url));

/** The icons of the ribbon, drawn from the one icon, and the list of custom functions. */
export function excelFiles(): Plugin {
  return {
    name: 'excel-files',
    apply: 'build',
    async generateBundle() {
      const svg = readFileSync(drawing, 'utf8');
      for (const size of iconSizes) {
        const source = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
        this.emitFile({ type: 'asset', fileName: `icons/icon-${size}.png`, source });
      }
      this.emitFile({ type: 'asset', fileName: 'functions.json', source: await functionsJson() });
    },
  };
}
