import type { Command } from 'commander'
import type { Hono } from 'hono'
import type { Terminal } from './command/terminal.ts'
import type { Config } from './config.ts'
import type { Clock } from './day.ts'
import type { Job } from './jobs.ts'
import type { Log } from './log.ts'
import type { Migrations } from './migrate.ts'
import type { Records } from './records.ts'

/**
 * Everything that is opened, handed to each room whole. A room that brings something others need adds it here, as it
 * adds its tables to the records: `declare module '../platform/room.ts' { interface Services { council: Council } }`.
 */
export interface Services {
  readonly config: Config
  readonly records: Records
  /** The council's: a demonstration stops on its day. */
  readonly clock: Clock
  /** Sessions and waiting times run by this one. */
  readonly realClock: Clock
  readonly log: Log
  readonly version: string
  readonly store: 'sqlite' | 'postgres'
  /** There was no records store here before. */
  readonly isNew: boolean
  /** The migrations that opening had to run. */
  readonly migrated: readonly string[]
  /** Every room, for those that fold over them. */
  readonly rooms: readonly Room[]
  /** Asks the rooms a question; see `Questions`. */
  readonly ask: Ask
}

/**
 * Opens Waymark, does the work, which answers the exit code, and closes it, whatever happened. `traceless` work leaves
 * an untouched data folder untouched: the records store that opening made goes again, always or unless the work
 * answers 0.
 */
export type Open = (work: (services: Services) => Promise<number>, how?: OpenHow) => Promise<void>

export interface OpenHow {
  readonly traceless?: 'always' | 'unless-done'
  /** Nothing is put right first (`opened` of the rooms): for a command that only asks whether Waymark is up. */
  readonly glance?: true
}

/** What a command has to hand. */
export interface CommandContext {
  readonly open: Open
  readonly terminal: Terminal
  /** Sets the exit code of a command that opens nothing. */
  readonly leave: (exitCode: number) => void
}

/** Adds the commands of one room to the command line. */
export type Commands = (program: Command, context: CommandContext) => void

/** A place in the header of every page. Who sees it is for `access` to add. */
export interface NavigationEntry {
  readonly text: string
  readonly href: string
  /** Entries come in this order, whichever room they are of. */
  readonly order: number
}

/** Pages under one address. */
export interface MountedRoutes {
  readonly path: string
  // oxlint-disable-next-line typescript/no-explicit-any -- a room's own routes are typed in the room
  readonly routes: Hono<any>
  /** Addresses that are answered before anyone has signed in. */
  readonly open?: readonly string[]
  /**
   * Addresses below `path` whose pages are kept, for others of the same role and scope, until a record, the snapshot or
   * the day is another. They show no rows about children, and do not learn who asks: their `person` has no id and no
   * name. `/:id` is any one part of an address.
   */
  readonly kept?: readonly string[]
  /** The roles for which they are kept, where not for all. */
  readonly keptFor?: readonly string[]
}

/** Something that must hold, for `waymark check`. */
export interface Check {
  readonly name: string
  readonly verify: () => Promise<CheckResult>
}

export interface CheckResult {
  ok: boolean
  /** What is wrong; or, when nothing is, how much was looked at. */
  detail: string
}

/** The result of a check that found these faults; with none, `wellSaid` says how much was looked at. */
export const resultOf = (faults: readonly string[], wellSaid: string): CheckResult => ({
  ok: faults.length === 0,
  detail: faults.length === 0 ? wellSaid : faults.join('; '),
})

/** What every command and the pages it concerns say until somebody has said that they have seen it. */
export interface Notice {
  readonly sentence: string
  /** The page that says more, and where it is marked as seen. */
  readonly href: string
}

/** One room of the house: what it has for each way in. Only the name must be given; see docs/house.md. */
export interface Room {
  readonly name: string
  readonly migrations?: Migrations
  /** The pages, loaded when the web is served: commands and child processes never load one. */
  readonly routes?: (services: Services) => Promise<readonly MountedRoutes[]>
  /** Adds the room's commands to the command line. */
  readonly commands?: () => Promise<Commands>
  /** Answers under `/api`, described for `/api/openapi.json`. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  readonly api?: (services: Services) => Promise<Hono<any>>
  readonly checks?: (services: Services) => Promise<readonly Check[]>
  /** What is done by itself while Waymark is served. */
  readonly jobs?: (services: Services) => Promise<readonly Job[]>
  readonly navigation?: readonly NavigationEntry[]
  /** What is put right each time Waymark is opened: a sentence for each thing that was. */
  readonly opened?: (services: Services) => Promise<readonly string[]>
  /** What happened while nobody looked, and nobody has seen yet. */
  readonly notices?: (services: Services) => Promise<readonly Notice[]>
  /** Answers to what rooms below ask. */
  readonly answers?: (services: Services) => Promise<Answers>
}

/**
 * What a room asks of rooms above it, which it cannot import: where a measure is used, say. The room that asks declares
 * the question here, as a function that answers a list; any room answers it in its value; `services.ask` gathers the
 * answers of all.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- rooms add to it
export interface Questions {}

export type Answers = Partial<Questions>

type Question<Q extends keyof Questions> = Questions[Q] extends (
  ...asked: infer Asked
) => Promise<infer Answer>
  ? { asked: Asked; answer: Answer }
  : never

export type Ask = <Q extends keyof Questions>(
  question: Q,
  ...asked: Question<Q>['asked']
) => Promise<Question<Q>['answer']>

/** What each room answers, in the order of the rooms; a room that has nothing of the kind is passed over. */
export const gather = <T>(
  rooms: readonly Room[],
  ask: (room: Room) => Promise<T> | undefined,
): Promise<T[]> => Promise.all(rooms.flatMap((room) => ask(room) ?? []))

/** The answers of every room to a question, one after another. */
export function askRooms(rooms: readonly Room[], services: () => Services): Ask {
  return async (question, ...asked) => {
    const ofRooms: readonly Answers[] = await gather(rooms, (room) => room.answers?.(services()))
    const answers = await Promise.all(
      ofRooms.flatMap((answers) => {
        const answer = answers[question] as ((...asked: unknown[]) => Promise<unknown[]>) | undefined
        return answer ? [answer(...asked)] : []
      }),
    )
    return answers.flat() as never
  }
}
