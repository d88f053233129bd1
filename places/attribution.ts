/** The words that the licences of the postcodes ask for, with the year of the data. */
export const attributionOf = (year: string): string =>
  `Contains OS data © Crown copyright and database right ${year}. Contains Royal Mail data © Royal Mail copyright and database right ${year}. Contains National Statistics data © Crown copyright and database right ${year}. Licensed under the Open Government Licence v3.0.`;
