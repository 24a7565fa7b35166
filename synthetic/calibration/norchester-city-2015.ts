import { ENGLAND_2025 } from './england-2025.ts'
import { NORCHESTER_2015 } from './norchester-2015.ts'
import type { Profile } from './profile.ts'

/**
 * The whole city. The small council's families are drawn for its story; the city has so many that its ages in care, its
 * placements and the lengths of its cases can be those published, and the story shows all the same.
 */
export const NORCHESTER_CITY_2015: Profile = {
  ...NORCHESTER_2015,
  timesByAge: { enquiry: ENGLAND_2025.timesByAge.enquiry, care: ENGLAND_2025.timesByAge.care },
  adoptionMonths: ENGLAND_2025.adoptionMonths,
  adoptedWhenYoung: 0.36,
  careGivenNeed: 0.104,
  careMonths: ENGLAND_2025.careMonths,
  placements: ENGLAND_2025.placements,
  daysAfterAssessment: [0, 12],
  // Of those without a plan or care; Manchester 2014 to 2015.
  needMonths: [
    [0, 0.4],
    [0.4, 2.6],
    [0.6, 4.5],
    [0.78, 9],
    [0.9, 18],
    [0.95, 26],
    [1, 100],
  ],
  // A mean near 19, as people come and go, in some 300 positions.
  staff: { ...NORCHESTER_2015.staff, usualCaseload: 17.5, newlyQualifiedCaseload: 12.6 },
}
