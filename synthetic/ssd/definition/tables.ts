import { CARE_TABLES } from './care-tables.ts'
import { EDUCATION_TABLES } from './education-tables.ts'
import { HEALTH_TABLES } from './health-tables.ts'
import { LEAVING_TABLES } from './leaving-tables.ts'
import { NEED_TABLES } from './need-tables.ts'
import { PERSON_TABLES } from './person-tables.ts'
import { PROTECTION_TABLES } from './protection-tables.ts'
import { UNFILLED_TABLES } from './unfilled-tables.ts'
import { WORKFORCE_TABLES } from './workforce-tables.ts'

/**
 * The tables of the Standard Safeguarding Dataset, with their fields in the published order: the schema of 14 July 2026
 * (Data to Insight and partner councils, MIT). Names are less their `ssd_`. Left out is the staging table of the
 * department's daily data flow, which is no part of the dataset. Where several rows share the published key, the row's
 * own id is the key here.
 */
export const SSD_TABLES = {
  ...PERSON_TABLES,
  ...NEED_TABLES,
  ...PROTECTION_TABLES,
  ...CARE_TABLES,
  ...HEALTH_TABLES,
  ...LEAVING_TABLES,
  ...EDUCATION_TABLES,
  ...WORKFORCE_TABLES,
  ...UNFILLED_TABLES,
} as const

export type SsdTableName = keyof typeof SSD_TABLES
export const SSD_TABLE_NAMES = Object.keys(SSD_TABLES) as SsdTableName[]
