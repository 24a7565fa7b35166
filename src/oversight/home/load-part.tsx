import type { HomePart } from '../../access/index.ts'
import { formatNumber } from '../../platform/words.ts'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { workerOf } from '../lists/list-rows.ts'
import type { HeldChild } from './held-children.ts'
import { childrenIn, type OwnWork, type WorkRow } from './own-work.ts'

interface WorkerLoad {
  worker: string
  children: number
  cap: number | null
  overdue: readonly WorkRow[]
}

/** What each worker of a manager's teams holds, in the order of their codes: never by how late they are. */
export function loadPart({ rows, children }: OwnWork, caps: ReadonlyMap<string, number>): HomePart | null {
  if (children.length === 0) return null
  const loads = loadsOf(rows, children, caps)
  const scale = Math.max(...loads.map(({ children: held, cap }) => Math.max(held, cap ?? 0)), 20)
  const loadRow = ({ worker, children: held, cap, overdue }: WorkerLoad) => [
    { text: worker },
    {
      html: (
        <>
          <b>{formatNumber(held)}</b> <LoadBar held={held} cap={cap} scale={scale} />
        </>
      ),
    },
    { text: cap === null ? 'not known' : `${cap}${held > cap ? `: ${held - cap} over` : ''}` },
    { text: String(childrenIn(overdue)), format: 'numeric' },
    { text: String(overdue.filter(({ answer }) => answer === null).length), format: 'numeric' },
  ]
  return {
    heading: 'Load, worker by worker',
    narrow: true,
    body: (
      <RecordTable
        caption=""
        head={[
          { text: 'Worker' },
          { text: 'Children held' },
          { text: 'Cap' },
          { text: 'With something overdue', format: 'numeric' },
          { text: 'No answer', format: 'numeric' },
        ]}
        rows={loads.map(loadRow)}
      />
    ),
  }
}

function loadsOf(
  rows: readonly WorkRow[],
  children: readonly HeldChild[],
  caps: ReadonlyMap<string, number>,
): WorkerLoad[] {
  const overdue = Map.groupBy(
    rows.filter(({ row }) => row.isOverdue && row.childId !== null),
    ({ row }) => workerOf(row),
  )
  const held = Map.groupBy(children, (child) => workerOf(child))
  return [...new Set([...held.keys(), ...overdue.keys()])]
    .toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .map((worker) => ({
      worker,
      children: held.get(worker)?.length ?? 0,
      cap: caps.get(worker) ?? null,
      overdue: overdue.get(worker) ?? [],
    }))
}

const WIDTH = 150

/** From zero, an upright at the cap, orange beyond it. The numbers beside it say the same. */
function LoadBar({ held, cap, scale }: { held: number; cap: number | null; scale: number }) {
  const at = (count: number) => Math.round((count / scale) * (WIDTH - 4)) + 1
  const within = cap === null ? held : Math.min(held, cap)
  return (
    <svg
      class="wm-marks"
      width={WIDTH}
      height="14"
      viewBox={`0 0 ${WIDTH} 14`}
      aria-hidden="true"
      focusable="false"
    >
      <rect x="1" y="3" width={Math.max(1, at(within) - 1)} height="8" fill="#7d93a6" />
      {cap !== null && held > cap ? (
        <rect
          class="wm-beyond"
          x={at(cap)}
          y="3.5"
          width={at(held) - at(cap)}
          height="7"
          fill="#f46a25"
          stroke="#8a3a10"
        />
      ) : null}
      {cap === null ? null : (
        <line x1={at(cap)} x2={at(cap)} y1="0" y2="14" stroke="#0b0c0c" stroke-width="2" />
      )}
    </svg>
  )
}
