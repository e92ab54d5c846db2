import type { Bucket, CaseChange, CaseloadDiff } from '../../after/caseload/caseload-diff.js'
import { pounds, signedPounds } from '../../after/caseload/pounds.js'
import { thousands } from '../figures.js'
import type { Block } from '../page.js'
import { cases, casesThat, heading, inAll, paragraph, SUMS, sums, table } from './cells.js'

/** The most cases that lose which a report lists. */
const LISTED = 20

/** Who gains and who loses. */
export function peopleBlocks({ comparable, losers, buckets, percentiles, dots }: CaseloadDiff): readonly Block[] {
  const { gain, lose, stay, unknown, biggest } = comparable
  const counts = buckets.filter((one) => one.cases > 0)
  const [first, last] = [buckets.indexOf(counts[0] ?? NONE), buckets.indexOf(counts.at(-1) ?? NONE)]
  return [
    heading('Who gains and who loses'),
    paragraph(
      unknown > 0
        ? `Of ${cases(unknown)} it is not known: something in ${unknown === 1 ? 'it' : 'them'} is left out, and the rest does not change.`
        : '',
      `${capital(casesThat(gain.cases, 'gain'))}${inAll(gain)},`,
      `${casesThat(lose.cases, 'lose')}${inAll(lose)},`,
      `${casesThat(stay, 'stay')} the same.`,
    ),
    ...(gain.cases + lose.cases === 0
      ? []
      : [
          table(
            'The biggest changes, in pounds a year and as a percentage of what the case had',
            ['What', 'Case', ...SUMS],
            [
              extreme('Biggest gain', biggest.gain),
              extreme('Biggest gain in per cent', biggest.gainPerCent),
              extreme('Biggest loss', biggest.loss),
              extreme('Biggest loss in per cent', biggest.lossPerCent),
            ].flat(),
          ),
          {
            is: 'chart',
            chart: {
              is: 'bars',
              title: 'How much changes, and for how many',
              says:
                `Cases by the change of their comparable figure a year: ${cases(lose.cases)} on the side of loss, ${cases(stay)} without change, ${cases(gain.cases)} on the side of gain.` +
                (unknown > 0
                  ? ` ${capital(cases(unknown))} of which it is not known ${unknown === 1 ? 'is' : 'are'} not there.`
                  : ''),
              across: 'Change a year',
              up: 'Cases',
              bars: buckets
                .slice(first, last + 1)
                .map((one) => ({ name: between(one), count: one.cases, kind: kindOf(one) })),
            },
          } as const,
          table(
            'So many per cent of the cases change by this much or less',
            ['#Per cent of the cases', '#Change a year'],
            percentiles.map(({ perCent, change }) => [`${perCent}%`, signedPounds(change)]),
          ),
          dotsBlock(dots),
        ]),
    ...losersBlock(losers),
  ]
}

const NONE: Bucket = { from: null, to: null, cases: 0 }

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function extreme(what: string, change: CaseChange | null): readonly (readonly string[])[] {
  return change === null ? [] : [[what, change.case, ...sums(change)]]
}

function kindOf({ from, to }: Bucket): 'less' | 'same' | 'more' {
  if (from === 0 && to === 0) return 'same'
  return to !== null && to <= 0 ? 'less' : 'more'
}

/** `£100 to £500` in the direction of the change. */
function between(bucket: Bucket): string {
  const { from, to } = bucket
  const kind = kindOf(bucket)
  if (kind === 'same') return 'none'
  const short = (pence: number | null) => pounds(Math.abs(pence ?? 0)).replace('.00', '')
  const [sign, near, far] = kind === 'less' ? ['−', to, from] : ['+', from, to]
  if (near === 0) return `under ${sign}${short(far)}`
  return far === null ? `${sign}${short(near)} or more` : `${sign}${short(near)} to ${short(far)}`
}

function dotsBlock({ square, dots }: CaseloadDiff['dots']): Block {
  const counts = dots.map((dot) => dot.cases)
  const [least, most] = counts.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, 0])
  const each = least === most ? cases(most) : `${thousands(least)} to ${cases(most)}`
  return {
    is: 'chart',
    chart: {
      is: 'dots',
      title: 'What each case had, and what it has now',
      says:
        `Each dot is ${each} by their comparable figure before and after; on the line nothing changes.` +
        (square === null
          ? ''
          : ` Cases are put together by squares of ${pounds(square)}, and a dot is in the middle of one.`),
      across: 'Before',
      up: 'After',
      dots: dots.map(({ before, after, cases }) => ({ x: before, y: after, count: cases })),
    },
  }
}

function losersBlock(losers: readonly CaseChange[]): readonly Block[] {
  if (losers.length === 0) return []
  const rest = losers.length - LISTED
  return [
    table(
      `Cases that lose most${rest > 0 ? `; ${thousands(rest)} more lose, all in the JSON report` : ''}`,
      ['Case', ...SUMS],
      losers.slice(0, LISTED).map((one) => [one.case, ...sums(one)]),
    ),
  ]
}
