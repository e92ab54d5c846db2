import { mkdirSync, readdirSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LOCK_NAME, lockText, readLock } from '../src/load/series/lock.js'
import type { Published } from '../src/load/shape/published.js'
import { workshop } from './support/batch.js'
import { wrongWords } from './support/faults.js'
import { type Harbour, harbour } from './support/harbour.js'
import { property } from './support/law.js'

const FIRST: Harbour = { version: '2025-26', from: '2025-04-01' }
const SECOND: Harbour = { version: '2026-27', from: '2026-04-01', supersedes: '2025-26', give: 540 }
const CHILD = 'case: a-1\ndate: 2026-03-31\nscores: { points: 145 }\n'

let shop = workshop()
beforeEach(() => {
  shop = workshop()
})
afterEach(() => shop.remove())

const put = (name: string, one: Harbour) => shop.write(name, harbour.text(one))
const publish = (...argv: string[]) => shop.ras('publish', ...argv)
/** `RAS406 2025-26.yaml:4` of everything that is told. */
const codes = async (...files: string[]) => {
  const { out } = await shop.ras(
    'validate',
    ...(files.length > 0 ? files.map(shop.at) : [shop.folder]),
    '--format',
    'json',
  )
  const told = JSON.parse(out) as { code: string; file: string; line: number }[]
  return told
    .filter(({ code }) => /^RAS4|^RAS0|^RAS1/.test(code))
    .map(({ code, file, line }) => `${code} ${file.slice(shop.folder.length + 1)}:${line}`)
}

