import type { Code } from '../../../src/diagnostic.js'
import { put } from '../arbitrary/planted-tree.js'
import { entries, text } from '../oracle/tree.js'
import { first, GROUP, idsIn, LINE, OTHER, POINTS, QUESTION, SCORE, WHOLE, withFact } from './furnished.js'
import { inTable, type Plant, type Spoilt } from './plant.js'
import type { Path } from './written.js'

type QuestionnaireCode = Extract<Code, `RAS60${string}`>

const ASK = ['questions', GROUP, 'ask', QUESTION]

/** Faults of questions and scores in a table. */
export const questionnairePlants = {
  RAS601: inTable('RAS601', (tree, pick) => {
    const i = pick.int(1, 2)
    const level = pick.one(i === 1 ? ['none'] : ['none', 'some'])
    const path = [...ASK, 'levels', i]
    return { tree: put(tree, path, { [level]: i === 1 ? '8' : '21' }), at: [...path, level], on: 'key' }
  }),
  RAS602: inTable('RAS602', (tree, pick) => {
    const falls: readonly [Path, string] = [[...ASK, 'levels', 2, 'lots'], pick.one(['7', '7.99', '0'])]
    const rises: readonly [Path, string] = [[...ASK, 'direction'], 'support']
    if (pick.chance(60)) return { tree: put(tree, ...falls), at: falls[0] }
    const sound = put(tree, [...ASK, 'levels'], [{ none: '21' }, { some: '8' }])
    const up = put(put(sound, ...rises), [...ASK, 'levels', 1, 'some'], '21.5')
    return { sound: put(sound, ...rises), tree: up, at: [...ASK, 'levels', 1, 'some'] }
  }),
  RAS603: inTable('RAS603', (tree, pick) =>
    pick.one<() => Spoilt>([
      () => ({ tree: put(tree, ['scores', SCORE], { sum: [SCORE] }), at: ['scores', SCORE], on: 'key' }),
      () => {
        const circle = put(put(tree, ['scores', SCORE], { sum: [WHOLE] }), ['scores', WHOLE], { sum: [SCORE] })
        return { tree: circle, at: ['scores', SCORE], on: 'key' }
      },
      () => {
        const path = [...ASK, 'asked-when']
        return { tree: put(tree, path, { question: QUESTION, is: ['some'] }), at: path, on: 'key' }
      },
    ])(),
  ),
  RAS604: inTable('RAS604', (tree, pick) => {
    const again = pick.one([QUESTION, OTHER, SCORE])
    if (pick.chance(60)) {
      const path = ['scores', WHOLE, 'sum']
      return { tree: put(tree, path, [GROUP, again]), at: [...path, 1] }
    }
    const score = { 'per-cent-of': { [GROUP]: '50', [again]: '50' } }
    return { tree: put(tree, ['scores', WHOLE], score), at: ['scores', WHOLE, 'per-cent-of', again], on: 'key' }
  }),
  RAS605: inTable('RAS605', (tree, pick) => {
    const [said, circumstance] = withFact(tree, { is: 'circumstance', means: 'It is so' })
    const others = entries(said, 'facts').filter(([, fact]) => text(fact, 'is') !== 'decision')
    const [id] = pick.one(others)
    const area = { name: 'area', why: 'Why', 'area-factor': { fact: circumstance, times: { a: '1' } } }
    return pick.one<() => Spoilt>([
      () => spoilt(said, [...lineOf(pick.one(idsIn(tree, 'lines'))), 'gate'], id),
      () => spoilt(said, [...lineOf(LINE), 'when'], { fact: circumstance, is: ['yes'] }, ['fact']),
      () => spoilt(said, [...lineOf(POINTS), 'changes'], [area], [0, 'area-factor', 'fact']),
    ])()
  }),
  RAS606: inTable('RAS606', (tree, pick) => {
    if (pick.chance(50)) {
      const path = ['questions', 'planted-apart', 'ask', 'planted-uncounted']
      const question = { text: 'Who counts this?', levels: [{ none: '0' }] }
      const group = { title: 'Apart', outcome: first(tree, 'outcomes'), ask: { 'planted-uncounted': question } }
      return { tree: put(tree, ['questions', 'planted-apart'], group), at: path, on: 'key' }
    }
    const path = ['questions', GROUP, 'ask', OTHER]
    return { tree: put(tree, ['scores', WHOLE, 'sum'], [SCORE]), at: path, on: 'key' }
  }),
  RAS607: inTable('RAS607', (tree, pick) => {
    const words = ['religion', 'ethnic group', 'gender', 'Race', 'nationality', 'pregnancy', 'sexual orientation']
    const asked = idsIn(tree, 'questions').flatMap((group) =>
      idsIn(tree, 'questions', group, 'ask').map((id) => ['questions', group, 'ask', id, 'text']),
    )
    const path = pick.one(asked)
    return { tree: put(tree, path, `What is the family’s ${pick.one(words)}?`), at: path }
  }),
  RAS608: inTable('RAS608', (tree, pick) => {
    const [aged] = withFact(tree, { is: 'age' })
    const path = ['forms', 'planted-form']
    const sound = put(aged, path, { title: 'A form', 'from-age': '11', 'below-age': '16' })
    return { ...spoilt(sound, [...path, 'below-age'], pick.one(['11', '10', '0'])), sound }
  }),
  RAS609: inTable('RAS609', (tree, pick) => {
    const score = pick.one([
      { sum: [QUESTION] },
      { 'highest-of': [OTHER, SCORE] },
      { brought: 'A form', 'at-most': '9' },
    ])
    return { tree: put(tree, ['scores', 'planted-unused'], score), at: ['scores', 'planted-unused'], on: 'key' }
  }),
} satisfies Readonly<Record<QuestionnaireCode, Plant>>

function lineOf(id: string): Path {
  return ['lines', id]
}

/** Something put at a place, and told there or at a place within it. */
function spoilt(sound: Spoilt['tree'], path: Path, value: Parameters<typeof put>[2], within: Path = []): Spoilt {
  return { sound, tree: put(sound, path, value), at: [...path, ...within] }
}
