// The longest part of a list that is in order already: whoever is not in it has moved.

/** The places of a longest part of the list that rises; null is in none. */
export function longestRising(values: readonly (number | null)[]): Set<number> {
  /** Of each length, where the part with the lowest end ends. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, place) => {
    if (value === null) return;
    const length = lengthBelow(value);
    before[place] = ends[length - 1];
    ends[length] = place;
  });
  const places = new Set<number>();
  for (let place = ends[ends.length - 1]; place !== undefined; place = before[place]) places.add(place);
  return places;

  /** The length of the longest part that ends below a value: parts of rising length have rising ends. */
  function lengthBelow(value: number): number {
    let from = 0;
    let to = ends.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const end = values[ends[middle] ?? 0] ?? 0;
      if (end < value) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