describe('ras publish', () => {
  it('records each table beside it: an entry a line, by id and version', async () => {
    put('b.yaml', SECOND)
    put('a.yaml', FIRST)
    const { exit, out, err } = await publish(shop.at('b.yaml'), shop.at('a.yaml'), '--on', '2026-03-02')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.split('\n')[0]).toBe(`${shop.at('b.yaml')}: published on 2026-03-02, harbour-short-breaks 2026-27`)
    const lines = shop.read(LOCK_NAME).split('\n')
    expect(JSON.parse(lines.join('\n')).format).toBe('ras.published/1')
    expect(lines[3]).toMatch(
      /^ {4}\{ "id": "harbour-short-breaks", "version": "2025-26", "hash": "[0-9a-f]{64}", "file": "a.yaml", "on": "2026-03-02" \},$/,
    )
    expect(lines[4]).toMatch(/"2026-27".*"b.yaml".* \}$/)
    expect(await codes()).toEqual([])
    expect(shop.files()).toEqual(['a.yaml', 'b.yaml', LOCK_NAME])
  })

  it('takes today for the day where none is said, and refuses what is no day', async () => {
    put('a.yaml', FIRST)
    expect((await publish(shop.at('a.yaml'), '--on', '2026-02-29')).exit).toBe(2)
    expect(shop.files()).toEqual(['a.yaml'])
    const before = new Date()
    await publish(shop.at('a.yaml'))
    const local = (date: Date) =>
      new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
    expect([local(before), local(new Date())]).toContain(JSON.parse(shop.read(LOCK_NAME)).tables[0].on)
  })

  it('changes nothing where a table is recorded already, whatever the day', async () => {
    put('a.yaml', FIRST)
    await publish(shop.at('a.yaml'), '--on', '2025-03-03')
    const before = shop.read(LOCK_NAME)
    shop.write('a.yaml', `# A comment is no change.\n${harbour.text(FIRST)}`)
    const { exit, out } = await publish(shop.at('a.yaml'), '--on', '2026-01-01')
    expect({ exit, out }).toEqual({
      exit: 0,
      out: `${shop.at('a.yaml')}: published on 2025-03-03 already, harbour-short-breaks 2025-26\n`,
    })
    expect(shop.read(LOCK_NAME)).toBe(before)
  })

  it.each([
    ['a draft', { ...SECOND, status: 'draft' }, 'RAS412'],
    ['a trial', { ...SECOND, status: 'trial' }, 'RAS412'],
    ['a withdrawn one', { ...SECOND, status: 'withdrawn' }, 'RAS412'],
    ['one that overlaps another', { version: '2026-27', from: '2026-04-01' }, 'RAS403'],
    ['one that leaves a hole', { version: '2026-27', from: '2026-04-01', to: '2025-03-01' }, 'RAS401'],
    ['one that was published with another text', { ...FIRST, give: 501 }, 'RAS406'],
    [
      'one that supersedes itself',
      { ...SECOND, supersedes: '2026-27', from: '2024-01-01', to: '2025-03-31' },
      'RAS408',
    ],
  ] as const)('writes nothing for %s, not even for the others', async (_, one, code) => {
    put('a.yaml', FIRST)
    await publish(shop.at('a.yaml'), '--on', '2025-03-03')
    const before = shop.read(LOCK_NAME)
    const changes = one.version === FIRST.version
    put(changes ? 'a.yaml' : 'b.yaml', one)
    put('c.yaml', { version: '1', from: '2025-04-01', id: 'clubs', line: 'clubs', stream: 'clubs' })
    const { exit, out, err } = await publish(shop.at('c.yaml'), shop.at(changes ? 'a.yaml' : 'b.yaml'))
    expect({ exit, err }).toEqual({ exit: 1, err: '' })
    expect(out).toContain(` error ${code}`)
    expect(shop.read(LOCK_NAME)).toBe(before)
  })

  it('writes nothing for a table that breaks a principle, or does not load, or is not there', async () => {
    shop.write(
      'a.yaml',
      readFileSync('fixtures/faults/RAS831-at-most.yaml', 'utf8').replace('status: draft', 'status: published'),
    )
    shop.write('b.yaml', 'format: ras.table/1\n')
    expect((await publish(shop.at('a.yaml'))).out).toContain('RAS831')
    expect((await publish(shop.at('b.yaml'))).exit).toBe(1)
    expect((await publish(shop.at('c.yaml'))).exit).toBe(2)
    expect((await publish('-')).exit).toBe(2)
    expect(await publish(shop.at('a.yaml'), shop.folder)).toEqual({
      exit: 2,
      out: '',
      err: `ras: ${shop.folder} is a folder: give the files of its tables.\n`,
    })
    expect(shop.files()).toEqual(['a.yaml', 'b.yaml'])
  })

  it('writes the records of two folders, or neither', async () => {
    mkdirSync(shop.at('x'))
    mkdirSync(shop.at('y'))
    put('x/a.yaml', FIRST)
    put('y/b.yaml', { ...SECOND, status: 'draft' })
    expect((await publish(shop.at('x/a.yaml'), shop.at('y/b.yaml'))).exit).toBe(1)
    expect(() => shop.read(`x/${LOCK_NAME}`)).toThrow()
    put('y/b.yaml', SECOND)
    expect((await publish(shop.at('x/a.yaml'), shop.at('y/b.yaml'))).exit).toBe(0)
    expect([shop.read(`x/${LOCK_NAME}`), shop.read(`y/${LOCK_NAME}`)].join()).toMatch(/"a.yaml"[\s\S]*"b.yaml"/)
  })

  it.each([
    ['begun', null, lockText([{ id: 'other', version: '1', hash: '0'.repeat(64), file: 'o.yaml', on: '2026-03-02' }])],
    [
      'added to',
      lockText([]),
      lockText([{ id: 'a', version: '1', hash: '0'.repeat(64), file: 'o.yaml', on: '2026-03-02' }]),
    ],
    ['taken away', lockText([]), null],
  ])('writes nothing where the record was %s while it worked, not even in another folder', async (_, before, after) => {
    mkdirSync(shop.at('x'))
    put('x/a.yaml', { version: '1', from: '2026-04-01', id: 'clubs', line: 'clubs', stream: 'clubs' })
    put('a.yaml', FIRST)
    if (before !== null) shop.write(LOCK_NAME, before)
    // Somebody else is done right after the new record was written beside its place.
    const meanwhile = () => (after === null ? unlinkSync(shop.at(LOCK_NAME)) : shop.write(LOCK_NAME, after))
    const { exit, out, err } = await shop.during(meanwhile, 'publish', shop.at('x/a.yaml'), shop.at('a.yaml'))
    expect({ exit, out, err }).toEqual({
      exit: 2,
      out: '',
      err: `ras: ${shop.at(LOCK_NAME)} was changed meanwhile, and nothing is written: run ras publish again.\n`,
    })
    expect(shop.files()).toEqual(['a.yaml', ...(after === null ? [] : [LOCK_NAME]), 'x'])
    expect(readdirSync(shop.at('x'))).toEqual(['a.yaml'])
    if (after !== null) expect(shop.read(LOCK_NAME)).toBe(after)
    expect((await publish(shop.at('x/a.yaml'), shop.at('a.yaml'))).exit).toBe(after === null ? 0 : 1)
  })

  it('writes nothing into a record that cannot be read', async () => {
    put('a.yaml', FIRST)
    shop.write(LOCK_NAME, '<<<<<<< ours\n')
    const { exit, out } = await publish(shop.at('a.yaml'))
    expect(exit).toBe(1)
    expect(out).toContain(`${shop.at(LOCK_NAME)}:1:1 error`)
    expect(shop.read(LOCK_NAME)).toBe('<<<<<<< ours\n')
  })
})

