import type { AllocationTable } from '../load/table.js'
import { VERSION } from '../version.js'
import { type CarriedTable, carriedOf } from './carried.js'
import { DESCRIBED, PARAMETERS } from './described.js'

/**
 * One self-contained script for Google Apps Script: the four functions for cells, and nothing else in the global scope.
 *
 * `library` is this entry as a script that leaves it in a variable `ras` (`dist/sheet/send-ras.js`), with its licences at
 * the end. The script carries the tables, in the order given; without any, only the text of a table can be used. The same
 * input gives the same bytes.
 *
 * @throws TypeError when a table was not loaded.
 * @example appsScript(library, [norfolk]) // '// send-ras 0.1.0 for Google Sheets. …'
 */
export function appsScript(library: string, tables: readonly AllocationTable[]): string {
  return [
    `// send-ras ${VERSION} for Google Sheets: likely amounts from published tables. It reads and sends nothing else.`,
    '// Made by a program: to change it, make it again. Functions for cells:',
    ...DESCRIBED.map(({ name }) => `//   =${name}(table, names, values)`),
    ...carries(tables),
    '',
    ...DESCRIBED.flatMap(({ name, does, gives }) => [
      '/**',
      ` * ${does}`,
      ' *',
      ...PARAMETERS.map((one) => ` * @param {any} ${one.name} ${one.is}`),
      ` * @return {any} ${gives}`,
      ' * @customfunction',
      ' */',
      `function ${name}(table, names, values) {`,
      `  return ${name}.of(table, names, values)`,
      '}',
      '',
    ]),
    ';(function () {',
    library.trimEnd(),
    `var made = ras.sheetFunctions(${carriedText(tables.map(carriedOf))})`,
    ...DESCRIBED.map(({ name }) => `${name}.of = made.${name}`),
    '})()',
    '',
  ].join('\n')
}

/** Which tables a script carries, as comments. Ids, versions and states are short words that cannot end a comment. */
export function carries(tables: readonly AllocationTable[]): readonly string[] {
  if (tables.length === 0) return ['// It carries no tables.']
  return [
    '// Tables that it carries:',
    ...tables.map(({ id, version, provenance, status }) => `//   ${id}@${version} (${provenance}, ${status})`),
  ]
}

/** Tables as they stand in a script, in plain ASCII, which survives every way of copying it. They are read when asked for. */
export function carriedText(tables: readonly CarriedTable[]): string {
  return `[\n${tables.map((table) => `${ascii(JSON.stringify(table))},`).join('\n')}\n]`
}

function ascii(text: string): string {
  return text.replaceAll(/[^\n -~]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
