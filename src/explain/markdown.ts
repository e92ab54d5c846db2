import type { Statement } from './statement.js'

/** Lays a statement out as Markdown. Whatever came from a table or an assessment is plaind, so it stays text. */
export function markdown({ title, lead, sections }: Statement): string {
  const blocks = [`# ${plain(title)}`, ...lead.map(plain)]
  for (const { heading, items } of sections) {
    const list = items.flatMap(({ text, under }) => [`- ${plain(text)}`, ...under.map((one) => `  - ${plain(one)}`)])
    blocks.push(`## ${plain(heading)}`, list.join('\n'))
  }
  return `${blocks.join('\n\n')}\n`
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&')
}
