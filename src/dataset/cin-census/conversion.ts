import type { Day } from '../../platform/day.ts'
import { sqlFile, type Build } from '../building/build.ts'
import type { Conversion } from '../building/conversion.ts'
import { ORIGINS } from './origins.ts'

/** The children in need census: referrals and what followed them, of one year or of several. */
export const cinCensusConversion: Conversion = {
  source: 'cin-census',
  addSightings: (build) => build.run(sqlFile(import.meta.url, './sightings.sql')),
  async convert(build) {
    await build.run(sqlFile(import.meta.url, './need.sql'))
    await build.run(sqlFile(import.meta.url, './protection.sql'))
  },
  origins: ORIGINS,
  childIdField: (table) => (table === 'cin-census/Header' ? null : 'LAchildID'),
  // A referral or an enquiry of decades ago is in a census as long as the case is open.
  clockDays: [
    ['cin-census/CINdetails', 'CINreferralDate', 'CINclosureDate'],
    ['cin-census/Assessments', 'AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
    ['cin-census/Assessments', 'AssessmentAuthorisationDate', 'AssessmentAuthorisationDate'],
    ['cin-census/Section47', 'S47ActualStartDate', 'DateOfInitialCPC'],
    ['cin-census/Section47', 'DateOfInitialCPC', 'DateOfInitialCPC'],
  ],
  windowOf,
}

/** 1 April of the year of the census, or of the first of consecutive years when the files of several are there. */
async function windowOf(build: Build, asAt: Day): Promise<Day> {
  const years = await build.all<{ year: number }>(
    `select distinct year(ReferenceDate) + case when month(ReferenceDate) > 3 then 1 else 0 end as year
     from cin_census_header
     where ReferenceDate is not null`,
  )
  let end = Number(asAt.slice(0, 4)) + (asAt.slice(5) > '03-31' ? 1 : 0)
  const known = new Set(years.map(({ year }) => year))
  while (known.has(end - 1)) end -= 1
  return `${end - 1}-04-01` as Day
}
