export { health, type Health } from './health.ts'
