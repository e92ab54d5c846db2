/**
 * The orders in which several things are raised from the bottom to the top, one step at a time: in turn, in turn from
 * the last, all of them level by level, and then ever other orders, which are always the same ones.
 *
 * `steps` says how many steps each can be raised; each index comes as often. `number` chooses the order, from 0.
 *
 * @example climb([2, 1], 0) // [0, 0, 1]
 */
export function climb(steps: readonly number[], number: number): readonly number[] {
  const forward = steps.flatMap((count, index) => Array.from({ length: count }, () => index))
  if (number === 0) return forward
  if (number === 1) return forward.reverse()
  if (number === 2) return levelByLevel(steps)
  return shuffled(forward, number)
}

function levelByLevel(steps: readonly number[]): readonly number[] {
  const most = Math.max(0, ...steps)
  return Array.from({ length: most }, (_, level) => level).flatMap((level) =>
    steps.flatMap((count, index) => (level < count ? [index] : [])),
  )
}

/** Another order of the same, chosen by a number: Fisher and Yates' shuffle with a fixed row of numbers. */
function shuffled(order: readonly number[], number: number): readonly number[] {
  const turned = [...order]
  let state = number * 2654435761
  for (let i = turned.length - 1; i > 0; i--) {
    // Every factor is below 2^31, so that a double holds the product exactly.
    state = ((state % 2147483647) * 16807 + 11) % 2147483647
    const other = state % (i + 1)
    const one = turned[i] ?? 0
    turned[i] = turned[other] ?? 0
    turned[other] = one
  }
  return turned
}
