// How much of something the office's settings take, for who checks them and for who fills them in.
export const OFFICE_BOUNDS = {
  products: 200,
  holidays: 400,
  /** Letters of a product, and of what a holiday is called. */
  letters: 120,
  paymentTermsDays: 3_650,
  repsBackDays: 366,
} as const;
