const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const entryBytes = 128;

/** Whether the file is a Compound File, the container of Office up to 2003 and of encrypted files since. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * Whether its directory names a stream so. Directory entries begin with their name in UTF-16 and lie
 * at multiples of 128 bytes in every version of the format, so no chain of sectors, which a hostile
 * file could make endless, has to be followed. [MS-CFB] 2.6.
 */
export function holdsStream(bytes: Uint8Array, name: string): boolean {
  for (let at = entryBytes; at + name.length * 2 + 2 <= bytes.length; at += entryBytes) {
    let index = 0;
    while (
      index < name.length &&
      bytes[at + index * 2] === name.charCodeAt(index) &&
      bytes[at + index * 2 + 1] === 0
    ) {
      index += 1;
    }
    if (index === name.length && bytes[at + index * 2] === 0 && bytes[at + index * 2 + 1] === 0) return true;
  }
  return false;
}
