import type { AnswerInput, Assessment, CaseRecord, FactInput, Needs } from './needs.js'

/**
 * Needs and record put back together into the assessment they came from, in its normal form. Tolerates parts that are
 * missing, since a stored budget may have been tampered with; reading the assessment again then says what is wrong.
 */
export function assessmentOf({ needs, record }: { readonly needs: Needs; readonly record: CaseRecord }): Assessment {
  const facts: Record<string, FactInput> = {}
  for (const [id, value] of Object.entries(needs?.facts ?? {})) {
    const reason = record?.reasons?.[id]
    if (value !== null) facts[id] = reason === undefined ? value : { state: String(value), reason }
  }
  const answers: Record<string, AnswerInput> = {}
  for (const [id, value] of Object.entries(needs?.answers ?? {})) {
    const evidence = record?.evidence?.[id]
    const view = record?.views?.[id]
    const answer = typeof value === 'number' ? { points: value } : { level: value ?? '' }
    const plain = typeof value === 'string' && evidence === undefined && view === undefined
    if (value !== null)
      answers[id] = plain
        ? value
        : { ...answer, ...(evidence === undefined ? {} : { evidence }), ...(view === undefined ? {} : { view }) }
  }
  const because = record?.exceptionalBecause
  return {
    case: record?.case,
    ...formOf(needs),
    date: record?.date,
    facts,
    participants: record?.participants ?? [],
    answers,
    scores: needs?.scores ?? {},
    outcomes: (record?.intended ?? []).map(({ outcome, words }) => ({
      ...(outcome === null ? {} : { outcome }),
      words,
    })),
    exceptional: { asked: needs?.askedExceptional, ...(because === null || because === undefined ? {} : { because }) },
  }
}

/** Each table's form, where there are several tables; otherwise the form. */
function formOf({ form, forms }: Needs): Pick<Assessment, 'form'> {
  if (forms && Object.keys(forms).length > 0) return { form: forms }
  return form === null || form === undefined ? {} : { form }
}
