export type { Code, Finding, Located, Severity } from './diagnostic.js'
export { type Pence, type Rounding, asPence, formatPounds } from './pence.js'

export type { Provenance, Status } from './load/plan.js'
export type { AllocationTable } from './load/table.js'
export {
  type TableError,
  type TableResult,
  loadTable,
  safeLoadTable,
  tableFromJson,
} from './load/load.js'
export { locate } from './load/source.js'

export {
  type AssessmentError,
  type AssessmentResult,
  readAssessment,
  safeReadAssessment,
} from './score/assess.js'
export type {
  AnswerInput,
  Assessment,
  CaseRecord,
  FactInput,
  Needs,
  ScoreResult,
  ScoreStep,
} from './score/needs.js'
export type { DecisionState } from './score/decision.js'
export type { Evidence, Truth } from './score/conditions.js'

export { type BudgetResult, allocate, safeAllocate } from './allocate/allocate.js'
export type {
  Amount,
  BudgetLine,
  Flag,
  IndicativeBudget,
  Neighbours,
  Notice,
  PartYear,
  Row,
  Share,
  StreamTotal,
  TableRef,
  Total,
} from './allocate/budget.js'
export type { ChangeStep, Factor, PriceStep, RateUse, Step } from './allocate/step.js'

export { explain } from './explain/explain.js'
export { type Difference, type Replay, replay } from './explain/replay.js'

export { VERSION } from './version.js'
