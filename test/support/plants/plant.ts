import { check } from '../../../src/cli/audited.js'
import type { Code } from '../../../src/diagnostic.js'
import { type Located, loadTable, safeLoadTable } from '../../../src/index.js'
import { programOf } from '../../../src/workbook/program/program-of.js'
import { toldRefused } from '../../../src/workbook/refused.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { makeTable } from '../arbitrary/table.js'
import { tableText } from '../arbitrary/text.js'
import { furnished } from './furnished.js'
import { type Path, written } from './written.js'

/** One fault that was planted in something valid: what was found then, and where it must be found. */
export interface Planted {
  /** Everything that was found once the fault was there. */
  readonly found: readonly Told[]
  readonly code: string
  readonly file: string
  /** The line, worked out from what was written and not by the code under test. */
  readonly line: number
  /** What was found before; left out, only warnings may have been. */
  readonly before?: () => readonly Told[]
  /** Codes that may be found too, because the fault brings them with it; left out, none. */
  readonly with?: readonly string[]
  /** The spoilt text, to be shown where the fault was not found. */
  readonly text?: string
}

/** As much of a finding as a plant needs: those of a sheet have no more. */
export interface Told {
  readonly code: string
  readonly file: string
  readonly line: number
}

/** Makes something valid, spoils one thing in it and looks; null where what was made has no place for the fault. */
export type Plant = (pick: Pick) => Planted | null | Promise<Planted | null>

/** A table that was spoilt, and the place that must be told. */
export interface Spoilt {
  readonly tree: TableTree
  readonly at: Path
  readonly on?: 'key' | 'value'
  /** The table before, where it is not the one that was given. */
  readonly sound?: TableTree
  readonly with?: readonly Code[]
}

/** What spoils a valid table that has been furnished; null where it has no place for it. */
export type Spoil = (tree: TableTree, pick: Pick) => Spoilt | null

/** What spoils the lines of a text; `line` counts from 1. */
export type SpoilLines = (
  lines: readonly string[],
  pick: Pick,
) => { readonly lines: readonly string[]; readonly line: number; readonly with?: readonly Code[] } | null

export const FILE = 'planted.yaml'

/** Plants a fault in a generated valid table, which the loader must find. */
export function inTable(code: Code, spoil: Spoil): Plant {
  return planting(code, spoil, loaded)
}

/** Plants a fault in a generated valid table, which the loader lets pass and the audit must find. */
export function inAudit(code: Code, spoil: Spoil): Plant {
  const audited: Spoil = (tree, pick) => {
    const spoilt = spoil(tree, pick)
    return spoilt && { ...spoilt, with: [...(spoilt.with ?? []), ...SEARCHED] }
  }
  return planting(code, audited, (text) => check(FILE, text).findings)
}

/** Plants in a generated valid table what a workbook cannot say; null where it cannot say the table before either. */
export function inWorkbook(code: Code, spoil: Spoil): Plant {
  return planting(code, (tree, pick) => (inBook(tableText(tree)).length > 0 ? null : spoil(tree, pick)), inBook)
}

/** Everything that a workbook cannot say of a table. */
function inBook(text: string): readonly Located[] {
  const made = programOf([loadTable(text, { file: FILE })])
  return made.success ? [] : toldRefused(made.refused)
}

/** What an audit finds by a search that every figure can turn: a case that nobody may agree. */
const SEARCHED: readonly Code[] = ['RAS701', 'RAS702', 'RAS866']

/** Plants a fault in the text of a generated valid table. */
export function inText(code: Code, spoil: SpoilLines): Plant {
  return (pick) => {
    return spoiltText(code, written(pick, furnished(makeTable(pick))).text, pick, loaded, spoil)
  }
}

/** What `spoil` makes of the lines of a text, and what is found in it then and before. */
export function spoiltText(
  code: Code,
  sound: string,
  pick: Pick,
  look: (text: string) => readonly Located[],
  spoil: SpoilLines,
): Planted | null {
  const end = sound.includes('\r\n') ? '\r\n' : '\n'
  const spoilt = spoil(sound.split(end), pick)
  if (spoilt === null) return null
  const text = spoilt.lines.join(end)
  const before = () => look(sound)
  return { found: look(text), code, file: FILE, line: spoilt.line, before, with: spoilt.with ?? [], text }
}

function planting(code: Code, spoil: Spoil, look: (text: string) => readonly Located[]): Plant {
  return (pick) => {
    const tree = furnished(makeTable(pick))
    const spoilt = spoil(tree, pick)
    if (spoilt === null) return null
    const { text, lineOf } = written(pick, spoilt.tree)
    const before = () => look(written(pick, spoilt.sound ?? tree).text)
    const line = lineOf(spoilt.at, spoilt.on)
    return { found: look(text), code, file: FILE, line, before, with: spoilt.with ?? [], text }
  }
}

/** Everything that the loader says of a text. */
export function loaded(text: string, file = FILE): readonly Located[] {
  const result = safeLoadTable(text, { file })
  return result.success ? result.warnings : [...result.error.findings, ...result.warnings]
}
