export type { Code, Finding, Located, Severity } from './diagnostic.js'
export { PRINCIPLES, type Principle, type Verdict, principleOf } from './principle.js'
export { type Pence, type Rounding, asPence, formatPounds } from './pence.js'

export type { Provenance, Status } from './load/plan.js'
export type { AllocationTable, Tables } from './load/table.js'
export type { TableError } from './load/table-error.js'
export {
  type TableResult,
  loadTable,
  safeLoadTable,
  tableFromJson,
} from './load/load.js'
export { locate } from './load/source.js'
export { type Choice, chooseTable } from './load/choose.js'
export { type Choices, chooseTables } from './load/choose-tables.js'

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
  Agreed,
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
export { needsHash } from './allocate/needs-hash.js'
export type { CaseEvidence, CasePrinciple } from './allocate/principles.js'
export type { ChangeStep, Factor, PriceStep, RateUse, Step } from './allocate/step.js'

export { allocateCaseload } from './caseload/allocate-caseload.js'
export {
  type CaseProblem,
  type CaseloadBudget,
  type CaseloadColumns,
  type Column,
  type FlagColumns,
  type FlagName,
  type Given,
  type LineColumn,
  STATES,
  type TotalColumn,
} from './caseload/columns.js'
export { columnsOf } from './caseload/columns-of.js'

export { explain } from './explain/explain.js'
export { type Difference, type Replay, replay } from './explain/replay.js'

export { type PrincipleAudit, type ScoreAudit, type TableAudit, auditTable } from './audit/audit.js'
export type { Cliff } from './audit/cliffs.js'
export type { Counterexample, LineAudit } from './audit/lines.js'
export { describe as describeFinding } from './load/finding-words/describe.js'
export type { Words as FindingWords } from './load/finding-words/say.js'

export { VERSION } from './version.js'
