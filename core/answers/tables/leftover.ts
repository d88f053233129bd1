import { once } from '../../shipped/once.ts';
import { defaultVocabulary } from '../vocabulary.ts';

const ofTables =
  'area areas pilot pilots council councils borough boroughs county local authority authorities report project programme six ten five anchor anchors community organisation organisations org orgs data figures statistic statistics according published place places keep it official england english rank ranked ranks whole just compare compared vs v versus between across who which where wins win winner winning beat beats'.split(
    ' ',
  );

const idle = once(() => new Set([...defaultVocabulary().neutral, ...ofTables]));

/** Words of the question that no part of a table accounts for: it then asks for something else. */
export function leftover(text: string): string[] {
  return text
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '' && !idle().has(word) && !/^\d{1,2}$/.test(word));
}

/** The text with every match of the pattern taken out. */
export function without(text: string, pattern: RegExp): string {
  return text.replace(new RegExp(pattern, 'g'), ' ');
}
