/**
 * Words of the format that are chosen and not worked yet. A table that uses one is told so, instead of being told that
 * the word does not exist; no other word will ever be given these meanings.
 */
export const RESERVED: ReadonlyMap<string, string> = new Map([
  ['phase', 'facts: the phase of education'],
  ['area', 'facts: where the family lives'],
  ['end', 'facts and part-year: the day the support ends'],
  ['judged-band', 'facts: a band that a worker judged'],
  ['entitlement', 'facts and prices: an agreed number of hours or units'],
  ['quote', 'facts and prices: a quoted price'],
  ['other-package', 'facts: another package of support'],
  ['previous-budget', 'facts: the figure before a change of table'],
  ['kinds', 'questions: the first key of a two-key question, each kind with its own levels'],
  ['asked-when', 'questions: asked only when this is so'],
  ['highest-of', 'scores: the highest of several'],
  ['across', 'look up: the second key'],
  ['weight', 'price: base × weight'],
  ['uplift', 'changes: a yearly uplift by per cent or by pounds'],
  ['area-factor', 'changes: an area factor'],
  ['protect', 'changes: freeze, no-loser or taper against a previous figure'],
  ['provides', 'lines: hours, in the place of a price'],
  ['hours a month', 'look up: what the rows give'],
  ['tier', 'lines: universal, targeted, additional or social capital'],
  ['locked', 'ways: the part locked in a block contract, dated, with its taper'],
  ['not-scored-below', 'forms: below this age a child is assessed and not scored'],
  ['services', 'the services that lend themselves to a personal budget'],
])

/** The keys beside it that such a word stands in the place of, or changes. */
export const REPLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ['kinds', ['levels']],
  ['across', ['rows']],
  ['provides', ['price']],
])
