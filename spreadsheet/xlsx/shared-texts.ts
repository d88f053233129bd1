import { formatCount } from '../../core/index.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import type { Attributes } from '../xml/attributes.ts';
import { scanPart, type XlsxPackage } from './part.ts';
import { RichText } from './rich-text.ts';

/** The texts that cells refer to by number: Excel keeps each text once, apart from the sheets. */
export function readSharedTexts(
  pack: XlsxPackage,
  part: string,
  onPacked: (bytes: number) => void,
): string[] {
  const { reading } = pack;
  const { place, limits } = reading;
  const texts: string[] = [];
  const text = new RichText(2, limits.cellBytes, (found) =>
    refuseDamaged(place, `${found}, in the table of shared texts`),
  );
  let inItem = false;
  scanPart(
    pack,
    part,
    {
      open(name: string, _attributes: Attributes, depth: number) {
        if (depth === 2) {
          inItem = name === 'si';
          if (inItem) text.begin();
        } else if (inItem) text.open(name, depth);
      },
      close(_name: string, depth: number) {
        if (depth !== 2 || !inItem) {
          text.close();
          return;
        }
        inItem = false;
        const value = text.value();
        reading.takeText(value.length, place);
        texts.push(value);
        if (texts.length > limits.sharedTexts) {
          refuse(
            place,
            `more than ${formatCount(limits.sharedTexts)} different texts`,
            'at most that many',
            'Keep only the sheets and columns that are needed, or split the workbook.',
          );
        }
      },
      text(bytes, from, to, raw) {
        if (inItem) text.text(bytes, from, to, raw);
      },
    },
    place,
    onPacked,
  );
  return texts;
}
