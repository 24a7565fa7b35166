import type { CareLeaver } from '../event-log.ts'

/** Whether the council is in touch, by the letter that Annex A has for it. */
const IN_TOUCH: Readonly<Record<string, string>> = {
  a: 'YES',
  b: 'NO',
  c: 'DIED',
  d: 'REFU',
  e: 'NREQ',
  f: 'RHOM',
}

/** The bare code of the return. Throws for a letter that stands for none. */
export function inTouchCode({ inTouch }: CareLeaver): string {
  const code = IN_TOUCH[inTouch]
  if (code === undefined) throw new Error(`No code of the return for ${inTouch}, whether in touch`)
  return code
}
