import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/** The fonts are passed by name: without one the chart would come out without a word and without an error. */
const fontFiles = ['400Regular/OpenSans_400Regular.ttf', '600SemiBold/OpenSans_600SemiBold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/open-sans/${file}`)),
);

const twiceForSharpness = 2;

/** An SVG chart as the bytes of a PNG picture. */
export function chartPng(svg: string): Uint8Array {
  const chart = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Open Sans' },
    fitTo: { mode: 'zoom', value: twiceForSharpness },
  });
  return chart.render().asPng();
}
