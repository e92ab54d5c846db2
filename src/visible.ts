/**
 * What steers a terminal or a page instead of being read: control characters, ends of lines, marks that turn the
 * direction or have no width, and what is no character. Joiners and the soft hyphen belong to words.
 */
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]|(?![\u00ad\u200c\u200d])\p{Cf}/gu

/** A text of which everything can be seen: what cannot shows as `�`, or as what `as` makes of it. */
export function visible(text: string, as: (mark: string) => string = () => '\ufffd'): string {
  return text.replaceAll(HIDDEN, as)
}

/** The same of a text of several lines, which stay apart. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => visible(line))
    .join('\n')
}
