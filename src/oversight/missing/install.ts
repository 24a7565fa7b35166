import { allow, operator, type Person } from '../../access/index.ts'
import { childQuestion, childReader, type SnapshotPool } from '../../dataset/index.ts'
import { monthOf, stoppedClock, type Day, type Month } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { CHANGES, FEBRUARY } from './demonstrated.ts'
import { addDiscussion, addEpisode, addStep, type StepDraft } from './episode-store.ts'
import { handCount, missingRule } from './hand-count.ts'
import { missingEntry, missingView, type MissingDeps, type MissingEntry } from './missing-read.ts'
import { dayOf, elapsedHours, hoursLater } from './moment.ts'
import { askForChanges, countByHand, keepPolice, recordMissing } from './permissions.ts'
import { policeReport, type PoliceReport } from './police.ts'
import { systemChange } from './system-change.ts'

interface MissingStory {
  council: string
  /** The day on which the demonstration's clock has stopped. */
  today: Day
}

interface InstallDeps {
  records: Records
  pool: SnapshotPool
}

const [COUNTED_ON, LAST_MONTH] = ['2015-02-03', '2015-01'] as const

/**
 * The demonstration's missing children after the last day of its files: some missing now, some back with their hours running,
 * some finished; the police's list of January; four months counted by hand, the day of the change to the system's count, and
 * what was asked of the case system before it.
 */
export async function installMissing(deps: InstallDeps, story: MissingStory): Promise<void> {
  const person: Person = { ...operator(story.council), name: 'Children’s rights officer' }
  const at = (day: Day): MissingDeps => ({ ...deps, clock: stoppedClock(day) })
  await askForSystemChanges(at('2015-01-20'), person)
  const { entries } = await missingView(at(COUNTED_ON), person)
  await countMonths(at(COUNTED_ON), person, entries)
  const cared = await caredFor(at(story.today), person)
  await keepPoliceOf(at(COUNTED_ON), person, entries, cared)
  await recordFebruary(at(story.today), person, cared)
  await discussRepeats(at('2015-02-04'), person)
}

/** Looked-after children at the day of the files: those who were missing before come first. */
async function caredFor(deps: MissingDeps, person: Person): Promise<string[]> {
  const snapshot = await deps.pool.current(person.council)
  if (!snapshot) return []
  const question = childQuestion(
    snapshot,
    async (rows) => {
      const found = await rows.all<{ person_id: string }>(
        `select p.person_id from person p join cla_periods c on c.child_key = p.child_key and c.end_date is null
         left join missing_notifications n on n.child_key = p.child_key
         where p.dob <= date '2003-01-01'
         group by p.person_id order by count(n.missing_notification_id) desc, p.person_id limit 24`,
      )
      return found.map(({ person_id }) => person_id)
    },
    (ids) => ids,
  )
  return await childReader(deps, allow(person, 'cases:read')).read(question, {
    what: 'cases',
    subject: 'looked-after children',
    why: 'the demonstration',
  })
}

async function recordFebruary(deps: MissingDeps, person: Person, children: readonly string[]): Promise<void> {
  const pass = allow(person, recordMissing)
  for (const [index, told] of FEBRUARY.entries()) {
    const childId = children[index]
    if (childId === undefined) return
    const added = await addEpisode(deps, pass, {
      childId,
      cared: told.cared ?? 'ours',
      livesAt: told.livesAt,
      milesAway: told.miles ?? null,
      missingFrom: told.from,
      reportedAt: hoursLater(told.from, 1),
      reportedBy: told.by,
      recordedAt: told.recordedAfter === null ? '' : hoursLater(told.from, 1 + told.recordedAfter),
      returnedAt: told.hours === null ? '' : hoursLater(told.from, told.hours),
    })
    if (!added.ok) throw new Error(`A time missing was refused: ${JSON.stringify(added.errors)}`)
    const { entry } = await missingEntry(deps, person, added.id)
    for (const step of told.steps ?? []) {
      const faults = await addStep(deps, pass, entry, { ...NO_STEP, ...step } as StepDraft, [])
      if (Object.keys(faults).length > 0) throw new Error(`A step was refused: ${JSON.stringify(faults)}`)
    }
  }
}

const NO_STEP = {
  bookedFor: '',
  interviewer: null,
  interviewerCode: '',
  independent: null,
  whyIndependent: '',
  themes: '',
  note: '',
} as const

