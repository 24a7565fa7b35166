import { addMonths } from '../../src/platform/day.ts'
import { dayOf, numberOf } from '../day-number.ts'
import type { ChildLog, FamilyLog } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import { openTextFile } from '../files/text-file.ts'
import type { CouncilWriter, WriterSetting } from '../files/written-file.ts'
import { awaitAdopters } from '../ssda903/adopter-couple.ts'
import { writeCare } from './care-rows.ts'
import { childInWindow } from './child-in-window.ts'
import { writeEducation } from './education-rows.ts'
import { writeHealth } from './health-rows.ts'
import { writeInvolvements } from './involvement-rows.ts'
import { withAdopters, writeLeaver, writePermanence, type PermanenceRow } from './leaving-rows.ts'
import { writeNeed } from './need-rows.ts'
import { writePerson } from './person-rows.ts'
import { writeProtection } from './protection-rows.ts'
import { openSsdFiles, type SsdFiles } from './ssd-files.ts'
import { ssdStaff } from './staff.ts'

const MONTHS = 72
/** The release whose tables these are. */
const RELEASE = '1.4.5'

/**
 * The Standard Safeguarding Dataset, a CSV for each table: six years back from the day of the view, or as far back as
 * the view goes, with what was still going on then.
 */
export function openSsdWriter(setting: WriterSetting): CouncilWriter {
  const { folder, plan } = setting
  const view = ssdView(setting.view)
  const files = openSsdFiles(folder)
  const staff = ssdStaff(setting, view)
  const adopters = awaitAdopters<PermanenceRow>(plan.seed, (row, couple) =>
    files.row('permanence', withAdopters(row, couple)),
  )
  const writeChild = (child: ChildLog, family: FamilyLog): void => {
    const seen = childInWindow(child, family, view)
    if (!seen) return
    writePerson(seen, files)
    writeNeed(seen, files, staff)
    writeProtection(seen, files, staff)
    writeCare(seen, files)
    writeHealth(seen, files, plan.seed)
    writeLeaver(seen, files, staff)
    writePermanence(seen, files, staff, adopters)
    writeEducation(seen, files)
    writeInvolvements(seen, files, staff)
    staff.countChild(child)
  }
  return {
    family(family) {
      adopters.family()
      for (const child of family.children) writeChild(child, family)
    },
    adopter: (adopter) => adopters.adopter(adopter),
    close() {
      adopters.close()
      staff.write(files)
      writeRelease(files, view, plan.name)
      const readMe = openTextFile(folder, 'ssd/README.txt')
      readMe.write(readMeOf(plan.name, view))
      return Promise.resolve([...files.close(), readMe.close(0)])
    },
  }
}

/** The days that the dataset holds: no further back than the log is whole. */
export const ssdView = (view: ExtractView): ExtractView => ({
  ...view,
  from: Math.max(view.from, numberOf(addMonths(dayOf(view.asAt), -MONTHS))),
})

const writeRelease = (files: SsdFiles, { recordedTo }: ExtractView, council: string): void =>
  files.row('version_log', {
    version_number: RELEASE,
    release_date: recordedTo,
    description: `Invented: ${council} does not exist, and neither does anybody in these tables.`,
    is_current: '1',
    created_at: recordedTo,
    created_by: 'Waymark generator',
    impact_description: 'For trying things out. Nothing here is about a real child.',
  })

const readMeOf = (council: string, { from, asAt }: ExtractView): string =>
  [
    `${council}: the Standard Safeguarding Dataset from ${dayOf(from)} to ${dayOf(asAt)}`,
    '',
    `${council} does not exist. Every child, family, adopter and worker in these files is invented, and so is every`,
    'postcode and pupil number. Workers have codes in place of names, and children have none.',
    '',
    'Held is what happened between those days, and what was still going on in them: a period of care is held whole.',
    'Tables that nobody fills yet have a header alone: pre_proceedings, voice_of_child, s251_finance.',
    'Disability has a row for each code of a disabled child, and none for another.',
    '',
  ].join('\n')
