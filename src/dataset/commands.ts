export { latestSnapshot } from './snapshots/latest-snapshot.ts'
