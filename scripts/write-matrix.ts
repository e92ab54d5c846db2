import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { matrix } from '../test/support/constructs-matrix.js'
import { hintsOf, PAGE, pageOf } from '../test/support/constructs-page.js'

/*
 * Writes docs/constructs.md: every construct of the format, and where it is shown. It looks first where the page that
 * is there looks; with --anew it looks everywhere, which takes a minute.
 *
 * `npx tsx scripts/write-matrix.ts` from the root of the repository.
 */

const before = existsSync(PAGE) && !process.argv.includes('--anew') ? readFileSync(PAGE, 'utf8') : ''

/** The page that is the same once more when it is looked for where it says. */
function settled(page: string): string {
  const next = pageOf(matrix(hintsOf(page)).rows)
  return next === page ? page : settled(next)
}

const after = settled(before)
writeFileSync(PAGE, after)
process.stdout.write(`${PAGE} ${before === after ? 'is as it was' : 'written'}\n`)
