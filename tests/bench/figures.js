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

/** The medians of requests and bytes by kind, over all visits. */
export function answersOver(visits) {
  const kinds = [...new Set(visits.flatMap(({ answers }) => Object.keys(answers)))];
  const nothing = { requests: 0, bytes: 0, requestsBeforeReady: 0, bytesBeforeReady: 0 };
  const middle = (kind) => {
    const all = visits.map(({ answers }) => answers[kind] ?? nothing);
    return Object.fromEntries(Object.keys(nothing).map((name) => [name, over(all, name).median]));
  };
  return Object.fromEntries(kinds.map((kind) => [kind, middle(kind)]));
}
