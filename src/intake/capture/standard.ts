import type { Standard } from '../tables/standard.ts'
import { templateHeader } from './template-header.ts'
import { TEMPLATE_TABLES } from '../../standards/capture/template-table.ts'

/**
 * Our own templates, for what no standard carries. A sheet makes no claim by its name: a workbook of another standard
 * may well have a sheet called Posts or Audits.
 */
export const capture: Standard = {
  source: 'capture',
  name: 'the capture templates',
  tables: TEMPLATE_TABLES,
  headerOf: templateHeader,
  followsLeader: true,
}