describe('what was published', () => {
  beforeEach(async () => {
    put('a.yaml', FIRST)
    put('b.yaml', SECOND)
    await publish(shop.at('a.yaml'), shop.at('b.yaml'), '--on', '2026-03-02')
  })

  it('is withdrawn by its status alone', async () => {
    put('b.yaml', { ...SECOND, status: 'withdrawn' })
    expect(await codes()).toEqual([])
    put('b.yaml', { ...SECOND, status: 'withdrawn', give: 541 })
    expect(await codes()).toEqual(['RAS406 b.yaml:3'])
  })

  it('may be given an end that it did not have, and be withdrawn besides, and nothing more', async () => {
    const ended = { ...SECOND, to: '2027-03-31' }
    for (const one of [ended, { ...ended, status: 'withdrawn' }]) {
      put('b.yaml', one)
      expect(await codes()).toEqual([])
    }
    for (const one of [
      { ...ended, give: 541 },
      { ...ended, from: '2026-04-02' },
      { ...ended, status: 'draft' },
      { ...ended, status: 'withdrawn', give: 541 },
    ]) {
      put('b.yaml', one)
      expect(await codes()).toContain('RAS406 b.yaml:3')
    }
    put('b.yaml', ended)
    expect((await publish(shop.at('b.yaml'))).out).toContain('published on 2026-03-02 already')
  })

  it('keeps the end that it was published with', async () => {
    const ends = { version: '1', from: '2026-04-01', to: '2027-03-31', id: 'clubs', line: 'clubs', stream: 'clubs' }
    put('c.yaml', ends)
    await publish(shop.at('c.yaml'))
    expect(await codes()).toEqual([])
    const { to: _, ...open } = ends
    for (const one of [open, { ...ends, to: '2027-03-30' }, { ...ends, to: '2027-04-01' }]) {
      put('c.yaml', one)
      expect(await codes()).toEqual(['RAS406 c.yaml:3'])
    }
    put('c.yaml', { ...ends, status: 'withdrawn' })
    expect(await codes()).toEqual([])
  })

  it('is missed in every folder below, also where no table is left beside the record', async () => {
    mkdirSync(shop.at('old'))
    mkdirSync(shop.at('old/er'))
    put('old/er/c.yaml', { version: '1', from: '2024-04-01', id: 'clubs', line: 'clubs', stream: 'clubs' })
    await publish(shop.at('old/er/c.yaml'))
    unlinkSync(shop.at('old/er/c.yaml'))
    expect(await codes()).toEqual([`RAS407 old/er/${LOCK_NAME}:4`])
    expect(await codes('old')).toEqual([`RAS407 old/er/${LOCK_NAME}:4`])
    expect((await shop.ras('validate', shop.at('old'))).exit).toBe(1)
    shop.write('child', CHILD)
    for (const folder of [shop.folder, shop.at('old')])
      expect((await shop.ras('allocate', shop.at('child'), '--tables', folder, '--on', '2026-04-01')).out).toContain(
        'RAS407',
      )
    // With nothing to compare, `--against` is a slip still.
    const { exit, err } = await shop.ras('validate', shop.at('a.yaml'), '--against', shop.at('old'))
    expect({ exit, err }).toEqual({ exit: 2, err: `ras: There is no table in ${shop.at('old')} to compare with.\n` })
  })

  it('is asked for with --recorded where its record was taken away, and left alone without', async () => {
    mkdirSync(shop.at('x'))
    put('x/c.yaml', { version: '1', from: '2024-04-01', id: 'clubs', line: 'clubs', stream: 'clubs' })
    put('x/d.yaml', { version: '2', from: '2029-04-01', id: 'clubs', line: 'clubs', stream: 'clubs', status: 'draft' })
    expect(await codes()).toEqual([])
    const recorded = async () => {
      const { exit, out } = await shop.ras(
        'validate',
        shop.folder,
        '--recorded',
        '--max-warnings',
        '0',
        '--format',
        'json',
      )
      const told = (JSON.parse(out) as { code: string; file: string }[]).filter(({ code }) => code === 'RAS411')
      return { exit, told: told.map(({ file }) => file.slice(shop.folder.length + 1)) }
    }
    expect(await recorded()).toEqual({ exit: 1, told: ['x/c.yaml'] })
    unlinkSync(shop.at(LOCK_NAME))
    expect(await codes()).toEqual([])
    expect(await recorded()).toEqual({ exit: 1, told: ['a.yaml', 'b.yaml', 'x/c.yaml'] })
    await publish(shop.at('a.yaml'), shop.at('b.yaml'), shop.at('x/c.yaml'))
    expect((await recorded()).told).toEqual([])
  })

  it('is known under another name of its file', async () => {
    shop.write('renamed.yml', shop.read('a.yaml'))
    unlinkSync(shop.at('a.yaml'))
    expect(await codes()).toEqual([])
    unlinkSync(shop.at('renamed.yml'))
    expect(await codes()).toEqual([`RAS407 ${LOCK_NAME}:4`])
    expect(await codes('b.yaml')).toEqual([`RAS407 ${LOCK_NAME}:4`])
  })

  it('is looked at for one file by itself: no other is missed, and no hole is seen', async () => {
    expect(await codes('b.yaml')).toEqual([])
    put('c.yaml', { ...FIRST, version: '2024', from: '2024-04-01', to: '2024-12-31', status: 'published' })
    expect(await codes('c.yaml', 'b.yaml')).toEqual(['RAS411 c.yaml:7'])
    expect(await codes()).toEqual(['RAS404 a.yaml:8', 'RAS411 c.yaml:7'])
  })

  it('is not missed where its file is there and cannot be loaded', async () => {
    shop.write('a.yaml', shop.read('a.yaml').replace('rounding: half up\n', ''))
    expect(await codes()).toEqual(['RAS102 a.yaml:1'])
    shop.write('a.yaml', 'id: [')
    expect((await codes()).map((code) => code.slice(0, 13))).toEqual(['RAS001 a.yaml'])
  })
})

