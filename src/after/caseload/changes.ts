import type { CaseChange, CaseloadDiff } from './caseload-diff.js'
import type { Compared } from './comparable.js'
import { byGain, byLoss, byPart } from './groups.js'
import type { Figures } from './spread.js'

/** Who gains and who loses, by how much. */
export interface Changes {
  readonly add: (change: CaseChange, leftOut: Compared['leftOut']) => void
  readonly comparable: () => CaseloadDiff['comparable']
  readonly losers: () => readonly CaseChange[]
  readonly figures: () => Figures
}

export function openChanges(): Changes {
  const [before, after] = [column(), column()]
  const total = { before: 0, after: 0 }
  const [gain, lose] = [
    { cases: 0, pence: 0 },
    { cases: 0, pence: 0 },
  ]
  const biggest: Biggest = { gain: null, loss: null, gainPerCent: null, lossPerCent: null }
  const out = { lines: 0, cases: 0, before: 0, after: 0 }
  const losers: CaseChange[] = []
  let [stay, unknown] = [0, 0]
  return {
    add: (change, leftOut) => {
      const by = change.after - change.before
      const isUnknown = by === 0 && leftOut.lines > 0
      if (!isUnknown) {
        before.push(change.before)
        after.push(change.after)
      }
      total.before += change.before
      total.after += change.after
      if (leftOut.lines > 0) out.cases++
      out.lines += leftOut.lines
      out.before += leftOut.before
      out.after += leftOut.after
      if (isUnknown) unknown++
      else if (by === 0) stay++
      if (by > 0) {
        gain.cases++
        gain.pence += by
        biggest.gain = first(biggest.gain, change, byGain)
        if (change.before > 0) biggest.gainPerCent = first(biggest.gainPerCent, change, byPart)
      }
      if (by < 0) {
        lose.cases++
        lose.pence -= by
        losers.push(change)
        biggest.loss = first(biggest.loss, change, byLoss)
        biggest.lossPerCent = first(biggest.lossPerCent, change, byPart)
      }
    },
    comparable: () => ({
      total: { ...total },
      gain: { ...gain },
      lose: { ...lose },
      stay,
      unknown,
      biggest: { ...biggest },
      leftOut: { ...out },
    }),
    losers: () => [...losers].sort(byLoss),
    figures: () => ({ before: before.all(), after: after.all() }),
  }
}

type Biggest = { -readonly [K in keyof CaseloadDiff['comparable']['biggest']]: CaseChange | null }

function first(one: CaseChange | null, other: CaseChange, order: (a: CaseChange, b: CaseChange) => number): CaseChange {
  return one === null || order(other, one) < 0 ? other : one
}

/** Numbers side by side that become more and more. */
function column() {
  let all = new Float64Array(1024)
  let n = 0
  return {
    push: (value: number) => {
      if (n === all.length) {
        const wider = new Float64Array(2 * n)
        wider.set(all)
        all = wider
      }
      all[n++] = value
    },
    all: () => all.subarray(0, n),
  }
}
