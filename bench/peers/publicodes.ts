import Engine from 'publicodes'
import { parse } from 'yaml'
import { answersOf } from './answers.js'
import { inPence, type Peer } from './peer.js'

/**
 * The table as publicodes rules, parsed once; the situation is set anew for each case, and each figure asked for by name.
 * A look up is a `grille`; a straight line is a `barème`, whose rates are the slopes between its rows; part of a penny is
 * rounded by `arrondi`. A `grille` cannot give nothing in one of its rows, so whether people decide is a rule of its own
 * beside each. Parts of the language that are not used here are switched off.
 */
export function publicodes(): Peer {
  const engine = new Engine(parse(RULES), { warn: false, flag: { automaticNamespaceDisabling: false } })
  const number = (rule: string) => Number(engine.evaluate(rule).nodeValue ?? 0)
  const truth = (rule: string) => engine.evaluate(rule).nodeValue === true
  return (assessment) => {
    const { points, setting, decision, far } = answersOf(assessment)
    engine.setSituation({
      ...points,
      setting: `'${setting}'`,
      decision: `'${decision}'`,
      far: far ? 'oui' : 'non',
    })
    return inPence({
      mainstreamSupport: number('mainstream support'),
      specialistTopUp: truth('top-up refers') ? null : number('top-up'),
      nursing: truth('nursing refers') ? null : number('nursing'),
      therapy: number('therapy'),
      carers: number('carers'),
      shortBreaks: truth('short breaks refer') ? null : number('short breaks'),
      education: number('education'),
      health: number('health'),
      socialCare: number('social care'),
      total: number('total'),
      open: truth('open'),
    })
  }
}

const RULES = `
breathing: 0
seizures: 0
eating: 0
medicines: 0
sleep: 0
supervision: 0
behaviour: 0
danger: 0
getting-about: 0
learning: 0
communication: 0
senses: 0
concentration: 0
play: 0
friendships: 0
activities: 0
choices: 0
personal-care: 0
daily-tasks: 0
home-routines: 0
travel: 0
adult-life: 0
carer-health: 0
brothers-and-sisters: 0
family-help: 0
community-help: 0
setting: "'mainstream'"
decision: "'pending'"
far: non

safe: { somme: [supervision, behaviour, danger, getting-about] }
achieve: { somme: [learning, communication, senses, concentration, play] }
contribute: { somme: [friendships, activities, choices] }
independent: { somme: [personal-care, daily-tasks, home-routines, travel, adult-life] }
family: { somme: [carer-health, brothers-and-sisters, family-help, community-help], plafond: 60 }
education points: achieve + (supervision + behaviour + personal-care) * 0.5
therapy points: communication + behaviour * 0.5
health points: { somme: [breathing, seizures, eating, medicines, sleep] }
care points: { somme: [safe, contribute, independent, family] }

mainstream support:
  applicable si: setting = 'mainstream'
  grille:
    assiette: education points
    tranches:
      - { plafond: 20, montant: 0 }
      - { plafond: 45, montant: 2000 }
      - { plafond: 70, montant: 4500 }
      - { plafond: 100, montant: 7200 }
      - { plafond: 130, montant: 9800 }
      - { plafond: 160, montant: 13000 }
      - { montant: 17500 }

top-up refers:
  toutes ces conditions: [setting != 'mainstream', education points >= 180]
top-up:
  applicable si: { toutes ces conditions: [setting != 'mainstream', education points < 180] }
  barème:
    assiette: education points
    tranches:
      - { plafond: 60, taux: 50 }
      - { plafond: 100, taux: 112.5 }
      - { plafond: 150, taux: 130 }
      - { taux: 0 }
  arrondi: 2 décimales

nursing refers: health points >= 132
nursing:
  non applicable si: nursing refers
  valeur: hours * 27.45 * 52
  arrondi: 2 décimales
hours:
  grille:
    assiette: health points
    tranches:
      - { plafond: 40, montant: 0 }
      - { plafond: 60, montant: 4 }
      - { plafond: 84, montant: 8 }
      - { plafond: 110, montant: 14.5 }
      - { montant: 21 }

therapy: { valeur: therapy points * 31.37, arrondi: 2 décimales }
carers: { applicable si: family >= 30, valeur: 320 }

short breaks refer: care points >= 310
short breaks:
  non applicable si: short breaks refer
  valeur: tens of pounds * 10
tens of pounds: { valeur: short breaks raised / 10, plafond: 900, arrondi: oui }
short breaks raised:
  variations:
    - { si: far, alors: { valeur: short breaks priced * 1.05, arrondi: 2 décimales } }
    - { sinon: short breaks priced }
short breaks priced: { valeur: short breaks row * 1.034, arrondi: 2 décimales }
short breaks row:
  grille:
    assiette: care points
    tranches:
      - { plafond: 70, montant: 0 }
      - { plafond: 110, montant: 650 }
      - { plafond: 150, montant: 1300 }
      - { plafond: 190, montant: 2400 }
      - { plafond: 230, montant: 4100 }
      - { plafond: 270, montant: 6200 }
      - { montant: 8600 }

counts: { une de ces conditions: [decision = 'agreed', decision = 'fast-track'] }
education: { somme: [mainstream support, top-up] }
health: { somme: [therapy, { applicable si: counts, valeur: nursing }] }
social care: { somme: [carers, short breaks] }
total: { somme: [education, health, social care] }
open:
  une de ces conditions:
    - top-up refers
    - short breaks refer
    - decision = 'pending'
    - { toutes ces conditions: [counts, nursing refers] }
`
