import { folded } from './value.js'

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
