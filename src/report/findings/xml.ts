/** Text as XML 1.0 takes it: what it forbids shows as `�`. Line feeds and tabs stay as they are. */
export function xmlText(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** An attribute with its value in quotation marks. Readers make a space of a line break there unless it is a reference. */
export function xmlAttribute(name: string, value: string | number): string {
  const text = xmlText(String(value)).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
  return ` ${name}="${text}"`
}

// Half of a pair alone counts as its own code point, so that whole pairs are left as they are.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
