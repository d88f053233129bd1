import { randomUUID } from 'node:crypto';
import { parseLm3Project, type Supplier } from '../../core/index.ts';
import type { NewSupplier, Survey } from '../../survey/store.ts';

export const noon = Date.parse('2026-11-24T12:00:00Z');
export const day = 24 * 60 * 60 * 1000;

/** A fictional survey that is open for a month. */
export function aSurvey(changes: Partial<Survey> = {}): Survey {
  const project = parseLm3Project({
    name: 'Example Community Trust (fictional)',
    area: 'Exampleshire',
    period: 'April 2025 to March 2026',
    payroll: { local: 100_000, nonLocal: 40_000 },
  });
  if (!project.ok) throw new Error(JSON.stringify(project.issues));
  const { suppliers: _, ...withoutSuppliers } = project.value;
  return {
    projectId: `p${randomUUID()}`,
    name: 'Example Community Trust (fictional)',
    area: 'Exampleshire',
    period: 'April 2025 to March 2026',
    contact: 'Sam Sample, sam@example.org',
    project: withoutSuppliers,
    createdAt: noon,
    closesAt: noon + 30 * day,
    eraseAt: noon + 400 * day,
    ...changes,
  };
}

/** A fictional supplier; what is not said is standard. */
export function aSupplier(
  supplierId: string,
  supplier: Partial<Supplier> = {},
  contact: Pick<NewSupplier, 'contactName' | 'email'> = {},
): NewSupplier {
  const standard = { name: `Supplier ${supplierId}`, spend: 1000, local: true, respendShare: null };
  return { supplierId, supplier: { ...standard, ...supplier }, ...contact };
}
