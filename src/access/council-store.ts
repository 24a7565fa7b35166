import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { UNNAMED_COUNCIL, type Council } from './council.ts'

/** The council of this installation: the first that was set up, or the unnamed one until then. */
export async function getCouncil(records: Records): Promise<Council> {
  const row = await records
    .selectFrom('council')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return UNNAMED_COUNCIL
  return {
    id: row.id,
    name: row.name,
    authorityCode: row.authority_code,
    brandColour: row.brand_colour,
    demonstration: row.demonstration === 1,
    todayOn: row.today_on,
    population: JSON.parse(row.population) as Record<string, number>,
    caseSystem: row.case_system,
  }
}

/** Sets the council up, or changes its settings. */
export async function saveCouncil(records: Records, clock: Clock, council: Council): Promise<void> {
  const settings = {
    name: council.name,
    authority_code: council.authorityCode,
    brand_colour: council.brandColour,
    demonstration: council.demonstration ? 1 : 0,
    today_on: council.todayOn,
    population: JSON.stringify(council.population),
    case_system: council.caseSystem ?? null,
  }
  await records
    .insertInto('council')
    .values({ id: council.id, ...settings, created_at: clock.now() })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(settings))
    .execute()
}
