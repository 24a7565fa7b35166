import type { NavigationEntry, Room } from '../platform/room.ts'
import { may, type Person } from './person.ts'

/** The entries of every room that the person may open, as the header shows them. */
export const sectionsFor = (rooms: readonly Room[], person: Person): NavigationEntry[] =>
  rooms
    .flatMap(({ navigation }) => navigation ?? [])
    .filter(({ needs }) => may(person, needs))
    .toSorted((a, b) => a.order - b.order)

/** Where someone lands who has just signed in: the first section that is theirs. */
export const landingPage = (rooms: readonly Room[], person: Person): string =>
  sectionsFor(rooms, person)[0]?.href ?? '/help'
