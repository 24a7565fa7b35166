import type { LoadProgress } from './load-request.ts'
import { formatBytes, formatCount } from '../platform/words.ts'
import { describeSources } from '../intake/index.ts'
import { totalsOf, tableLines } from '../dataset/index.ts'
import type { LoadView } from './load-view.ts'

interface Step {
  name: string
  detail: string
  state: 'done' | 'now' | 'later'
}

const BAR = { done: '#12436D', now: '#7d93a6', later: '#dfe3e6' } as const
const STATE_WORDS = { done: 'done', now: 'under way', later: 'not yet' } as const

const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol class="wm-steps">
    {steps.map(({ name, detail, state }) => (
      <li class="wm-steps__step">
        <svg width="100%" height="4" aria-hidden="true" focusable="false">
          <rect width="100%" height="4" fill={BAR[state]} />
        </svg>
        <b>{name}</b>
        <span class="govuk-visually-hidden"> ({STATE_WORDS[state]})</span>
        <span class="wm-note">{detail}</span>
      </li>
    ))}
  </ol>
)

export function RunningSteps({ progress, files }: { progress: LoadProgress; files: number }) {
  const current = ['waiting', 'reading', 'converting', 'measuring', 'sealing'].indexOf(progress.step)
  const state = (index: number): Step['state'] =>
    current > index ? 'done' : current === index ? 'now' : 'later'
  return (
    <Steps
      steps={[
        { name: 'Received', detail: formatCount(files, 'file'), state: 'done' },
        { name: 'Read and checked', detail: formatCount(progress.rows, 'row'), state: state(1) },
        { name: 'Joined up', detail: 'children and events', state: state(2) },
        { name: 'Worked out', detail: 'measures and the children behind them', state: state(3) },
        { name: 'Sealed', detail: '', state: state(4) },
      ]}
    />
  )
}

/** The steps of a load that was sealed, with what each found. */
export function SealedSteps({ view }: { view: LoadView }) {
  const lines = tableLines(view)
  const bytes = view.files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <Steps
      steps={[
        {
          name: 'Received',
          detail: `${formatCount(view.files.length, 'file')}, ${formatBytes(bytes)}`,
          state: 'done',
        },
        {
          name: 'Recognised',
          detail: `${formatCount(lines.length, 'table')} of ${describeSources(view.sources)}`,
          state: 'done',
        },
        { name: 'Checked', detail: formatCount(totalsOf(lines).rows, 'row'), state: 'done' },
        { name: 'Worked out', detail: 'every measure that the files have data for', state: 'done' },
        { name: 'Sealed', detail: view.snapshot ?? '', state: 'done' },
      ]}
    />
  )
}

export const STEP_WORDS: Readonly<Record<LoadProgress['step'], string>> = {
  waiting: 'Another load is running. This one starts when it has ended.',
  reading: 'Reading the tables and checking each row.',
  converting: 'Joining up each child’s events.',
  measuring: 'Working out the measures.',
  sealing: 'Sealing the snapshot.',
}
