import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'

/** A PNG of each page of a PDF file, in order, in a folder that is there: the paths. */
export function pictures(pdf: string, folder: string, dotsPerInch = 60): string[] {
  const name = path.basename(pdf, '.pdf')
  execFileSync('pdftoppm', ['-png', '-r', String(dotsPerInch), pdf, path.join(folder, name)])
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))
    .sort()
    .map((file) => path.join(folder, file))
}
