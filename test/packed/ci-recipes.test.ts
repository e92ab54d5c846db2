import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { pack, root, run } from './install.js'

/*
 * The recipes of docs/ci.md, run as they are written: each command of the two files by bash, as the two systems run it,
 * in a clone of a small repository whose `origin` is a bare one beside it, with the packed library installed in it.
 */

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly if?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Workflow {
  readonly permissions: unknown
  readonly env: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>
}
interface Job {
  readonly script: readonly string[]
  readonly after_script?: readonly string[]
}
interface Pipeline {
  readonly variables: Readonly<Record<string, string>>
  readonly default: { readonly before_script: readonly string[] }
  readonly check: Job
  readonly cases: Job
  readonly compare: Job
}

const github: Workflow = parse(readFileSync(path.join(root, 'fixtures/ci/github-tables.yml'), 'utf8'))
const gitlab: Pipeline = parse(readFileSync(path.join(root, 'fixtures/ci/gitlab-ci.yml'), 'utf8'))

const PUBLISHED = 'tables/short-breaks/2026-27.yaml'
const DRAFT = 'tables/short-breaks/2027-28.yaml'

let temp: string
let clone: string

beforeAll(() => {
  temp = realpathSync(mkdtempSync(path.join(tmpdir(), 'send-ras-ci-')))
  const tarball = pack(temp)
  clone = path.join(temp, 'tables')
  cpSync(path.join(root, 'fixtures/ci/repository'), clone, { recursive: true })
  const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  manifest.devDependencies['send-ras'] = `file:${tarball}`
  writeFileSync(at('package.json'), JSON.stringify(manifest))
  run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], clone)
  git('init', '--quiet', '--initial-branch', 'main')
  const draft = path.join(temp, 'draft.yaml')
  renameSync(at(DRAFT), draft)
  git('add', '.')
  commit('The table in force')
  git('clone', '--quiet', '--bare', '.', path.join(temp, 'origin.git'))
  git('remote', 'add', 'origin', path.join(temp, 'origin.git'))
  git('checkout', '--quiet', '-b', 'draft')
  renameSync(draft, at(DRAFT))
  git('add', '.')
  commit('A draft')
  // What GitHub’s machines have: a command that comments. This one keeps what it was told.
  mkdirSync(path.join(temp, 'bin'))
  writeFileSync(path.join(temp, 'bin/gh'), `#!/bin/sh\necho "$GH_TOKEN $@" >> "${path.join(temp, 'gh.log')}"\n`)
  chmodSync(path.join(temp, 'bin/gh'), 0o755)
})

afterAll(() => rmSync(temp, { recursive: true, force: true }))

beforeEach(() => {
  git('reset', '--quiet', '--hard')
  git('clean', '--quiet', '--force', '-d')
  rmSync(path.join(temp, 'gh.log'), { force: true })
})

function at(file: string): string {
  return path.join(clone, file)
}

function git(...args: readonly string[]): string {
  return run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', ...args], clone)
}

function commit(message: string): void {
  git('commit', '--quiet', '-m', message)
}

function edit(file: string, ...changes: readonly (readonly [before: string, after: string])[]): void {
  const text = changes.reduce(
    (all, [before, after]) => {
      if (!all.includes(before)) throw new Error(`${file} has no “${before}”`)
      return all.replaceAll(before, after)
    },
    readFileSync(at(file), 'utf8'),
  )
  writeFileSync(at(file), text)
}

