/** Text as it may stand in an SVG. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** One decimal of a pixel: finer is not seen, and the file stays the same on every machine. */
export const tenthPixel = (pixels: number): number => Math.round(pixels * 10) / 10;
