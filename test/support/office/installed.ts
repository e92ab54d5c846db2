import { spawnSync } from 'node:child_process'
import { describe, test } from 'vitest'

const PACKAGES = 'libreoffice-calc-nogui python3-uno fonts-liberation poppler-utils'
const MISSING = `LibreOffice and its Python are missing, without which no workbook is tried: apt-get install ${PACKAGES}`

/** Debian's own Python has uno; another on the path often has not. */
const PYTHONS = [
  '/usr/bin/python3',
  'python3',
  '/usr/lib/libreoffice/program/python',
  '/opt/libreoffice/program/python',
]
const LOOK = 'import shutil, sys, uno; sys.exit(not (shutil.which("soffice") and shutil.which("pdftoppm")))'

let found: string | null | undefined

/** The Python that can drive LibreOffice, if all that the tests of workbooks need is installed. */
function python(): string | null {
  found ??= PYTHONS.find((one) => spawnSync(one, ['-c', LOOK]).status === 0) ?? null
  return found
}

/** The Python that can drive LibreOffice. Throws an Error that says what to install. */
export function pythonWithUno(): string {
  const one = python()
  if (one === null) throw new Error(MISSING)
  return one
}

/**
 * Tests that need LibreOffice. Where it is missing they fail, and say what to install; on a machine of one's own
 * `RAS_WITHOUT_OFFICE=1` leaves them out, with a note. In CI (`CI` is set) nothing leaves them out.
 */
export function describeWithOffice(title: string, tests: () => void): void {
  const decision = decide(python() !== null, process.env)
  if (decision === 'try') describe(title, tests)
  else if (decision === 'skip') describe.skip(`${title} (not tried: ${MISSING})`, tests)
  else
    describe(title, () => {
      test('LibreOffice is installed', () => {
        throw new Error(MISSING)
      })
    })
}

/** What becomes of the tests that need LibreOffice. */
export function decide(installed: boolean, env: Readonly<Record<string, string | undefined>>): 'try' | 'skip' | 'fail' {
  if (installed) return 'try'
  return env.RAS_WITHOUT_OFFICE === '1' && !env.CI ? 'skip' : 'fail'
}
