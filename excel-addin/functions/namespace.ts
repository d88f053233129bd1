/** Formulas begin with it: `=LOCALPOUND.MULTIPLIER(...)`. */
export const functionNamespace = 'LOCALPOUND';
