import { type Code, compare, type Located, severity } from '../../diagnostic.js'
import { PRINCIPLES, principleOf } from '../../principle.js'
import { VERSION } from '../../version.js'
import { visible } from '../../visible.js'
import { MEANINGS } from '../codes/meanings.js'
import { type Report, repositoryPath } from './report.js'
import { uriOf } from './uri.js'

/**
 * A report as SARIF 2.1.0, which GitHub’s code scanning and editors read: one run, the rules that were met, and a result
 * for each finding. The same findings give the same bytes. Addresses are relative to where the command ran.
 */
export function asSarif({ findings }: Pick<Report, 'findings'>): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort(compare)
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'send-ras', version: VERSION, rules: codes.map((code) => rule(code, findings)) } },
        columnKind: 'utf16CodeUnits',
        results: withFingerprints(findings).map(([one, fingerprint]) => ({
          ruleId: one.code,
          ruleIndex: codes.indexOf(one.code),
          level: one.severity,
          message: { text: unlinked(visible(`${one.message} ${one.mend}`)) },
          locations: [location(one)],
          partialFingerprints: { 'ras/v1': fingerprint },
        })),
      },
    ],
  }
  return `${JSON.stringify(sarif, null, 2)}\n`
}

function rule(code: Code, findings: readonly Located[]) {
  const { title, meaning, mend } = MEANINGS[code]
  const principles = new Set(findings.filter((one) => one.code === code).map(principleOf))
  const tags = [...principles].flatMap((principle) => (principle === null ? [] : [PRINCIPLES[principle]]))
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: meaning },
    help: { text: mend },
    defaultConfiguration: { level: severity(code) },
    properties: { tags: ['allocation table', ...tags.sort(compare)] },
  }
}

function location({ file, line, column, at, on }: Located) {
  const uri = uriOf(file)
  const region = line > 0 ? { region: { startLine: line, startColumn: column } } : {}
  return {
    ...(uri === null ? {} : { physicalLocation: { artifactLocation: { uri }, ...region } }),
    ...(at === ''
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: visible(at), kind: on === 'key' ? 'property' : 'value' }] }),
  }
}

/** Each finding with what stays the same where lines move: its code, its place in the table, and which of several it is. */
function withFingerprints(findings: readonly Located[]): (readonly [Located, string])[] {
  const met = new Map<string, number>()
  return findings.map((one) => {
    const place = visible(`${one.code} ${repositoryPath(one.file)}#${one.at}`)
    const before = met.get(place) ?? 0
    met.set(place, before + 1)
    return [one, before === 0 ? place : `${place} ${before + 1}`]
  })
}

/** In a message of SARIF `[words](address)` is a link, which what a table says is not to be. */
function unlinked(text: string): string {
  return text.replaceAll('](', '] (')
}
