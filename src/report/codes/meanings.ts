import type { Code } from '../../diagnostic.js'
import { ASSESSMENT } from './assessment.js'
import { DIFFERENCES } from './differences.js'
import { FIGURES } from './figures.js'
import { FILE } from './file.js'
import type { Meaning, SheetCode } from './meaning.js'
import { PRINCIPLES } from './principles.js'
import { QUESTIONNAIRE } from './questionnaire.js'
import { ROUTING } from './routing.js'
import { SHAPE } from './shape.js'
import { SHEET } from './sheet.js'
import { VERSIONS } from './versions.js'

/** What every code means, apart from any one file: a title, the meaning, and how to mend it. */
export const MEANINGS: { readonly [C in Code | SheetCode]: Meaning } = {
  ...FILE,
  ...SHEET,
  ...SHAPE,
  ...FIGURES,
  ...VERSIONS,
  ...QUESTIONNAIRE,
  ...ASSESSMENT,
  ...ROUTING,
  ...PRINCIPLES,
  ...DIFFERENCES,
}
