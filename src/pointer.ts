/**
 * Makes a JSON Pointer (RFC 6901) from the keys that lead to a value; no keys give `''`, the whole document.
 *
 * @example pointer(['lines', 'short-breaks', 'price', 'rows', 2]) // '/lines/short-breaks/price/rows/2'
 */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The keys that a JSON Pointer names, in order. The inverse of {@link pointer}. */
export function pointerKeys(text: string): string[] {
  if (text === '') return []
  return text
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}
