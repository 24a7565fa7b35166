import type { Commands } from '../../platform/room.ts'
import { addBenchmarkCommands } from './benchmarks.ts'
import { addChartRulesCommand } from './chart-rules.ts'
import { addMeasureCommands } from './measures.ts'

export const addPerformanceCommands: Commands = (program, context) => {
  addMeasureCommands(program, context)
  addBenchmarkCommands(program, context)
  addChartRulesCommand(program, context)
}
