import type * as fc from 'fast-check'
import type { Tree } from '../oracle/tree.js'
import { categories } from './categories.js'
import { fromChoices, type Pick } from './choices.js'
import { facts } from './facts.js'
import { flags } from './flags.js'
import { header, sources, withoutGaps } from './header.js'
import { type KnownNeeds, LARGE, type Ledger, type Scored, SMALL, type TableTree } from './known.js'
import { type LineRoom, line, linesTree, type MadeLine, priced, priceRoom } from './lines.js'
import { type MadeScore, sumOf } from './made-score.js'
import { eachPoint } from './plain-price.js'
import { questions } from './questions.js'
import { ratesTree } from './rates.js'
import { scores, scoresTree } from './scores.js'
import { services } from './services.js'
import { name, names } from './words.js'

export interface TableOptions {
  /** `small` (if left out) costs little; `large` is about the size of a real scheme over three streams. */
  readonly size?: 'small' | 'large'
}

/** Valid tables over every construct of the format. */
export function arbitraryTable(options: TableOptions = {}): fc.Arbitrary<TableTree> {
  return fromChoices((pick) => makeTable(pick, options))
}

export function makeTable(pick: Pick, options: TableOptions = {}): TableTree {
  const size = options.size === 'large' ? LARGE : SMALL
  const top = header(pick)
  const fact = facts(pick, top.known.aged)
  const taken = new Set<string>()
  const form = questions(pick, size, top.known, fact.known, taken)
  const choosing = categories(fact.known, form.questions)
  const forms = top.known.forms.length
  const made = scores({ pick, size, forms, scored: form.scored, categories: choosing }, taken)
  const ledger: Ledger = { sources: names(pick, pick.int(1, 3), new Set()), cited: new Set(), rates: new Map() }
  const known: KnownNeeds = {
    facts: fact.known,
    forms: top.known.forms,
    questions: form.questions,
    groups: form.groups,
    scores: [...form.scored, ...made.map(({ scored }) => scored)],
    categories: choosing,
  }
  const room: LineRoom = { pick, size, header: top.known, needs: known, ledger }
  const ids = new Set<string>()
  const first = names(pick, pick.int(1, size.lines), ids).map((id) => line(room, id))
  const rest = unpriced(room, first, form.scored, taken)
  const lines =
    rest === null
      ? first
      : [...first, priced(room, name(pick, ids), eachPoint(priceRoom(room, 'price'), rest.scored), 'price')]
  const sums = {
    lines: lines.map(({ id, price: { isLookedUp, judgedBy }, word }) => {
      return { id, isLookedUp, judgedBy, isMoney: word === 'price' }
    }),
    streams: top.known.streams.map(({ id }) => id),
    edges: lines.flatMap(({ price }) => price.edges),
  }
  const raised = flags(pick, size, known, sums)
  const named = namesIn([linesTree(lines), raised ?? {}])
  const all = rest === null ? made : [...made, rest]
  const kept = pick.chance(10) ? all : used(all, named)
  return withoutGaps({
    ...top.tree,
    sources: sources(pick, ledger.cited),
    facts: fact.tree,
    questions: form.tree,
    scores: kept.length > 0 ? scoresTree(kept) : undefined,
    rates: ratesTree(ledger),
    lines: linesTree(lines),
    flags: raised,
    services: services(
      pick,
      lines.map(({ id }) => id),
    ),
  })
}

/** The points of the questions that price no line, so that a further line can be priced by them: every question counts. */
function unpriced(
  { pick }: LineRoom,
  lines: readonly MadeLine[],
  scored: readonly Scored[],
  taken: Set<string>,
): MadeScore | null {
  const counted = new Set(lines.flatMap(({ price }) => [...(price.by?.counts ?? [])]))
  const left = scored.filter(({ kind, id }) => kind === 'question' && !counted.has(id))
  return left.length === 0 ? null : sumOf(name(pick, taken), left)
}

/** The scores that something refers to; each refers only to those before it. */
function used(made: readonly MadeScore[], named: ReadonlySet<string>): readonly MadeScore[] {
  const wanted = new Set(named)
  const kept = [...made].reverse().filter(({ scored, tree }) => {
    if (!wanted.has(scored.id)) return false
    for (const name of namesIn([tree])) wanted.add(name)
    return true
  })
  return kept.reverse()
}

/** Every text and every key in these trees: whatever is referred to is among them. */
function namesIn(trees: readonly Tree[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (tree: Tree): void => {
    if (typeof tree === 'string') {
      found.add(tree)
      return
    }
    for (const key of Object.keys(tree)) {
      found.add(key)
      visit(Reflect.get(tree, key))
    }
  }
  for (const tree of trees) visit(tree)
  return found
}
