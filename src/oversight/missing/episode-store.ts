import { allow, type Pass, type Person } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { Refused } from '../../platform/errors.ts'
import {
  addRecord,
  changeRecord,
  errorsOf,
  instantText,
  recordTransaction,
  type RecordTransaction,
} from '../../records/index.ts'
import { childMayBe } from './child-found.ts'
import {
  missingEpisode,
  returnStep,
  stepFaults,
  strategyDiscussion,
  type MissingEpisode,
  type ReturnStep,
} from './episode.ts'
import type { MissingDeps, MissingEntry } from './missing-read.ts'
import { momentOf } from './moment.ts'
import type { recordMissing } from './permissions.ts'
import type { KnownChild } from './sourced.ts'

export type EpisodeDraft = Omit<MissingEpisode, 'id' | 'version' | 'episode' | 'team' | 'worker'>
export type StepDraft = Omit<ReturnStep, 'id' | 'version' | 'episodeId'>
type RecordPass = Pass<typeof recordMissing>

/** The child of a number, when it is within a person's reach. Null for any other number: nobody learns whether there is one. */
export async function childFor(
  deps: MissingDeps,
  person: Person,
  childId: string,
): Promise<KnownChild | null> {
  const snapshot = await deps.pool.current(person.council)
  if (!snapshot) return null
  return await childReader(deps, allow(person, 'cases:read')).read(childMayBe(snapshot, childId), {
    what: 'cases',
    subject: 'a child who was missing',
    why: 'to record a time missing',
  })
}

/** Writes a time missing down by hand. */
export async function addEpisode(
  deps: MissingDeps,
  pass: RecordPass,
  draft: EpisodeDraft,
): Promise<{ ok: true; id: string } | { ok: false; errors: FieldErrors }> {
  const now = instantText(deps.clock.now())
  const faults = errorsOf(
    missingEpisode.check({ ...draft, episode: '', team: '', worker: '' }, { today: deps.clock.today(), now }),
  )
  if (Object.keys(faults).length > 0) return { ok: false, errors: faults }
  const child = await childFor(deps, pass.person, draft.childId)
  if (!child) return { ok: false, errors: { child_id: 'No child within your reach has this number' } }
  const id = await recordTransaction(deps.records, pass, deps.clock, missingEpisode, async (open) => {
    const added = await addRecord(open, missingEpisode, {
      ...draft,
      episode: '',
      team: child.team,
      worker: child.worker,
    })
    // Its own id is its name until the case system gives one: measures join by it.
    await changeRecord(open, missingEpisode, added, null, { episode: added })
    return added
  })
  return { ok: true, id }
}

/** Makes a record of a time that only the files have, with the steps that they name. Twice gives the same record. */
export const takeUp = (deps: MissingDeps, pass: RecordPass, entry: MissingEntry): Promise<string> => {
  const { record, sourced } = entry
  if (record !== null || sourced === null) throw new Refused('This is recorded in Waymark already')
  return recordTransaction(deps.records, pass, deps.clock, missingEpisode, async (open) => {
    const id = await addRecord(open, missingEpisode, {
      childId: entry.childId,
      episode: sourced.episode,
      cared: entry.cared,
      livesAt: entry.livesAt,
      milesAway: entry.milesAway,
      missingFrom: entry.missingFrom,
      reportedAt: entry.reportedAt || entry.missingFrom,
      reportedBy: isReporter(entry.reportedBy) ? entry.reportedBy : 'carer',
      recordedAt: entry.recordedAt,
      returnedAt: entry.returnedAt,
      team: entry.child?.team || sourced.team,
      worker: entry.child?.worker || sourced.worker,
    })
    for (const step of entry.steps) await addStepIn(open, id, step)
    return id
  })
}

const isReporter = (text: string): text is MissingEpisode['reportedBy'] =>
  ['carer', 'home', 'school', 'social worker', 'police'].includes(text)

const addStepIn = (open: RecordTransaction<typeof recordMissing>, episodeId: string, step: StepDraft) =>
  addRecord(open, returnStep, {
    episodeId,
    kind: step.kind,
    at: step.at,
    bookedFor: step.bookedFor,
    interviewer: step.interviewer,
    interviewerCode: step.interviewerCode,
    independent: step.independent,
    whyIndependent: step.whyIndependent,
    themes: step.themes,
    note: step.note,
  })

/** Changes what is written of a time missing. Throws Stale when somebody did first. */
export async function changeEpisode(
  deps: MissingDeps,
  pass: RecordPass,
  record: MissingEpisode,
  version: number,
  change: Partial<EpisodeDraft>,
): Promise<FieldErrors> {
  const now = instantText(deps.clock.now())
  const faults = errorsOf(missingEpisode.check({ ...record, ...change }, { today: deps.clock.today(), now }))
  if (Object.keys(faults).length > 0) return faults
  await recordTransaction(deps.records, pass, deps.clock, missingEpisode, (open) =>
    changeRecord(open, missingEpisode, record.id, version, change),
  )
  return {}
}

/**
 * Adds what was done after a return; an interview that covers other times of the same child is added to each. Throws Stale
 * when somebody changed the time first.
 */
export async function addStep(
  deps: MissingDeps,
  pass: RecordPass,
  entry: MissingEntry,
  step: StepDraft,
  also: readonly MissingEntry[],
): Promise<FieldErrors> {
  if (entry.record === null) throw new Refused('Take this time up from the files first')
  const now = momentOf(instantText(deps.clock.now()))
  const faults = errorsOf(stepFaults(step, entry.returnedAt, now))
  if (Object.keys(faults).length > 0) return faults
  await recordTransaction(deps.records, pass, deps.clock, returnStep, async (open) => {
    for (const { record } of [entry, ...also]) if (record) await addStepIn(open, record.id, step)
  })
  return {}
}

/** Writes down that a strategy discussion was held about a child. */
export const addDiscussion = (
  deps: MissingDeps,
  pass: RecordPass,
  childId: string,
  held: { heldOn: `${number}-${number}-${number}`; note: string },
): Promise<string> =>
  recordTransaction(deps.records, pass, deps.clock, strategyDiscussion, (open) =>
    addRecord(open, strategyDiscussion, { childId, ...held }),
  )
