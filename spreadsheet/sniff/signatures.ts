/** Kinds of file that are told by the bytes they begin with, and are no spreadsheet. */
export type SignedKind = 'pdf' | 'image' | 'archive' | 'parquet';

interface Signature {
  readonly kind: SignedKind;
  readonly begins: readonly number[];
  /** More bytes that must stand further on, so that a text with the same beginning is not taken for one. */
  readonly andAlso?: { readonly at: number; readonly bytes: readonly number[] };
}

const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

const signatures: readonly Signature[] = [
  { kind: 'pdf', begins: ascii('%PDF-') },
  { kind: 'image', begins: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { kind: 'image', begins: [0xff, 0xd8, 0xff] },
  { kind: 'image', begins: ascii('GIF8'), andAlso: { at: 5, bytes: ascii('a') } },
  { kind: 'image', begins: ascii('BM'), andAlso: { at: 6, bytes: [0, 0, 0, 0] } },
  { kind: 'image', begins: ascii('RIFF'), andAlso: { at: 8, bytes: ascii('WEBP') } },
  { kind: 'image', begins: [...ascii('II*'), 0] },
  { kind: 'image', begins: [...ascii('MM'), 0, ...ascii('*')] },
  { kind: 'image', begins: [0, 0, 0], andAlso: { at: 4, bytes: ascii('ftyphei') } },
  { kind: 'archive', begins: [0x1f, 0x8b, 8] },
  { kind: 'archive', begins: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'archive', begins: [...ascii('Rar!'), 0x1a, 7] },
  { kind: 'archive', begins: ascii('BZh'), andAlso: { at: 4, bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] } },
  { kind: 'archive', begins: [0xfd, ...ascii('7zXZ'), 0] },
  { kind: 'parquet', begins: ascii('PAR1'), andAlso: { at: 4, bytes: [0x15] } },
];

/** Tells a file by its signature; undefined for all others. */
export function sniffSignature(bytes: Uint8Array): SignedKind | undefined {
  return signatures.find(
    ({ begins, andAlso }) =>
      stands(bytes, 0, begins) && (andAlso === undefined || stands(bytes, andAlso.at, andAlso.bytes)),
  )?.kind;
}

function stands(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
