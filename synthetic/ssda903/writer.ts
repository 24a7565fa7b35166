import { SSDA903, filesOfYear, type ReturnFileName } from '../../src/standards/ssda903/return-files.ts'
import type { ChildLog } from '../event-log.ts'
import { openRecordFile, type RecordFile } from '../files/record-file.ts'
import { openTextFile } from '../files/text-file.ts'
import type { CouncilWriter, WriterSetting } from '../files/written-file.ts'
import { awaitAdopters } from './adopter-couple.ts'
import {
  episodeRows,
  missingRows,
  previousPermanenceRow,
  reviewRows,
  socialWorkerRows,
  uascRow,
} from './care-rows.ts'
import {
  adoptionRow,
  careLeaverRow,
  healthRow,
  placementDecisionRow,
  wasAdoptedInYear,
} from './outcome-rows.ts'
import { pupilNumber, whyNoPupilNumber } from './pupil-number.ts'
import { returnDay } from './return-day.ts'
import type { ReturnRow } from './return-row.ts'
import { codeIn, returnYear, wasLookedAfter, type ReturnYear } from './return-year.ts'
import { workerHistory } from './worker-spell.ts'

interface ReturnOfYear {
  /** The year in which it ends, on 31 March. */
  year: number
}

/**
 * The return of children looked after of a year: everyone who was looked after between 1 April of the year before and
 * 31 March, and care leavers asked about in it, as far as is known on the day of the view. One file for each subject,
 * with the columns and the codes of that year.
 */
export function openSsda903Writer(setting: WriterSetting, { year }: ReturnOfYear): CouncilWriter {
  const { folder, plan, view, workforce } = setting
  const ofYear = returnYear(year, view)
  const history = workerHistory(workforce)
  const files = new Map<ReturnFileName, RecordFile>(
    filesOfYear(year).map((name) => [
      name,
      openRecordFile(folder, `ssda903/${year}/${name}.csv`, Object.entries(SSDA903[name].columns), returnDay),
    ]),
  )
  /** Rows of a file that the year's return does not have go nowhere. */
  const write = <Name extends ReturnFileName>(
    name: Name,
    ...rows: readonly (ReturnRow<Name> | null)[]
  ): void => {
    const file = files.get(name)
    for (const row of rows) if (row) file?.row(row)
  }
  const adoptions = awaitAdopters<ChildLog>(plan.seed, (child, couple) =>
    write('ad1', adoptionRow(child, child.adoption!, couple)),
  )
  const writeChild = (child: ChildLog): void => {
    const periods = child.care.filter((period) => wasLookedAfter(ofYear, period))
    const leaver = careLeaverRow(child, ofYear)
    if (periods.length === 0 && !leaver) return
    write('header', headerRow(child, ofYear))
    write('oc3', leaver)
    if (periods.length === 0) return
    if (child.isUnaccompanied) write('uasc', uascRow(child, ofYear))
    write('oc2', healthRow(child, ofYear))
    write('prev_perm', previousPermanenceRow(child, ofYear))
    write('placed_adoption', placementDecisionRow(child, ofYear))
    for (const period of periods) {
      write('episodes', ...episodeRows(child, period, ofYear))
      write('reviews', ...reviewRows(child, period, ofYear))
      write('missing', ...missingRows(child, period, ofYear))
      write('social_worker', ...socialWorkerRows(child, period, ofYear, history))
    }
    if (child.adoption && wasAdoptedInYear(child.adoption, ofYear)) {
      adoptions.child(child.adoption.adoptiveFamily, child)
    }
  }
  return {
    family({ children }) {
      adoptions.family()
      for (const child of children) writeChild(child)
    },
    adopter: (adopter) => adoptions.adopter(adopter),
    close() {
      adoptions.close()
      const readMe = openTextFile(folder, `ssda903/${year}/README.txt`)
      readMe.write(readMeOf(plan.name, year))
      return Promise.resolve([...[...files.values()].map((file) => file.close()), readMe.close(0)])
    },
  }
}

function headerRow(child: ChildLog, { year, view }: ReturnYear): ReturnRow<'header'> {
  const babyBornOn = child.care.flatMap(({ motherOf }) =>
    motherOf !== null && motherOf <= view.asAt ? [motherOf] : [],
  )[0]
  return {
    CHILD: child.id,
    SEX: codeIn(year, 'ssda903_sex', child.sex),
    DOB: child.bornOn,
    ETHNIC: child.ethnicity,
    UPN: pupilNumber(child, view.asAt) ?? whyNoPupilNumber(child, view.asAt),
    // Asked of girls alone.
    MOTHER: child.sex === 'F' ? (babyBornOn === undefined ? '0' : '1') : null,
    MC_DOB: babyBornOn ?? null,
  }
}

const readMeOf = (council: string, year: number): string =>
  [
    `${council}: the return of children looked after (SSDA903) of the year to 31 March ${year}`,
    '',
    `${council} does not exist. Every child, carer, adopter and worker in these files is invented, and so is every`,
    'postcode, pupil number and registration number.',
    '',
    'Deprivations of liberty are in no log of the invented council: where there is a file of them, it is empty.',
    '',
  ].join('\n')
