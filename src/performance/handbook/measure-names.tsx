import { catalogue } from '../../measures/index.ts'

const TITLES: ReadonlyMap<string, string> = new Map(catalogue().map(({ measure, title }) => [measure, title]))
const ID = /\b([a-z0-9]{2,4}(?:-[a-z0-9]+)+)\b/

/** A text in which measures are named by their ids: each becomes its title, and a link to its page. */
export const MeasureNames = ({ text }: { text: string }) => (
  <>
    {text.split(ID).map((part) => {
      const title = TITLES.get(part)
      return title ? <a href={`/handbook/measures/${part}`}>{title.toLowerCase()}</a> : part
    })}
  </>
)
