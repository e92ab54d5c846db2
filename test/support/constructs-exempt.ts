import type { Column } from './constructs-columns.js'

/**
 * What a column has nothing for, and why. A name stands for the construct and for all that is inside it; `*` is any one
 * word. An exemption that nothing needs any more fails the test.
 */
export const EXEMPT: Readonly<Partial<Record<Column, Readonly<Record<string, string>>>>> = {
  golden: {
    'header provenance official': 'none of the tables here is issued by a council',
  },
  sentence: {
    'header format': 'it is always the same',
    'header id': 'for machines: the result names the table by it, the statement by its title',
    'header supersedes': 'for those who keep the tables',
    'header sources': 'for those who check the table',
    'header co-production': 'for those who check the table',
    'header streams law': 'it decides which rules the loader holds a line to',
    'header forms from-age': 'an assessment with another form is refused, so there is no statement',
    'header forms below-age': 'an assessment with another form is refused, so there is no statement',
    'facts is * one-of': 'an assessment that gives another is refused, so there is no statement',
    'facts is * at-most': 'an assessment that gives more is refused, so there is no statement',
    'scores brought at-most': 'an assessment that gives more is refused, so there is no statement',
    'questions title': 'the form says it; the statement begins with the points',
    'questions ask': 'the form says it; the statement begins with the points',
    'rates source': 'for those who check the table',
    'rates from': 'for those who check the table',
    'rates also-published': 'for those who check the table: the loader compares it',
    'lines source': 'for those who check the table',
    'look-up rows to': 'for those who check the table: the loader compares it',
    'look-up rows published-a-year': 'for those who check the table: the loader compares it',
    'give beside rows band': 'it moves no sum; a flag that compares the two bands says so',
    'changes name': 'for machines: the statement gives the reason',
    'changes when': 'a change that is not made moves nothing; it stands in the steps',
    'changes source': 'for those who check the table',
    'changes area-factor fact': 'the statement says the area itself',
  },
}

/** The exemptions of a column that cover a construct: each with its reason. */
export function covering(column: Column, name: string): readonly (readonly [of: string, why: string])[] {
  return Object.entries(EXEMPT[column] ?? {}).filter(([of]) => covers(of.split(' '), name.split(' ')))
}

function covers(of: readonly string[], name: readonly string[]): boolean {
  return of.length <= name.length && of.every((word, i) => word === '*' || word === name[i])
}
