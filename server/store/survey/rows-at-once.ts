/** Rows in one statement: below the number of values that either engine takes at once. */
export const rowsAtOnce = 500;
