import './tables.ts'

export { planMigrations } from './migrations.ts'
export { type Action, type Progress } from './action.ts'
