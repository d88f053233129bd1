import { makeKey } from '../../survey/owner/keys.ts';
import { allSurveys, type Role } from '../../survey/owner-store.ts';
import { columns, print, tell } from '../output.ts';
import { atDesk, type SurveyDesk } from './desk.ts';
import { withSurvey } from './with-survey.ts';

export interface PeopleOptions {
  readonly add?: string;
  readonly role?: Role;
  readonly remove?: string;
}

export interface KeyOptions {
  readonly label?: string;
  readonly role?: Role;
  readonly revoke?: string;
}

/** Does something with one survey, or with all of them when none is named. */
async function at(
  id: string | undefined,
  work: (desk: SurveyDesk, projectId: string) => Promise<void>,
): Promise<void> {
  if (id === undefined || id === allSurveys) return await atDesk((desk) => work(desk, allSurveys));
  await withSurvey(id, (desk) => work(desk, id));
}

const audit = async ({ store, who }: SurveyDesk, projectId: string, what: string, detail: string) =>
  await store.addAudit(projectId, { at: Date.now(), who, what, detail });

/** Lets people in, takes a role away, or lists who has one. */
export const people = (id: string | undefined, { add, role = 'viewer', remove }: PeopleOptions) =>
  at(id, async (desk, projectId) => {
    const { store } = desk;
    if (add !== undefined) {
      if (!/^[^\s@]+@[^\s@]+$/.test(add)) {
        process.exitCode = 1;
        return tell(`${JSON.stringify(add)} is no e-mail address.`);
      }
      await store.addMember({ projectId, email: add, role, addedAt: Date.now() });
      await audit(desk, projectId, 'gave a role', `${add}: ${role}`);
      return print(`${add} is ${role}, and signs in by a link that is sent to this address.`);
    }
    if (remove !== undefined) {
      const removed = await store.removeMember(projectId, remove);
      if (removed) await audit(desk, projectId, 'took a role', remove);
      return print(removed ? `${remove} has no role any more.` : `${remove} had no role.`);
    }
    const members = await store.members(projectId);
    print(members.length === 0 ? 'Nobody yet.' : columns(members.map((one) => [one.email, one.role])));
  });

/** Makes a key for a program, ends one, or lists them. */
export const keys = (id: string | undefined, { label, role = 'viewer', revoke }: KeyOptions) =>
  at(id, async (desk, projectId) => {
    const { store } = desk;
    if (label !== undefined) {
      const { key, about } = await makeKey(store, { projectId, label, role, now: Date.now() });
      await audit(desk, projectId, 'made a key', `${label}: ${role}`);
      print(key);
      return tell(
        `The key is shown this once. To end it: localpound survey key ${id ?? ''} --revoke ${about.keyId}`,
      );
    }
    if (revoke !== undefined) {
      const revoked = await store.revokeKey(projectId, revoke, Date.now());
      if (revoked) await audit(desk, projectId, 'revoked a key', revoke);
      return print(revoked ? 'The key works no more.' : 'There is no such key that works.');
    }
    const made = await store.keys(projectId);
    const rows = made.map((one) => [
      `${one.keyId}  ${one.label}`,
      one.revokedAt === undefined ? one.role : 'revoked',
    ]);
    print(rows.length === 0 ? 'No keys yet.' : columns(rows));
  });
