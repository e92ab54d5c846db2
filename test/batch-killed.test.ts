import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { workshop } from './support/batch.js'

const shop = workshop()
afterAll(() => shop.remove())

const HEAD = 'case,date,age,safeguarding,points\n'
const rows = (count: number) => Array.from({ length: count }, (_, i) => `A-${i},2026-10-01,9,no,${i % 187}\n`).join('')

/** Starts the command as a process of its own, gives it a part of a caseload, and leaves it waiting for the rest. */
async function halfWay(): Promise<ChildProcess> {
  const argv = ['batch', '-', '--from', 'csv', '--table', 'tables/norfolk/short-breaks-primary.yaml']
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/bin.ts', ...argv, '-o', shop.at('out.csv')], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin?.on('error', () => {})
  child.stdin?.write(`${HEAD}${rows(20_000)}A-20001,2026-10-01,9,`)
  while (parts().length < 2 && child.exitCode === null) await wait(20)
  await wait(100)
  return child
}

const parts = () => shop.files().filter((name) => name.endsWith('.part'))

describe('ras batch that is ended half-way', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s leaves the old results, and nothing of the new ones', async (signal, code) => {
    shop.write('out.csv', 'the old results\n')
    shop.write('out.errors.csv', 'the old errors\n')
    const child = await halfWay()
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([code, null])
    expect(shop.files()).toEqual(['out.csv', 'out.errors.csv'])
    expect([shop.read('out.csv'), shop.read('out.errors.csv')]).toEqual(['the old results\n', 'the old errors\n'])
  })

  it('by SIGKILL leaves the old results, and the next run is none the worse for it', async () => {
    shop.write('out.csv', 'the old results\n')
    const child = await halfWay()
    child.kill('SIGKILL')
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    expect(shop.read('out.csv')).toBe('the old results\n')
    expect(parts()).toHaveLength(2)
    const next = await halfWay()
    next.stdin?.end('no,145\n')
    expect(await once(next, 'exit')).toEqual([0, null])
    expect(shop.read('out.csv').trimEnd().split('\n')).toHaveLength(1 + 20_001)
  })

  it('by the end of its input in the middle of a row tells that row', async () => {
    const child = await halfWay()
    child.stdin?.end()
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(shop.read('out.errors.csv')).toContain('20002,A-20001,points,RAS016')
    expect(shop.read('out.csv').trimEnd().split('\n')).toHaveLength(1 + 20_000)
  })
})