/** A sound record, and one thing in it spoilt. */
const ENTRY: Published = { id: 'a', version: '1', hash: '0'.repeat(64), file: 'a.yaml', on: '2026-03-02' }
const SOUND = lockText([ENTRY, { ...ENTRY, version: '2', file: 'b.yaml' }])

describe('a record', () => {
  it('is read as it was written, and written the same whatever the order', () => {
    const all = [ENTRY, { ...ENTRY, id: 'a-b' }, { ...ENTRY, version: '10' }, { ...ENTRY, version: '2' }]
    expect(readLock(lockText(all), 'lock').published.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'a 1',
      'a 10',
      'a 2',
      'a-b 1',
    ])
    expect(lockText([...all].reverse())).toBe(lockText(all))
    expect(readLock(lockText([]), 'lock')).toMatchObject({ published: [], findings: [] })
    expect(JSON.parse(lockText([]))).toEqual({ format: 'ras.published/1', tables: [] })
  })

  it.each([
    ['nothing at all', '', 'RAS007 1:1'],
    ['a comment', '# Nothing yet.\n', 'RAS007'],
    ['cut off', SOUND.slice(0, 60), 'RAS001'],
    [
      'a merge that nobody settled',
      SOUND.replace(/^( {4}.*\n)/m, '<<<<<<< ours\n$1=======\n$1>>>>>>> theirs\n'),
      'RAS001 4:1',
    ],
    ['another format', SOUND.replace('published/1', 'published/2'), 'RAS104 2:13'],
    ['a list', '[]', 'RAS103 1:1'],
    ['words', 'hello', 'RAS103 1:1'],
    ['no tables', '{ "format": "ras.published/1" }', 'RAS102 1:1'],
    ['tables that are no list', SOUND.replace(/\[[\s\S]*\]/, '{}'), 'RAS103 3:13'],
    ['a hash cut short', SOUND.replace('0000"', '"'), 'RAS105 4:42'],
    ['no hash', SOUND.replace(/"hash": "0*", /, ''), 'RAS102 4:5'],
    ['a word too many', SOUND.replace('"on"', '"by": "me", "on"'), 'RAS101 4:128'],
    ['a day that is none', SOUND.replace('2026-03-02', '2026-02-30'), 'RAS105 4:134'],
    ['a file in another folder', SOUND.replace('a.yaml', '../a.yaml'), 'RAS105 4:118'],
    ['a key twice', SOUND.replace('"version": "1"', '"id": "b"'), 'RAS004 4:18'],
    ['a table twice', SOUND.replace('"version": "2"', '"version": "1"'), 'RAS004 5:5'],
    ['a key into the prototype', SOUND.replace('"id": "a"', '"__proto__": {}'), 'RAS008 4:7'],
    ['an alias', 'a: &a 1\nb: *a\n', 'RAS003 1:4'],
    ['deep', `${'['.repeat(3000)}`, 'RAS005'],
    ['large', `"${'x'.repeat(2 ** 20)}"`, 'RAS002 1:1'],
  ])('that is %s is told at its place', async (_, text, expected) => {
    put('a.yaml', FIRST)
    shop.write(LOCK_NAME, text)
    const { out } = await shop.ras('validate', shop.at('a.yaml'), '--format', 'json')
    const [first, ...rest] = (
      JSON.parse(out) as { code: string; line: number; column: number; file: string; message: string; mend: string }[]
    ).filter(({ file }) => file.endsWith('.json'))
    if (!first) throw new Error('nothing was found')
    expect(`${first.code} ${first.line}:${first.column}`).toContain(expected)
    for (const one of [first, ...rest]) expect(wrongWords(one as never, text)).toEqual([])
    expect((await shop.ras('allocate', '-', '--tables', shop.folder, '--on', '2026-04-01')).exit).toBe(1)
  })

  property(
    'is read or told about, whatever it says, and without an exception',
    fc.tuple(fc.nat(), fc.nat(20), fc.string()),
    ([at, length, text]) => {
      const from = at % SOUND.length
      const { published, findings } = readLock(SOUND.slice(0, from) + text + SOUND.slice(from + length), 'lock')
      expect(published.length === 0 || findings.length === 0).toBe(true)
      for (const { line } of findings) expect(line).toBeGreaterThan(0)
    },
  )
})

