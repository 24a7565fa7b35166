/**
 * A figure that an invented council is held against. Figures published by the Department for Education and by Ofsted
 * are public sector information licensed under the Open Government Licence v3.0; those of the Association of Directors
 * of Children's Services are quoted; where nothing is published there is "our estimate". Figures carry over; no record
 * does.
 */
export interface Target {
  measure: string
  value: number
  /** How far off, either way and in the measure's own unit, is still like it. Chance comes on top: see `report.ts`. */
  tolerance: number
  source: string
  /** Why the tolerance is wide, where it is. */
  why?: string
}

/** What a council is meant to be like. */
export type Likeness = 'norchester-2015' | 'england-2025'

const DFE = 'Department for Education'
export const LAIT = `${DFE}, Local Authority Interactive Tool, April 2026`
export const LAIT_2024 = `${DFE}, Local Authority Interactive Tool, December 2024`
export const DASHBOARD = `${DFE}, Children's Social Care Dashboard, April 2026`
export const CENSUS = `${DFE}, Children in need statistics, 2024 to 2025`
export const LOOKED_AFTER = `${DFE}, Children looked after statistics, 2024 to 2025`
export const OFSTED_2014 = 'Ofsted, inspection of Manchester, September 2014'
export const PRESSURES = "Association of Directors of Children's Services, Safeguarding Pressures, phase 9"
export const OURS = 'our estimate'

type Wanted = readonly [value: number, tolerance: number, why?: string]

export const from = (source: string, wanted: Readonly<Record<string, Wanted>>): Target[] =>
  Object.entries(wanted).map(([measure, [value, tolerance, why]]) => ({
    measure,
    value,
    tolerance,
    source,
    ...(why === undefined ? {} : { why }),
  }))

/** Shares of one measure, all with one tolerance. */
export const cut = (
  source: string,
  measure: string,
  tolerance: number,
  shares: Readonly<Record<string, number>>,
  why?: string,
): Target[] =>
  Object.entries(shares).map(([name, value]) => ({
    measure: `${measure}.${name}`,
    value,
    tolerance,
    source,
    ...(why === undefined ? {} : { why }),
  }))
