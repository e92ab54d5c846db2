import { xmlAttribute, xmlText } from './xml.js'

export interface Suite {
  readonly name: string
  /** The path of the file that it is about; null where it is about none. */
  readonly file: string | null
  readonly cases: readonly Case[]
}

/** A test that passed, or failed. */
export interface Case {
  readonly name: string
  readonly failure: { readonly type: string; readonly message: string } | null
  /** What there is to say of it in full; or nothing. */
  readonly output: string
}

/** Suites as JUnit’s XML, with how many tests there are and how many of them failed. */
export function junitXml(name: string, suites: readonly Suite[]): string {
  const all = suites.flatMap(({ cases }) => cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${attributes({ name, ...counts(all) })}>\n`,
    ...suites.map(suiteInXml),
    '</testsuites>\n',
  ].join('')
}

function suiteInXml({ name, file, cases }: Suite): string {
  const tests = cases.map((one) => {
    const about = attributes({ classname: name, name: one.name, ...(file === null ? {} : { file }) })
    const inside = insideOf(one)
    return inside === '' ? `    <testcase${about}/>\n` : `    <testcase${about}>\n      ${inside}\n    </testcase>\n`
  })
  return `  <testsuite${attributes({ name, ...counts(cases) })}>\n${tests.join('')}  </testsuite>\n`
}

function insideOf({ failure, output }: Case): string {
  if (failure) return `<failure${attributes(failure)}>${xmlText(output)}</failure>`
  return output === '' ? '' : `<system-out>${xmlText(output)}</system-out>`
}

function counts(cases: readonly Case[]) {
  return { tests: cases.length, failures: cases.filter(({ failure }) => failure).length, errors: 0, skipped: 0 }
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => xmlAttribute(name, value))
    .join('')
}
