import { when } from '../../explain/condition-words.js'
import { and, capital, lower, or, spaced, stop } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { list, paragraph, section, table } from './words.js'

type Group = NonNullable<Written['questions']>[string]
type Question = Group['ask'][string]

/** A row of levels: a question, or one of its kinds. */
interface Row {
  readonly name: string
  readonly levels: readonly (readonly [level: string, points: string])[]
}

/** The most levels that stand side by side. */
const ABREAST = 7

/** The forms, and the questions under each heading with every level and its points. */
export function questionBlocks(scheme: Written): Block[] {
  return [...forms(scheme), ...Object.values(scheme.questions ?? {}).flatMap((group) => groupBlocks(group, scheme))]
}

function forms({ forms: all = {} }: Written): Block[] {
  return list(
    Object.values(all).map((form) => {
      const from = form['from-age'] === undefined ? '' : `from age ${form['from-age']}`
      const below = form['below-age'] === undefined ? '' : `below age ${form['below-age']}`
      const ages = and([from, below].filter((text) => text !== ''))
      const whole = stop(`${form.title}${ages === '' ? '' : `: ${ages}`}`)
      const who = form['refer-to'] === undefined ? 'people' : form['refer-to']
      const young =
        form['not-scored-below'] === undefined
          ? ''
          : ` Below age ${form['not-scored-below']} a child is assessed and not scored: ${who} decides.`
      return `${whole}${young}`
    }),
  )
}

function groupBlocks(group: Group, scheme: Written): Block[] {
  const questions = Object.values(group.ask)
  const outcome = scheme.outcomes[group.outcome] ?? group.outcome
  const rows = questions.flatMap(rowsOf)
  const alike = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.levels.map(([level]) => level).join(' ')
    alike.set(key, [...(alike.get(key) ?? []), row])
  }
  const notes = questions.flatMap((one) => notesOn(one, scheme))
  return section(3, group.title, [
    ...(outcome === group.title ? [] : paragraph(`What it is for: ${stop(outcome)}`)),
    ...[...alike.values()].flatMap(levelTable),
    ...(notes.length === 0 ? [] : [...paragraph('To know when answering:'), ...list(notes)]),
  ])
}

function rowsOf(one: Question): Row[] {
  const kinds = Object.entries(one.kinds ?? {}).map(([kind, levels]) => ({
    name: `${one.text} ${capital(spaced(kind))}`,
    levels: levels.flatMap((level) => Object.entries(level)),
  }))
  return [
    ...(one.levels ? [{ name: one.text, levels: one.levels.flatMap((level) => Object.entries(level)) }] : []),
    ...kinds,
  ]
}

/** Questions that have the same levels, with the points of each; levels that are too many for a row stand under each other. */
function levelTable(rows: readonly Row[]): Block[] {
  const levels = rows[0]?.levels ?? []
  if (levels.length > ABREAST)
    return rows.flatMap(({ name, levels: all }) =>
      table(
        name,
        ['Level', '>Points'],
        all.map(([level, points]) => [spaced(level), points]),
      ),
    )
  return table(
    'Points for each level',
    ['Question', ...levels.map(([level]) => `>${spaced(level)}`)],
    rows.map(({ name, levels: all }) => [name, ...all.map(([, points]) => points)]),
  )
}

/** What a question says beside its levels, each thing under its text. */
function notesOn(one: Question, scheme: Written): string[] {
  const means = Object.entries(one.means ?? {}).map(
    ([level, text]) => `${spaced(level).replace('/', ', ')} means: ${stop(lower(text))}`,
  )
  const forms = (one.forms ?? []).map((id) => lower(scheme.forms?.[id]?.title ?? id))
  const said = [
    one.guidance === undefined ? '' : stop(one.guidance),
    one['asked-when'] ? `Asked only when ${when(one['asked-when'], scheme)}; otherwise it has no points.` : '',
    forms.length === 0 ? '' : `Only on the ${or(forms)}.`,
    one.direction === 'support' ? 'More support never has more points.' : '',
    one['in-between'] ? 'Points between two levels may be given.' : '',
    one['not-applicable'] ? 'It may be answered as not applicable, which has no points.' : '',
    one['may-be-left'] ? 'It may be left blank, which has no points.' : '',
    ...means,
  ].filter((text) => text !== '')
  return said.length === 0 ? [] : [`${one.text} ${said.map(capital).join(' ')}`]
}
