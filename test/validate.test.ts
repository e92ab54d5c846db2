import { mkdirSync, readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, describe, expect, it } from 'vitest'
import { workshop } from './support/batch.js'
import { commandsIn } from './support/github-runner.js'

const { at, write, read, files, remove, ras, rasIn, piped } = workshop()
afterAll(remove)

const NORFOLK_FILE = 'tables/norfolk/short-breaks-primary.yaml'
const NORFOLK = readFileSync(NORFOLK_FILE, 'utf8')
const FAULTS = 'fixtures/faults/table-with-five-faults.yaml'

/** Norfolk as a draft has two warnings and no error. */
const DRAFT = NORFOLK.replace('status: published', 'status: draft')
const sound = at('sound.yaml')
write('sound.yaml', DRAFT)

const row = (pounds: string) => DRAFT.replace('give: 2800.00', `give: ${pounds}`)

describe('how many warnings are allowed', () => {
  const said = (n: number, most: number) =>
    `Too many warnings: ${n}, where at most ${most} ${most === 1 ? 'is' : 'are'} allowed.\n`

  it.each([
    [0, 1],
    [1, 1],
    [2, 0],
    [3, 0],
  ])('two of them where %i are allowed: exit %i', async (most, exit) => {
    const told = await ras('validate', sound, '--max-warnings', `${most}`)
    expect(told.exit).toBe(exit)
    expect(told.out.endsWith(`0 errors, 2 warnings\n${exit === 1 ? said(2, most) : ''}`)).toBe(true)
  })

  it('is said on stderr where stdout is data', async () => {
    for (const format of ['json', 'sarif']) {
      const plain = await ras('validate', sound, '--format', format)
      expect(plain).toMatchObject({ exit: 0, err: '' })
      expect(await ras('validate', sound, '--format', format, '--max-warnings', '1')).toEqual({
        exit: 1,
        out: plain.out,
        err: said(2, 1),
      })
    }
  })

  it('is said in what a CI system reads', async () => {
    const github = await ras('validate', sound, '--format', 'github', '--max-warnings', '0')
    expect(
      commandsIn(github.out).commands.map(({ name, properties }) => [name, properties.title?.slice(0, 6)]),
    ).toEqual([
      ['warning', 'RAS851'],
      ['warning', 'RAS854'],
      ['error', 'Too ma'],
      ['group', undefined],
      ['endgroup', undefined],
    ])
    const junit = await ras('validate', sound, '--format', 'junit', '--max-warnings', '0')
    expect(junit.out).toContain('<testsuites name="ras validate" tests="3" failures="3"')
    expect([github.err, junit.err]).toEqual(['', ''])
  })

  it('is a whole number, and nothing else', async () => {
    for (const wrong of ['-1', '1.5', 'none', '', '1e1', '99999999999999999999'])
      expect(await ras('validate', sound, `--max-warnings=${wrong}`)).toEqual({
        exit: 2,
        out: '',
        err: `ras: --max-warnings takes a whole number, and “${wrong}” is none.\n`,
      })
  })

  it('does not excuse an error', async () => {
    expect((await ras('validate', FAULTS, '--max-warnings', '100')).exit).toBe(1)
  })
})

