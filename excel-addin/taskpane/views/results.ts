/** All that shows results, as one part of the program. */
export { resultView } from './result.ts';
export { tenantsView } from './tenants/tenants.ts';
