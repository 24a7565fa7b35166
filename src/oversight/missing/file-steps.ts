import { createHash } from 'node:crypto'
import type { ReturnStep } from './episode.ts'
import type { Moment } from './moment.ts'
import type { SourcedEpisode } from './sourced.ts'

/** Names a time of the files in addresses. It shows nothing of the child. */
export const fileKey = ({ childId, episode, missingFrom }: SourcedEpisode): string =>
  `file-${createHash('sha256').update(`${childId} ${episode} ${missingFrom}`).digest('hex').slice(0, 16)}`

/** What the interviews file says, as steps. An acceptance has no day there, so it is none. */
export function stepsInFile(sourced: SourcedEpisode, episodeId: string): ReturnStep[] {
  const step = (kind: ReturnStep['kind'], at: Moment): ReturnStep => ({
    id: `${sourced.episode} ${kind}`,
    version: 1,
    episodeId,
    kind,
    at,
    bookedFor: '',
    interviewer: null,
    interviewerCode: '',
    independent: null,
    whyIndependent: '',
    themes: '',
    note: '',
  })
  const { offeredAt, heldAt, isAccepted, isIndependent, interviewer } = sourced
  const held = heldAt === '' ? null : step('held', heldAt)
  return [
    ...(offeredAt === '' ? [] : [step('offered', offeredAt)]),
    ...(held
      ? [
          {
            ...held,
            independent: isIndependent === null ? null : isIndependent ? ('yes' as const) : ('no' as const),
            interviewer: interviewer as ReturnStep['interviewer'],
          },
        ]
      : []),
    // Declined on the day of the offer: the file has no other.
    ...(!held && isAccepted === false && offeredAt !== '' ? [step('declined', offeredAt)] : []),
  ]
}
