import { spaced } from '../../explain/grammar.js'
import type { FactorPlan, PricePlan } from '../../load/price-plan.js'

/** How a price is worked out, in words, before it is divided and rounded; its figures stand on the sheet Table. */
export function priceWords(price: PricePlan): string {
  const rate = price.rate ? [`the price of ${spaced(price.rate.id)}`] : []
  return ['Price', [valueWords(price), ...rate, ...price.factors.map(factorWords)].join(' × ')].join(': ')
}

function valueWords(price: PricePlan): string {
  switch (price.is) {
    case 'flat':
      return price.weight ? 'the sum × the factor' : 'the sum'
    case 'look-up':
      return price.straight ? 'what the row or the straight line gives' : 'what the row gives'
    case 'category':
      return 'what is given'
    case 'each-point':
      return spaced(price.node.id)
    case 'hours':
      return 'the hours a week'
    case 'units':
      return 'the units a year'
    case 'entitlement':
    case 'quote':
      return spaced(price.factId)
    case 'people-decide':
      return 'people decide'
  }
}

function factorWords({ of, value, factId, outOf }: FactorPlan): string {
  const unit = of === 'hours' ? 100 : 1
  const many = factId === null ? `${value / unit} ${of}` : spaced(factId)
  return outOf === null ? many : `${many} ÷ ${outOf / unit}`
}
