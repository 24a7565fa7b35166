import { FileFault } from '../reading/raw-sheet.ts'
import type { Standard } from '../tables/standard.ts'
import { isSendHeader, listHeader } from './list-header.ts'
import { isTemplateSheet, listNamed } from './list-name.ts'
import { ANNEX_A_LISTS } from '../../standards/annex-a/lists.ts'

export const annexA: Standard = {
  source: 'annex-a',
  name: 'Annex A',
  tables: ANNEX_A_LISTS,
  headerOf: (cells, sheetName) => listHeader(cells, listNamed(sheetName)),
  named: listNamed,
  isTemplateSheet,
  faultOf: (cells, file) =>
    isSendHeader(cells)
      ? new FileFault(
          'annex-a-send',
          `${file} is the Annex A of an area SEND inspection: its lists are of education, health and care plans. ` +
            'Waymark reads the Annex A of an inspection of local authority children’s services (ILACS)',
        )
      : null,
}
