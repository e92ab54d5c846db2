/** An answer or some points that are more in one case than in another. */
export interface Raised {
  readonly name: string
  readonly from: string
  readonly to: string
}
