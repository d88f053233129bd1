import { formatCount, formatShare } from '../../core/index.ts';
import type { TenantsAnswer } from '../files/file-answer.ts';
import type { Message } from './message.ts';
import { namedListMessage } from './named-list.ts';

/** The tenants whose answers would firm the totals up most. */
export function tenantsToAskMessage({ toAsk, tenantsToAsk }: TenantsAnswer): Message {
  const rest = tenantsToAsk - toAsk.length;
  return namedListMessage({
    title: 'What to ask tenants for',
    intro:
      tenantsToAsk === 0
        ? 'Every tenant has given its jobs and its GVA.'
        : `${formatCount(tenantsToAsk)} ${tenantsToAsk === 1 ? 'tenant rests' : 'tenants rest'} on estimates. These matter most:`,
    lines: toAsk.map(({ tenant, anchor, ask, firmThen }) => ({
      lead: `${tenant}, ${anchor}`,
      text: `: ${ask.join('; ')}. With this and those above, ${formatShare(Math.round(firmThen * 100) / 100)} of GVA would be firm.`,
    })),
    closing: rest > 0 ? `and ${formatCount(rest)} more, in the report.` : undefined,
  });
}
