import { hashOf } from '../../load/hash.js'

/** Text in which GitHub looks for no commands, whatever a table says: the mark that ends it cannot stand in it. */
export function unheeded(text: string): string {
  if (text === '') return ''
  const end = hashOf(text)
  return `::stop-commands::${end}\n${text}${text.endsWith('\n') ? '' : '\n'}::${end}::\n`
}
