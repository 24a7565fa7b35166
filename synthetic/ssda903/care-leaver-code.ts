import type { CareLeaver } from '../event-log.ts'
import { meaningOf } from './code-meaning.ts'

/** Whether the council is in touch, by the letter that Annex A has for it. */
const IN_TOUCH: Readonly<Record<string, string>> = {
  a: 'YES',
  b: 'NO',
  c: 'DIED',
  d: 'REFU',
  e: 'NREQ',
  f: 'RHOM',
}

/** The bare code of the return. */
export const inTouchCode = ({ inTouch }: CareLeaver): string =>
  meaningOf(IN_TOUCH, inTouch, 'way of being in touch')
