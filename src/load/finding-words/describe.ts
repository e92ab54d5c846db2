import type { Code, FindingData } from '../../diagnostic.js'
import { DIFFERENCES } from './differences.js'
import { FIGURES } from './figures.js'
import { FILE } from './file.js'
import { PRINCIPLES } from './principles.js'
import { QUESTIONNAIRE } from './questionnaire.js'
import { ROUTING } from './routing.js'
import type { Words } from './say.js'
import { SHAPE } from './shape.js'
import { VERSIONS } from './versions.js'

/** The sentences of a finding: what is wrong, and how to mend it. Every sentence about a finding is in this folder. */
export function describe<C extends Code>({ code, data }: { readonly code: C; readonly data: FindingData[C] }): Words {
  return SENTENCES[code](data)
}

const SENTENCES: { readonly [C in Code]: (data: FindingData[C]) => Words } = {
  ...FILE,
  ...SHAPE,
  ...FIGURES,
  ...VERSIONS,
  ...QUESTIONNAIRE,
  ...ROUTING,
  ...PRINCIPLES,
  ...DIFFERENCES,
}
