/**
 * A number in its shortest form; what is no number is left as it stands.
 *
 * @example value('500.00') // '500'
 */
export function value(text: string): string {
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}
