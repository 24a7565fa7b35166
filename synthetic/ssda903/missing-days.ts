import type { DayNumber } from '../day-number.ts'
import type { MissingEpisode } from '../event-log.ts'

/** The day on which a missing child was back: hours are counted from the midnight of the day they left. */
export const backOn = ({ from, hours }: MissingEpisode): DayNumber => from + Math.floor(hours / 24)
