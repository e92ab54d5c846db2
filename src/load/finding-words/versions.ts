import { type Sentences, say } from './say.js'

/** An empty record (RAS007): another file than a table that is empty. */
export const EMPTY_RECORD = say(
  'The record of what was published is empty.',
  'Put back what stood in it. Only where nothing was published yet, delete the file.',
)

/** What several tables, and the record of what was published, say of one another (403 and on). */
export const VERSIONS = {
  RAS403: ({ stream, other, where, from, to }) =>
    say(
      `From ${from} ${to === null ? 'on' : `to ${to}`} ${other} (${where}) is in force for ${stream} as well.`,
      'End one of them on the day before the other begins, or let the later one say that it supersedes the earlier.',
    ),
  RAS404: ({ stream, from, to, before, scheme }) =>
    say(
      `From ${from} to ${to} no table${scheme === null ? '' : ` of ${scheme}`} is in force for ${stream}: ${before} has ended, and this one has not begun.`,
      'Let one end on the day before the other begins.',
    ),
  RAS405: ({ version, where, same }) =>
    same
      ? say(`Version ${version} is here twice: ${where} is the same table.`, 'Keep one of the two files.')
      : say(`Version ${version} is in ${where} too, with other content.`, 'Give one of the two a version of its own.'),
  RAS406: ({ version, on }) =>
    say(
      `Version ${version} was published on ${on}, and says something else now.`,
      'Undo the change; or make it in a new version that supersedes this one.',
    ),
  RAS407: ({ table, file }) =>
    say(
      `${table} was published, and ${file} is not among the tables.`,
      'Put the file back: an earlier case can be replayed only with the table that was then in force.',
    ),
  RAS408: ({ table, why, where }) => {
    switch (why) {
      case 'missing':
        return say(
          `It supersedes ${table}, which is not among the tables.`,
          'Put the earlier table back, or correct the name.',
        )
      case 'itself':
        return say('It says that it supersedes itself.', 'Name the table before it, or leave supersedes out.')
      case 'later':
        return say(
          `It supersedes ${table} (${where}), which begins after it.`,
          'Correct the day on which one of the two begins, or what this one supersedes.',
        )
      case 'twice':
        return say(`${table} is superseded in ${where} too.`, 'Let one follow the other.')
      case 'circle':
        return say(`It supersedes ${table} (${where}), which goes back to this one.`, 'Break the circle.')
    }
  },
  RAS409: ({ what, on, before, after, unpublished }) => {
    const ends = before === null ? 'none is in force before' : `${before} has ended`
    const begins = after === null ? 'none begins later' : `${after} has not begun`
    const others = unpublished.length === 0 ? '' : ` Not published: ${unpublished.join(', ')}.`
    return say(
      `No published table is in force on ${on} for ${what}: ${ends}, and ${begins}.${others}`,
      'Give another day, or publish a table for this one.',
    )
  },
  RAS410: ({ what, on, tables }) =>
    say(
      `${tables.length} tables are in force on ${on} for ${what}: ${tables.join(', ')}.`,
      'Say which of them is meant, or let one supersede the other in every stream.',
    ),
  RAS411: ({ version }) =>
    say(`Version ${version} says that it is published, and no record of it was kept.`, 'Run ras publish.'),
  RAS412: ({ status }) =>
    say(
      `Its status is ${status}, and only what is published is recorded.`,
      'Say status: published, and run ras publish again.',
    ),
} satisfies Sentences
