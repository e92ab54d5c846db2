import { capital, stop } from '../../explain/grammar.js'
import { call, type Expression, equals, iff, number, quantity, text } from '../formula/expression.js'
import type { Quantity } from '../program/program.js'
import type { Arranging, Scheme } from '../sheets/scheme.js'
import type { Result, Results } from './results.js'
import { inParts } from './row-program.js'

interface Named {
  readonly id: string
  readonly said: string
}

/** The names of the flags that are raised, of those that are not known yet, and who may agree, in words. */
export function flagResults(arranging: Arranging, name: (scheme: Scheme, id: string) => string): Results {
  const { schemes, program } = arranging
  const all = schemes.flatMap((scheme) => {
    const { plan } = scheme
    const flags = plan.flags.map(({ id }): Named => ({ id: `${plan.id}/flags/${id}`, said: name(scheme, id) }))
    const prefix = `${plan.id}/caps/`
    const caps = program.quantities.flatMap(({ id }): Named[] =>
      id.startsWith(prefix) ? [{ id, said: name(scheme, id.slice(prefix.length)) }] : [],
    )
    return [...flags, ...caps]
  })
  const who = schemes.flatMap(({ plan }) =>
    plan.flags.flatMap((flag): Named[] =>
      flag.kind === 'agreed-by' ? [{ id: `${plan.id}/flags/${flag.id}`, said: capital(flag.who) }] : [],
    ),
  )
  const yes = (of: Named) => iff(equals(quantity(of.id), number(1)), text(`${of.said} `), text(''))
  const open = (of: Named) => iff(equals(quantity(of.id), number(UNKNOWN)), text(`${of.said} `), text(''))
  const agrees = ({ id, said }: Named) => iff(equals(quantity(id), number(1)), text(`${stop(said)} `), maybe(id, said))
  const each = [
    list('result/flags', all.map(yes), { name: 'flags', title: 'Flags that are raised', width: 40 }),
    list('result/flags/unknown', all.map(open), {
      name: 'flags/unknown',
      title: 'Flags that are not known yet',
      width: 24,
    }),
    list('result/agreed-by', who.map(agrees), { name: 'agreed-by', title: 'Who may agree it', width: 40 }),
  ]
  return { columns: each.map(({ column }) => column), quantities: each.flatMap(({ quantities }) => quantities) }
}

/** Who may agree it, while that hangs on what is open. */
function maybe(id: string, who: string): Expression {
  return iff(equals(quantity(id), number(UNKNOWN)), text(`${who} (not yet known). `), text(''))
}

/** The truth of what is not known yet. */
const UNKNOWN = 0.5

/** Texts that each end in a space, in one cell without the last of them. */
function list(
  id: string,
  texts: readonly Expression[],
  about: Pick<Result, 'name' | 'title' | 'width'>,
): { readonly column: Result; readonly quantities: readonly Quantity[] } {
  const { parts, whole } = inParts(id, texts)
  const made: Quantity = {
    id,
    label: about.title,
    unit: 'text',
    section: '',
    waits: true,
    formula: call('TRIM', whole),
  }
  return { column: { ...about, id, style: 'text' }, quantities: [...parts, made] }
}
