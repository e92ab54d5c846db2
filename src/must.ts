/**
 * A value that the loader has proven to be there: a node a line is priced by, the row some points lie in.
 *
 * @throws RangeError when it is not, which is a bug of ours and never a wrong figure.
 */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('Something the loader proved to be there is missing.')
  return value
}
