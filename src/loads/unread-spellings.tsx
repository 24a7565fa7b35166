import type { LearnedSpelling, UnreadSpelling } from '../intake/index.ts'
import { sourceTable } from '../intake/index.ts'
import { capital, formatCount, formatNumber } from '../platform/words.ts'
import { codeSetOf } from '../standards/code-sets.ts'
import { Button } from '../ui/components/button.tsx'
import { Select } from '../ui/components/select.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField } from '../ui/page.tsx'
import { RecordTable } from '../ui/tables/record-table.tsx'

/** More are decided on in several goes: the most frequent come first. */
const MAX_SHOWN = 40
const NO_CODE = ':none'

interface UnreadProps {
  frame: FrameProps
  loadId: string
  unread: readonly UnreadSpelling[]
  /** The files are still there and can be read again. */
  canReadAgain: boolean
}

/** What a load has in columns of codes that is no known code, and what each may mean. */
export function UnreadSpellings({ frame, loadId, unread, canReadAgain }: UnreadProps) {
  if (unread.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m wm-section" id="spellings">
        Values that are no known code
      </h2>
      <form method="post" action={`/data/loads/${loadId}/spellings`} novalidate>
        <CsrfField frame={frame} />
        <p class="govuk-body">
          {formatCount(unread.length, 'spelling')} could not be read and{' '}
          {unread.length === 1 ? 'counts' : 'count'} as blank. Say what each means: every load from then on
          reads it so. <a href="/data/spellings">What was learned before</a>.
        </p>
        <RecordTable
          head={[
            { text: 'As it is written' },
            { text: 'Column' },
            { text: 'Cells', format: 'numeric' },
            { text: 'What it means' },
          ]}
          rows={unread
            .slice(0, MAX_SHOWN)
            .map((spelling, index) => [
              { text: spelling.text },
              { text: `${spelling.field}, ${capital(sourceTable(spelling.table).called)}` },
              { text: formatNumber(spelling.count), format: 'numeric' },
              { html: <Meaning spelling={spelling} index={index} /> },
            ])}
        />
        {unread.length > MAX_SHOWN ? (
          <p class="govuk-body">
            The {MAX_SHOWN} most frequent are shown; the others come when these are decided.
          </p>
        ) : null}
        <div class="govuk-button-group">
          <Button text="Confirm these spellings" preventDoubleClick />
          {canReadAgain ? (
            <Button
              text="Confirm, and read the files again"
              classes="govuk-button--secondary"
              name="again"
              value="yes"
              preventDoubleClick
            />
          ) : null}
        </div>
      </form>
    </>
  )
}

export const describeLearned = (count: number): string =>
  `${formatCount(count, 'spelling')} ${count === 1 ? 'is' : 'are'} learned. Loads from now on read ${count === 1 ? 'it' : 'them'} so.`

const Meaning = ({ spelling: { codeSet, text }, index }: { spelling: UnreadSpelling; index: number }) => (
  <>
    <input type="hidden" name="code_set" value={codeSet} />
    <input type="hidden" name="written" value={text} />
    <Select
      name={`code_${index}`}
      label={{ text: `What ${text} means`, classes: 'govuk-visually-hidden' }}
      items={[
        { value: '', text: 'Leave it unread' },
        { value: NO_CODE, text: 'Not a known code' },
        ...codeSetOf(codeSet).codes.map(({ code, label }) => ({
          value: code,
          text: label === '' || label === code ? code : `${code}: ${label}`,
        })),
      ]}
    />
  </>
)

/** What was confirmed in the form, of spellings that the load has; all else is left out. */
export function confirmedSpellings(
  body: Readonly<Record<string, unknown>>,
  unread: readonly UnreadSpelling[],
): LearnedSpelling[] {
  const texts = [body['written']].flat()
  return [body['code_set']].flat().flatMap((codeSet, index): LearnedSpelling[] => {
    const [text, code] = [texts[index], body[`code_${index}`]]
    const isHere = unread.some((spelling) => spelling.codeSet === codeSet && spelling.text === text)
    if (!isHere || typeof codeSet !== 'string' || typeof text !== 'string' || typeof code !== 'string')
      return []
    if (code === NO_CODE) return [{ codeSet, text, code: null }]
    return codeSetOf(codeSet).codes.some((known) => known.code === code) ? [{ codeSet, text, code }] : []
  })
}
