import type { CaseloadColumns, Column, Given } from '../src/index.js'
import type { Kind } from './assessments.js'
import { LEVELS, type Levels } from './by-hand/levels.js'
import { type Random, random } from './random.js'

/** In what each child differs from the others before any question is asked. */
interface Children {
  readonly count: number
  readonly draw: Random
  /** 0 is the primary form, 1 the secondary. */
  readonly forms: Uint8Array
  /** How great a child's needs are in general, from 0 to 1, so that low and high totals both come up. */
  readonly leans: Float64Array
}

const BOTH = [0, 1]
const FORMS: Readonly<Record<string, readonly number[]>> = {
  play: [0],
  'home-routines': [0],
  travel: [1],
  'adult-life': [1],
}
const IN_BETWEEN = ['eating', 'behaviour', 'communication']

/**
 * That many valid cases for the Westmarch table, the same for the same seed, made as columns at once: as objects so many
 * would not fit in memory. `mixed` also has points between levels, blanks and answers in the other ways of writing.
 */
export function caseload(count: number, seed: number, kind: Kind): CaseloadColumns {
  const draw = random(seed)
  const forms = new Uint8Array(count).map(() => draw.whole(2))
  const leans = new Float64Array(count).map(() => draw.next())
  const children: Children = { count, draw, forms, leans }
  const columns: Record<string, Column> = {
    form: { values: ['primary', 'secondary'], codes: forms },
    date: column(children, ['2026-05-12'], () => 0),
    exceptional: exceptional(children, kind),
    ...facts(children, kind),
  }
  for (const [id, levels] of Object.entries(LEVELS)) columns[`answers/${id}`] = answer(children, id, levels, kind)
  return { cases: count, columns }
}

function column({ count }: Children, values: readonly Given[], code: (i: number) => number): Column {
  const codes = values.length > 256 ? new Uint16Array(count) : new Uint8Array(count)
  for (let i = 0; i < count; i++) codes[i] = code(i)
  return { values, codes }
}

function exceptional(children: Children, kind: Kind): Column {
  const because = 'two needs that multiply'
  const values = [undefined, { asked: true, because }, { asked: false, because }]
  const { draw } = children
  return column(children, values, () => (kind === 'mixed' && draw.chance(0.1) ? 1 + draw.whole(2) : 0))
}

function facts(children: Children, kind: Kind): Record<string, Column> {
  const { draw, forms } = children
  const ages = Array.from({ length: 12 }, (_, i) => 7 + i)
  const refused = { state: 'refused', reason: 'decided at panel on 3 May' }
  const yes = (share: number) =>
    column(children, [false, true, 'no', 'yes'], () => {
      const written = kind === 'mixed' && draw.chance(0.5) ? 2 : 0
      return written + (draw.chance(share) ? 1 : 0)
    })
  const days = [undefined, ...startDays()]
  return {
    'facts/age': column(children, ages, (i) => (forms[i] === 0 ? draw.whole(4) : 4 + draw.whole(8))),
    'facts/setting': column(children, ['mainstream', 'resourced', 'special'], () => draw.whole(3)),
    'facts/continuing-care': column(children, ['agreed', 'pending', 'fast-track', refused], () => draw.whole(4)),
    'facts/safeguarding': yes(0.1),
    'facts/far-from-services': yes(0.3),
    'facts/support-begins': column(children, days, () => (draw.chance(0.5) ? 1 + draw.whole(days.length - 1) : 0)),
  }
}

function startDays(): string[] {
  const two = (n: number) => String(n).padStart(2, '0')
  return Array.from({ length: 9 * 28 }, (_, i) => `2026-${two(4 + Math.floor(i / 28))}-${two(1 + (i % 28))}`)
}

function answer(children: Children, id: string, levels: Levels, kind: Kind): Column {
  const { draw, forms, leans } = children
  const names = Object.keys(levels)
  const most = names.length - 1
  const between = kind === 'mixed' && IN_BETWEEN.includes(id) ? hundredths(Math.max(...Object.values(levels))) : []
  const values = [...names, undefined, ...between]
  const asked = FORMS[id] ?? BOTH
  const blank = kind === 'mixed' && id === 'carer-health' ? 0.2 : 0
  return column(children, values, (i) => {
    if (!asked.includes(forms[i] ?? 0) || draw.chance(blank)) return names.length
    if (between.length > 0 && draw.chance(0.3)) return names.length + 1 + draw.whole(between.length)
    const near = Math.round((leans[i] ?? 0) * most + (draw.next() - 0.5) * 3)
    return Math.max(0, Math.min(most, near))
  })
}

/** Every hundredth of a point from 0 up to the most, as text. */
function hundredths(most: number): Given[] {
  return Array.from({ length: most * 100 + 1 }, (_, i) => ({ points: (i / 100).toFixed(2) }))
}
