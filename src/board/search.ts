import { allow, type SearchKind } from '../access/index.ts'
import { readDayAsWritten } from '../platform/command/argument.ts'
import { formatDay } from '../platform/day.ts'
import { holdsWords } from '../platform/find-words.ts'
import type { Services } from '../platform/room.ts'
import { listMeetings } from './meeting-store.ts'

/** A meeting of the Board by its day, however it is written, or by words of its title. */
export const meetingSearch = ({ records }: Services): SearchKind => ({
  heading: 'Meetings',
  how: 'a meeting of the Board, by its day or by its title',
  order: 40,
  needs: 'report:read',
  async find(person, text) {
    const day = readDayAsWritten(text.trim())
    const meetings = await listMeetings(records, allow(person, 'report:read'))
    return meetings
      .filter(({ heldOn, title }) =>
        day ? heldOn === day : holdsWords(`${title} ${formatDay(heldOn)} ${heldOn}`, text),
      )
      .map(({ heldOn, title }) => ({
        text: `${title}, ${formatDay(heldOn)}`,
        href: `/board/${heldOn}`,
        exact: day !== null,
      }))
  },
})
