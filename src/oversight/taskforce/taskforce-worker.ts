import { choice, day, defineRecord, parent, text, type RecordOf } from '../../records/index.ts'
import { readTaskforceWorkers, runTaskforce } from '../permissions.ts'
import { taskforce } from './taskforce.ts'

/** A social worker or manager of a taskforce, by the code that the case system has for them. */
export const taskforceWorker = defineRecord({
  name: 'taskforce_worker',
  idPrefix: 'tfw',
  words: { one: 'taskforce worker', many: 'taskforce workers' },
  permissions: { read: readTaskforceWorkers, write: runTaskforce },
  parents: {
    taskforceId: parent(() => taskforce, {
      label: 'Taskforce',
      required: 'Add a worker from the taskforce’s page',
    }),
  },
  fields: {
    worker: text({
      label: 'Worker',
      hint: 'The code that the case system has for them, no name',
      required: 'Enter the worker’s code',
    }),
    role: choice({
      label: 'Role',
      choices: { social_worker: 'Social worker', team_manager: 'Team manager' },
      required: 'Choose the role',
    }),
    team: text({ label: 'Team', hint: 'The taskforce’s own team', required: 'Enter the team' }),
    manager: text({ label: 'Manager', hint: 'The code of the manager they answer to' }),
    startPlannedOn: day({ label: 'To start on', required: 'Enter the day on which they are to start' }),
    startedOn: day({ label: 'Started on' }),
    endedOn: day({ label: 'Left on' }),
  },
  named: 'worker',
  check: ({ startedOn, endedOn }, { today }) => ({
    ...(startedOn !== null &&
      startedOn > today && { startedOn: 'The day they started must be today or earlier' }),
    ...(endedOn !== null &&
      (startedOn === null || endedOn < startedOn) && { endedOn: 'They cannot leave before they started' }),
  }),
})

export type TaskforceWorker = RecordOf<typeof taskforceWorker.fields>
