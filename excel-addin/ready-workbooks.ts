/** Workbooks that the build makes and puts beside the page, by what they are for. */
export const readyWorkbooks = {
  sample: { fileName: 'local-pound-lm3-sample.xlsx', sample: true },
  empty: { fileName: 'local-pound-lm3.xlsx', sample: false },
} as const;
