// What is said of several runs.

const sorted = (numbers) => numbers.toSorted((one, other) => one - other);

export const median = (numbers) => sorted(numbers)[Math.floor((numbers.length - 1) / 2)];

/** The middle, the least and the most, rounded. */
export function summary(numbers, digits = 0) {
  const round = (number) => Number(number.toFixed(digits));
  return { median: round(median(numbers)), least: round(Math.min(...numbers)), most: round(Math.max(...numbers)) };
}
