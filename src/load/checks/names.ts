import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable, names } from '../loose.js'
import { eachLeaf, eachLine, eachQuestion, questionNames } from './walk.js'

type Path = readonly PropertyKey[]

/** Every name that is used must be declared, with the right kind where kinds matter; names that share a space are unique. */
export function checkNames(table: LooseTable): Finding[] {
  return [...unique(table), ...uses(table)]
}

function unique(table: LooseTable): Finding[] {
  const seen = new Map<string, string>()
  const found: Finding[] = []
  const add = (name: string, kind: string, path: Path) => {
    const other = seen.get(name)
    if (other) found.push(finding('RAS110', pointer(path), { name, other }, 'key'))
    else seen.set(name, kind)
  }
  if (names(table.streams).includes('all'))
    found.push(
      finding(
        'RAS105',
        pointer(['streams', 'all']),
        { got: 'all', expected: 'another name: all means every stream' },
        'key',
      ),
    )
  for (const group of names(table.questions)) add(group, 'group', ['questions', group])
  for (const [group, { ask }] of entries(table.questions))
    for (const id of names(ask)) add(id, 'question', ['questions', group, 'ask', id])
  for (const id of names(table.scores)) add(id, 'score', ['scores', id])
  for (const { path, line } of eachLine(table)) {
    const changeNames = new Set<string>()
    for (const [i, change] of items(line.changes)) {
      if (change.name === undefined) continue
      if (changeNames.has(change.name))
        found.push(finding('RAS110', pointer([...path, 'changes', i, 'name']), { name: change.name, other: 'change' }))
      changeNames.add(change.name)
    }
  }
  return found
}

