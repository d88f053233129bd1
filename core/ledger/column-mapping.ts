import * as z from 'zod';
import { columnRoles } from './column-role.ts';

/**
 * Which heading holds what, as a person said it or as it was saved for a workbook: a heading as the
 * file has it, or the letters of a column, or `-` where no column holds it. What is not
 * named is recognised.
 */
export const columnMappingSchema = z.partialRecord(z.enum(columnRoles), z.string().trim().min(1).max(200));
export type ColumnMapping = z.output<typeof columnMappingSchema>;
