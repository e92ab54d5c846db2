import { repositoryPath, STANDARD_INPUT } from './report.js'

/**
 * The address of a file: relative where its path is, and of the scheme `file` where it begins at a root. Every sign that
 * an address does not take is percent-encoded. Null for standard input.
 *
 * @example uriOf('tables/Band A #1.yaml') // 'tables/Band%20A%20%231.yaml'
 */
export function uriOf(file: string): string | null {
  if (file === STANDARD_INPUT) return null
  const path = repositoryPath(file)
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? ''
  const rest = path
    .slice(drive.length)
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (drive !== '') return `file:///${drive}${rest}`
  return rest.startsWith('/') ? `file://${rest}` : rest
}
