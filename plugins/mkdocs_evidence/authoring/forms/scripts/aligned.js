import { same } from "./meaning.js";

// Returns the steps from old items to new ones, as pairs of places of which one may be missing. The
// most that can be is kept as it is; what is left between is taken for changed, one by one.
export function aligned(old, now) {
  const steps = [];
  let i = 0, j = 0;
  for (const [nextOld, nextNow] of [...longestCommon(old, now), [old.length, now.length]]) {
    while (i < nextOld && j < nextNow) steps.push([i++, j++]);
    while (i < nextOld) steps.push([i++, undefined]);
    while (j < nextNow) steps.push([undefined, j++]);
    if (i < old.length && j < now.length) steps.push([i++, j++]);
  }
  return steps;
}

function longestCommon(old, now) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i][j] = same(old[i], now[j])
        ? lengths[i + 1][j + 1] + 1
        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (same(old[i], now[j])) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}
