import type { Day } from '../../platform/day.ts'
import type { Standard } from '../tables/standard.ts'
import { fileHeader } from './file-header.ts'
import { fileNamed } from './file-name.ts'
import { RETURN_FILES } from '../../standards/ssda903/return-files.ts'
import { ssda903Xml } from './xml-form.ts'

export const ssda903: Standard = {
  source: 'ssda903',
  name: 'the SSDA903',
  tables: RETURN_FILES,
  headerOf: fileHeader,
  named: fileNamed,
  yearEnd,
  yearColumn: 'DEC',
  xml: ssda903Xml,
}

/**
 * The 31 March on or after a day. A return is of the latest year in which its episodes ended, whatever its files are
 * called: a year in a name says too little, for some councils name the year that begins and some the one that ends.
 * Where no episode has ended, the latest day of all tells.
 */
export function yearEnd(latest: Day): Day {
  const year = Number(latest.slice(0, 4))
  const end = `${year}-03-31` as Day
  return latest <= end ? end : (`${year + 1}-03-31` as Day)
}
