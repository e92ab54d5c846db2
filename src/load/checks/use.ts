import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { type LooseTable, names } from '../loose.js'
import { type Path, questionNames } from './walk.js'

type On = 'key' | 'value'

/** How a check says that a name is used: it reports what is not declared, or is of another kind. */
export interface Use {
  /** A name of this kind, such as `stream` or `question or group`. */
  readonly use: (kind: string, name: string | undefined, path: Path, on?: On) => void
  /** A fact of one of these kinds. */
  readonly useFact: (name: string | undefined, kinds: readonly string[], path: Path) => void
  /** One of the values that are listed. */
  readonly useOneOf: (kind: string, name: string, known: readonly string[], path: Path, on?: On) => void
  readonly report: (found: Finding) => void
}

export function useOf(table: LooseTable, report: (found: Finding) => void): Use {
  const questions = questionNames(table)
  const groups = names(table.questions)
  const scores = [...names(table.scores), ...groups]
  const known: Readonly<Record<string, readonly string[]>> = {
    source: names(table.sources),
    stream: names(table.streams),
    outcome: names(table.outcomes),
    funder: names(table.funders),
    form: names(table.forms),
    fact: names(table.facts),
    rate: names(table.rates),
    line: names(table.lines),
    score: scores,
    question: questions,
    'question or group': [...questions, ...groups],
    'question, group or score': [...questions, ...scores],
    'stream or all': [...names(table.streams), 'all'],
  }
  const unread = unreadKinds(table)
  const use: Use['use'] = (kind, name, path, on = 'value') => {
    const all = known[kind] ?? []
    if (name !== undefined && !all.includes(name) && !unread.some((section) => kind.includes(section)))
      report(finding('RAS109', pointer(path), { kind, name, known: all }, on))
  }
  return {
    report,
    use,
    useFact: (name, kinds, path) => {
      use('fact', name, path)
      const is = kindOf(table, name)
      if (name !== undefined && is !== undefined && !kinds.includes(is))
        report(finding('RAS605', pointer(path), { fact: name, is, needed: kinds }))
    },
    useOneOf: (kind, name, all, path, on = 'value') => {
      if (!all.includes(name)) report(finding('RAS109', pointer(path), { kind, name, known: [...new Set(all)] }, on))
    },
  }
}

/** The kind of a fact; an entitlement that is one of several names is a kind of its own. */
function kindOf(table: LooseTable, name: string | undefined): string | undefined {
  const fact = name === undefined ? undefined : table.facts?.[name]
  return fact?.is === 'entitlement' && Object.hasOwn(fact, 'one-of') ? 'named entitlement' : fact?.is
}

/** What cannot be missed, because the section that would declare it could not be read. */
function unreadKinds(table: LooseTable): string[] {
  const sections = [
    'sources',
    'streams',
    'outcomes',
    'funders',
    'forms',
    'facts',
    'rates',
    'lines',
    'scores',
    'questions',
  ] as const
  const unread = sections.filter((section) => Object.hasOwn(table, section) && table[section] === undefined)
  return unread.flatMap((section) => (section === 'questions' ? ['question', 'score'] : [section.slice(0, -1)]))
}
