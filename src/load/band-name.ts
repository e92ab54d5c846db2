/** A band's words as a fact names them, small letters and hyphens: `Lots or exceptional` is `lots-or-exceptional`. */
export function bandName(band: string): string {
  return band.toLowerCase().replaceAll(/\s+/g, '-')
}
