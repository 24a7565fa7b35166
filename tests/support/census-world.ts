import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCinCensusWriter, type CensusOfYear } from '../../synthetic/cin-census/writer.ts'
import { numberOf } from '../../synthetic/day-number.ts'
import type { ChildLog, Position, FamilyLog, RecordedEvent } from '../../synthetic/event-log.ts'
import { viewOn } from '../../synthetic/extract-view.ts'
import { smallCouncil } from '../../synthetic/plans/small-council.ts'
import type { Workforce } from '../../synthetic/simulation/workforce.ts'
import type { Day } from '../../src/platform/day.ts'

const POSITION: Position = { team: 'North 1', name: 'North 1/1' }
/** Recorded on the day, unless it is said when. */
export const happened = (on: Day, recordedOn: Day = on): RecordedEvent => ({
  on: numberOf(on),
  recordedOn: numberOf(recordedOn),
})
const meeting = (on: Day) => ({
  on: numberOf(on),
  chair: 'IRO-12',
  didAllocatedWorkerAttend: true,
  reportSharedOn: null,
  participation: 'PN1',
})

/**
 * A child with one of everything that the census asks about, in the year to 31 March 2014, and a referral in the year
 * after. Born in June 2005, referred on 2 September 2013; the case is open.
 */
export function censusChildLog(): ChildLog {
  return {
    id: '1000001',
    upn: 'A999000000001',
    sex: 'F',
    ethnicity: 'WBRI',
    bornOn: numberOf('2005-06-10'),
    isDisabled: true,
    disabilities: ['LD', 'AUT'],
    isUnaccompanied: false,
    postcode: 'ZZ1 1AA',
    ward: 'Northfield',
    contacts: [],
    earlyHelp: [],
    referrals: [
      { number: 1, received: happened('2013-09-02'), source: '5D', isNfa: false, position: POSITION },
      { number: 2, received: happened('2014-05-01'), source: '6', isNfa: true, position: POSITION },
    ],
    assessments: [
      {
        referral: 1,
        started: happened('2013-09-03'),
        authorised: happened('2013-10-10'),
        wasSeen: true,
        seenOn: numberOf('2013-09-10'),
        factors: ['2B', '18B', '18C', '24A'],
        managerReviews: [numberOf('2013-09-17')],
        needsSupport: true,
        position: POSITION,
      },
    ],
    enquiries: [
      {
        referral: 1,
        started: happened('2013-09-09'),
        ended: happened('2013-09-20'),
        conference: happened('2013-09-30'),
        meeting: meeting('2013-09-30'),
        becamePlan: true,
        position: POSITION,
      },
    ],
    needs: [
      {
        referral: 1,
        started: happened('2013-09-02'),
        closed: happened('2014-08-01'),
        closeReason: 'RC9',
        needCode: 'N1',
        assessedOn: numberOf('2013-10-10'),
        visits: [],
        plans: [{ from: numberOf('2013-10-11'), to: numberOf('2014-06-01') }],
        position: POSITION,
      },
    ],
    plans: [
      {
        referral: 1,
        started: happened('2013-09-30'),
        ended: happened('2014-03-20', '2014-04-02'),
        firstCategory: 'NEG',
        latestCategory: 'EMO',
        previousPlans: 1,
        policeProtection: false,
        visits: [],
        wasSeenAlone: true,
        reviews: [meeting('2013-12-20'), meeting('2014-05-02')],
        coreGroups: [],
        position: POSITION,
      },
    ],
    care: [],
    leaver: null,
    adoption: null,
    education: null,
  }
}

export const familyOf = (...children: ChildLog[]): FamilyLog => ({ number: 1, children })

/** A worker's place matters to no part of the census. */
const NOBODY = { workerAt: () => null } as Partial<Workforce> as Workforce

/** The census that these families make, as the case system knows of them on a day. */
export async function censusText(
  families: Iterable<FamilyLog>,
  census: CensusOfYear,
  known: { asAt: Day; recordedTo: Day } = { asAt: '2015-01-31', recordedTo: '2015-02-03' },
): Promise<{ file: string; rows: number; text: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-census-'))
  try {
    const plan = smallCouncil(2015)
    const view = viewOn(plan, NOBODY, known.asAt, known.recordedTo)
    const writer = openCinCensusWriter({ folder, plan, workforce: NOBODY, view }, census)
    for (const family of families) writer.family(family)
    const [written] = await writer.close()
    return { ...written!, text: await readFile(join(folder, written!.file), 'utf8') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
