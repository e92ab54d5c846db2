import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'

const readme = readFileSync('README.md', 'utf8')

describe('the README', () => {
  it('runs its ten lines, and they give what it says', async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    expect(
      code
        .trim()
        .split('\n')
        .filter((line) => line !== '').length,
    ).toBeLessThanOrEqual(10)
    mkdirSync('temp', { recursive: true })
    const file = path.resolve('temp/readme.ts')
    const run = code
      .replace("'send-ras'", "'../src/index.js'")
      .replace(/^budget\.total\.settled.*$/m, 'export const settled = budget.total.settled')
    writeFileSync(file, run)
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    const { settled } = (await import(file)) as { settled: number }
    expect(settled).toBe(150000)
    expect(code).toContain(`// ${settled} pence`)
    expect(said.mock.calls[0]?.[0]).toContain('LIKELY AMOUNT FOR CASE EX-0145: £1,500.00 A YEAR')
    said.mockRestore()
  })
  it('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    for (const [, name] of readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(name)
  })
  it('leads only to files that are there', () => {
    for (const [, link] of readme.matchAll(/\]\(([^)]+)\)/g)) expect(existsSync(link ?? ''), link).toBe(true)
  })
})
