import path from 'node:path'
import type { Streams } from '../src/cli/batch/streams.js'
import { type Files, files } from '../src/cli/files.js'
import { main } from '../src/cli/main.js'
import {
  type AllocationTable,
  type Amount,
  allocate,
  asPence,
  type Factor,
  formatPounds,
  type IndicativeBudget,
  loadTable,
  type RateUse,
  readAssessment,
  type ScoreStep,
  type Step,
  type Total,
} from '../src/index.js'
import { writtenOf } from '../src/load/table.js'
import { divide, share } from '../src/pence.js'

/** Reads a file of the page, or else of the repository. */
export type Read = (file: string) => string

/** What a command prints, on either stream, run in this process from the root of the repository. */
export async function printed(argv: readonly string[], read: Read): Promise<string> {
  let text = ''
  const out = (more: string) => {
    text += more
  }
  const exit = await main({
    argv,
    readFile: read,
    readStdin: () => '',
    files: beside(read),
    out,
    err: out,
    env: () => undefined,
    streams: async () => readOnly(read),
  })
  if (exit > 1) throw new Error(`ras ${argv.join(' ')}: exit ${exit}\n${text}`)
  return text
}

/** The folders of the repository, and the files of the page in front of them. */
function beside(read: Read): Files {
  return {
    below: (folder) => files.below(path.join(import.meta.dirname, '..', folder)),
    exists: (file) => {
      try {
        return read(file) !== ''
      } catch {
        return false
      }
    },
    inside: (folder) => files.inside(path.join(import.meta.dirname, '..', folder)),
    make: none,
  }
}

function none(): never {
  throw new Error('a page shows what is printed, and no files are written')
}

/** The files of a page as a command for many cases reads them. No time passes, so that a page stays as it is. */
function readOnly(read: Read): Streams {
  return {
    open: async (path) => {
      let rest: Buffer = Buffer.from(read(path))
      return {
        size: rest.length,
        read: async (into, from) => {
          const copied = rest.copy(into, from)
          rest = rest.subarray(copied)
          return copied
        },
        close: async () => {},
      }
    },
    create: none,
    append: none,
    remove: none,
    same: () => false,
    isFile: () => true,
    watched: false,
    now: () => 0,
    today: () => '2026-04-01',
  }
}

/** `FILE`: all of it. `FILE from "START" to "END"`: the lines from the one that begins so, up to the one that begins so. */
export function excerpt(args: string, read: Read): string {
  if (!args.includes(' ')) return read(args)
  const [, file = '', from = '', to = ''] = /^(\S+) from "(.+)" to "(.+)"$/.exec(args) ?? []
  const lines = read(file).split('\n')
  const start = lines.findIndex((line) => line.startsWith(from))
  const end = lines.findIndex((line, i) => i > start && line.startsWith(to))
  if (start < 0 || end < 0) throw new Error(`there is no such excerpt: ${args}`)
  return lines.slice(start, end).join('\n')
}

