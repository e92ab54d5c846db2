import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { LooseTable } from '../loose.js'
import { eachQuestion } from './walk.js'

/** Equality Act 2010, section 4, without disability and age, which every form of this kind must ask about. */
const WORDS =
  /\b(race|racial|ethnic\w*|nationality|religio\w*|faith|belief|gender|sex|sexual orientation|pregnan\w*|maternity|marri\w*|civil partner\w*)\b/i

/** Warns where a question's text seems to ask who the child is rather than what they need. A word list: no proof. */
export function checkProtectedWords(table: LooseTable): Finding[] {
  return eachQuestion(table).flatMap(({ path, question }) => {
    const word = WORDS.exec(question.text ?? '')?.[0]
    return word === undefined ? [] : [finding('RAS607', pointer([...path, 'text']), { word })]
  })
}