describe('--tables FOLDER --on DATE', () => {
  const argv = (...more: string[]) => ['allocate', shop.at('child'), '--tables', shop.folder, ...more]
  beforeEach(() => {
    shop.write('child', CHILD)
    put('a.yaml', FIRST)
    put('b.yaml', SECOND)
  })

  it('works with the tables in force on the day, byte for byte as with --table', async () => {
    for (const [on, file] of [
      ['2026-03-31', 'a.yaml'],
      ['2026-04-01', 'b.yaml'],
    ] as const) {
      const one = await shop.ras('allocate', shop.at('child'), '--table', shop.at(file), '--format', 'json')
      expect(await shop.ras(...argv('--on', on, '--format', 'json'))).toEqual(one)
      expect(JSON.parse(one.out).format).toBe('ras.budget/1')
    }
  })

  it('gives an earlier case byte for byte the same once a later version is published', async () => {
    const before = await shop.ras(...argv('--on', '2026-03-31', '--format', 'json'))
    put('c.yaml', { version: '2027-28', from: '2027-04-01', supersedes: '2026-27', give: 600 })
    expect((await publish(shop.at('a.yaml'), shop.at('b.yaml'), shop.at('c.yaml'))).exit).toBe(0)
    expect(await shop.ras(...argv('--on', '2026-03-31', '--format', 'json'))).toEqual(before)
  })

  it('is the same for a caseload, which also says which table it was worked out with', async () => {
    shop.write('all.csv', 'case,date,points\na-1,2026-03-31,145\n')
    const { exit, out } = await shop.ras('batch', shop.at('all.csv'), '--tables', shop.folder, '--on', '2026-03-31')
    expect({ exit, said: out.includes('harbour-short-breaks@2025-26') }).toEqual({ exit: 0, said: true })
    expect((await shop.ras('caseload', '--tables', shop.folder, '--on', '2026-03-31', '--cases', '2')).exit).toBe(0)
    const over = await shop.ras(
      'batch',
      shop.at('all.csv'),
      '--tables',
      shop.folder,
      '--on',
      '2026-03-31',
      '-o',
      shop.at('a.yaml'),
    )
    expect({ exit: over.exit, out: over.out }).toEqual({ exit: 2, out: '' })
  })

  it.each([
    ['no day', [], '--on YYYY-MM-DD'],
    ['a day that is none', ['--on', '2026-02-29'], '“2026-02-29” is none'],
    ['both ways', ['--on', '2026-04-01', '--table', 'tables/hackney/short-breaks-2021-22.yaml'], 'not both'],
  ])('with %s is a slip in the command', async (_, more, words) => {
    const { exit, out, err } = await shop.ras(...argv(...more))
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(words)
  })

  it('is needed by the words that go with it, and one of the two ways always is', async () => {
    for (const more of [
      ['--on', '2026-04-01'],
      ['--authority', 'x'],
      ['--scheme', 'x'],
    ]) {
      const { exit, err } = await shop.ras('allocate', shop.at('child'), '--table', shop.at('a.yaml'), ...more)
      expect({ exit, said: err.includes(more[0] ?? '') }).toEqual({ exit: 2, said: true })
    }
    expect((await shop.ras('allocate', shop.at('child'))).err).toContain('--tables FOLDER --on DATE')
    expect((await shop.ras('batch', 'x.csv')).exit).toBe(2)
    expect((await shop.ras('caseload', '--cases', '1')).exit).toBe(2)
  })

  it('takes a folder with tables in it, and nothing else', async () => {
    mkdirSync(shop.at('empty'))
    for (const where of [shop.at('a.yaml'), shop.at('nowhere'), shop.at('empty')])
      expect((await shop.ras('allocate', shop.at('child'), '--tables', where, '--on', '2026-04-01')).exit).toBe(2)
  })

  it('looks below, and neither into hidden folders, nor packages, nor along links that lead out', async () => {
    const outside = workshop()
    outside.write('out.yaml', 'not a table')
    for (const folder of ['.git', 'node_modules', 'more', 'more/deep']) mkdirSync(shop.at(folder))
    for (const file of ['.git/x.yaml', 'node_modules/x.yaml', '.x.yaml', 'more/notes.txt'])
      shop.write(file, 'not a table')
    symlinkSync(outside.folder, shop.at('more/link'))
    symlinkSync(outside.at('out.yaml'), shop.at('more/out.yaml'))
    symlinkSync(shop.at('nowhere.yaml'), shop.at('more/broken.yaml'))
    symlinkSync(shop.folder, shop.at('more/round'))
    put('more/deep/c.YML', { version: '1', from: '2026-01-01', id: 'clubs', line: 'clubs', stream: 'clubs' })
    const { exit, out } = await shop.ras(...argv('--on', '2026-04-01', '--format', 'json'))
    outside.remove()
    expect(exit, out).toBe(0)
    expect((JSON.parse(out) as { tables: { id: string }[] }).tables.map(({ id }) => id)).toEqual([
      'clubs',
      'harbour-short-breaks',
    ])
  })

  it('stops at a table that does not load, is given twice or was changed, in force or not', async () => {
    const stops = async (code: string) => {
      const { exit, out } = await shop.ras(...argv('--on', '2025-04-01'))
      expect({ exit, said: out.includes(` error ${code}`) }, out).toEqual({ exit: 1, said: true })
    }
    await publish(shop.at('a.yaml'), shop.at('b.yaml'))
    shop.write('c.yaml', 'format: ras.table/1\n')
    await stops('RAS102')
    shop.write('c.yaml', shop.read('b.yaml'))
    await stops('RAS405')
    put('b.yaml', { ...SECOND, give: 1 })
    shop.write('c.yaml', shop.read('b.yaml').replace('2026-27', '2028-29').replace('2026-04-01', '2028-04-01'))
    await stops('RAS406')
  })

  it('stops where a recorded table is gone: an earlier one would hold in its place', async () => {
    await publish(shop.at('a.yaml'), shop.at('b.yaml'))
    unlinkSync(shop.at('b.yaml'))
    const { exit, out } = await shop.ras(...argv('--on', '2026-04-01'))
    expect({ exit, said: out.includes('RAS407') }).toEqual({ exit: 1, said: true })
  })

  it('tells a day without a table, and one with two, and is helped by a scheme', async () => {
    expect((await shop.ras(...argv('--on', '2025-03-31'))).out).toContain(`${shop.folder} / error RAS409\n`)
    put('c.yaml', { version: '1', from: '2026-01-01', id: 'clubs' })
    expect((await shop.ras(...argv('--on', '2026-04-01'))).out).toContain('error RAS410')
    expect((await shop.ras(...argv('--on', '2026-04-01', '--scheme', 'clubs'))).exit).toBe(0)
    // A table that is not in force then is one of those there are.
    put('d.yaml', { version: '1', from: '2030-01-01', id: 'trial', status: 'draft', line: 'trial', authority: 'Haven' })
    for (const asked of [
      ['--scheme', 'trial'],
      ['--authority', 'HAVEN'],
    ])
      expect((await shop.ras(...argv('--on', '2026-04-01', ...asked))).out).toContain('RAS409')
  })

  it('says which authorities and schemes there are, where there is none of that name', async () => {
    put('c.yaml', { version: '1', from: '2026-01-01', id: 'clubs', line: 'clubs', authority: 'Haven' })
    for (const [asked, words] of [
      [['--authority', 'nobody'], 'is of “nobody”: --authority can be Harbour Council (invented), Haven.'],
      [
        ['--scheme', 'clubs', '--scheme', 'nobody'],
        'has the id “nobody”: --scheme can be clubs, harbour-short-breaks.',
      ],
    ] as const) {
      const told = await shop.ras(...argv('--on', '2026-04-01', ...asked))
      expect(told).toEqual({ exit: 2, out: '', err: `ras: No table in ${shop.folder} ${words}\n` })
    }
  })

  it('stops where a scheme does between two of its versions, whatever else of the stream goes on', async () => {
    put('a.yaml', { ...FIRST, to: '2026-03-31' })
    const { supersedes: _, ...second } = SECOND
    put('b.yaml', { ...second, from: '2026-04-03' })
    put('c.yaml', { version: '1', from: '2025-04-01', id: 'harbour-clubs', line: 'clubs' })
    expect(await codes()).toEqual(['RAS404 b.yaml:8'])
    const on = async (day: string) => {
      const { exit, out } = await shop.ras(...argv('--on', day, '--format', 'json'))
      return { exit, said: exit === 0 ? JSON.parse(out).total.settled : /RAS\d+/.exec(out)?.[0] }
    }
    expect(await on('2026-03-31')).toEqual({ exit: 0, said: 100_000 })
    for (const day of ['2026-04-01', '2026-04-02']) expect(await on(day)).toEqual({ exit: 1, said: 'RAS409' })
    expect(await on('2026-04-03')).toEqual({ exit: 0, said: 104_000 })
    // Somebody else’s table in the stream makes up for it no better.
    put('c.yaml', { version: '1', from: '2025-04-01', id: 'haven', line: 'clubs', authority: 'Haven' })
    expect((await on('2026-04-01')).exit).toBe(1)
    // Nor does its new name, from a later day on.
    put('c.yaml', { version: '1', from: '2025-04-01', id: 'harbour-clubs', line: 'clubs' })
    put('b.yaml', { version: '1', from: '2026-04-03', id: 'short-breaks', over: ['harbour-short-breaks', '2025-26'] })
    expect(await codes()).toEqual(['RAS404 b.yaml:8'])
    expect((await on('2026-04-02')).exit).toBe(1)
    expect(await on('2026-04-03')).toEqual({ exit: 0, said: 100_000 })
    put('b.yaml', { ...second, from: '2026-04-03' })
    // A table that supersedes the one that ended does.
    put('c.yaml', {
      version: '1',
      from: '2026-04-01',
      to: '2026-04-02',
      id: 'harbour-clubs',
      over: ['harbour-short-breaks', '2025-26'],
    })
    expect(await codes()).toEqual([])
    expect(await on('2026-04-01')).toEqual({ exit: 0, said: 50_000 })
  })
})

