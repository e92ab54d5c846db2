import { pathToFileURL } from 'node:url'
import { type Assessment, allocate } from '../src/index.js'
import { assessments, type Kind } from './assessments.js'
import { handwritten } from './handwritten.js'
import { interleaved, type Timing } from './rounds.js'
import { westmarch } from './westmarch.js'

/** The design's target: one itemised budget with its working takes at most this many times the hand-written figures. */
export const MOST = 3

export interface OneBudget {
  readonly kind: Kind
  readonly handwritten: Timing
  readonly allocate: Timing
  readonly ratio: number
}

/** Times one budget with every step against the hand-written figures, on 200 different assessments taken in turn. */
export function oneBudget(kind: Kind, rounds: number): OneBudget {
  const table = westmarch()
  const cases = assessments(200, 3, kind)
  const at = (i: number): Assessment => cases[i % cases.length] as Assessment
  const [byHand, library] = interleaved(
    {
      handwritten: (i) => handwritten(at(i)).total,
      allocate: (i) => allocate(at(i), table).total.settled,
    },
    rounds,
  )
  if (!byHand || !library) throw new RangeError('Nothing was timed')
  return { kind, handwritten: byHand, allocate: library, ratio: library.median / byHand.median }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const kind of ['named', 'mixed'] as const) {
    const { handwritten: byHand, allocate: library, ratio } = oneBudget(kind, 100)
    console.log(`${kind}: handwritten ${byHand.median.toFixed(2)} µs, allocate ${library.median.toFixed(2)} µs, ratio ${ratio.toFixed(2)}`)
  }