/** Every other child who was missing too often has been spoken about. */
async function discussRepeats(deps: MissingDeps, person: Person): Promise<void> {
  const { repeated } = await missingView(deps, person)
  for (const [index, { childId, reachedOn }] of repeated.entries())
    if (index % 2 === 1 && reachedOn <= '2015-02-03')
      await addDiscussion(deps, allow(person, recordMissing), childId, {
        heldOn: '2015-02-03',
        note: 'The home, the police and the school agreed who speaks to the child and what changes in the plan',
      })
}

/** The police's January: nearly all of ours at nearly the same hour, and some that nobody here has. */
async function keepPoliceOf(
  { records, clock }: MissingDeps,
  person: Person,
  entries: readonly MissingEntry[],
  children: readonly string[],
): Promise<void> {
  const ours = entries
    .filter(({ missingFrom }) => monthOf(dayOf(missingFrom)) === LAST_MONTH && missingFrom.length > 10)
    .filter((_entry, index) => index % 13 !== 5)
  const lines = ours.map(({ childId, missingFrom }, index) => ({
    childId,
    missingFrom: hoursLater(missingFrom, index % 6 === 2 ? 2 : 0),
    cause: null,
  }))
  const causes: readonly PoliceReport['cause'][] = ['not told', 'not told', 'away', 'another', null]
  const alone = children.slice(12, 12 + causes.length).map((childId, index) => ({
    childId,
    missingFrom: `2015-01-${String(6 + index * 4).padStart(2, '0')}T21:15`,
    cause: causes[index]!,
  }))
  await recordTransaction(records, allow(person, keepPolice), clock, policeReport, async (open) => {
    for (const [index, line] of [...lines, ...alone].entries())
      await addRecord(open, policeReport, {
        policeRef: `NP-15-${String(index + 1).padStart(4, '0')}`,
        ...line,
      })
  })
}

const COUNTED_MONTHS: readonly Month[] = ['2014-10', '2014-11', '2014-12', LAST_MONTH]

/** By hand a few more come back than in the system, and an offer or two is counted that nobody entered. */
async function countMonths(
  { records, clock }: MissingDeps,
  person: Person,
  entries: readonly MissingEntry[],
): Promise<void> {
  const pass = allow(person, countByHand)
  for (const month of COUNTED_MONTHS) {
    const back = entries.filter(
      ({ returnedAt, cared }) =>
        returnedAt !== '' && cared !== 'another' && monthOf(dayOf(returnedAt)) === month,
    )
    const after = (entry: MissingEntry, kind: 'offered' | 'held') => {
      const step = entry.steps.find((one) => one.kind === kind)
      return step ? elapsedHours(entry.returnedAt, step.at) : null
    }
    const count = (isCounted: (entry: MissingEntry) => boolean) =>
      back.filter((entry) => isCounted(entry)).length
    const within = (kind: 'offered' | 'held') => count((entry) => (after(entry, kind) ?? 73) <= 72)
    const offers = count((entry) => entry.clock.offers.length > 0) + 2
    const held = count((entry) => after(entry, 'held') !== null)
    await recordTransaction(records, pass, clock, handCount, (open) =>
      addRecord(open, handCount, {
        month,
        returns: Math.max(back.length + Math.ceil(back.length / 20), offers),
        offered: within('offered'),
        offers,
        accepted: Math.max(held, Math.min(offers, count((entry) => entry.sourced?.isAccepted === true) + 1)),
        held,
        heldInTime: within('held'),
        independent: count((entry) =>
          entry.steps.some((step) => step.kind === 'held' && step.independent === 'yes'),
        ),
        countedOn: COUNTED_ON,
        note: 'From the team’s own list. One interview that covers several times missing is counted once.',
      }),
    )
  }
  await recordTransaction(records, pass, clock, missingRule, (open) =>
    addRecord(open, missingRule, {
      fromOn: '2014-10-01',
      times: 3,
      withinDays: 90,
      discussWithin: 5,
      systemFrom: '2015-02-02',
      note: 'From 2 February offers and interviews are written down here with their hours, so the Board can be given the system’s count',
    }),
  )
}

const askForSystemChanges = ({ records, clock }: MissingDeps, person: Person): Promise<void> =>
  recordTransaction(records, allow(person, askForChanges), clock, systemChange, async (open) => {
    for (const change of CHANGES) await addRecord(open, systemChange, change)
  })