describe('tables beside earlier ones', () => {
  write('later.yaml', row('2000.00').replace('version: reconstructed-1', 'version: reconstructed-2'))

  it('tells what should be known at its place in the table', async () => {
    const { exit, out } = await ras('validate', at('later.yaml'), '--against', sound)
    expect(exit).toBe(0)
    const line = DRAFT.split('\n').findIndex((text) => text.includes('2800.00')) + 1
    expect(out).toMatch(new RegExp(`later\\.yaml:${line}:\\d+ warning RAS905`))
    expect(out).toMatch(/later\.yaml:\d+:\d+ warning RAS902/)
  })

  it('tells a version that is not what it was as an error', async () => {
    write('same.yaml', row('2000.00'))
    const { exit, out } = await ras('validate', at('same.yaml'), '--against', sound)
    expect(exit).toBe(1)
    expect(out).toContain('error RAS901')
    expect(await ras('validate', sound, '--against', sound)).toEqual(await ras('validate', sound))
  })

  it('compares with the same version where it is given, and else with the last that began before', async () => {
    write('between.yaml', row('2900.00').replace('version: reconstructed-1', 'version: between'))
    const codes = async (...against: string[]) => {
      const argv = against.flatMap((file) => ['--against', at(file)])
      const told = await ras('validate', at('later.yaml'), '--format', 'json', ...argv)
      return (JSON.parse(told.out) as { code: string; message: string }[])
        .filter(({ code }) => code === 'RAS905')
        .map(({ message }) => /£[\d,.]+/.exec(message)?.[0])
    }
    expect(await codes('sound.yaml', 'later.yaml', 'between.yaml')).toEqual([])
    expect(await codes('sound.yaml', 'between.yaml')).toHaveLength(1)
    write('next-year.yaml', DRAFT.replace(/in-force: \{ from: \d{4}/, 'in-force: { from: 2099'))
    expect(await codes('next-year.yaml')).toEqual([])
  })

  it('is a slip in the command where no table has the name of the earlier one, unless that one cannot be known', async () => {
    write('other.yaml', DRAFT.replace('id: norfolk-short-breaks-primary', 'id: another'))
    expect(await ras('validate', sound, '--against', at('other.yaml'))).toEqual({
      exit: 2,
      out: '',
      err: `ras: ${at('other.yaml')} is the table “another”, and no table to check has that name.\n`,
    })
    expect((await ras('validate', sound, FAULTS, '--against', at('other.yaml'))).exit).toBe(1)
  })

  it('takes a folder, in which not every table need have a later one', async () => {
    mkdirSync(at('main'))
    write('main/a.yaml', DRAFT)
    write('main/b.yml', DRAFT.replace('id: norfolk-short-breaks-primary', 'id: another'))
    const told = await ras('validate', at('later.yaml'), '--against', at('main'))
    expect(told).toEqual({ ...(await ras('validate', at('later.yaml'), '--against', sound)) })
  })

  it('tells the faults of an earlier one, and fails', async () => {
    const { exit, out } = await ras('validate', sound, '--against', FAULTS)
    expect(exit).toBe(1)
    expect(out).toContain(`${FAULTS}:13:1 error RAS101`)
    expect(out).toContain('13 | advise: ')
  })

  it('cannot be read from standard input together with a table', async () => {
    expect((await piped(DRAFT, 'validate', '-', '--against', '-')).exit).toBe(2)
    expect((await piped(DRAFT, 'validate', sound, '--against', '-')).exit).toBe(0)
  })
})

describe('a report in a file', () => {
  it('is there whole, and told on stdout for people', async () => {
    const pretty = await ras('validate', FAULTS)
    for (const format of ['pretty', 'json', 'sarif', 'junit']) {
      const printed = await ras('validate', FAULTS, '--format', format)
      expect(await ras('validate', FAULTS, '--format', format, '-o', at('report'))).toEqual(pretty)
      expect(read('report')).toBe(printed.out)
    }
    expect(files().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is not written over a table, nor where it would do nothing', async () => {
    const before = read('sound.yaml')
    expect((await ras('validate', sound, '-o', sound)).exit).toBe(2)
    expect((await ras('validate', FAULTS, '--against', sound, '--format', 'junit', '-o', sound)).exit).toBe(2)
    expect(await ras('validate', sound, '--format', 'github', '-o', at('github'))).toMatchObject({ exit: 2, out: '' })
    expect(read('sound.yaml')).toBe(before)
    expect(files()).not.toContain('github')
  })

  it('ends the command where it cannot be written', async () => {
    expect(await ras('validate', sound, '--format', 'sarif', '-o', at('no/such/folder'))).toEqual({
      exit: 2,
      out: '',
      err: `ras: ${at('no/such/folder')} cannot be written (ENOENT).\n`,
    })
  })

  it('is not written where the command has a slip', async () => {
    expect((await ras('validate', 'no-such.yaml', '-o', at('nothing'))).exit).toBe(2)
    expect(files()).not.toContain('nothing')
  })
})

describe('what is checked', () => {
  it('is read once, however often and however it is spelt', async () => {
    const once = await ras('validate', NORFOLK_FILE)
    expect(
      await ras('validate', NORFOLK_FILE, `./${NORFOLK_FILE}`, 'tables/../tables/norfolk/short-breaks-primary.yaml'),
    ).toEqual(once)
    expect((await piped(DRAFT, 'validate', '-')).exit).toBe(0)
    expect((await piped(DRAFT, 'validate', '-', '-')).exit).toBe(2)
  })

  it('is every table of a folder', async () => {
    const { exit, out } = await ras('validate', 'tables/norfolk', '--format', 'junit')
    expect(exit).toBe(0)
    const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(out)
    expect([testsuites.testsuite].flat().map(({ name }: { name: string }) => name)).toContain(NORFOLK_FILE)
  })

  it('is told where it is not in UTF-8', async () => {
    write('latin-1.yaml', Buffer.from(DRAFT.replace('Norfolk County', 'Norfòlk County'), 'latin1'))
    const { exit, out } = await ras('validate', at('latin-1.yaml'))
    expect(exit).toBe(1)
    expect(out).toContain('not written in UTF-8')
    write('utf-16.yaml', Buffer.from(`\ufeff${DRAFT}`, 'utf16le'))
    expect((await ras('validate', at('utf-16.yaml'))).exit).toBe(1)
  })
})

describe('in GitHub Actions', () => {
  const hostile = 'id: x ##[add-mask]£\n"::add-mask::y": 1\n::set-output name=z::1: 2\n'
  write('hostile.yaml', hostile)
  write('::error::x.yaml', hostile)

  it('no text of a table is taken for a command, in any format that it logs', async () => {
    for (const argv of [[], ['-o', at('out.sarif'), '--format', 'sarif'], ['--format', 'pretty']]) {
      const { out } = await rasIn(
        { GITHUB_ACTIONS: 'true' },
        'validate',
        at('hostile.yaml'),
        at('::error::x.yaml'),
        ...argv,
      )
      expect(out).toContain('##[add-mask]')
      expect(commandsIn(out).commands).toEqual([])
    }
    const elsewhere = await ras('validate', at('hostile.yaml'))
    expect(commandsIn(elsewhere.out).commands).not.toEqual([])
  })

  it('a table that another command refuses is not taken for one either', async () => {
    const { out } = await rasIn({ GITHUB_ACTIONS: 'true' }, 'allocate', FAULTS, '--table', at('hostile.yaml'))
    expect(out).toContain('##[add-mask]')
    expect(commandsIn(out).commands).toEqual([])
  })

  it('the summary of the step gets the findings after what is there', async () => {
    write('summary.md', 'before\n')
    const env = { GITHUB_STEP_SUMMARY: at('summary.md') }
    expect((await rasIn(env, 'validate', FAULTS, '--format', 'github')).exit).toBe(1)
    expect(read('summary.md')).toMatch(/^before\n# Allocation tables: 5 errors, 0 warnings\n\n\| Severity /)
    expect(read('summary.md').match(/^\| error \| RAS/gm)).toHaveLength(5)
    const first = read('summary.md')
    await rasIn(env, 'validate', FAULTS)
    await rasIn(env, 'validate', FAULTS, '--format', 'json')
    expect(read('summary.md')).toBe(first)
    await rasIn({ GITHUB_STEP_SUMMARY: '' }, 'validate', FAULTS, '--format', 'github')
  })

  it('a summary that cannot be written changes nothing else', async () => {
    const env = { GITHUB_STEP_SUMMARY: at('no/such/folder') }
    const { err, ...told } = await rasIn(env, 'validate', sound, '--format', 'github')
    const { err: _, ...without } = await ras('validate', sound, '--format', 'github')
    expect(told).toEqual(without)
    expect(err).toBe('ras: the summary of the step cannot be written (ENOENT).\n')
  })
})