/** The tables of figures a document can hold, by the name of the block: each from its arguments to Markdown. */
export const TABLES: Readonly<Record<string, (args: readonly string[], read: Read) => string>> = {
  /** `answers ASSESSMENT TABLE`: what was answered, and its points. */
  answers(args, read) {
    const { budget, table } = worked(args, read)
    const rows = Object.entries(writtenOf(table).questions ?? {}).flatMap(([group, { ask }]) => {
      const [step] = budget.scores.find(({ id }) => id === group)?.steps ?? []
      return Object.keys(ask).flatMap((question) => {
        if (!Object.hasOwn(budget.needs.answers, question)) return []
        const answer = budget.needs.answers[question] ?? '(left blank)'
        const at = step?.op === 'points' ? step.of.indexOf(question) : -1
        const points = step?.op === 'points' ? step.points[at] : undefined
        return [[group, question, typeof answer === 'number' ? '(in between)' : answer, points ?? '']]
      })
    })
    return markdown(['Group', 'Question', 'Answer', 'Points'], rows)
  },

  /** `scores ASSESSMENT TABLE`: the scores and what they are made of. */
  scores(args, read) {
    const { budget } = worked(args, read)
    return markdown(
      ['Score', 'Working', 'Points'],
      budget.scores.map(({ id, points, steps }) => [id, steps.map(scoreStep).join('; then '), points]),
    )
  },

  /** `steps ASSESSMENT TABLE LINE`: the working of a line. */
  steps(args, read) {
    const line = lineOf(args, read)
    return markdown(
      ['Step', 'Working', 'Before', 'After'],
      line.steps.map((step) => [
        step.op,
        working(step),
        'before' in step ? formatPounds(step.before) : '',
        'after' in step && step.op !== 'when' && step.after !== null ? formatPounds(step.after) : '',
      ]),
    )
  },

  /** `splits ASSESSMENT TABLE LINE`: the independent splits of a line's figure. */
  splits(args, read) {
    const { funders, outcomes, contingency, locked, partYear } = lineOf(args, read)
    return markdown(
      ['Split', 'Part', 'Amount'],
      [
        ...funders.map(({ id, pence }) => ['who pays', id, formatPounds(pence)]),
        ...outcomes.map(({ id, pence }) => ['outcome', id, formatPounds(pence)]),
        ...(contingency === null ? [] : [['contingency', 'inside the figure', formatPounds(contingency)]]),
        ...(locked === null ? [] : [['locked', 'in a block contract', formatPounds(locked)]]),
        ...(partYear === null
          ? []
          : [['this year', `${partYear.part} of ${partYear.outOf} ${partYear.unit}`, formatPounds(partYear.pence)]]),
      ],
    )
  },

  /** `totals ASSESSMENT TABLE`: the totals of each stream and of all. */
  totals(args, read) {
    const { budget } = worked(args, read)
    return markdown(
      ['Total', 'Settled', 'Waiting', 'Refused'],
      [...budget.streams, { stream: 'all', ...budget.total }].map(({ stream, settled, waiting, refused }) => [
        stream,
        totalOf({ settled, waiting, refused }),
        waiting.map(({ line, pence }) => `${line}${pence === null ? '' : ` ${formatPounds(pence)}`}`).join(', '),
        refused.join(', '),
      ]),
    )
  },

  /** `flags ASSESSMENT TABLE`: whether each flag is raised. */
  flags(args, read) {
    const { budget } = worked(args, read)
    return markdown(
      ['Flag', 'Kind', 'Raised'],
      budget.flags.map(({ id, kind, state }) => [id, kind, state]),
    )
  },

  /** `days ASSESSMENT TABLE LINE DAY …`: what a protected line comes to when the child is assessed on another day. */
  days([assessment = '', file = '', line = '', ...days], read) {
    const rows = days.map((day) => {
      const steps = lineOf([assessment, file, line], read, day).steps
      const step = steps.find(({ op }) => op === 'protect')
      if (step?.op !== 'protect') throw new Error(`${line} has no change protect`)
      const { perCent, before, previous, after } = step
      return [day, `${perCent}%`, formatPounds(previous), formatPounds(before), formatPounds(after)]
    })
    return markdown(['Assessed on', 'Keeps', 'Previous figure', 'Before', 'After'], rows)
  },

  /** `settings ASSESSMENT TABLE`: the totals side by side, where the setting is unknown. */
  settings(args, read) {
    const { budget } = worked(args, read)
    return markdown(
      ['Setting', 'Lines that differ', 'All'],
      budget.settings.map(({ setting, lines, total }) => [
        setting,
        lines.map(({ id, amount }) => `${id} ${amountOf(amount)}`).join(', '),
        totalOf(total),
      ]),
    )
  },

  /** `rounding 5/2 …`: what each mode makes of a fraction of pence. */
  rounding(args) {
    const modes = ['half up', 'half even', 'down'] as const
    return markdown(
      ['Pence before rounding', ...modes],
      args.map((fraction) => {
        const [numerator = 0, denominator = 1] = fraction.split('/').map(Number)
        const exact = String(numerator / denominator).replace('-', '−')
        return [exact, ...modes.map((mode) => String(divide(numerator, denominator, mode)).replace('-', '−'))]
      }),
    )
  },

  /** `share PENCE NAME WEIGHT …`: how pennies left over are handed out. */
  share([amount = '0', ...parts]) {
    const names = parts.filter((_, i) => i % 2 === 0)
    const weights = parts.filter((_, i) => i % 2 === 1).map(Number)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const gets = share(Number(amount), weights)
    return markdown(
      ['Part', 'Weight', 'Whole pence below', 'Remainder', 'Gets'],
      names.map((name, i) => {
        const product = Number(amount) * (weights[i] ?? 0)
        const below = Math.floor(product / total)
        const rest = `${product - below * total}/${total}`
        return [name, weights[i] ?? 0, formatPounds(asPence(below)), rest, formatPounds(asPence(gets[i] ?? 0))]
      }),
    )
  },
}

interface Worked {
  readonly budget: IndicativeBudget
  readonly table: AllocationTable
}

function worked([assessment = '', file = '']: readonly string[], read: Read, day?: string): Worked {
  const table = loadTable(read(file), { file })
  const given = readAssessment(read(assessment), table, { file: assessment })
  return { budget: allocate(day === undefined ? given : { ...given, date: day }, table), table }
}

function totalOf({ settled, waiting }: Total): string {
  return `${waiting.length > 0 ? 'at least ' : ''}${formatPounds(settled)}`
}

function amountOf(amount: Amount): string {
  if (amount.state === 'provides') return `${amount.quantity} ${amount.of}`
  return 'pence' in amount && amount.pence !== null ? formatPounds(amount.pence) : amount.state
}

