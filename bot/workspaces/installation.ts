import * as z from 'zod';

/** What the bot has to know to speak in a workspace. All of it is sealed where it is kept. */
const schema = z.object({
  botToken: z.string().min(1),
  botId: z.string().optional(),
  botUserId: z.string().optional(),
  teamId: z.string().optional(),
  enterpriseId: z.string().optional(),
  /** With token rotation: what the next token is asked for with, and when this one ends, in ms since 1970. */
  refreshToken: z.string().optional(),
  expiresAt: z.number().optional(),
});

export type Installation = z.output<typeof schema>;

export const readInstallation = (text: string): Installation => schema.parse(JSON.parse(text));

const named = z.object({ id: z.string(), name: z.string().optional() }).nullish();

/** The answer of `oauth.v2.access`, to an installation and to a renewal. */
export const accessAnswer = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('bot').optional(),
  bot_user_id: z.string().optional(),
  team: named,
  enterprise: named,
  is_enterprise_install: z.boolean().nullish(),
  refresh_token: z.string().optional(),
  expires_in: z.number().positive().optional(),
});

export type AccessAnswer = z.output<typeof accessAnswer>;

/** Slack's id of the workspace, or of the organisation where the app is installed in all of it. */
export function workspaceId(given: {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | null | undefined;
}): string | undefined {
  return given.isEnterpriseInstall === true ? given.enterpriseId : given.teamId;
}

/** What changes with each token. */
export function tokensOf(
  { access_token: botToken, refresh_token: refreshToken, expires_in: seconds }: AccessAnswer,
  now: number,
): Pick<Installation, 'botToken' | 'refreshToken' | 'expiresAt'> {
  return {
    botToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(seconds === undefined ? {} : { expiresAt: now + seconds * 1000 }),
  };
}
