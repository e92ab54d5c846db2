import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable, names } from '../loose.js'
import { namesInConditions } from './names-in-conditions.js'
import { namesInGrids } from './names-in-grids.js'
import { namesInLines } from './names-in-lines.js'
import { type Use, useOf } from './use.js'
import { eachLine, eachQuestion, levelsOf, type Path } from './walk.js'

/** Every name that is used must be declared, with the right kind where kinds matter; names that share a space are unique. */
export function checkNames(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const use = useOf(table, (one) => found.push(one))
  namesInHeader(table, use)
  namesInQuestions(table, use)
  namesInLines(table, use)
  namesInGrids(table, use)
  namesInConditions(table, use)
  return [...unique(table), ...found]
}

function unique(table: LooseTable): Finding[] {
  const seen = new Map<string, string>()
  const found: Finding[] = []
  const add = (name: string, kind: string, path: Path) => {
    const other = seen.get(name)
    if (other) found.push(finding('RAS110', pointer(path), { name, other }, 'key'))
    else seen.set(name, kind)
  }
  if (names(table.streams).includes('all')) {
    const expected = 'another name: all means every stream'
    found.push(finding('RAS105', pointer(['streams', 'all']), { got: 'all', expected }, 'key'))
  }
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

function namesInHeader(table: LooseTable, { use }: Use): void {
  for (const [i, route] of items(table.challenge)) use('stream', route.stream, ['challenge', i, 'stream'])
  for (const [id, rate] of entries(table.rates)) use('source', rate.source, ['rates', id, 'source'])
  for (const [id, service] of entries(table.services))
    for (const [i, line] of items(service.lines)) use('line', line, ['services', id, 'lines', i])
}

function namesInQuestions(table: LooseTable, { use, useOneOf }: Use): void {
  for (const [id, group] of entries(table.questions)) use('outcome', group.outcome, ['questions', id, 'outcome'])
  for (const { path, question } of eachQuestion(table)) {
    for (const [i, form] of items(question.forms)) use('form', form, [...path, 'forms', i])
    for (const level of names(question.means))
      useOneOf('level', level, levelsOf(question), [...path, 'means', level], 'key')
  }
  for (const [id, score] of entries(table.scores)) {
    for (const word of ['sum', 'highest-of'] as const)
      for (const [i, name] of items(score[word])) use('question, group or score', name, ['scores', id, word, i])
    for (const name of names(score['per-cent-of']))
      use('question, group or score', name, ['scores', id, 'per-cent-of', name], 'key')
  }
}
