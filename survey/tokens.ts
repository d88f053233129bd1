import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 192 bits: nobody guesses one, however many they try. */
const tokenBytes = 24;

/** What stands in a link. Only its hash is kept, so whoever reads the store can open no link. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** What is kept of a token. It needs no salt: a token is random already. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A hidden field that a form carries, so that no other page can send the form for a visitor. */
export function formKey(token: string): string {
  return createHash('sha256').update(`form ${token}`).digest('base64url').slice(0, 22);
}

/** Compares without telling by its time how much was right. */
export function isFormKey(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(formKey(token))];
  return a.length === b.length && timingSafeEqual(a, b);
}
