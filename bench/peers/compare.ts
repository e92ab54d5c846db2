import { readFileSync } from 'node:fs'
import { type Assessment, allocate } from '../../src/index.js'
import { assessments } from '../assessments.js'
import { type Figures, handwritten } from '../handwritten.js'
import { naiveDecimal } from '../naive-decimal.js'
import { figuresOf } from '../questions/agreement.js'
import { interleavedAsync, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'
import { jsonRulesEngine } from './json-rules-engine.js'
import type { Peer } from './peer.js'
import { publicodes } from './publicodes.js'
import { type Difference, NAMES, type PeerAgreement, type PeersMeasured } from './report.js'
import { zen } from './zen.js'

const PACKAGE = 'bench/peers/package.json'

/** Times every peer with `allocate` in one run, then compares it with the figures by hand. */
export async function measurePeers(cases: number, rounds: number): Promise<PeersMeasured> {
  const peers = {
    [NAMES.jsonRulesEngine]: jsonRulesEngine(),
    [NAMES.zen]: zen(),
    [NAMES.publicodes]: publicodes(),
  }
  // Timed first, on machine code that nothing else has shaped.
  const timings = await timed(peers, half(200, 3), rounds)
  const agreement = await compared(peers, half(cases, 1))
  return { versions: JSON.parse(readFileSync(PACKAGE, 'utf8')).dependencies, agreement, timings }
}

type Peers = Readonly<Record<string, Peer>>

/** Named and mixed answers in turn. */
function half(count: number, seed: number): Assessment[] {
  const mixed = assessments(count / 2, seed + 1, 'mixed')
  return assessments(count / 2, seed, 'named').flatMap((named, i) => [named, ...mixed.slice(i, i + 1)])
}

async function compared(peers: Peers, cases: readonly Assessment[]): Promise<PeerAgreement[]> {
  const table = westmarch()
  const ours: Peers = {
    [NAMES.byHand]: handwritten,
    [NAMES.ours]: (assessment) => figuresOf(allocate(assessment, table)),
    [NAMES.naive]: naiveDecimal,
  }
  const all: PeerAgreement[] = []
  for (const [name, peer] of Object.entries({ ...ours, ...peers })) {
    const differences: Difference[] = []
    for (const [i, assessment] of cases.entries()) {
      const found = difference(handwritten(assessment), await peer(assessment))
      if (found) differences.push({ case: `${i % 2 === 0 ? 'named' : 'mixed'} ${Math.floor(i / 2)}`, ...found })
    }
    all.push({ name, cases: cases.length, differ: differences.length, first: differences[0] ?? null })
  }
  return all
}

function difference(right: Figures, given: Figures): Omit<Difference, 'case'> | null {
  for (const figure of Object.keys(right) as (keyof Figures)[])
    if (right[figure] !== given[figure]) return { figure, right: right[figure], given: given[figure] }
  return null
}

function timed(peers: Peers, cases: readonly Assessment[], rounds: number): Promise<Record<string, Timing>> {
  const table = westmarch()
  const at = (i: number): Assessment => cases[i % cases.length] as Assessment
  const total = (done: ReturnType<Peer>) => (done instanceof Promise ? done.then(({ total }) => total) : done.total)
  const works = Object.entries(peers).map(([name, peer]) => [name, (i: number) => total(peer(at(i)))] as const)
  return interleavedAsync(
    {
      [NAMES.byHand]: (i) => handwritten(at(i)).total,
      [NAMES.ours]: (i) => allocate(at(i), table).total.settled,
      [NAMES.naive]: (i) => naiveDecimal(at(i)).total,
      ...Object.fromEntries(works),
    },
    rounds,
  )
}
