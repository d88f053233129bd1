import { formatCount } from '../../core/index.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import type { Attributes } from '../xml/attributes.ts';
import { decodeText } from '../xml/text.ts';
import { scanPart, type XlsxPackage } from './part.ts';
import { ascii, longestPlainText, standsAt } from './plain-cell.ts';
import { RichText, unescapeText } from './rich-text.ts';

/** Nearly all texts stand between these tags; those that do not are read tag by tag. */
const plainItem = [ascii('<si><t>'), ascii('</t></si>')] as const;
const less = 0x3c;

/** The texts that cells refer to by number: Excel keeps each text once, apart from the sheets. */
export function readSharedTexts(
  pack: XlsxPackage,
  part: string,
  onPacked: (bytes: number) => void,
): string[] {
  const { reading } = pack;
  const { place, limits } = reading;
  const texts: string[] = [];
  const longestPlain = Math.min(longestPlainText, limits.cellBytes);
  const text = new RichText(2, limits.cellBytes, (found) =>
    refuseDamaged(place, `${found}, in the table of shared texts`),
  );
  let inItem = false;
  const add = (value: string): void => {
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
  };
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
        add(text.value());
      },
      whole(bytes, at, depth) {
        if (depth !== 2 || !standsAt(bytes, at, plainItem[0])) return -1;
        const from = at + plainItem[0].length;
        const limit = Math.min(bytes.length, from + longestPlain);
        let to = from;
        while (to < limit && bytes[to] !== less) to += 1;
        if (!standsAt(bytes, to, plainItem[1])) return -1;
        const value = decodeText(bytes, from, to);
        if (value === undefined) return -1;
        add(unescapeText(value));
        return to + plainItem[1].length;
      },
      letGo: () => text.letGo(),
      text(bytes, from, to, raw) {
        if (inItem) text.text(bytes, from, to, raw);
      },
    },
    place,
    onPacked,
  );
  return texts;
}
