import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'
import type { Figures } from '../handwritten.js'
import { answersOf } from './answers.js'
import { inPence, type Peer } from './peer.js'

/**
 * The table as a decision graph of GoRules Zen, compiled once: sums in an expression node, each look up a decision table,
 * all four side by side, then prices, changes and totals in a second expression node. Everything can be said, and Zen
 * reckons in decimals. There are no straight lines, so the cells of that table have formulas. A budget is one call into
 * native code; larger graphs hardly cost more than crossing over does.
 */
export function zen(): Peer {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(GRAPH))
  return async (assessment) => {
    const { result } = await decision.evaluate(answersOf(assessment))
    return inPence({ ...REFERRED, ...(result as Figures) })
  }
}

/** A key whose value is null is left out of what Zen gives back. */
const REFERRED = { specialistTopUp: null, nursing: null, shortBreaks: null }

const SUMS = {
  setting: 'setting',
  decision: 'decision',
  far: 'far',
  safe: "points.supervision + points.behaviour + points.danger + points['getting-about']",
  achieve: 'points.learning + points.communication + points.senses + points.concentration + points.play',
  contribute: 'points.friendships + points.activities + points.choices',
  independent:
    "points['personal-care'] + points['daily-tasks'] + points['home-routines'] + points.travel + points['adult-life']",
  help: "points['carer-health'] + points['brothers-and-sisters'] + points['family-help'] + points['community-help']",
  family: 'min([$.help, 60])',
  educationPoints: "$.achieve + (points.supervision + points.behaviour + points['personal-care']) * 0.5",
  therapyPoints: 'points.communication + points.behaviour * 0.5',
  healthPoints: 'points.breathing + points.seizures + points.eating + points.medicines + points.sleep',
  carePoints: '$.safe + $.contribute + $.independent + $.family',
}

const TABLES = [
  table(
    'mainstreamSupport',
    ['setting', 'educationPoints'],
    [
      ["!= 'mainstream'", '', '0'],
      ['', '< 20', '0'],
      ['', '< 45', '2000'],
      ['', '< 70', '4500'],
      ['', '< 100', '7200'],
      ['', '< 130', '9800'],
      ['', '< 160', '13000'],
      ['', '', '17500'],
    ],
  ),
  table(
    'specialistTopUp',
    ['setting', 'educationPoints'],
    [
      ["'mainstream'", '', '0'],
      ['', '< 60', 'round(3000 * educationPoints / 60, 2)'],
      ['', '< 100', 'round(3000 + 4500 * (educationPoints - 60) / 40, 2)'],
      ['', '< 150', 'round(7500 + 6500 * (educationPoints - 100) / 50, 2)'],
      ['', '< 180', '14000'],
      ['', '', 'null'],
    ],
  ),
  table(
    'hours',
    ['healthPoints'],
    [
      ['< 40', '0'],
      ['< 60', '4'],
      ['< 84', '8'],
      ['< 110', '14.5'],
      ['< 132', '21'],
      ['', 'null'],
    ],
  ),
  table(
    'breaks',
    ['carePoints'],
    [
      ['< 70', '0'],
      ['< 110', '650'],
      ['< 150', '1300'],
      ['< 190', '2400'],
      ['< 230', '4100'],
      ['< 270', '6200'],
      ['< 310', '8600'],
      ['', 'null'],
    ],
  ),
]

const AMOUNTS = {
  mainstreamSupport: 'mainstreamSupport',
  specialistTopUp: 'specialistTopUp',
  nursing: 'hours == null ? null : round(hours * 27.45 * 52, 2)',
  therapy: 'round(therapyPoints * 31.37, 2)',
  carers: 'family >= 30 ? 320 : 0',
  raised: 'breaks == null ? null : round(round(breaks * 1.034, 2) * (far ? 1.05 : 1), 2)',
  shortBreaks: '$.raised == null ? null : round(min([$.raised, 9000]) / 10) * 10',
  counted: "decision in ['agreed', 'fast-track'] ? $.nursing : 0",
  education: 'mainstreamSupport + (specialistTopUp ?? 0)',
  health: '$.therapy + ($.counted ?? 0)',
  socialCare: '$.carers + ($.shortBreaks ?? 0)',
  total: '$.education + $.health + $.socialCare',
  open: "specialistTopUp == null or $.shortBreaks == null or $.counted == null or decision == 'pending'",
}

const NODES = [
  { id: 'request', name: 'request', type: 'inputNode' },
  expressions('sums', SUMS),
  ...TABLES,
  expressions('amounts', AMOUNTS),
  { id: 'response', name: 'response', type: 'outputNode' },
]

const EDGES = [
  edge('request', 'sums'),
  ...TABLES.flatMap(({ id }) => [edge('sums', id), edge(id, 'amounts')]),
  edge('sums', 'amounts'),
  edge('amounts', 'response'),
]

const GRAPH = { nodes: NODES, edges: EDGES }

function expressions(id: string, of: Readonly<Record<string, string>>) {
  const lines = Object.entries(of).map(([key, value]) => ({ id: `${id}-${key}`, key, value }))
  return { id, name: id, type: 'expressionNode', content: { expressions: lines } }
}

/** A decision table of the first row that fits: a cell for each input, and last what it gives. */
function table(output: string, inputs: readonly string[], rows: readonly (readonly string[])[]) {
  const column = (field: string) => ({ id: field, name: field, type: 'expression', field })
  const columns = [...inputs, output]
  const rules = rows.map((cells, i) => ({
    _id: `${output}-${i}`,
    ...Object.fromEntries(columns.map((field, at) => [field, cells[at] ?? ''])),
  }))
  const content = { hitPolicy: 'first', inputs: inputs.map(column), outputs: [column(output)], rules }
  return { id: output, name: output, type: 'decisionTableNode', content }
}

function edge(sourceId: string, targetId: string) {
  return { id: `${sourceId}-${targetId}`, sourceId, targetId, type: 'edge' }
}
