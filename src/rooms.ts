import { access } from './access/room.ts'
import { api } from './api/room.ts'
import { board } from './board/room.ts'
import { dataset } from './dataset/room.ts'
import { demonstration } from './demonstration/room.ts'
import { loads } from './loads/room.ts'
import { measures } from './measures/room.ts'
import { operations } from './operations/room.ts'
import { oversight } from './oversight/room.ts'
import { performance } from './performance/room.ts'
import { plan } from './plan/room.ts'
import { gatherMigrations } from './platform/migrate.ts'
import type { Room } from './platform/room.ts'
import { quality } from './quality/room.ts'
import { records } from './records/room.ts'

/**
 * Every room of the house. The web, the command line, the API, `waymark check`, the scheduler, the header and the tests
 * of access all fold over this list, and help lists commands in its order: a new room is its folder and its line here.
 */
export const rooms: readonly Room[] = [
  demonstration,
  loads,
  dataset,
  records,
  quality,
  measures,
  performance,
  board,
  plan,
  access,
  oversight,
  operations,
  api,
]

/** Every room's migrations: one set for SQLite and PostgreSQL, run in the order of their names. */
export const migrations = gatherMigrations(rooms.map((room) => room.migrations))
