import { readFileSync } from 'node:fs'
import path from 'node:path'
import { main } from '../src/cli/main.js'
import {
  type AllocationTable,
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
} from '../src/index.js'
import { writtenOf } from '../src/load/table.js'
import { divide, share } from '../src/pence.js'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** What a command prints, on either stream, run in this process from the root of the repository. */
export function printed(argv: readonly string[]): string {
  let text = ''
  const out = (more: string) => {
    text += more
  }
  const exit = main({ argv, readFile: read, readStdin: () => '', out, err: out })
  if (exit > 1) throw new Error(`ras ${argv.join(' ')}: exit ${exit}\n${text}`)
  return text
}

/** `FILE from "START" to "END"`: the lines of a file from the one that begins so, up to the one that begins so. */
export function excerpt(args: string): string {
  const [, file = '', from = '', to = ''] = /^(\S+) from "(.+)" to "(.+)"$/.exec(args) ?? []
  const lines = read(file).split('\n')
  const start = lines.findIndex((line) => line.startsWith(from))
  const end = lines.findIndex((line, i) => i > start && line.startsWith(to))
  if (start < 0 || end < 0) throw new Error(`there is no such excerpt: ${args}`)
  return lines.slice(start, end).join('\n')
}

/** The tables of figures a document can hold, by the name of the block: each from its arguments to Markdown. */
export const TABLES: Readonly<Record<string, (args: readonly string[]) => string>> = {
  /** `answers ASSESSMENT TABLE`: what was answered, and its points. */
  answers(args) {
    const { budget, table } = worked(args)
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
  scores(args) {
    const { budget } = worked(args)
    return markdown(
      ['Score', 'Working', 'Points'],
      budget.scores.map(({ id, points, steps }) => [id, steps.map(scoreStep).join('; then '), points]),
    )
  },

  /** `steps ASSESSMENT TABLE LINE`: the working of a line. */
  steps(args) {
    const line = lineOf(args)
    return markdown(
      ['Step', 'Working', 'Before', 'After'],
      line.steps.map((step) => [
        step.op,
        working(step),
        'before' in step ? formatPounds(step.before) : '',
        'after' in step && step.op !== 'when' ? (step.after === null ? 'people decide' : formatPounds(step.after)) : '',
      ]),
    )
  },

  /** `splits ASSESSMENT TABLE LINE`: the independent splits of a line's figure. */
  splits(args) {
    const { funders, outcomes, contingency, partYear } = lineOf(args)
    return markdown(
      ['Split', 'Part', 'Amount'],
      [
        ...funders.map(({ id, pence }) => ['who pays', id, formatPounds(pence)]),
        ...outcomes.map(({ id, pence }) => ['outcome', id, formatPounds(pence)]),
        ...(contingency === null ? [] : [['contingency', 'inside the figure', formatPounds(contingency)]]),
        ...(partYear === null
          ? []
          : [['this year', `${partYear.part} of ${partYear.outOf} ${partYear.unit}`, formatPounds(partYear.pence)]]),
      ],
    )
  },

  /** `totals ASSESSMENT TABLE`: the totals of each stream and of all. */
  totals(args) {
    const { budget } = worked(args)
    return markdown(
      ['Total', 'Settled', 'Waiting', 'Refused'],
      [...budget.streams, { stream: 'all', ...budget.total }].map(({ stream, settled, waiting, refused }) => [
        stream,
        `${waiting.length > 0 ? 'at least ' : ''}${formatPounds(settled)}`,
        waiting.map(({ line, pence }) => `${line}${pence === null ? '' : ` ${formatPounds(pence)}`}`).join(', '),
        refused.join(', '),
      ]),
    )
  },

  /** `flags ASSESSMENT TABLE`: whether each flag is raised. */
  flags(args) {
    const { budget } = worked(args)
    return markdown(
      ['Flag', 'Kind', 'Raised'],
      budget.flags.map(({ id, kind, state }) => [id, kind, state]),
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

function worked([assessment = '', file = '']: readonly string[]): { budget: IndicativeBudget; table: AllocationTable } {
  const table = loadTable(read(file), { file })
  return { budget: allocate(readAssessment(read(assessment), table, { file: assessment }), table), table }
}

function lineOf(args: readonly string[]) {
  const line = worked(args).budget.lines.find(({ id }) => id === args[2])
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
    case 'flat':
      return `${formatPounds(step.price)} a ${step.per}${factors(step.times)}`
    case 'look-up':
      return `${step.score} ${step.points}: the row from ${step.from} gives ${step.give} (${step.gives})${step.band === null ? '' : `, band ${step.band}`}${rate(step.rate)}${factors(step.times)}`
    case 'straight-line':
      return `${step.score} ${step.points}: between ${step.give} at ${step.from} and ${step.nextGive} at ${step.next} (${step.gives})${rate(step.rate)}${factors(step.times)}`
    case 'each-point':
      return `${step.score} ${step.points}${rate(step.rate)}${factors(step.times)}`
    case 'hours':
      return `${step.hours} hours a week${rate(step.rate)}${factors(step.times)}`
    case 'units':
      return `${step.units} units${rate(step.rate)}${factors(step.times)}`
    case 'times':
      return `${step.name}: × ${step.factor}`
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