/** The line of a file that has some text, from 1. */
function lineOf(file: string, text: string): number {
  return (
    readFileSync(at(file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  )
}

interface Ran {
  readonly exit: number | null
  readonly out: string
}

function bash(flags: readonly string[], script: string, env: Readonly<Record<string, string>>): Ran {
  const { status, stdout, stderr } = spawnSync('bash', [...flags, '-c', script], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', PATH: `${path.join(temp, 'bin')}:${process.env.PATH}`, ...env },
  })
  return { exit: status, out: `${stdout}${stderr}` }
}

/** What became of each step of the workflow that runs something, by job and name; null where it was left out. */
function onGitHub({ install = false } = {}): { readonly steps: Record<string, Ran | null>; readonly summary: string } {
  const summary = path.join(temp, 'summary.md')
  writeFileSync(summary, '')
  const steps: Record<string, Ran | null> = {}
  for (const [job, { steps: all }] of Object.entries(github.jobs)) {
    let failed = false
    for (const { name = '', run: script, if: when = '', env = {} } of all) {
      if (script === undefined || (name === 'Install' && !install)) continue
      const files = [...when.matchAll(/hashFiles\(('([^']+)'|env\.DRAFT)\) != ''/g)].map(([, , file]) => file ?? DRAFT)
      const goes = (!failed || when.includes('!cancelled()')) && files.every((file) => existsSync(at(file)))
      const given = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, known(value)]))
      const ran = goes
        ? // As GitHub runs what names no shell.
          bash(['-e'], script, {
            ...github.env,
            ...given,
            GITHUB_ACTIONS: 'true',
            GITHUB_BASE_REF: 'main',
            GITHUB_STEP_SUMMARY: summary,
          })
        : null
      steps[`${job}: ${name}`] = ran
      if (ran && ran.exit !== 0) failed = true
    }
  }
  return { steps, summary: readFileSync(summary, 'utf8') }
}

function known(value: string): string {
  const values: Readonly<Record<string, string>> = {
    '${{ github.token }}': 'a-token',
    '${{ github.event.pull_request.number }}': '7',
  }
  const found = values[value]
  if (found === undefined) throw new Error(`what is ${value}?`)
  return found
}

/** What became of each job of the pipeline. */
function onGitLab({ install = false } = {}): Record<'check' | 'cases' | 'compare', Ran> {
  const env = { ...gitlab.variables, GITLAB_CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }
  const ran = ({ script, after_script = [] }: Job): Ran => {
    const lines = [...(install ? gitlab.default.before_script : []), ...script]
    const main = bash(['-eo', 'pipefail'], lines.join('\n'), env)
    const after = bash(['-eo', 'pipefail'], after_script.join('\n'), env)
    return { exit: main.exit, out: `${main.out}${after.out}` }
  }
  return { check: ran(gitlab.check), cases: ran(gitlab.cases), compare: ran(gitlab.compare) }
}

function exits(ran: Readonly<Record<string, Ran | null>>): Record<string, number | null | undefined> {
  return Object.fromEntries(Object.entries(ran).map(([name, one]) => [name, one?.exit]))
}

const PASSED = {
  'check: Check every table, and what was published': 0,
  'check: Write the findings for code scanning': 0,
  'cases: Work out the golden cases': 0,
  'compare: Compare the draft with the table in force': 0,
  'compare: Show the comparison': 0,
  'compare: Comment with the comparison': 0,
}

function gitHubLog(): string {
  return existsSync(path.join(temp, 'gh.log')) ? readFileSync(path.join(temp, 'gh.log'), 'utf8') : ''
}

describe('a repository in which all is well', () => {
  test('passes every step on GitHub, from the first: the summary and the comment have the comparison', () => {
    const { steps, summary } = onGitHub({ install: true })
    const installed = { 'check: Install': 0, 'cases: Install': 0, 'compare: Install': 0 }
    expect(exits(steps), JSON.stringify(steps)).toEqual({ ...installed, ...PASSED })
    expect(steps['cases: Work out the golden cases']?.out).toContain('2 cases: all passed.')
    expect(JSON.parse(readFileSync(at('tables.sarif'), 'utf8')).runs[0].results).toEqual([])
    expect(summary).toContain('Over a caseload of 2,000 cases')
    expect(gitHubLog()).toBe('a-token pr comment 7 --body-file difference.md --edit-last --create-if-none\n')
    expect(readFileSync(at('difference.md'), 'utf8').length).toBeLessThan(65_536)
  })

  test('passes every job on GitLab, from the first', () => {
    const jobs = onGitLab({ install: true })
    expect(exits(jobs), JSON.stringify(jobs)).toEqual({ check: 0, cases: 0, compare: 0 })
    expect(jobs.compare.out).toContain('Over a caseload of 2,000 cases')
    expect(readFileSync(at('tables.xml'), 'utf8')).toMatch(/failures="0"/)
    expect(readFileSync(at('cases.xml'), 'utf8')).toMatch(/tests="2" failures="0"/)
  })

  test('has nothing to compare where there is no draft', () => {
    rmSync(at(DRAFT))
    expect(exits(onGitHub().steps)).toEqual({
      ...PASSED,
      'compare: Compare the draft with the table in force': undefined,
      'compare: Show the comparison': undefined,
      'compare: Comment with the comparison': undefined,
    })
  })
})

