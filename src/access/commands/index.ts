import type { Commands } from '../../platform/room.ts'
import { addCouncilCommand } from './council.ts'
import { addInitCommand } from './init.ts'
import { addAccessLogCommands, addPeopleCommands } from './people.ts'

export const addAccessCommands: Commands = (program, context) => {
  addInitCommand(program, context)
  addPeopleCommands(program, context)
  addAccessLogCommands(program, context)
  addCouncilCommand(program, context)
}
