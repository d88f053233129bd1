import type { SlackKept } from '../../server/store/slack-kept.ts';

/** A store for which nobody asked to keep anything. */
export const noneKept: SlackKept = {
  listKept: async () => [],
  keep: async () => undefined,
  dropKept: async () => undefined,
  forgetPerson: async () => 0,
  forgetWorkspace: async () => undefined,
  forgetKeptBefore: async () => 0,
};
