import { type Finding, finding } from '../../diagnostic.js'
import { placeOf, type Sides } from './sides.js'

/** What a family could have, or turn to, and can no longer: lines, streams, outcomes, flags, challenge routes. */
export function offersGone({ earlier, later }: Sides): Finding[] {
  const gone = (kind: string, name: string, path: readonly string[]) =>
    finding('RAS904', placeOf(later, path), { kind, name }, 'key')
  const { written } = later
  const named = SECTIONS.flatMap(([kind, section]) =>
    Object.keys(earlier.written[section] ?? {})
      .filter((id) => !Object.hasOwn(written[section] ?? {}, id))
      .map((id) => gone(kind, id, [section, id])),
  )
  const routes = (earlier.written.challenge ?? []).filter(
    ({ stream, about }) =>
      // A stream that is gone is told as that, and takes its routes with it.
      Object.hasOwn(written.streams, stream) &&
      !written.challenge?.some((route) => route.stream === stream && route.about === about),
  )
  const told = new Set(routes.map(({ stream, about }) => `${about} in ${stream}`))
  return [...named, ...[...told].map((name) => gone('challenge route', name, ['challenge', 'none']))]
}

const SECTIONS = [
  ['line', 'lines'],
  ['stream', 'streams'],
  ['outcome', 'outcomes'],
  ['flag', 'flags'],
] as const
