import type { LoadProgress } from '../loads/index.ts'

const STEPS: Record<LoadProgress['step'], string> = {
  waiting: 'Another load is under way: waiting for it to end',
  reading: 'Reading',
  converting: 'Converting',
  measuring: 'Working out the measures',
  sealing: 'Sealing',
}

/** How far a load has got, in a line. */
export const describeProgress = ({ step, rows }: LoadProgress): string =>
  rows > 0 ? `${STEPS[step]}: ${rows.toLocaleString('en-GB')} rows` : `${STEPS[step]} ...`
