/** A tag as it was written, with its attributes as they are read. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads a page as a browser would read well-formed HTML: its texts, element by element, and its opening tags. */
export function read(html: string): { readonly texts: readonly string[]; readonly tags: readonly Tag[] } {
  const texts: string[] = []
  const tags: Tag[] = []
  let text = ''
  const end = () => {
    if (text.trim() !== '') texts.push(decoded(text.trim()))
    text = ''
  }
  const body = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
  for (const [, tag, between = ''] of body.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (tag === undefined) {
      text += between
      continue
    }
    const [, close, name = '', rest = ''] = /^<(\/?)([!\w]+)([\s\S]*)>$/.exec(tag) ?? []
    if (name === 'a') {
      if (close === '') tags.push({ name, attributes: attributesOf(rest) })
      continue
    }
    end()
    if (close === '' && name !== '!DOCTYPE') tags.push({ name, attributes: attributesOf(rest) })
  }
  end()
  return { texts, tags }
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  )
}

function decoded(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replaceAll(/&(\w+|#\d+);/g, (whole, name: string) => names[name] ?? whole)
}