describe('a table with a fault', () => {
  const break_ = () => edit(DRAFT, ['{ from: 100, give: 3006.00', '{ from: 40, give: 3006.00'])

  test('fails the check on GitHub, at its line, and the findings still go to code scanning', () => {
    break_()
    const line = lineOf(DRAFT, 'from: 40')
    const { steps, summary } = onGitHub()
    expect(exits(steps)).toMatchObject({
      'check: Check every table, and what was published': 1,
      'check: Write the findings for code scanning': 1,
      'cases: Work out the golden cases': 0,
      'compare: Compare the draft with the table in force': 1,
    })
    const { out = '' } = steps['check: Check every table, and what was published'] ?? {}
    expect(out).toMatch(new RegExp(`^::error file=${DRAFT},line=${line},col=\\d+,title=RAS201`, 'm'))
    expect(summary).toContain('RAS201')
    const [result] = JSON.parse(readFileSync(at('tables.sarif'), 'utf8')).runs[0].results
    expect(result).toMatchObject({
      ruleId: 'RAS201',
      locations: [{ physicalLocation: { artifactLocation: { uri: DRAFT }, region: { startLine: line } } }],
    })
  })

  test('fails the check on GitLab, as a test that failed', () => {
    break_()
    const jobs = onGitLab()
    expect(exits(jobs)).toEqual({ check: 1, cases: 0, compare: 1 })
    expect(jobs.check.out).toContain(`${DRAFT}:${lineOf(DRAFT, 'from: 40')}:`)
    expect(readFileSync(at('tables.xml'), 'utf8')).toMatch(/<failure type="error"/)
  })

  test('fails by a warning, since none is allowed', () => {
    edit(DRAFT, ['co-production: { with: [the Fellside parent carer forum] }\n', ''])
    const { steps } = onGitHub()
    expect(exits(steps)).toMatchObject({
      'check: Check every table, and what was published': 1,
      'check: Write the findings for code scanning': 0,
    })
    expect(exits(onGitLab())).toMatchObject({ check: 1 })
  })
})

