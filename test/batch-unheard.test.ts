import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { records, workshop } from './support/batch.js'

const NORFOLK = ['--table', 'tables/norfolk/short-breaks-primary.yaml']
const BAD = 2000

const shop = workshop()
afterAll(() => shop.remove())
beforeAll(() => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `A-${i},2026-10-01,9,no,${i < BAD ? 'many' : i % 187}\n`)
  shop.write('in.csv', `case,date,age,safeguarding,points\n${rows.join('')}`)
})

type Way = 'read' | 'left' | 'full'

/** Runs the command as a process of its own, whose reader may have left, or whose output is a full disk. */
async function ras(stdout: Way, stderr: Way, ...argv: string[]) {
  const full = () => openSync('/dev/full', 'w')
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/bin.ts', ...argv, ...NORFOLK], {
    stdio: ['ignore', stdout === 'full' ? full() : 'pipe', stderr === 'full' ? full() : 'pipe'],
  })
  const texts = [child.stdout, child.stderr].map((stream, i) => {
    const text: Buffer[] = []
    if ([stdout, stderr][i] === 'left') stream?.destroy()
    else stream?.on('data', (bytes: Buffer) => text.push(bytes))
    return text
  })
  const [exit] = await once(child, 'close')
  const [out, err] = texts.map((text) => Buffer.concat(text).toString())
  return { exit, out, err }
}

const batch = ['batch', shop.at('in.csv')]
const toFile = [...batch, '-o', shop.at('out.csv')]

describe('standard error that nobody reads', () => {
  it.each(existsSync('/dev/full') ? (['left', 'full'] as const) : (['left'] as const))(
    'or that is %s changes neither the results nor the exit code',
    async (way) => {
      const { exit, out } = await ras('read', way, ...batch)
      expect(exit).toBe(1)
      expect(records(out ?? '')).toHaveLength(30_000 - BAD)
    },
  )
})

describe('standard output whose reader has left', () => {
  it('changes nothing where the results go to a file', async () => {
    expect(await ras('left', 'read', ...toFile)).toMatchObject({ exit: 1, err: '' })
    expect(records(shop.read('out.csv'))).toHaveLength(30_000 - BAD)
  })
  it('ends the work without a word where it was to have the results, and that is no success', async () => {
    shop.write('good.csv', 'case,date,age,safeguarding,points\nA-1,2026-10-01,9,no,145\n')
    expect(await ras('left', 'read', 'batch', shop.at('good.csv'))).toMatchObject({ exit: 2, err: '' })
    expect(await ras('left', 'read', 'schema')).toMatchObject({ exit: 0, err: '' })
  })
})

describe.runIf(existsSync('/dev/full'))('standard output that is full', () => {
  it.each([[batch], [toFile], [['caseload', '--cases', '9']], [['schema']]])(
    'is told for %j, with exit 2',
    async (argv) => {
      const { exit, err } = await ras('full', 'read', ...argv)
      expect(exit).toBe(2)
      expect(err).toMatch(/(^|\n)ras: standard output cannot be written \(ENOSPC\)\.\n$/)
    },
  )
})
