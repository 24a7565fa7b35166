import type { SearchKind, SearchResult } from '../access/index.ts'
import { formatCount } from '../platform/words.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { Input } from '../ui/components/input.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'

/** Of a kind, the results that are shown: further ones are found with another word. */
const MAX_SHOWN = 20

export interface FoundKind {
  heading: string
  results: readonly SearchResult[]
}

interface SearchPageProps {
  frame: FrameProps
  /** What the reader may search for. */
  kinds: readonly SearchKind[]
  search?: { text: string; found: readonly FoundKind[]; nearest: readonly FoundKind[] } | undefined
  error?: string | undefined
}

export function SearchPage({ frame, kinds, search, error }: SearchPageProps) {
  return (
    <Page frame={frame} title="Search" error={error !== undefined}>
      {error ? <ErrorSummary errorList={[{ text: error, href: '#search-text' }]} /> : null}
      <PageHeading title="Search" sentence={sentenceOf(search)} />
      <form method="post" action="/search" novalidate>
        <CsrfField frame={frame} />
        <Input
          id="search-text"
          name="q"
          type="search"
          label={{ text: 'What do you look for?' }}
          value={search?.text}
          spellcheck={false}
          autocomplete="off"
          classes="govuk-input--width-20"
          errorMessage={error ? { text: error } : undefined}
        />
        <Button text="Search" classes="govuk-button--secondary" />
      </form>
      {search?.found.map((kind) => (
        <Found {...kind} />
      ))}
      {search?.nearest.map(({ heading, results }) => (
        <Found heading={`${heading} with words like these`} results={results} />
      ))}
      {search?.found.length ? null : <Searchable kinds={kinds} />}
    </Page>
  )
}

function sentenceOf(search: SearchPageProps['search']): { bold: string; rest?: string } | undefined {
  if (!search) return undefined
  const count = search.found.reduce((sum, { results }) => sum + results.length, 0)
  return count === 0
    ? {
        bold: 'Nothing that you may open matches.',
        rest: 'The answer is the same for what does not exist and for what is not yours to see.',
      }
    : { bold: `${formatCount(count, 'result')} for “${search.text}”.` }
}

const Found = ({ heading, results }: FoundKind) => (
  <section class="wm-found">
    <h2 class="govuk-heading-m">{heading}</h2>
    <ul class="wm-plain-list">
      {results.slice(0, MAX_SHOWN).map(({ href, ref, text, note }) => (
        <li>
          {ref ? <b>{ref} </b> : null}
          <a href={href}>{text}</a>
          {note ? <span class="wm-secondary"> {note}</span> : null}
        </li>
      ))}
    </ul>
    {results.length > MAX_SHOWN ? (
      <p>
        The first {MAX_SHOWN} of {results.length}. Add a word to find fewer.
      </p>
    ) : null}
  </section>
)

const Searchable = ({ kinds }: Pick<SearchPageProps, 'kinds'>) => (
  <>
    <h2 class="govuk-heading-m">You can search for</h2>
    <ul class="govuk-list govuk-list--bullet">
      {kinds.map(({ how }) => (
        <li>{how}</li>
      ))}
    </ul>
  </>
)
