import type { NavigationEntry, Room } from '../platform/room.ts'
import { may, type Person } from './person.ts'

/** The entries of the header: those of every room that the person may open. */
export const sectionsFor = (rooms: readonly Room[], person: Person): NavigationEntry[] =>
  rooms
    .flatMap(({ navigation }) => navigation ?? [])
    .filter(({ needs }) => may(person, needs))
    .toSorted((a, b) => a.order - b.order)

/** The page after sign-in: the first section that the person may open. */
export const landingPage = (rooms: readonly Room[], person: Person): string =>
  sectionsFor(rooms, person)[0]?.href ?? '/help'
