import type { Statement } from './statement.js'

/** The longest line, in characters: 70 of these lines are one side of A4 in nine-point monospace. */
export const WIDTH = 100

/** Lays a statement out as plain text. */
export function text({ title, lead, sections }: Statement): string {
  const lines = [title.toUpperCase(), ...lead.flatMap((one) => wrap(one, ''))]
  for (const { heading, items } of sections) {
    lines.push('', heading.toUpperCase())
    for (const { text, under } of items) {
      lines.push(...wrap(text, '', '  '))
      for (const one of under) lines.push(...wrap(one, '    '))
    }
  }
  return `${lines.join('\n')}\n`
}

/** Breaks a text into lines between words; a word longer than a line stands on one of its own. */
export function wrap(words: string, indent: string, hang = indent, width = WIDTH): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of words.split(/\s+/)) {
    const start = line.trim() === ''
    if (!start && line.length + 1 + word.length > width) {
      lines.push(line)
      line = hang + word
    } else line += start ? word : ` ${word}`
  }
  return [...lines, line]
}
