import { compare } from '../diagnostic.js'
import { asPence, type Pence } from '../pence.js'
import type { CaseRecord, Needs } from '../score/needs.js'
import { qualified } from '../score/qualified.js'
import { VERSION } from '../version.js'
import type { BySetting, Flag, IndicativeBudget, Total } from './budget.js'
import { principlesOver } from './principles.js'
import { rename } from './rename.js'

/** The budget of one table among several, and the id of that table. */
interface Own {
  readonly table: string
  readonly budget: IndicativeBudget
}

/**
 * The budgets of several tables as one. They stand table by table, in the order of the tables' ids; every name has its
 * table's id before it, and totals are over all of them. What a table judged (flags, who may agree, what it comes to in
 * each setting) it judged by its own lines, and says which table it is.
 */
export function unite(
  each: readonly Own[],
  { needs, record }: { readonly needs: Needs; readonly record: CaseRecord },
): IndicativeBudget {
  const named = each.map(({ table, budget }) => ({
    table,
    budget,
    own: rename(budget, (name) => qualified(table, name)),
  }))
  return {
    format: 'ras.budget/1',
    library: VERSION,
    tables: each.flatMap(({ budget }) => budget.tables),
    needs,
    record,
    scores: named.flatMap(({ own }) => own.scores),
    lines: named.flatMap(({ own }) => own.lines),
    streams: named.flatMap(({ own }) => own.streams),
    total: totalOver(named.map(({ own }) => own.total)),
    settings: named.flatMap(({ table, own }) => own.settings.map((one) => settingOf(table, one))),
    tiers: tiersOver(each),
    manageable: manageableOver(each),
    funders: named.flatMap(({ own }) => own.funders),
    outcomes: named.flatMap(({ own }) => own.outcomes),
    flags: named.flatMap(({ table, own }) => flagsOf(table, own.flags)),
    agreedBy: named.flatMap(({ table, budget }) => agreedOf(table, budget.agreedBy)),
    notices: [...new Set(each.flatMap(({ budget }) => budget.notices))],
    principles: principlesOver(each.map(({ table, budget }) => ({ table, principles: budget.principles }))),
  }
}

function totalOver(totals: readonly Total[]): Total {
  return {
    settled: sum(totals.map(({ settled }) => settled)),
    waiting: totals.flatMap(({ waiting }) => waiting),
    refused: totals.flatMap(({ refused }) => refused),
  }
}

function settingOf(table: string, one: BySetting): BySetting {
  return { table, ...one, flags: flagsOf(table, one.flags), agreedBy: agreedOf(table, one.agreedBy) }
}

function flagsOf(table: string, flags: readonly Flag[]): readonly Flag[] {
  return flags.map((flag) => ({ ...flag, table }))
}

function agreedOf(table: string, agreedBy: IndicativeBudget['agreedBy']): IndicativeBudget['agreedBy'] {
  return agreedBy.map((one) => ({ ...one, table }))
}

function tiersOver(each: readonly Own[]): IndicativeBudget['tiers'] {
  const all = each.flatMap(({ budget }) => budget.tiers)
  const tiers = [...new Set(all.map(({ tier }) => tier))].sort(compare)
  return tiers.map((tier) => ({
    tier,
    pence: sum(all.filter((one) => one.tier === tier).map(({ pence }) => pence)),
  }))
}

/** Null where no table says how a line can be managed. */
function manageableOver(each: readonly Own[]): Pence | null {
  const said = each.flatMap(({ budget }) => budget.manageable ?? [])
  return said.length === 0 ? null : sum(said)
}

function sum(amounts: readonly Pence[]): Pence {
  return asPence(amounts.reduce((total, pence) => total + pence, 0))
}
