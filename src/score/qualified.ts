/**
 * The name of something in one of several tables: the table's id comes before it. No name has a slash of its own, save
 * for the flag of a cap, which is told by its whole.
 *
 * @example qualified('harbour-short-breaks', 'age') // 'harbour-short-breaks/age'
 */
export function qualified(table: string, name: string): string {
  return `${table}/${name}`
}

/** The same values by the names that they have among several tables. */
export function byQualified<V>(table: string, values: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [qualified(table, name), value]))
}

/** The other way round: what is of one table, by the names that the table itself has for it. */
export function ofTable<V>(table: string, values: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const own = unqualified(table, name)
      return own === null ? [] : [[own, value]]
    }),
  )
}

/** The table's own name for something; null for what is of another table. */
export function unqualified(table: string, name: string): string | null {
  return name.startsWith(`${table}/`) ? name.slice(table.length + 1) : null
}
