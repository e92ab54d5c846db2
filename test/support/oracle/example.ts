import type { Tree } from './tree.js'

/** A small table to hang worked examples on: two groups under two outcomes, and points brought from elsewhere. */
export function exampleTable(
  lines: Readonly<Record<string, Tree>>,
  more: Readonly<Record<string, Tree>> = {},
): Readonly<Record<string, Tree>> {
  const levels = [{ none: '0' }, { some: '1' }, { lots: '3' }]
  return {
    rounding: 'half up',
    streams: { care: { title: 'Care', law: 'care' }, school: { title: 'School', law: 'education' } },
    facts: {
      panel: { is: 'decision', by: 'A panel', review: 'Write to it.' },
      hours: { is: 'hours', 'at-most': '30' },
      terms: { is: 'terms' },
      start: { is: 'start' },
    },
    questions: {
      home: {
        title: 'Home',
        outcome: 'safe',
        ask: { sleep: { text: 'Sleep', levels }, meals: { text: 'Meals', levels } },
      },
      out: { title: 'Out', outcome: 'active', ask: { play: { text: 'Play', levels } } },
    },
    scores: { points: { brought: 'A form', 'at-most': '100' }, all: { sum: ['play', 'home'] } },
    lines,
    ...more,
  }
}

/** A line of this price, with whatever else it has. */
export function exampleLine(price: Tree, more: Readonly<Record<string, Tree>> = {}): Readonly<Record<string, Tree>> {
  return { title: 'Line', stream: 'care', outcome: 'safe', price, 'paid-by': { all: 'council' }, ...more }
}
