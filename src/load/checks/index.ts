import type { Finding } from '../../diagnostic.js'
import type { LooseTable } from '../loose.js'
import { checkAges } from './ages.js'
import { checkBounds } from './bounds.js'
import { checkChanges } from './changes.js'
import { checkDates } from './dates.js'
import { checkFacts } from './facts.js'
import { checkFunders } from './funders.js'
import { checkKeeps } from './keeps.js'
import { checkLevels } from './levels.js'
import { checkLines } from './lines.js'
import { checkNames } from './names.js'
import { checkProtectedWords } from './protected-words.js'
import { checkPublished } from './published.js'
import { checkRows } from './rows.js'
import { checkScores } from './scores.js'
import { checkSources } from './sources.js'
import { checkToFillIn } from './to-fill-in.js'
import { checkUnits } from './units.js'

/** Every check that reads a table as written, one file each. Those that need bounds are made while compiling. */
export const CHECKS: readonly ((table: LooseTable) => Finding[])[] = [
  checkNames,
  checkLevels,
  checkLines,
  checkRows,
  checkPublished,
  checkUnits,
  checkBounds,
  checkFacts,
  checkChanges,
  checkKeeps,
  checkFunders,
  checkDates,
  checkAges,
  checkSources,
  checkToFillIn,
  checkScores,
  checkProtectedWords,
]
