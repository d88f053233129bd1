import type { Supplier } from './project.ts';
import type { Settings } from './settings.ts';

/** Whether a supplier is local, by the place that the settings go by. */
export function isLocal(supplier: Supplier, settings: Pick<Settings, 'supplierPlace'>): boolean {
  return settings.supplierPlace === 'headOffice'
    ? (supplier.headOfficeLocal ?? supplier.local)
    : supplier.local;
}
