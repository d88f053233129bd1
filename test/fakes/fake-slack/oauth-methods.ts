import type { Granted } from './installs.ts';
import { type Json, stringOf } from './json.ts';
import { type Method, SlackError } from './web-api-method.ts';
import { ids } from './workspace.ts';

/** Tokens for codes and for refresh tokens. */
export const oauthMethods: Readonly<Record<string, Method>> = {
  'oauth.v2.access': {
    token: 'none',
    answer: ({ installs, scopes }, body) => {
      if (body.client_id !== installs.clientId) throw new SlackError('invalid_client_id');
      if (body.client_secret !== installs.clientSecret) throw new SlackError('bad_client_secret');
      const granted =
        body.grant_type === 'refresh_token'
          ? installs.renew(stringOf(body.refresh_token) ?? '')
          : installs.grant(stringOf(body.code) ?? '', stringOf(body.redirect_uri) ?? '');
      if (typeof granted === 'string') throw new SlackError(granted);
      return accessAnswer(granted, [...scopes]);
    },
  },
};

function accessAnswer({ place, token, refreshToken, expiresIn }: Granted, scopes: string[]): Json {
  const { team, enterprise, wholeOrganisation = false } = place;
  return {
    app_id: ids.app,
    token_type: 'bot',
    access_token: token,
    bot_user_id: ids.botUser,
    scope: scopes.join(','),
    is_enterprise_install: wholeOrganisation,
    team: wholeOrganisation ? null : { id: team, name: `Workspace ${team}` },
    enterprise: enterprise === undefined ? null : { id: enterprise, name: `Organisation ${enterprise}` },
    authed_user: { id: 'U1' },
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken, expires_in: expiresIn }),
  };
}
