import * as fc from 'fast-check'

const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'toJSON',
  '',
]
const KNOWN_KEYS = [
  'case',
  'form',
  'date',
  'facts',
  'answers',
  'scores',
  'exceptional',
  'asked',
  'level',
  'points',
  'state',
  'format',
]

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    Number.NaN,
    Infinity,
    -Infinity,
    -0,
    1e308,
    2 ** 53,
    0.1 + 0.2,
    null,
    undefined,
    true,
    10n ** 400n,
  ),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '1e999',
    '__proto__',
    '2026-02-30',
    '\u0000',
    '\ud800',
    '9'.repeat(10_000),
    'x'.repeat(200_000),
  ),
  fc.double(),
  fc.string({ unit: 'binary' }),
)

const tree: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('node'), { maxLength: 5 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...HOSTILE_KEYS, ...KNOWN_KEYS), fc.string()), tie('node')), {
        maxLength: 6,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).node

/** Lists or mappings inside one another, thousands deep. */
const deep: fc.Arbitrary<unknown> = fc
  .tuple(fc.integer({ min: 100, max: 20_000 }), fc.constantFrom('list', 'mapping', '__proto__'))
  .map(([levels, kind]) => {
    let value: unknown = 'bottom'
    for (let left = levels; left > 0; left--) value = kind === 'list' ? [value] : Object.fromEntries([[kind, value]])
    return value
  })

/** Mappings whose keys reach for the prototype, as `JSON.parse` makes them. */
const polluting: fc.Arbitrary<unknown> = fc
  .constantFrom(
    '{"__proto__":{"polluted":"yes"}}',
    '{"case":"a1","date":"2026-09-01","__proto__":{"facts":{}}}',
    '{"facts":{"__proto__":{"polluted":true}},"case":"a1","date":"2026-09-01"}',
    '{"answers":{"__proto__":"some","constructor":{"prototype":{"polluted":1}}}}',
    '{"case":"a1","date":"2026-09-01","scores":{"toString":1,"__proto__":5}}',
  )
  .map((text): unknown => JSON.parse(text))

/** Something that is shaped a little like an assessment. */
const nearly: fc.Arbitrary<unknown> = fc.record(
  {
    case: fc.oneof(fc.constant('case-1'), scalar),
    date: fc.oneof(fc.constant('2026-09-01'), scalar),
    form: scalar,
    facts: tree,
    answers: tree,
    scores: tree,
    participants: tree,
    outcomes: tree,
    exceptional: tree,
  },
  { requiredKeys: [] },
)

/** Anything at all that a caller might hand over where an assessment or a table is expected. */
export const arbitraryGarbage: fc.Arbitrary<unknown> = fc.oneof(
  tree,
  nearly,
  scalar,
  deep,
  polluting,
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
)
