import { toCsv } from '../../platform/csv.ts'
import type { CaptureTemplate } from './template.ts'

/**
 * A template to fill in: its headers alone. The byte-order mark makes Excel open it as UTF-8, and save it so: without
 * it `children’s rights officer` and `£` come back in another encoding.
 */
export const blankTemplate = ({ columns }: CaptureTemplate): string => toCsv(Object.keys(columns), [])
