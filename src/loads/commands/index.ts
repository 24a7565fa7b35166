import type { Commands } from '../../platform/room.ts'
import { addExportCommand } from './export.ts'
import { addImportCommand } from './import.ts'
import { addPurgeCommand } from './purge.ts'
import { addSnapshotCommands } from './snapshots.ts'
import { addTemplateCommand } from './templates.ts'

export const addLoadsCommands: Commands = (program, context) => {
  addImportCommand(program, context)
  addTemplateCommand(program, context)
  addExportCommand(program, context)
  addSnapshotCommands(program, context)
  addPurgeCommand(program, context)
}
