import { headerText } from '../tables/header-text.ts'
import type { ReturnFile } from '../../standards/ssda903/return-file.ts'
import { RETURN_FILES } from '../../standards/ssda903/return-files.ts'

/** Words that other standards' books have on their sheets too: alone they claim nothing. */
const COMMON_WORDS = new Set(['header', 'episodes', 'reviews', 'missing', 'socialworker'])

/**
 * The file that a sheet claims to be by its name: `previous_permenance`, `OC3 2024`, `SSDA903 episodes`. Null when the
 * name says nothing.
 */
export function fileNamed(sheetName: string): ReturnFile | null {
  const text = headerText(sheetName)
  const name = text.replace(/^(ssda)?903|(ssda)?903$/, '').replaceAll(/(19|20)\d\d/g, '')
  const file = RETURN_FILES.find(({ names }) => names.includes(name))
  return file && (text.includes('903') || !COMMON_WORDS.has(name)) ? file : null
}
