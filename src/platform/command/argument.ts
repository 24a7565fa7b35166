import { dayFrom, isDay, isMonth, type Day, type Month } from '../day.ts'
import { nearestTo } from '../nearest.ts'
import { WrongUsage } from './terminal.ts'

/** A day from the command line, or nothing when it was not given. */
export function readDay(option: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined
  const day = readDayAsWritten(text)
  if (!day) throw new WrongUsage(`${option} must be a real day, like 2015-01-31; this was "${text}"`)
  return day
}

/** A day as people write it: `2015-02-10`, `10/02/2015`, `10.2.2015`. Null for any other text, or for no real day. */
export function readDayAsWritten(text: string): Day | null {
  if (isDay(text)) return text
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year ? dayFrom(Number(year), Number(month), Number(day)) : null
}

/** A month from the command line, or nothing when it was not given. */
export function readMonth(option: string, text: string | undefined): Month | undefined {
  if (text === undefined) return undefined
  if (!isMonth(text)) throw new WrongUsage(`${option} must be a month, like 2015-01; this was "${text}"`)
  return text
}

/** One of a few words. */
export function readChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text)
  if (!choice) {
    const nearest = nearestTo(text, choices)
    throw new WrongUsage(
      `${option} must be one of ${choices.join(', ')}; this was "${text}"${nearest ? `. The nearest is ${nearest}` : ''}`,
    )
  }
  return choice
}

/** A whole number between two, both in. */
export function readWholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new WrongUsage(`${option} must be a whole number from ${least} to ${most}; this was "${text}"`)
  }
  return number
}