describe('a merge that nobody settled', () => {
  const unsettled = (text: string, mark: RegExp) =>
    text.replace(mark, (line) => `<<<<<<< ours\n${line}=======\n${line}>>>>>>> theirs\n`)

  it.each(['\n', '\r\n', '\r'])(
    'is told at its first mark in a table and an assessment (lines end in %j)',
    async (end) => {
      const ends = (text: string) => text.replaceAll('\n', end)
      shop.write('a.yaml', ends(unsettled(harbour.text(FIRST), /^status:.*\n/m)))
      const table = await shop.ras('validate', shop.at('a.yaml'))
      expect(table.exit).toBe(1)
      expect(table.out).toContain(
        `${shop.at('a.yaml')}:7:1 error RAS001\n  This is not valid YAML: an unsettled merge.\n`,
      )
      expect(table.out).toContain('Keep one side, and remove the marks of the merge.')
      put('b.yaml', FIRST)
      shop.write('child', ends(unsettled(CHILD, /^scores:.*\n/m)))
      const child = await shop.ras('allocate', shop.at('child'), '--table', shop.at('b.yaml'))
      expect(`${child.out}${child.err}`).toContain('child:3:1 ')
      expect(`${child.out}${child.err}`).toContain('an unsettled merge')
    },
  )

  it('is told where only one of its marks is left, and not where a text has such marks further in', async () => {
    shop.write('a.yaml', `${harbour.text(FIRST)}>>>>>>> theirs`)
    expect((await shop.ras('validate', shop.at('a.yaml'))).out).toContain('a.yaml:19:1 error RAS001\n')
    shop.write('a.yaml', harbour.text(FIRST).replace(/^title: .*$/m, 'title: "Harbour\u2028<<<<<<< ours"'))
    expect((await shop.ras('validate', shop.at('a.yaml'))).out).not.toContain('merge')
  })

  it('is not what an empty record is, which has words of its own', async () => {
    put('a.yaml', FIRST)
    shop.write(LOCK_NAME, '')
    const { out } = await shop.ras('validate', shop.at('a.yaml'))
    expect(out).toContain('  The record of what was published is empty.\n')
    expect(out).not.toContain('tables/,')
  })
})
