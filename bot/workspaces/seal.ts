import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key of 32 bytes with a name, by which what it sealed is known again. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/**
 * Seals secrets for keeping, with AES-256-GCM. The first key seals; the others only open what they once
 * sealed, so that a key can be replaced. What was sealed for one place does not open in another.
 */
export class Seal {
  readonly #keys: readonly SealingKey[];

  /** @throws RangeError without a key, or with one that has not 32 bytes */
  constructor(keys: readonly SealingKey[]) {
    if (keys.length === 0) throw new RangeError('Seal: no key');
    if (keys.some(({ bytes }) => bytes.length !== 32)) throw new RangeError('Seal: a key without 32 bytes');
    this.#keys = keys;
  }

  seal(place: string, secret: string): string {
    const { id, bytes } = this.#sealing;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, bytes, iv, { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(`${id} ${place}`));
    const sealed = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${sealed.toString('base64url')}`;
  }

  /** @throws when no key fits, or when it was changed or sealed for another place */
  open(place: string, sealed: string): string {
    const [id = '', text = ''] = sealed.split('.');
    const key = this.#keys.find((one) => one.id === id);
    if (key === undefined) throw new Error(`the key "${id}" that sealed the token of ${place} is not set`);
    const all = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(algorithm, key.bytes, all.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(`${id} ${place}`));
    decipher.setAuthTag(all.subarray(-tagBytes));
    return Buffer.concat([decipher.update(all.subarray(ivBytes, -tagBytes)), decipher.final()]).toString();
  }

  /** Whether the key that seals today sealed it. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${this.#sealing.id}.`);
  }

  get #sealing(): SealingKey {
    const [first] = this.#keys;
    if (first === undefined) throw new RangeError('Seal: no key');
    return first;
  }
}
