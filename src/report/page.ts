/**
 * A report before it is text, Markdown or HTML: what it says, block by block. All text is plain; each format escapes it
 * in its own way.
 */
export interface Page {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly is: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | TableBlock
  | { readonly is: 'chart'; readonly chart: Chart }

/** A table with its heads. Numbers stand right: `align` is by column. */
export interface TableBlock {
  readonly is: 'table'
  readonly caption: string
  readonly columns: readonly { readonly name: string; readonly align: 'left' | 'right' }[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture and what it says in a sentence. Where there are no pictures, the sentence and its figures stand as a table. */
export type Chart =
  | {
      readonly is: 'bars'
      readonly title: string
      readonly says: string
      /** What the bars stand for, and what their length counts. */
      readonly across: string
      readonly up: string
      /** `kind`: whether a bar is of those who have less or more than before, who are drawn unlike each other. */
      readonly bars: readonly {
        readonly name: string
        readonly count: number
        readonly kind?: 'less' | 'same' | 'more'
      }[]
    }
  | {
      readonly is: 'dots'
      readonly title: string
      readonly says: string
      readonly across: string
      readonly up: string
      /** In whole pence a year; `count` cases stand at one dot. */
      readonly dots: readonly { readonly x: number; readonly y: number; readonly count: number }[]
    }
