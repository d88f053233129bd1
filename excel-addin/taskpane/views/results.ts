/** All that shows results, as one part of the program. */
export { resultView } from './result.ts';
export { rememberedColumns } from './spend/remembered-columns.ts';
export { spendView } from './spend/spend.ts';
export { tenantsView } from './tenants/tenants.ts';
