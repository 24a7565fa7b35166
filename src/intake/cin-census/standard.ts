import type { Standard } from '../tables/standard.ts'
import { censusYearEnd } from './census-year.ts'
import { moduleHeader } from './module-header.ts'
import { CENSUS_MODULES } from '../../standards/cin-census/modules.ts'
import { cinCensusXml } from './xml-form.ts'

export const cinCensus: Standard = {
  source: 'cin-census',
  name: 'the children in need census',
  tables: CENSUS_MODULES,
  headerOf: moduleHeader,
  yearEnd: censusYearEnd,
  // Referrals go back for years, but what was closed before the year is no part of it.
  yearColumn: 'CINclosureDate',
  headerDay: { table: 'cin-census/Header', key: 'ReferenceDate' },
  xml: cinCensusXml,
}
