import { type Content, type ErrorValue, folded, numeric } from './value.js'

type Plain = Exclude<Content, ErrorValue>

/**
 * What COUNTIF and SUMIF count: cells equal to a number or a text, or `"=x"`, `"<>x"`, `">5"` and the like. A text
 * that reads as a number stands for that number, in the criterion and in the cells.
 */
export function criterion(wanted: Plain): (content: Plain) => boolean {
  if (typeof wanted === 'boolean') return (content) => content === wanted
  if (typeof wanted !== 'string') return ordered('=', wanted ?? 0)
  const [, by = '', rest = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(wanted) ?? []
  const figure = numeric(rest)
  if (figure !== null) return ordered(by === '' ? '=' : by, figure)
  if (rest === '') {
    const blank = (content: Plain): boolean => content === null || (by === '' && content === '')
    return by === '<>' ? (content) => !blank(content) : blank
  }
  if (by === '' || by === '=' || by === '<>') {
    const matches = wildcard(rest)
    const among = (content: Plain): boolean => typeof content === 'string' && matches(content)
    return by === '<>' ? (content) => !among(content) : among
  }
  throw new Error(`The criterion "${wanted}" puts texts in an order, which depends on the reader's language.`)
}

function ordered(by: string, than: number): (content: Plain) => boolean {
  const figure = (content: Plain): number | null =>
    typeof content === 'number' ? content : typeof content === 'string' ? numeric(content) : null
  const holds = (one: number | null): boolean => {
    if (by === '<>') return one !== than
    if (one === null) return false
    switch (by) {
      case '<':
        return one < than
      case '<=':
        return one <= than
      case '>':
        return one > than
      case '>=':
        return one >= than
      default:
        return one === than
    }
  }
  return (content) => holds(figure(content))
}

/**
 * Whether a text is what was asked for, whatever the case: `?` is any character, `*` any text, and `~` takes the
 * character after it as it is, and is itself gone: a name with a `~` does not find itself.
 */
export function wildcard(wanted: string): (text: string) => boolean {
  const plain = folded(wanted)
  if (!/[*?~]/.test(plain)) return (text) => folded(text) === plain
  const pattern = plain.replace(/~?./gsu, (found) => {
    if (found === '*') return '.*'
    return found === '?' ? '.' : `\\u{${found.replace('~', '').codePointAt(0)?.toString(16) ?? '7e'}}`
  })
  const whole = new RegExp(`^${pattern}$`, 'su')
  return (text) => whole.test(folded(text))
}
