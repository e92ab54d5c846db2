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
      `${cases} of ${of} cases are newly referred, and at most ${limit} are allowed.`,
      'Give a figure where there was one, or agree another limit.',
    ),
  RAS914: ({ case: which, table, why }) =>
    say(
      `Case ${which} cannot be worked out by the ${table} table: ${why}`,
      'Mend the case, or keep what it needs in the table.',
    ),
} satisfies Sentences
