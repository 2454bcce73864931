// What many figures come to.

/** The middle and the two ends. */
export function summary(figures) {
  const sorted = figures.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}

/** The summary of one figure over all visits that have it. */
export function over(visits, name) {
  const figures = visits.map((visit) => visit[name]).filter((figure) => figure !== undefined);
  return figures.length ? summary(figures) : undefined;
}
