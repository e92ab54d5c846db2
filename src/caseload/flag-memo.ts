import type { FlagPlan } from '../load/plan.js'
import { judge } from '../score/conditions.js'
import { sceneAt } from './block.js'
import type { FlagName } from './columns.js'
import { type Digit, distinct, listed } from './digits.js'
import { digitsOfFlag, type SumColumns, sumsAt } from './flag-digits.js'
import type { Inputs } from './inputs.js'
import { keysOf, sizeOf } from './keys.js'
import type { LineMemo } from './line-memo.js'

/** A flag of the table, or of a limit: what it depends on, and whether it is raised in a case of the block. */
export interface FlagToJudge {
  readonly name: Omit<FlagName, 'table'>
  readonly digits: readonly Digit[]
  readonly judge: (i: number) => 'yes' | 'no' | 'unknown'
}

export function tableFlag(flag: FlagPlan, inputs: Inputs, sums: SumColumns): FlagToJudge {
  const { id, kind, exceptional, who, when } = flag
  return {
    name: { id, kind, exceptional, who },
    digits: digitsOfFlag(flag, inputs, sums),
    judge: (i) => judge(when, { ...sceneAt(inputs.block, i), sums: sumsAt(sums, i) }, null),
  }
}

/** The flag of a limit: 1 in the list of what the line came to where the limit cut it. */
export function capFlag(id: string, { found }: LineMemo, cut: readonly number[]): FlagToJudge {
  return {
    name: { id, kind: 'cap', exceptional: true, who: '' },
    digits: [listed(found, cut, 2)],
    judge: (i) => (cut[found[i] ?? 0] === 1 ? 'yes' : 'no'),
  }
}

/** Some flags of one word, judged together once for everything that they depend on. */
export interface FlagMemo {
  /** The word among those of the table. */
  readonly word: number
  readonly found: Float64Array
  /** For each number in `found`, the bits of the flags that are raised, and of those that are not known. */
  readonly yes: readonly number[]
  readonly unknown: readonly number[]
  readonly work: (n: number) => void
}

/** So many different cases of what flags of a group depend on are quickly seen. */
const FEW = 2 ** 13

/** Puts flags into as few groups as keep the keys of each few, and never flags of two words into one. */
export function flagMemos(flags: readonly FlagToJudge[], block: number): FlagMemo[] {
  const groups: { readonly word: number; digits: readonly Digit[]; readonly flags: number[] }[] = []
  for (const [k, { digits }] of flags.entries()) {
    const word = k >> 5
    const home = groups.find((group) => group.word === word && sizeOf(distinct([...group.digits, ...digits])) <= FEW)
    if (!home) groups.push({ word, digits: distinct(digits), flags: [k] })
    else {
      home.digits = distinct([...home.digits, ...digits])
      home.flags.push(k)
    }
  }
  return groups.map((group) => flagMemo(group, flags, block))
}

function flagMemo(
  group: { readonly word: number; readonly digits: readonly Digit[]; readonly flags: readonly number[] },
  flags: readonly FlagToJudge[],
  block: number,
): FlagMemo {
  const yes: number[] = []
  const unknown: number[] = []
  const keys = keysOf(group.digits, block, () => {
    yes.length = 0
    unknown.length = 0
  })
  const bits = (truths: readonly (readonly [number, string | undefined])[], wanted: string) =>
    truths.reduce((all, [k, truth]) => (truth === wanted ? all | (1 << (k & 31)) : all), 0)
  const ask = (i: number): number => {
    const truths = group.flags.map((k) => [k, flags[k]?.judge(i)] as const)
    yes.push(bits(truths, 'yes'))
    unknown.push(bits(truths, 'unknown'))
    return yes.length - 1
  }
  return { word: group.word, found: keys.found, yes, unknown, work: (n) => keys.work(n, ask) }
}
