import { type Sentences, say } from './say.js'

/** What a table changes, beside an earlier one and over a caseload (9). */
export const DIFFERENCES = {
  RAS901: ({ version }) =>
    say(
      `This is not what version ${version} said before.`,
      'Give it a new version, and let it supersede the earlier one.',
    ),
  RAS902: ({ table }) => say(`It does not say that it supersedes ${table}.`, 'Add supersedes.'),
  RAS903: ({ kind, name }) =>
    say(
      `The ${kind} “${name}” can no longer be given: an assessment that gives it cannot be read by this table.`,
      'Keep it, or let the case system ask again.',
    ),
  RAS904: ({ kind, name }) =>
    say(`The ${kind} “${name}” is no longer there.`, 'Keep it, or tell families what takes its place.'),
  RAS905: ({ line, of, before, after }) =>
    say(
      `“${line}” falls from ${before} to ${after} ${of}, and nothing protects those who have it.`,
      'Add protect to its changes, or be ready to give the reasons.',
    ),
  RAS906: ({ kind, name }) =>
    say(
      `The ${kind} “${name}” was not asked before: an earlier assessment does not answer it.`,
      'Let it be left out, or let the case system ask again.',
    ),
  RAS911: ({ change, pounds, limit }) =>
    say(
      `The total changes by ${change} (${pounds} a year), and at most ${limit} is allowed.`,
      'Change the table, or agree another limit.',
    ),
  RAS912: ({ case: which, before, after, loss, limit }) =>
    say(
      `Case ${which} loses ${loss} a year, from ${before} to ${after}, and at most ${limit} is allowed.`,
      'Protect it, change the table, or agree another limit.',
    ),
  RAS913: ({ cases, of, limit }) =>
    say(
      `${cases} of ${of} cases ${cases === 1 ? 'is' : 'are'} newly referred, and at most ${limit} ${limit === '1' ? 'is' : 'are'} allowed.`,
      'Let no line and no flag refer what was not referred before, or agree another limit.',
    ),
  RAS914: ({ case: which, table, why, asks }) =>
    say(`Case ${which} cannot be worked out by the ${table} table: ${why}`, mendOf(table, asks)),
  RAS915: ({ pounds, change, limit }) =>
    say(
      `${pounds} a year (${change}) that was settled before is open now, so that the change of the total is not known, and at most ${limit} is allowed.`,
      'Give a figure where there was one, settle what is pending in the caseload, or agree another limit.',
    ),
  RAS916: ({ cases }) =>
    say(
      `${cases === 1 ? 'The only case of the caseload could not' : `None of the ${cases} cases of the caseload could`} be compared, so that no limit was tried.`,
      'Give a caseload that both tables can work out.',
    ),
} satisfies Sentences

/** An old table stays as it is. */
function mendOf(table: 'old' | 'new', asks: boolean): string {
  if (asks)
    return table === 'new'
      ? 'Answer it in the caseload, or let it be left out in the table.'
      : 'Answer it in the caseload.'
  return table === 'new' ? 'Correct the case, or let the table take what it gives.' : 'Correct the case.'
}