describe('a draft that gives 3% more', () => {
  test('fails the comparison alone, with the figure in the message, and is still shown', () => {
    edit(DRAFT, ['give: 1002.00', 'give: 1030.00'], ['give: 3006.00', 'give: 3090.00'])
    const { steps, summary } = onGitHub()
    expect(exits(steps)).toEqual({ ...PASSED, 'compare: Compare the draft with the table in force': 1 })
    expect(summary).toMatch(/RAS911/)
    expect(summary).toMatch(/3\.00\s?%/)
    expect(gitHubLog()).toContain('pr comment 7')
    const jobs = onGitLab()
    expect(exits(jobs)).toEqual({ check: 0, cases: 0, compare: 1 })
    expect(jobs.compare.out).toMatch(/RAS911/)
  })

  test('and one that takes from a child fails it by that child', () => {
    edit(DRAFT, ['give: 3006.00', 'give: 2600.00'])
    const { steps, summary } = onGitHub()
    expect(exits(steps)).toEqual({ ...PASSED, 'compare: Compare the draft with the table in force': 1 })
    expect(summary).toMatch(/RAS912.*synthetic-\d{6}|synthetic-\d{6}.*RAS912/s)
  })

  test('and one that refers where it gave a figure fails it, though no total changes by that', () => {
    edit(DRAFT, ['give: 3006.00', 'give: refer'])
    const { steps, summary } = onGitHub()
    expect(exits(steps)).toEqual({ ...PASSED, 'compare: Compare the draft with the table in force': 1 })
    expect(summary).toMatch(/RAS915/)
    expect(summary).toMatch(/RAS913/)
    expect(summary).not.toMatch(/RAS91[1246]/)
    const jobs = onGitLab()
    expect(exits(jobs)).toEqual({ check: 0, cases: 0, compare: 1 })
    expect(jobs.compare.out).toMatch(/RAS915/)
  })

  test('is compared with what the main branch says is in force, and not with what the branch makes of it', () => {
    edit(DRAFT, ['give: 1002.00', 'give: 1030.00'], ['give: 3006.00', 'give: 3090.00'])
    edit(PUBLISHED, ['give: 1000.00', 'give: 1030.00'], ['give: 3000.00', 'give: 3090.00'])
    expect(exits(onGitHub().steps)).toMatchObject({ 'compare: Compare the draft with the table in force': 1 })
  })
})

describe('a published table', () => {
  test('that was changed fails the check, at its version, and the golden cases made with it', () => {
    edit(PUBLISHED, ['give: 3000.00', 'give: 2999.00'])
    const { steps } = onGitHub()
    expect(exits(steps)).toMatchObject({
      'check: Check every table, and what was published': 1,
      'cases: Work out the golden cases': 1,
    })
    const { out = '' } = steps['check: Check every table, and what was published'] ?? {}
    const line = lineOf(PUBLISHED, 'version:')
    expect(out).toMatch(new RegExp(`^::error file=${PUBLISHED},line=${line},col=\\d+,title=RAS406`, 'm'))
    expect(steps['cases: Work out the golden cases']?.out).toContain('3000.00 was expected, and 2999.00 came.')
    const jobs = onGitLab()
    expect(exits(jobs)).toMatchObject({ check: 1, cases: 1 })
    expect(readFileSync(at('cases.xml'), 'utf8')).toMatch(/tests="2" failures="2"/)
  })

  test('that is gone fails the check', () => {
    rmSync(at(PUBLISHED))
    const { out = '', exit } = onGitHub().steps['check: Check every table, and what was published'] ?? {}
    expect(exit).toBe(1)
    expect(out).toMatch(/title=RAS407/)
  })
})

describe('a golden case', () => {
  test('that expects another figure fails, at its line', () => {
    edit('cases/002-lots/expected.yaml', ['pounds: 3000.00', 'pounds: 3000.01'])
    const { steps } = onGitHub()
    expect(exits(steps)).toEqual({ ...PASSED, 'cases: Work out the golden cases': 1 })
    const line = lineOf('cases/002-lots/expected.yaml', '3000.01')
    expect(steps['cases: Work out the golden cases']?.out).toContain(`cases/002-lots/expected.yaml:${line}:`)
  })
})

describe('the workflow', () => {
  const steps = Object.values(github.jobs).flatMap((job) => job.steps)

  test('may read, and write only what it says', () => {
    expect(github.permissions).toEqual({ contents: 'read' })
    expect(Object.values(github.jobs).map(({ permissions }) => permissions)).toEqual([
      { contents: 'read', 'security-events': 'write' },
      undefined,
      { contents: 'read', 'pull-requests': 'write' },
    ])
  })

  test('takes actions by major version, and no text of a pull request into a command', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^(actions|github)\/[\w/-]+@v\d+$/)
    for (const { run: script } of steps) expect(script ?? '').not.toContain('${{')
  })

  test('has a name for each step that runs something, so that this test can tell them apart', () => {
    expect(steps.filter(({ run: script, name }) => script !== undefined && name === undefined)).toEqual([])
  })
})
