import { asGithub } from './github.js'
import { asJson } from './json.js'
import { asJunit } from './junit.js'
import { asPretty } from './pretty.js'
import type { Report } from './report.js'
import { asSarif } from './sarif.js'

export type Format = 'pretty' | 'json' | 'github' | 'sarif' | 'junit'

/** How a report can be written, by the name of the format. */
export const FORMATS: { readonly [F in Format]: (report: Report) => string } = {
  pretty: asPretty,
  json: asJson,
  github: asGithub,
  sarif: asSarif,
  junit: asJunit,
}
