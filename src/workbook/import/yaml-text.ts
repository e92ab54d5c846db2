/**
 * A text as YAML has it on one line: plain where every reader takes it for words, otherwise in quotation marks with
 * whatever could steer a reader or cannot be seen written as its number.
 *
 * @example yamlText('Short breaks') // 'Short breaks'
 * @example yamlText('a: b # yes') // '"a: b # yes"'
 */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !OTHERWISE.test(text)) return text
  return JSON.stringify(text).replaceAll(HIDDEN, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const PLAIN = /^[A-Za-z]([A-Za-z0-9 ._/()£–-]*[A-Za-z0-9)])?$/
/** Words that some reader takes for something else. */
const OTHERWISE = /^(true|false|yes|no|on|off|y|n|null|nan|inf|infinity)$/i
const HIDDEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g
