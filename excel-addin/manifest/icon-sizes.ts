/** The sizes in which Office shows the icon of a button, in pixels. 16, 32 and 80 must be there. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;
