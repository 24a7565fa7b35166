import { numberOf } from '../../day-number.ts'
import type { CaptureRow } from '../capture-row.ts'
import type { UNIT_COSTS } from '../../../src/standards/capture/templates/money-templates.ts'

type Row = CaptureRow<typeof UNIT_COSTS>

/**
 * Pounds a week, invented, about what England spent in 2015-16: £3,240 in homes and £580 in fostering (Department for
 * Education, Local Authority Interactive Tool, December 2024. Open Government Licence v3.0).
 */
const COSTS: readonly (readonly [type: string, means: string, provider: Row['provider'], pounds: number])[] =
  [
    ['U1', 'Foster placement with a relative or friend, long term', 'own', 265],
    ['U3', 'Foster placement with a relative or friend, not long term', 'own', 265],
    ['U4', 'Foster placement with another carer, long term', 'own', 415],
    ['U4', 'Foster placement with another carer, long term', 'bought', 790],
    ['U6', 'Foster placement with another carer, not long term', 'own', 430],
    ['U6', 'Foster placement with another carer, not long term', 'bought', 835],
    ['K2', 'Children’s home', 'own', 2640],
    ['K2', 'Children’s home', 'bought', 3310],
    ['H5', 'Semi-independent accommodation', 'bought', 960],
    ['P1', 'Placed with own parents', 'own', 45],
    ['P2', 'Independent living', 'own', 310],
    ['A6', 'Placed for adoption', 'own', 120],
  ]

export const unitCosts = (): Row[] =>
  COSTS.map(([placement_type, means, provider, pounds]) => ({
    placement_type,
    means,
    provider,
    pounds_a_week: pounds * 100,
    from_on: numberOf('2014-04-01'),
    to_on: numberOf('2015-03-31'),
  }))
