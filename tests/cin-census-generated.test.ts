import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCinCensusWriter } from '../synthetic/cin-census/writer.ts'
import { smallCouncil } from '../synthetic/plans/small-council.ts'
import type { Day } from '../src/platform/day.ts'
import { countOf } from './support/census-count.ts'
import { censusDataset, countIn, type CensusDataset } from './support/census-dataset.ts'
import { writtenCouncil, type WrittenCouncil } from './support/written-council.ts'

/** The extract of the council is of 31 January 2015: the year to March 2014 has ended, the next is under way. */
const TODAY: Day = '2015-02-05'

describe('the invented council’s census', () => {
  const councils = new Map<number, WrittenCouncil>()
  const censuses = new Map<number, CensusDataset>()
  const fileOf = (year: number) =>
    join(councils.get(year)!.folder, `cin-census/CIN_${year}_${councils.get(year)!.plan.code}.xml`)

  beforeAll(async () => {
    // The last edition has every element that any has, and every factor.
    for (const [year, edition] of [
      [2014, 2026],
      [2015, 2026],
    ] as const) {
      councils.set(
        year,
        await writtenCouncil(smallCouncil(2015), (setting) =>
          openCinCensusWriter(setting, { year, edition }),
        ),
      )
      censuses.set(year, await censusDataset([fileOf(year)], TODAY))
    }
  })
  afterAll(() => councils.forEach((council) => council.remove()))

  test('is read whole, without a word of warning, as at its 31 March', () => {
    const { report } = censuses.get(2014)!
    expect(report).toMatchObject({ accepted: true, asAt: '2014-03-31', asAtFrom: 'title' })
    expect(report.problems.filter(({ severity }) => severity !== 'note')).toEqual([])
    const counted = countOf(councils.get(2014)!.children)
    const tables = Object.fromEntries(
      report.files[0]!.tables.map(({ table, rows, quarantined }) => {
        expect(quarantined).toBe(0)
        return [table.slice(11), rows]
      }),
    )
    expect(tables).toMatchObject({
      ChildIdentifiers: counted.Child,
      ChildCharacteristics: counted.Child,
      CINdetails: counted.CINdetails,
      Assessments: counted.Assessments,
      CINPlanDates: counted.CINPlanDates,
      Section47: counted.Section47,
      ChildProtectionPlans: counted.ChildProtectionPlans,
      Reviews: counted.CPPreviewDate,
    })
  })

  test('becomes as many events as the log has, each in its place', async () => {
    const { build } = censuses.get(2014)!
    const counted = countOf(councils.get(2014)!.children)
    const events = {
      person: counted.Child,
      referrals: counted.CINdetails,
      cin_episodes: counted.CINdetails - counted.NFA,
      cin_assessments: counted.Assessments,
      assessment_factors: counted.AssessmentFactors,
      cin_plans: counted.CINPlanDates,
      s47_enquiry: counted.Section47,
      initial_cp_conference: counted.conferences,
      cp_plans: counted.ChildProtectionPlans,
      cp_reviews: counted.CPPreviewDate,
    }
    for (const [table, amount] of Object.entries(events))
      expect([table, await countIn(build, table)]).toEqual([table, amount])
    for (const [table, where, amount] of [
      ['referrals', 'nfa', counted.NFA],
      ['cin_episodes', 'close_date is not null', counted.CINclosureDate],
      ['cin_assessments', 'auth_date is not null', counted.AssessmentAuthorisationDate],
      ['cp_plans', 'end_date is not null', counted.CPPendDate],
      ['cin_assessments', 'referral_id is null', 0],
      ['cin_plans', 'episode_id is null', 0],
      ['cp_reviews', 'cp_plan_id is null', 0],
    ] as const)
      expect([table, where, await countIn(build, table, where)]).toEqual([table, where, amount])
    expect(
      await build.all('select source, window_from from table_source where table_name = $t', {
        t: 'referrals',
      }),
    ).toEqual([{ source: 'cin-census', window_from: '2013-04-01' }])
  })

  test('of a year that has not ended is as at the latest day in it', () => {
    const { report } = censuses.get(2015)!
    expect(report).toMatchObject({ accepted: true, asAtFrom: 'latest-event' })
    expect(report.asAt! >= '2015-01-20' && report.asAt! <= '2015-01-31').toBe(true)
  })

  test('of two years at once is one story: no event appears twice', async () => {
    const both = await censusDataset([fileOf(2014), fileOf(2015)], TODAY)
    for (const table of ['referrals', 'cin_episodes', 'cin_assessments', 's47_enquiry', 'cp_plans']) {
      const days = table === 'referrals' || table === 'cin_episodes' ? 'referral_date' : 'start_date'
      const pairs = async ({ build }: CensusDataset) =>
        (
          await build.all<{ said: string }>(
            `select person_id || ' ' || ${days} || ' ' || row_number() over (partition by person_id, ${days}) as said
             from ${table} join person using (child_key)`,
          )
        ).map(({ said }) => said)
      const told = new Set([...(await pairs(censuses.get(2014)!)), ...(await pairs(censuses.get(2015)!))])
      const now = await pairs(both)
      expect(new Set(now).size).toBe(now.length)
      // What stood open in the first and is not in the second was set aside: nobody tells when it ended.
      expect(now.length).toBeLessThanOrEqual(told.size)
      expect(now.length).toBeGreaterThan(told.size * 0.97)
    }
  })
})
