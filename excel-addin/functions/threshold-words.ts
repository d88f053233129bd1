import type { Authority, ContractType } from '../../core/index.ts';
import { invalid } from './problem.ts';

/** What people call the kinds of contract, in small letters without anything but letters and single spaces. */
const contractWords: Readonly<Record<string, ContractType>> = {
  goods: 'goods_services',
  services: 'goods_services',
  'goods and services': 'goods_services',
  'light touch': 'light_touch',
  'light touch services': 'light_touch',
  works: 'works',
  concession: 'concession',
  concessions: 'concession',
  'light touch concession': 'light_touch_concession',
  'light touch concessions': 'light_touch_concession',
};

const authorityWords: Readonly<Record<string, Authority>> = {
  council: 'sub-central',
  'sub central': 'sub-central',
  central: 'central',
  'central government': 'central',
  nhs: 'central',
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

export function contractTypeOf(text: string | undefined): ContractType {
  const found = contractWords[plain(text ?? '')];
  if (found) return found;
  throw invalid(
    `contract: found "${text ?? ''}"; expected goods, services, light touch, works, concession or light touch concession.`,
  );
}

export function authorityOf(text: string | undefined): Authority {
  const found = text === undefined ? 'sub-central' : authorityWords[plain(text)];
  if (found) return found;
  throw invalid(`authority: found "${text}"; expected "council" or "central".`);
}
