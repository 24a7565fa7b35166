import { note, type Tally } from './tally.ts'

/** One measure cut in bands: what is at most `upTo` and more than the band before. The last has no end. */
export interface Bands {
  readonly id: string
  readonly bands: readonly (readonly [name: string, upTo: number])[]
}

export function noteBand(tally: Tally, { id, bands }: Bands, value: number): void {
  const found = bands.findIndex(([, upTo]) => value <= upTo)
  for (const [index, [name]] of bands.entries()) note(tally, `${id}.${name}`, index === found)
}

const REST = Infinity

/** Working days from the start of an assessment to its end, as England's statistics cut them. */
export const ASSESSMENT_DAYS: Bands = {
  id: 'assessment-days',
  bands: [
    ['same day', 0],
    ['1 to 10', 10],
    ['11 to 20', 20],
    ['21 to 30', 30],
    ['31 to 40', 40],
    ['41 to 45', 45],
    ['46 to 50', 50],
    ['51 to 60', 60],
    ['over 60', REST],
  ],
}

export const CONFERENCE_DAYS: Bands = {
  id: 'conference-days',
  bands: [
    ['up to 10', 10],
    ['11 to 15', 15],
    ['16 to 20', 20],
    ['over 20', REST],
  ],
}
/** The same in the first year counted: before conferences were put right. */
export const CONFERENCE_DAYS_AS_FOUND: Bands = {
  id: 'conference-days-as-found',
  bands: CONFERENCE_DAYS.bands,
}

const MONTHS: Bands['bands'] = [
  ['up to 3 months', 3],
  ['3 to 6', 6],
  ['6 to 12', 12],
  ['1 to 2 years', 24],
  ['2 years or more', REST],
]
export const PLAN_ENDED: Bands = { id: 'plan-ended', bands: MONTHS }
export const PLAN_OPEN: Bands = { id: 'plan-open', bands: MONTHS }
export const NEED_ENDED: Bands = { id: 'need-ended', bands: MONTHS }
export const NEED_OPEN: Bands = { id: 'need-open', bands: MONTHS }

/** Whole years at the last birthday; -1 before birth. */
export const LOOKED_AFTER_AGE: Bands = {
  id: 'looked-after-age',
  bands: [
    ['under 1', 0],
    ['1 to 4', 4],
    ['5 to 9', 9],
    ['10 to 15', 15],
    ['16 or 17', REST],
  ],
}
const AGES_FROM_BEFORE_BIRTH: Bands['bands'] = [
  ['unborn', -1],
  ['under 1', 0],
  ['1 to 4', 4],
  ['5 to 9', 9],
  ['10 to 15', 15],
  ['16 or 17', REST],
]
export const REFERRED_AGE: Bands = { id: 'referred-age', bands: AGES_FROM_BEFORE_BIRTH }
export const PLAN_AGE: Bands = { id: 'plan-age', bands: AGES_FROM_BEFORE_BIRTH }
export const FAMILY_SIZE: Bands = {
  id: 'family-size',
  bands: [
    ['1', 1],
    ['2', 2],
    ['3', 3],
    ['4 or more', REST],
  ],
}
