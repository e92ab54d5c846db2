import { put } from '../arbitrary/planted-tree.js'
import type { Tree } from '../oracle/tree.js'
import { ANSWER, ground, inCase } from './assessments.js'
import { FILE_CODES, type FileCode, SPOILT_LINES } from './file.js'
import { type Plant, spoiltText } from './plant.js'
import { type Path, written } from './written.js'

/** Faults that a table can have too, planted in an assessment. */
export const sharedPlants: Readonly<Record<string, Plant>> = {
  ...Object.fromEntries(FILE_CODES.map((code) => [`${code} in an assessment`, inCaseText(code)])),
  'RAS101 in an assessment': inCase('RAS101', (tree, pick) => {
    const path = pick.one<Path>([['zzz'], ['answer'], ['exceptional', 'why'], [...ANSWER, 'levels']])
    const asked = put(put(tree, ['exceptional'], { asked: 'yes' }), ANSWER, { level: 'some' })
    return { tree: put(asked, path, pick.one<Tree>(['x', ['x']])), at: path, on: 'key' }
  }),
  'RAS102 in an assessment': inCase('RAS102', (tree, pick) => {
    const key = pick.one(['date', 'case', 'asked'])
    if (key !== 'asked') return { tree: put(tree, [key], undefined), at: [] }
    return { tree: put(tree, ['exceptional'], { because: 'It is hard' }), at: ['exceptional'], on: 'key' }
  }),
  'RAS103 in an assessment': inCase('RAS103', (tree, pick) => {
    const [path, value] = pick.one<readonly [Path, Tree]>([
      [['answers'], ['some']],
      [['facts'], 'none'],
      [['participants'], 'a parent'],
      [['exceptional'], 'yes'],
      [['outcomes'], { words: 'x' }],
      [ANSWER, ['some']],
    ])
    return { tree: put(tree, path, value), at: path, with: ['RAS620', 'RAS626', 'RAS634'] }
  }),
  'RAS104 in an assessment': inCase('RAS104', (tree, pick) => {
    if (pick.chance(50)) return { tree: put(tree, ['format'], 'ras.assessment/2'), at: ['format'] }
    return { tree: put(tree, ['exceptional'], { asked: 'perhaps' }), at: ['exceptional', 'asked'] }
  }),
  'RAS105 in an assessment': inCase('RAS105', (tree, pick) => {
    const words = pick.one(['', '  ', 'x'.repeat(2001)])
    if (pick.chance(50)) return { tree: put(tree, ['participants'], ['A parent', words]), at: ['participants', 1] }
    return { tree: put(tree, ANSWER, { level: 'some', view: words }), at: [...ANSWER, 'view'] }
  }),
  'RAS109 in an assessment': inCase('RAS109', (tree, pick) => {
    const path = [pick.one(['answers', 'facts', 'scores']), 'nobody-asks-it']
    if (pick.chance(70)) return { tree: put(tree, path, pick.one(['some', '3'])), at: path, on: 'key' }
    return { tree: put(tree, ['outcomes'], [{ outcome: 'none', words: 'W' }]), at: ['outcomes', 0, 'outcome'] }
  }),
}

function inCaseText(code: FileCode): Plant {
  return (pick) => {
    const { sound, look } = ground(pick, (table) => table) ?? {}
    return sound && look ? spoiltText(code, written(pick, sound).text, pick, look, SPOILT_LINES[code]) : null
  }
}
