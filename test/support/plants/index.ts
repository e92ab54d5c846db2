import type { SheetFaultData } from '../../../src/caseload/sheet/fault.js'
import type { Code } from '../../../src/diagnostic.js'
import { assessmentPlants } from './assessments.js'
import { dateAndSourcePlants } from './dates.js'
import { DIFFERENCE_PLANTS } from './differences.js'
import { filePlants } from './file.js'
import { moneyPlants } from './money.js'
import type { Plant } from './plant.js'
import { principlePlants } from './principles.js'
import { questionnairePlants } from './questionnaire.js'
import { routingPlants } from './routing.js'
import { rowPlants } from './rows.js'
import { shapePlants } from './shape.js'
import { sharedPlants } from './shared.js'
import { sheetPlants } from './sheets.js'
import { TOLERANCE_PLANTS } from './tolerances.js'
import { VERSION_PLANTS } from './versions.js'

/** A plant for every code there is: a code without one does not compile. */
const CODES = {
  ...filePlants,
  ...shapePlants,
  ...rowPlants,
  ...moneyPlants,
  ...dateAndSourcePlants,
  ...VERSION_PLANTS,
  ...questionnairePlants,
  ...assessmentPlants,
  ...routingPlants,
  ...principlePlants,
  ...DIFFERENCE_PLANTS,
  ...TOLERANCE_PLANTS,
  ...sheetPlants,
} satisfies Readonly<Record<Code | keyof SheetFaultData, Plant>>

/** Every plant by its code, and those of an assessment whose codes a table can have too. */
export const PLANTS: Readonly<Record<string, Plant>> = { ...CODES, ...sharedPlants }
