import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { streams } from '../src/cli/batch/node-streams.js'
import { files as onDisk } from '../src/cli/files.js'
import { main } from '../src/cli/main.js'
import { allocate, explain, loadTable, replay, safeAllocate, safeReadAssessment, tableFromJson } from '../src/index.js'
import { writtenOf } from '../src/load/table.js'

const read = (file: string) => readFileSync(file, 'utf8')
const NORFOLK = read('tables/norfolk/short-breaks-primary.yaml')
const HEREFORD = read('tables/herefordshire/high-needs-matrix.yaml')
/** Westmarch has short breaks of its own, and only one table may: here they are breaks for the family. */
const WESTMARCH = read('tables/westmarch/children-2026-27.yaml')
  .replace(/^ {2}short-breaks:/m, '  family-breaks:')
  .replace('title: Short breaks\n', 'title: Breaks for the family\n')
  .replaceAll(/(line|near-next-row): short-breaks/g, '$1: family-breaks')
  .replaceAll('lines: [short-breaks', 'lines: [family-breaks')

const norfolk = loadTable(NORFOLK, { file: 'norfolk.yaml' })
const hereford = loadTable(HEREFORD, { file: 'hereford.yaml' })
const westmarch = loadTable(WESTMARCH, { file: 'westmarch.yaml' })
const tables = [westmarch, norfolk, hereford]

/** The child of Westmarch, with what the two other tables ask beside it. */
const ASSESSMENT = read('fixtures/assessments/westmarch-primary.yaml')
  .replace('facts:\n', 'facts:\n  hours: 15\n  terms: 2\n')
  .concat('scores: { norfolk-short-breaks-primary/points: 145, herefordshire-high-needs-matrix/points: 52 }\n')

function assessment(text: string) {
  const result = safeReadAssessment(text, tables, { file: 'a.yaml' })
  if (!result.success) throw result.error
  return result.data
}

