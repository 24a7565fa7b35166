import type { Room } from '../platform/room.ts'
import { recordMigrations } from './migrations.ts'

/** Records of every kind, declared once: what all kinds share in the store. */
export const records: Room = { name: 'records', migrations: recordMigrations }