function lineOf(args: readonly string[], read: Read, day?: string) {
  const line = worked(args, read, day).budget.lines.find(({ id }) => id === args[2])
  if (!line) throw new Error(`there is no line ${args[2]}`)
  return line
}

function scoreStep(step: ScoreStep): string {
  switch (step.op) {
    case 'brought':
      return 'brought with the assessment'
    case 'points':
      return step.of.map((name, i) => `${name} ${step.points[i]}`).join(' + ')
    case 'per-cent':
      return step.of
        .map((name, i) => `${name} ${step.points[i]}${step.perCent[i] === '100' ? '' : ` × ${step.perCent[i]}%`}`)
        .join(' + ')
    case 'highest':
      return `the highest of ${step.of.map((name, i) => `${name} ${step.points[i]}`).join(', ')}: ${step.highest}`
    case 'weight':
      return weight(step)
    case 'times':
      return `× ${step.factor}`
    case 'at-most':
      return `at most ${step.limit}`
  }
}

function working(step: Step): string {
  switch (step.op) {
    case 'when':
      return step.met ? 'the line applies' : 'the line does not apply'
    case 'gate':
      return `${step.decision} is ${step.state}`
    case 'not-scored':
      return `the child is not scored: ${step.to}`
    case 'by-setting':
      return 'the setting is unknown, and the figures stand side by side'
    case 'flat':
      return `${formatPounds(step.price)} a ${step.per}${step.weight === null ? '' : ` ${weight(step.weight)}`}${factors(step.times)}`
    case 'look-up':
      return `${step.score} ${step.points}: the row from ${step.from}${keys(step.keys)} gives ${step.give} (${step.gives})${step.band === null ? '' : `, band ${step.band}`}${rate(step.rate)}${factors(step.times)}`
    case 'straight-line':
      return `${step.score} ${step.points}${keys(step.keys)}: between ${step.give} at ${step.from} and ${step.nextGive} at ${step.next} (${step.gives})${rate(step.rate)}${factors(step.times)}`
    case 'category':
      return `${keys(step.keys).slice(2)} gives ${step.give} (${step.gives})${rate(step.rate)}${factors(step.times)}`
    case 'each-point':
      return `${step.score} ${step.points}${step.gives === null ? '' : ` (${step.gives})`}${rate(step.rate)}${factors(step.times)}`
    case 'entitlement':
      return `${step.fact} ${step.quantity} (${step.of})${rate(step.rate)}${factors(step.times)}`
    case 'quote':
      return `${step.fact} ${formatPounds(step.price)} a ${step.per}${factors(step.times)}`
    case 'people-decide':
      return `no figure is published: ${step.to}`
    case 'provides':
      return `${step.quantity} ${step.of}`
    case 'hours':
      return `${step.hours} hours a week${rate(step.rate)}${factors(step.times)}`
    case 'units':
      return `${step.units} units${rate(step.rate)}${factors(step.times)}`
    case 'times':
      return `${step.name}: × ${step.factor}`
    case 'uplift':
      return `${step.name}: + ${step.by === null ? `${step.perCent}%` : formatPounds(step.by)}`
    case 'area-factor':
      return `${step.name}: × ${step.factor} for ${step.area}`
    case 'other-package':
      return `${step.name}: − ${formatPounds(step.by)}, ${step.perCent}% of ${step.fact}`
    case 'protect':
      return `${step.name}: ${step.how} against ${formatPounds(step.previous)}${step.perCent === null ? '' : `, keeping ${step.perCent}% of what is lost`}`
    case 'add':
    case 'subtract':
      return `${step.name}: ${step.op === 'add' ? '+' : '−'} ${formatPounds(step.by)}`
    case 'at-most':
    case 'at-least':
      return `${step.name}: ${step.op} ${formatPounds(step.limit)}`
    case 'nearest':
      return `${step.name}: to the nearest ${formatPounds(step.to)}`
    case 'left-out':
      return `${step.name}: not made here`
  }
}

type Weight = Pick<Extract<ScoreStep, { op: 'weight' }>, 'factor' | 'score' | 'points' | 'from' | 'keys'>

function keys(chosen: Weight['keys']): string {
  return chosen.map(({ of, is }) => `, ${of} ${is}`).join('')
}

function weight({ factor, score, points, from, keys: chosen }: Weight): string {
  const row = score === null ? [] : [`${score} ${points}, the row from ${from}`]
  return `× ${factor} (${[...row, ...chosen.map(({ of, is }) => `${of} ${is}`)].join(', ')})`
}

function rate(use: RateUse | null): string {
  return use ? ` × £${use.pounds} per ${use.per}` : ''
}

function factors(times: readonly Factor[]): string {
  return times.map(({ of, value, outOf }) => ` × ${value}${outOf === null ? '' : `/${outOf}`} ${of}`).join('')
}

function markdown(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