function found(text: string): string[] {
  const result = safeReadAssessment(text, tables, { file: 'a.yaml' })
  return result.success
    ? []
    : result.error.findings.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`)
}

describe('Norfolk, Herefordshire and Westmarch together', () => {
  const budget = allocate(assessment(ASSESSMENT), tables)
  const pence = Object.fromEntries(budget.streams.map(({ stream, settled }) => [stream, settled]))

  it('come to the sum of what each comes to', () => {
    expect(pence).toEqual({
      // 52 points: £2,938.00 a term × 2 terms × 15/30 of the hours
      'herefordshire-high-needs-matrix/education': 2938_00,
      // 145 points: the row from 131
      'norfolk-short-breaks-primary/social-care': 1500_00,
      'westmarch-children/education': 9800_00,
      'westmarch-children/health': 1090_11,
      'westmarch-children/social-care': 2480_00,
    })
    // 2,938.00 + 1,500.00 + 9,800.00 + 1,090.11 + 2,480.00
    expect(budget.total).toEqual({
      settled: 17_808_11,
      waiting: [{ line: 'westmarch-children/nursing', state: 'waiting', pence: 5709_60 }],
      refused: [],
    })
  })
  it('name all three, and say of each what it judged', () => {
    expect(budget.tables.map(({ id }) => id)).toEqual([
      'herefordshire-high-needs-matrix',
      'norfolk-short-breaks-primary',
      'westmarch-children',
    ])
    expect(budget.agreedBy).toEqual([
      { who: 'the Short Breaks Team', state: 'yes', table: 'norfolk-short-breaks-primary' },
      { who: 'the service manager for disabled children', state: 'yes', table: 'westmarch-children' },
    ])
    expect(new Set(budget.flags.map(({ table }) => table)).size).toBe(2)
    expect(budget.needs.forms).toEqual({ 'westmarch-children': 'primary' })
    expect(budget.needs.facts['norfolk-short-breaks-primary/age']).toBe(9)
    expect(budget.needs.facts['herefordshire-high-needs-matrix/age']).toBe(9)
  })
  it('are told in one statement, in which nothing is said twice', () => {
    const said = explain(budget, tables)
    const words = said.replaceAll(/\s+/g, ' ')
    expect(words).toContain('AT LEAST £17,808.11 A YEAR')
    expect(words).toContain("Westmarch children's budgets (invented): at least £13,370.11 Education: £9,800.00")
    for (const once of ['gives families free and impartial advice', 'Not included: a place', 'It is not a limit on'])
      expect(words.split(once)).toHaveLength(2)
    expect(explain(budget, [hereford, norfolk, westmarch])).toBe(said)
    expect(() => explain(budget, [norfolk, westmarch])).toThrow(/another table/)
    expect(() => explain(budget, norfolk)).toThrow(/another table/)
  })
  it('stand side by side in each setting of the table that asks it', () => {
    const open = allocate(assessment(ASSESSMENT.replace('setting: mainstream', 'setting: unknown')), tables)
    expect(open.settings.map(({ table, setting, total }) => [table, setting, total.settled])).toEqual([
      ['westmarch-children', 'mainstream', 13370_11],
      ['westmarch-children', 'resourced', 11622_61],
      ['westmarch-children', 'special', 11622_61],
    ])
    expect(replay(open, tables)).toEqual({ same: true })
  })
})

describe('what is wrong with an assessment for several tables', () => {
  it('is told once where all that know it miss it, by its name alone', () => {
    expect(found(ASSESSMENT.replace('  age: 9\n', ''))).toEqual([
      expect.stringContaining('RAS626 The fact “age” is not given'),
    ])
  })
  it('is told by the name with its table where only that table finds it', () => {
    expect(found(ASSESSMENT.replace('  age: 9\n', '  age: 9\n  norfolk-short-breaks-primary/age: 99\n'))).toEqual([
      expect.stringMatching(/^10:37 RAS627 The fact “norfolk-short-breaks-primary\/age” cannot be “99”/),
    ])
  })
  it('is told once where no table knows the name', () => {
    const text = ASSESSMENT.replace('  age: 9\n', '  age: 9\n  agee: 9\n  norfolk/age: 9\n')
    expect(found(text)).toEqual([
      '10:3 RAS109 There is no fact called “agee”.',
      '11:3 RAS109 There is no fact called “norfolk/age”.',
    ])
  })
  it('leads to the form, given for all or by table', () => {
    const by = (form: string) =>
      found(ASSESSMENT.replace('form: primary', `form: ${form}`)).map((one) => one.slice(0, 10))
    expect(by('primary')).toEqual([])
    expect(by('{ westmarch-children: primary }')).toEqual([])
    expect(by('infant')).toEqual(['4:7 RAS628'])
    expect(by('{ westmarch-children: infant }')).toEqual(['4:29 RAS62'])
    expect(by('{ westmarch-children: primary, norfolk: x }')).toEqual(['4:38 RAS10'])
    expect(by('{ westmarch-children: secondary }')[0]).toContain('RAS62')
  })
  it('shows each form as it is given where several tables have forms', () => {
    const harbour = loadTable(
      WESTMARCH.replace('id: westmarch-children', 'id: harbour')
        .replaceAll('law: ', 'law: #')
        .replaceAll('law: #education', 'law: care')
        .replaceAll('law: #health', 'law: care')
        .replaceAll('law: #care', 'law: health')
        .replaceAll(/^ +amount-is: .*\n/gm, ''),
    )
    const result = safeReadAssessment({}, [harbour, westmarch])
    const forms = (result.success ? [] : result.error.findings).filter(({ code }) => code === 'RAS628')
    expect(forms.map(({ mend }) => mend)).toEqual([
      'Give one of: harbour: primary, harbour: secondary.',
      'Give one of: westmarch-children: primary, westmarch-children: secondary.',
    ])
  })
})

describe('an answer that is given for all tables', () => {
  const text = (id: string, line: string, extra: string) =>
    NORFOLK.replace('norfolk-short-breaks-primary', id)
      .replace('  short-breaks:', `  ${line}:`)
      .replace('title: Short breaks,', `title: ${line},`)
      .replace('scores: { points:', `${extra}\nscores: { points:`)
      .replace('  safeguarding: {', '  asked: { is: circumstance, means: Asked }\n  safeguarding: {')
  const ask = (more: string) => `questions:
  help:
    title: Help
    outcome: play-and-breaks
    ask: { sleep: { text: Sleep?, levels: [none: 0, lots: 5]${more} } }`
  const one = loadTable(text('one', 'one-line', ask('')), { file: 'one.yaml' })
  const two = loadTable(text('two', 'two-line', ask(', asked-when: { circumstance: asked }')), { file: 'two.yaml' })
  const given = {
    case: 'A1',
    date: '2026-05-01',
    facts: { age: 9, safeguarding: false, asked: false },
    scores: { points: 100 },
    answers: { sleep: 'lots' },
  }
  it('is enough where one of them asks it', () => {
    const { needs, total } = allocate(given, [one, two])
    expect(needs.answers).toEqual({ 'one/sleep': 'lots', 'two/sleep': null })
    expect(total.settled).toBe(1000_00)
  })
  it('is refused where the table it is given for does not ask it, and where none does', () => {
    const refused = (answers: Record<string, string>, tables: Parameters<typeof allocate>[1]) => {
      const result = safeAllocate({ ...given, answers }, tables)
      return result.success ? [] : result.error.findings.map(({ code, at }) => `${code} ${at}`)
    }
    expect(refused({ sleep: 'lots', 'two/sleep': 'lots' }, [one, two])).toEqual(['RAS634 /answers/two~1sleep'])
    const three = loadTable(text('three', 'three-line', ask(', asked-when: { circumstance: asked }')))
    expect(refused({ sleep: 'lots' }, [two, three])).toEqual(['RAS634 /answers/sleep'])
  })
})

describe('tables that cannot be used together', () => {
  it('are refused where they are the same table, once for each place', () => {
    const again = loadTable(NORFOLK, { file: 'again.yaml' })
    const result = safeAllocate({}, [norfolk, hereford, again, norfolk])
    expect(result.success ? [] : result.error).toMatchObject({ name: 'TableError', code: 'RAS_TABLE' })
    expect(
      result.success ? [] : result.error.findings.map(({ code, file, line }) => `${code} ${file}:${line}`),
    ).toEqual(['RAS112 again.yaml:3', 'RAS112 norfolk.yaml:3'])
    expect(() => allocate(assessment(ASSESSMENT), [norfolk, again])).toThrow(/given twice/)
  })
  it('are refused where two claim a line, with pointers alone for a table that came as data', () => {
    const json = { ...JSON.parse(JSON.stringify(writtenOf(norfolk))), id: 'from-json' }
    const result = safeAllocate({}, [tableFromJson(json), norfolk])
    const told = result.success ? [] : result.error.findings
    expect(told.map(({ code, file, line, at }) => `${code} ${file}:${line} ${at}`)).toEqual([
      'RAS111 norfolk.yaml:43 /lines/short-breaks',
      'RAS111 table.json:0 /lines/short-breaks',
    ])
    expect(told.map(({ data }) => data)).toEqual([
      { line: 'short-breaks', title: 'Short breaks', other: 'from-json', where: '/lines/short-breaks' },
      { line: 'short-breaks', title: 'Short breaks', other: norfolk.id, where: 'norfolk.yaml:43:3' },
    ])
  })
  it('are not none at all, and are all loaded', () => {
    expect(() => allocate(assessment(ASSESSMENT), [])).toThrow(TypeError)
    expect(() => allocate(assessment(ASSESSMENT), [norfolk, {} as never])).toThrow(TypeError)
  })
})

describe('ras allocate with several tables', () => {
  const files: Readonly<Record<string, string>> = {
    'n.yaml': NORFOLK,
    'h.yaml': HEREFORD,
    'w.yaml': WESTMARCH,
    'other.yaml': NORFOLK.replace('norfolk-short-breaks-primary', 'other'),
    'broken.yaml': 'format: ras.table/1\n',
    'a.yaml': ASSESSMENT,
  }
  const ras = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const exit = await main({
      argv,
      readFile: (path) => files[path] ?? '',
      readStdin: () => ASSESSMENT,
      files: { ...onDisk, below: () => null, exists: (path) => Object.hasOwn(files, path) },
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: () => undefined,
      streams: async () => streams,
    })
    return { exit, out: out.join(''), err: err.join('') }
  }
  const with_ = (...names: string[]) => names.flatMap((name) => ['--table', name])

  it('prints one budget, the same in whatever order they are given', async () => {
    const { exit, out, err } = await ras('allocate', 'a.yaml', ...with_('w.yaml', 'n.yaml', 'h.yaml'))
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain('AT LEAST £17,808.11 A YEAR')
    expect((await ras('allocate', ...with_('h.yaml', 'n.yaml'), '-', ...with_('w.yaml'))).out).toBe(out)
    const json = (await ras('allocate', 'a.yaml', ...with_('w.yaml', 'n.yaml', 'h.yaml'), '--format', 'json')).out
    expect(JSON.parse(json).total.settled).toBe(17_808_11)
  })
  it('tells in both what two of them claim, and what is wrong with any of them, and exits 1', async () => {
    const clash = await ras('allocate', 'a.yaml', ...with_('n.yaml', 'other.yaml'))
    expect(clash.exit).toBe(1)
    expect(clash.out).toContain('n.yaml:43:3 error RAS111')
    expect(clash.out).toContain('other.yaml:43:3 error RAS111')
    expect(clash.out).toContain('43 |   short-breaks:')
    expect((await ras('allocate', 'a.yaml', ...with_('n.yaml', 'n.yaml'))).out).toContain('n.yaml:3:5 error RAS112')
    expect(await ras('allocate', 'a.yaml', ...with_('n.yaml', 'broken.yaml'))).toMatchObject({ exit: 1, err: '' })
  })
  it('reads one thing from standard input at the most', async () => {
    expect((await ras('allocate', '-', ...with_('n.yaml', '-'))).exit).toBe(2)
    expect((await ras('allocate', 'a.yaml', ...with_('-', '-'))).exit).toBe(2)
  })
})
