import type { Config } from './config.ts';
import { buildPaneAdvice } from './pane-files.ts';

/** One way to use Local Pound that this server offers, and whether it can be used now. */
export interface Face {
  readonly name: string;
  /** What a person does with it, as a sentence. */
  readonly purpose: string;
  /** Its path on this server; absent where it is used somewhere else. */
  readonly path?: string;
  readonly state:
    | { readonly on: true; readonly how?: string }
    | { readonly on: false; readonly why: string; readonly mend: string };
}

/** The faces in the order in which people meet them. The home page and the start-up lines both show these. */
export function listFaces(config: Pick<Config, 'slack'>, paneBuilt: boolean): readonly Face[] {
  return [
    {
      name: 'Workbook pane',
      purpose: 'Open a spend workbook in your browser and see its LM3 with the workings.',
      path: '/pane/',
      state: paneBuilt
        ? { on: true }
        : {
            on: false,
            why: 'its files have not been built',
            mend: buildPaneAdvice,
          },
    },
    {
      name: 'Ask a question',
      purpose: 'Get an answer about local multipliers and resilient local economies, with its sources.',
      path: '/ask',
      state: { on: true },
    },
    {
      name: 'Supplier survey',
      purpose: 'Ask your suppliers what they spend again in your area; each answers by a link of its own.',
      path: '/survey',
      state: { on: true },
    },
    {
      name: 'Slack',
      purpose: 'Ask questions and send workbooks to Local Pound from Slack.',
      state: slackState(config.slack),
    },
  ];
}

function slackState(slack: Config['slack']): Face['state'] {
  if (!slack.on) return slack;
  const way = slack.mode === 'socket' ? 'Socket Mode' : 'Slack calls /slack/events';
  return { on: true, how: 'installs' in slack ? `${way}; install it at /slack/install` : way };
}
