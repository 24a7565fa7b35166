import type { Day } from '../../src/platform/day.ts'
import { firstOfMonth, monthNumberOf, numberOf } from '../day-number.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { holdingOn } from './holding.ts'
import { CARE_PATH } from '../../src/standards/capture/templates/money-templates.ts'

/** The investment case counts from here, and looks two years on. */
const BASE: Day = '2014-03-31'
const MONTHS = 24
/** Children looked after, in two years: fewer as agreed; more if nothing changed. */
const AGREED = -0.1
const UNCHANGED = 0.04

/** The path of the investment case, from the number looked after on its first day. */
export function carePathPart({ folder, view }: CaptureSetting): CapturePart {
  const file = openCaptureFile(folder, CARE_PATH)
  const baseOn = numberOf(BASE)
  let base = 0
  return {
    child(child) {
      if (child.care.length > 0 && holdingOn(child, baseOn, view)?.kind === 'looked after') base += 1
    },
    close() {
      for (let month = 0; month <= MONTHS; month += 1) {
        const along = month / MONTHS
        file.row({
          month_end_on: firstOfMonth(monthNumberOf(baseOn) + month + 1) - 1,
          if_nothing_changed: Math.round(base * (1 + UNCHANGED * along)),
          agreed_path: Math.round(base * (1 + AGREED * along)),
        })
      }
      return [file.close()]
    },
  }
}
