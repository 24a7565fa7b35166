import { isKnownSpelling } from '../intake/index.ts'
import { capital } from '../platform/words.ts'
import { choice, defineRecord, text } from '../records/index.ts'
import { codeSetNames, codeSetOf } from '../standards/code-sets.ts'

/** "Reason for closure" */
export const describeCodeSet = (name: string): string => capital(name.replaceAll('_', ' '))

const CODE_SETS = Object.fromEntries(codeSetNames().map((name) => [name, describeCodeSet(name)]))

/** How the council writes a code, as somebody confirmed. What is written may be out of a file, so only who loads sees it. */
export const learnedSpelling = defineRecord({
  name: 'learned_spelling',
  idPrefix: 'spe',
  words: { one: 'learned spelling', many: 'learned spellings' },
  permissions: { read: 'load:write', write: 'load:write' },
  fields: {
    codeSet: choice({
      label: 'Kind of code',
      choices: CODE_SETS,
      required: 'Choose the kind of code',
    }),
    written: text({
      label: 'As it is written',
      hint: 'The whole cell. Capitals and spaces make no difference',
      required: 'Enter what is written',
    }),
    code: text({ label: 'Code', hint: 'Leave it empty where it is no code: the cell then counts as blank' }),
  },
  named: 'written',
  check({ codeSet, written, code }) {
    const set = codeSetOf(codeSet)
    if (isKnownSpelling(set, written))
      return { written: 'The standard knows this already: it cannot be learned' }
    if (code !== '' && !set.codes.some((known) => known.code === code))
      return {
        code: `Enter a code of ${describeCodeSet(codeSet).toLowerCase()}, such as ${set.codes[0]!.code}`,
      }
    return {}
  },
})
