import type { SpcRule } from './run-rules.ts'
import type { SignalRun, Spc } from './spc.ts'

/** Where the figure lies is said before where it is going, whichever of the two marks the point. */
const TELLING: readonly SpcRule[] = ['outside', 'two-of-three', 'shift', 'trend']

export const inTelling = (signals: readonly SignalRun[]): SignalRun[] =>
  signals.toSorted((a, b) => TELLING.indexOf(a.rule) - TELLING.indexOf(b.rule))

/** A run that is told after another rule: "falling for 7" after months were said. Null for a rule that is no run. */
export function describeRun({ rule, direction, run }: SignalRun, before: SignalRun): string | null {
  const months = before.rule === 'shift' || before.rule === 'trend' ? run : `${run} months`
  if (rule === 'trend') return `${direction === 'up' ? 'rising' : 'falling'} for ${months}`
  if (rule === 'shift') return `${direction === 'up' ? 'above' : 'below'} its average for ${months}`
  return null
}

/** What else holds at the last point, after a sentence on the rule that marks it: ", but above its average for 9". */
export function describeOthers({ rule, direction, run, others }: Spc): string {
  if (rule === null || direction === null) return ''
  let before: SignalRun = { rule, direction, run }
  let text = ''
  for (const signal of inTelling(others)) {
    const clause = describeRun(signal, before)
    if (clause === null) continue
    text += `, ${before.direction === signal.direction ? 'and' : 'but'} ${clause}`
    before = signal
  }
  return text
}
