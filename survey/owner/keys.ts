import { randomBytes } from 'node:crypto';
import { type ApiKey, allSurveys, type Role } from '../owner-store.ts';
import type { SurveyStore } from '../store.ts';
import { hashToken, newToken } from '../tokens.ts';

const keyShape = /^lp_([\w-]{1,64})_([\w-]{32})$/;

/** Makes a key for programs: `lp_PROJECT_SECRET`. It is shown once; only its hash is kept. */
export async function makeKey(
  store: SurveyStore,
  made: { readonly projectId: string; readonly label: string; readonly role: Role; readonly now: number },
): Promise<{ readonly key: string; readonly about: ApiKey }> {
  const { projectId, label, role, now } = made;
  const key = `lp_${projectId}_${newToken()}`;
  const about = { projectId, keyId: randomBytes(4).toString('hex'), label, role, madeAt: now };
  await store.addKey(about, hashToken(key));
  return { key, about };
}

/** The key that somebody shows, while it works. */
export async function readKey(store: SurveyStore, text: string): Promise<ApiKey | undefined> {
  const projectId = keyShape.exec(text.trim())?.[1];
  return projectId === undefined ? undefined : await store.keyByHash(projectId, hashToken(text.trim()));
}

const rank: Readonly<Record<Role, number>> = { viewer: 1, editor: 2, owner: 3 };

/** Whether a role may do what needs another. */
export function reaches(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && rank[role] >= rank[needed];
}

/** The highest role on a survey among those given; one on all surveys counts for each. */
export function roleOn(
  projectId: string,
  held: readonly { readonly projectId: string; readonly role: Role }[],
): Role | undefined {
  return held
    .filter((one) => one.projectId === projectId || one.projectId === allSurveys)
    .map(({ role }) => role)
    .toSorted((a, b) => rank[b] - rank[a])[0];
}
