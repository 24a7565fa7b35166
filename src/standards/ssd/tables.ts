import type { SsdTable } from './ssd-table.ts'
import { ADMINISTRATION_TABLES } from './tables/administration-tables.ts'
import { CARE_TABLES } from './tables/care-tables.ts'
import { EDUCATION_TABLES } from './tables/education-tables.ts'
import { HEALTH_TABLES } from './tables/health-tables.ts'
import { LEAVING_TABLES } from './tables/leaving-tables.ts'
import { NEED_TABLES } from './tables/need-tables.ts'
import { PEOPLE_TABLES } from './tables/people-tables.ts'
import { PLACEHOLDER_TABLES } from './tables/placeholder-tables.ts'
import { PROTECTION_TABLES } from './tables/protection-tables.ts'
import { WORKFORCE_TABLES } from './tables/workforce-tables.ts'

/**
 * The Standard Safeguarding Dataset of Data to Insight and partner councils: the tables that its scripts fill in a
 * council's case system, by their names less the `ssd_`. Names are facts from the published schema of July 2026 (MIT),
 * with those that deployed scripts still write next to them; the words are ours.
 */
export const SSD = {
  ...PEOPLE_TABLES,
  ...NEED_TABLES,
  ...PROTECTION_TABLES,
  ...CARE_TABLES,
  ...HEALTH_TABLES,
  ...LEAVING_TABLES,
  ...WORKFORCE_TABLES,
  ...EDUCATION_TABLES,
  ...PLACEHOLDER_TABLES,
  ...ADMINISTRATION_TABLES,
}

export const SSD_TABLES: readonly SsdTable[] = Object.values(SSD)
