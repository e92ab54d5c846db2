/** The largest text that is read, in bytes of UTF-8, inclusive. */
export const MAX_BYTES = 1024 * 1024
/** The deepest nesting that is read, inclusive. */
export const MAX_DEPTH = 40

/** The most tokens that are read, inclusive: some twenty times those of a large table. */
export const MAX_TOKENS = 100_000
/** The most findings that are told of one text that cannot be read. */
export const MAX_TOLD = 100

/** Keys that would reach an object's prototype. */
export const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
