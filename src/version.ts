/** The version of this library, as its results name it. */
export const VERSION = '0.1.0'