function uses(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const questions = questionNames(table)
  const groups = names(table.questions)
  const known: Readonly<Record<string, readonly string[]>> = {
    source: names(table.sources),
    stream: names(table.streams),
    outcome: names(table.outcomes),
    funder: names(table.funders),
    form: names(table.forms),
    fact: names(table.facts),
    rate: names(table.rates),
    line: names(table.lines),
    score: [...names(table.scores), ...groups],
    question: questions,
    'question or group': [...questions, ...groups],
    'question, group or score': [...questions, ...groups, ...names(table.scores)],
    'stream or all': [...names(table.streams), 'all'],
  }
  const unread = unreadKinds(table)
  const use = (kind: string, name: string | undefined, path: Path, on: 'key' | 'value' = 'value') => {
    const all = known[kind] ?? []
    if (name !== undefined && !all.includes(name) && !unread.some((section) => kind.includes(section)))
      found.push(finding('RAS109', pointer(path), { kind, name, known: all }, on))
  }
  const useFact = (name: string | undefined, kinds: readonly string[], path: Path) => {
    use('fact', name, path)
    const is = name === undefined ? undefined : table.facts?.[name]?.is
    if (name !== undefined && is !== undefined && !kinds.includes(is))
      found.push(finding('RAS605', pointer(path), { fact: name, is, needed: kinds }))
  }

  for (const [i, route] of items(table.challenge)) use('stream', route.stream, ['challenge', i, 'stream'])
  for (const [id, group] of entries(table.questions)) use('outcome', group.outcome, ['questions', id, 'outcome'])
  for (const { path, question } of eachQuestion(table)) {
    for (const [i, form] of items(question.forms)) use('form', form, [...path, 'forms', i])
    const levels = items(question.levels).flatMap(([, level]) => Object.keys(level))
    for (const level of names(question.means))
      if (!levels.includes(level))
        found.push(
          finding('RAS109', pointer([...path, 'means', level]), { kind: 'level', name: level, known: levels }, 'key'),
        )
  }
  for (const [id, score] of entries(table.scores)) {
    for (const [i, name] of items(score.sum)) use('question, group or score', name, ['scores', id, 'sum', i])
    for (const name of names(score['per-cent-of']))
      use('question, group or score', name, ['scores', id, 'per-cent-of', name], 'key')
  }
  for (const [id, rate] of entries(table.rates)) use('source', rate.source, ['rates', id, 'source'])

  for (const { path, line } of eachLine(table)) {
    use('source', line.source, [...path, 'source'])
    use('stream', line.stream, [...path, 'stream'])
    use('outcome', line.outcome, [...path, 'outcome'])
    useFact(line.gate, ['decision'], [...path, 'gate'])
    const { price } = line
    use('score', price?.['look-up'], [...path, 'price', 'look-up'])
    use('score', price?.['each-point-of'], [...path, 'price', 'each-point-of'])
    use('rate', price?.rate, [...path, 'price', 'rate'])
    const hours = price?.['hours-a-week']
    if (hours !== undefined && /^[a-z]/.test(hours)) useFact(hours, ['hours'], [...path, 'price', 'hours-a-week'])
    for (const [i, factor] of items(price?.for)) {
      if (factor.terms !== undefined && /^[a-z]/.test(factor.terms))
        useFact(factor.terms, ['terms'], [...path, 'price', 'for', i, 'terms'])
      if (factor.hours !== undefined) useFact(factor.hours, ['hours'], [...path, 'price', 'for', i, 'hours'])
    }
    for (const [i, change] of items(line.changes)) use('source', change.source, [...path, 'changes', i, 'source'])
    useFact(line['part-year']?.start, ['start'], [...path, 'part-year', 'start'])
    useFact(line['part-year']?.terms, ['terms'], [...path, 'part-year', 'terms'])
    use('funder', line['paid-by']?.all, [...path, 'paid-by', 'all'])
    use('funder', line['paid-by']?.by, [...path, 'paid-by', 'by'])
    use('funder', line['paid-by']?.['then-by'], [...path, 'paid-by', 'then-by'])
    for (const name of names(line['paid-by']?.['per-cent']))
      use('funder', name, [...path, 'paid-by', 'per-cent', name], 'key')
  }

  for (const { path, leaf } of eachLeaf(table)) {
    const ranged = ['from', 'above', 'up-to', 'below'].some((word) => Object.hasOwn(leaf, word))
    const both = ranged === (leaf.is !== undefined)
    const kinds = [...(ranged && !both ? [] : ['setting', 'decision']), ...(leaf.is && !both ? [] : ['hours', 'terms'])]
    useFact(leaf.fact, kinds, [...path, 'fact'])
    useFact(leaf.circumstance, ['circumstance'], [...path, 'circumstance'])
    use('question', leaf.question, [...path, 'question'])
    use('score', leaf.score, [...path, 'score'])
    use('line', leaf.line, [...path, 'line'])
    use('line', leaf['near-next-row'], [...path, 'near-next-row'])
    use('stream or all', leaf.total, [...path, 'total'])
    for (const [i, form] of items(leaf.form)) use('form', form, [...path, 'form', i])
    for (const [i, name] of items(leaf.among)) use('question or group', name, [...path, 'among', i])
    const values = allowedValues(table, leaf.fact, leaf.question)
    const kind = leaf.question === undefined ? 'value' : 'level'
    if (values)
      for (const [i, value] of items(leaf.is))
        if (!values.includes(value))
          found.push(finding('RAS109', pointer([...path, 'is', i]), { kind, name: value, known: values }))
    const levels = items(leaf.among).flatMap(([, name]) => levelsUnder(table, name))
    for (const [i, level] of items(leaf['count-of']))
      if (levels.length > 0 && !levels.includes(level))
        found.push(
          finding('RAS109', pointer([...path, 'count-of', i]), {
            kind: 'level',
            name: level,
            known: [...new Set(levels)],
          }),
        )
  }
  return found
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

const STATES = ['agreed', 'refused', 'pending', 'fast-track']

function allowedValues(table: LooseTable, fact: string | undefined, question: string | undefined) {
  const declared = fact === undefined ? undefined : table.facts?.[fact]
  if (declared?.is === 'setting') return items(declared['one-of']).map(([, value]) => value)
  if (declared?.is === 'decision') return STATES
  return question === undefined ? undefined : levelsUnder(table, question)
}

function levelsUnder(table: LooseTable, name: string): string[] {
  return eachQuestion(table)
    .filter(({ id, group }) => id === name || group === name)
    .flatMap(({ question }) => items(question.levels).flatMap(([, level]) => Object.keys(level)))
}
