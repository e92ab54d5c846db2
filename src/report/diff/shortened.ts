import { thousands } from '../figures.js'
import type { Block, Page } from '../page.js'

/** The most characters that a comment on GitHub may have, and some to spare. */
export const MOST_IN_A_COMMENT = 65_000

/**
 * A page as text that people read: a picture of dots is its sentence, since its figures are hundreds of rows. Where it is
 * longer than `most` characters, tables and lists are cut, and say how much of them is left out; and where that is not
 * enough, so is the end of the page.
 */
export function forReading(page: Page, lay: (page: Page) => string, most: number | null): string {
  const whole: Page = { ...page, blocks: page.blocks.map(withoutDots) }
  let text = lay(whole)
  for (const rows of [100, 50, 20, 10, 5]) {
    if (most === null || text.length <= most) return text
    text = lay({ ...whole, blocks: whole.blocks.map((block) => cut(block, rows)) })
  }
  const short = whole.blocks.map((block) => cut(block, 5))
  for (let kept = short.length - 1; text.length > (most ?? Infinity) && kept >= 0; kept--)
    text = lay({ ...whole, blocks: [...short.slice(0, kept), END] })
  return text
}

const END: Block = { is: 'paragraph', text: 'The rest is too long for a comment: it is in the HTML report.' }

function withoutDots(block: Block): Block {
  if (block.is !== 'chart' || block.chart.is !== 'dots') return block
  const { title, says } = block.chart
  return { is: 'paragraph', text: `${title}: the picture is in the HTML report. ${says}` }
}

function cut(block: Block, rows: number): Block {
  switch (block.is) {
    case 'table':
      return block.rows.length <= rows
        ? block
        : {
            ...block,
            caption: `${block.caption} (${thousands(block.rows.length - rows)} more rows are left out here)`,
            rows: block.rows.slice(0, rows),
          }
    case 'list':
      return block.items.length <= rows
        ? block
        : { ...block, items: [...block.items.slice(0, rows), `and ${thousands(block.items.length - rows)} more`] }
    case 'heading':
    case 'paragraph':
    case 'chart':
      return block
  }
}
