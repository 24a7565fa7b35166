import type { Standard } from '../tables/standard.ts'
import { tableHeader } from './table-header.ts'
import { SSD_TABLES } from '../../standards/ssd/tables.ts'
import { tableNamed } from '../../standards/ssd/table-name.ts'

export const ssd: Standard = {
  source: 'ssd',
  name: 'the Standard Safeguarding Dataset',
  tables: SSD_TABLES,
  headerOf: (cells) => tableHeader(cells),
  named: tableNamed,
}
