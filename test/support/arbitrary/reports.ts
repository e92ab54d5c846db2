import * as fc from 'fast-check'
import { type Finding, finding, type Located, sortFindings } from '../../../src/diagnostic.js'
import { unplaced } from '../../../src/load/source.js'
import { type Report, STANDARD_INPUT } from '../../../src/report/findings/report.js'

/** What means something to a log, a reader of XML or of Markdown, an address or a terminal. */
const PIECES = [
  ...['::error::x', '::', '##[error]x', '##[', '::stop-commands::x', '::endgroup::', '%0A', '%', '%25', ',', ':', '='],
  ...['<', '>', '&', '&amp;', '&#10;', '"', "'", ']]>', '<!--', '<?x', '|', '`', '```', '\\', '@team', '#12', '](x)'],
  ...['\n', '\r', '\r\n', '\t', ' ', '\u0000', '\u0007', '\u001b[2J', '\u0085', '\u2028', '\u202e', '\ufffe', '\uffff'],
  ...['\ud800', '\udc00', '😀', '£', 'ž', '/', './', '../', '~1', 'C:\\', 'tables', '.yaml', '\ufeff', '\u200b'],
]

export const arbitraryHostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 6 })
  .map((parts) => parts.join(''))

/** Findings whose sentences hold anything a table could hold, in files of any name, and how many warnings are allowed. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({
    names: fc.uniqueArray(
      fc.oneof(
        fc.constant(STANDARD_INPUT),
        arbitraryHostile.map((name) => `f${name}`),
        arbitraryHostile.filter((name) => name !== ''),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    texts: fc.array(arbitraryHostile, { minLength: 3, maxLength: 3 }),
    found: fc.array(
      fc.record({
        made: arbitraryFinding(),
        file: fc.nat(2),
        line: fc.nat(9),
        column: fc.integer({ min: 1, max: 200 }),
      }),
      { maxLength: 6 },
    ),
    most: fc.option(fc.nat(3)),
  })
  .map(({ names, texts, found, most }): Report => {
    const name = (i: number) => names[i % names.length] ?? ''
    const findings = found.map(({ made, file, line, column }): Located => {
      const one = unplaced(made, name(file))
      return line === 0 ? one : { ...one, line, column }
    })
    const files = names.map((file, i) => ({ file, text: texts[i] ?? '', about: i === 0 ? `  ${file}\n` : '' }))
    return { findings: sortFindings(findings), files, most }
  })

function arbitraryFinding(): fc.Arbitrary<Finding> {
  return fc
    .record({
      code: fc.constantFrom('RAS101', 'RAS102', 'RAS607', 'RAS865', 'RAS001'),
      words: arbitraryHostile,
      at: fc.array(arbitraryHostile, { maxLength: 3 }).map((keys) => keys.map((key) => `/${key}`).join('')),
      on: fc.constantFrom('key' as const, 'value' as const),
    })
    .map(({ code, words, at, on }): Finding => {
      if (code === 'RAS101') return finding('RAS101', at, { key: words, known: [words, 'title'] }, on)
      if (code === 'RAS102') return finding('RAS102', at, { key: words }, on)
      if (code === 'RAS607') return finding('RAS607', at, { word: words }, on)
      if (code === 'RAS865') return finding('RAS865', at, { name: words, word: 'faith' }, on)
      return finding('RAS001', at, { detail: words }, on)
    })
}
