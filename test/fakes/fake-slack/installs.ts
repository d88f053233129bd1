import type { Counters, SlackClock } from './counters.ts';

/** A workspace, or one of an organisation that may have installed the app in all of its workspaces. */
export interface Place {
  readonly team: string;
  readonly enterprise?: string;
  /** The app is installed in the whole organisation. */
  readonly wholeOrganisation?: boolean;
}

interface Token {
  readonly place: Place;
  readonly until: number;
}

/** A token lasts this long where the app has token rotation. */
const tokenMs = 12 * 60 * 60 * 1000;

export interface Granted {
  readonly place: Place;
  readonly token: string;
  readonly refreshToken?: string;
  readonly expiresIn?: number;
}

/** Where the app is installed, and the tokens that it was given there. */
export class Installs {
  readonly clientId = '1001.2002';
  readonly clientSecret = 'client-secret-of-the-fake';
  private readonly tokens = new Map<string, Token>();
  private readonly revoked = new Set<string>();
  private readonly codes = new Map<string, { place: Place; redirectUri: string }>();
  private readonly refreshers = new Map<string, Place>();

  constructor(
    private readonly counters: Counters,
    private readonly clock: SlackClock,
    private readonly rotates: boolean,
    first: string,
    place: Place,
  ) {
    this.tokens.set(first, { place, until: Number.POSITIVE_INFINITY });
  }

  /** A person agrees on Slack's page: where Slack sends them back to. */
  consent(authorizeUrl: string, place: Place): string {
    const { searchParams } = new URL(authorizeUrl);
    if (searchParams.get('client_id') !== this.clientId) throw new TypeError('consent: another app');
    const redirectUri = searchParams.get('redirect_uri') ?? '';
    const code = this.counters.id('code');
    this.codes.set(code, { place, redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    const state = searchParams.get('state');
    if (state !== null) back.searchParams.set('state', state);
    return String(back);
  }

  /** Trades a code for a token, once; or the words of Slack's error. */
  grant(code: string, redirectUri: string): Granted | 'invalid_code' | 'bad_redirect_uri' {
    const found = this.codes.get(code);
    if (!found) return 'invalid_code';
    if (found.redirectUri !== redirectUri) return 'bad_redirect_uri';
    this.codes.delete(code);
    return this.issue(found.place);
  }

  /** Trades a refresh token for the next token, once. */
  renew(refreshToken: string): Granted | 'invalid_refresh_token' {
    const place = this.refreshers.get(refreshToken);
    if (!place) return 'invalid_refresh_token';
    this.refreshers.delete(refreshToken);
    return this.issue(place);
  }

  /** The place that a token is for, or the words of Slack's error. */
  placeOf(token: string): Place | 'invalid_auth' | 'token_revoked' | 'token_expired' {
    if (this.revoked.has(token)) return 'token_revoked';
    const found = this.tokens.get(token);
    if (!found) return 'invalid_auth';
    return this.clock.now() > found.until ? 'token_expired' : found.place;
  }

  /** The app is taken out of a workspace: none of its tokens works any more. */
  revoke({ team }: Place): void {
    for (const [token, { place }] of this.tokens) if (place.team === team) this.revoked.add(token);
  }

  private issue(place: Place): Granted {
    const token = `xoxb-${place.team}-${this.counters.id('token')}`;
    const until = this.rotates ? this.clock.now() + tokenMs : Number.POSITIVE_INFINITY;
    this.tokens.set(token, { place, until });
    if (!this.rotates) return { place, token };
    const refreshToken = `xoxe-1-${this.counters.id('refresh')}`;
    this.refreshers.set(refreshToken, place);
    return { place, token, refreshToken, expiresIn: tokenMs / 1000 };
  }
}
