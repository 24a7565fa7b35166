import type { Commands } from '../../platform/room.ts'
import { addDemoCommand } from './demo.ts'
import { addGenerateCommand } from './generate.ts'

export const addDemonstrationCommands: Commands = (program, context) => {
  addDemoCommand(program, context)
  addGenerateCommand(program, context)
}
