import { choice, defineRecord, text } from '../records/index.ts'

/** Whether a role that workers have in the case system makes them the child's own worker. */
export const workerRole = defineRecord({
  name: 'worker_role',
  idPrefix: 'wro',
  words: { one: 'role of workers', many: 'roles of workers' },
  permissions: { read: 'load:read', write: 'load:write' },
  fields: {
    role: text({
      label: 'Role',
      hint: 'As the case system writes it. Capitals, spaces and signs make no difference',
      required: 'Enter the role',
      unique: (role) => `There is a decision about ${role} already`,
    }),
    holds: choice({
      label: 'A worker with this role',
      choices: { yes: 'Holds the child', no: 'Does not hold the child' },
      required: 'Choose whether a worker with this role holds the child',
    }),
  },
  named: 'role',
})
