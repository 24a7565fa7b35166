import { ChartFigure, ScrollRegion } from '../../ui/charts/figure.tsx'
import { Table } from '../../ui/components/table.tsx'
import type { DrawnClock } from '../../measures/index.ts'
import { capital } from '../../platform/words.ts'
import { ClockCalendar } from './clock-calendar.tsx'
import { ClockLine } from './clock-line.tsx'
import { clockRows, formatClock, workOut } from './clock.ts'
import type { HandbookEntry } from './handbook-entry.ts'

const DRAWINGS = ['wide', 'narrow'] as const
const KEYS: Readonly<Record<'calendar' | 'back' | 'line' | 'hours', string>> = {
  calendar:
    'Dark blue is the start. Each working day has its number; weekends and bank holidays are grey and have none. A heavy edge is a limit. Hatching is after the last.',
  back: 'Dark blue is the day counted back from. Each working day has its number; weekends and bank holidays are grey. A heavy edge is the last day in time. Hatching is too late.',
  line: 'Dark blue is the time that there is, from the start to the last limit. Hatching is after it. Every day counts.',
  hours:
    'Dark blue is the time that there is, from the start to the limit. Hatching is after it. Weekends are grey, and count like any other day.',
}

/** The measure's clock in words, and drawn on real days with the same days as a table. Nothing where no clock runs. */
export function ClockPictures({ entry, words }: { entry: HandbookEntry; words: string }) {
  const hasWords = words !== '' && words !== 'none'
  if (!hasWords && entry.clocks.length === 0) return null
  return (
    <section class="wm-section" id="clock">
      <h2>The clock</h2>
      {hasWords ? <p>{capital(words)}.</p> : null}
      {entry.clocks.map((clock, index) => (
        <ClockPicture clock={clock} id={`clock-${index + 1}`} />
      ))}
    </section>
  )
}

function ClockPicture({ clock, id }: { clock: DrawnClock; id: string }) {
  const example = workOut(clock)
  const Drawing = clock.unit === 'working days' ? ClockCalendar : ClockLine
  return (
    <ChartFigure sentence={formatClock(example)} note={KEYS[keyOf(clock)]}>
      {DRAWINGS.map((drawing) => (
        <Drawing id={`${id}-${drawing}`} example={example} drawing={drawing} />
      ))}
      <ScrollRegion label={`The days of the clock: ${clock.starts}`}>
        <Table
          head={[{ text: 'What' }, { text: 'When' }]}
          firstCellIsHeader
          rows={clockRows(example).map(({ what, when }) => [{ text: what }, { text: when }])}
        />
      </ScrollRegion>
    </ChartFigure>
  )
}

function keyOf({ unit, back }: DrawnClock): keyof typeof KEYS {
  if (unit === 'hours') return 'hours'
  if (unit === 'working days') return back ? 'back' : 'calendar'
  return 'line'
}
