export { against } from './against.js'
export type {
  AgreedShift,
  BandGroups,
  BeforeAfter,
  Bucket,
  CaseChange,
  CaseloadDiff,
  Dot,
  FlagShift,
  Group,
  Moved,
  NamedSums,
  Provided,
  Referred,
  ReferredFlag,
  ReferredLine,
  Unreadable,
} from './caseload/caseload-diff.js'
export { type Comparison, compareCaseload, openComparison } from './caseload/compare-caseload.js'
export { type Limit, type Limits, readLimit } from './caseload/limits.js'
export { checkTolerances, type Tolerances } from './caseload/tolerances.js'
export type { Difference, Measure, TableChange, TableDiff, Topic } from './diff/change.js'
export { diffTables } from './diff/diff-tables.js'
