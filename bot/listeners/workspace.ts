import type { Context } from '@slack/bolt';

/** The workspace that the app is installed in, or the organisation where it is installed in all of it. */
export function workspaceOf({
  teamId,
  enterpriseId,
  isEnterpriseInstall,
}: Pick<Context, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (id === undefined) throw new Error('Slack named no workspace');
  return id;
}
