import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommandLine } from '../../src/cli/index.ts'
import { openWaymark } from '../../src/main.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { crawl, demonstrationVisitors, type CrawledPage } from './crawl.ts'
import { norchesterFolder } from './demonstration.ts'
import { madeOnce } from './made-once.ts'

/** What everyone of the demonstration reads, page by page, and what the command line answers: read once in a run. */
export async function crawledDemonstration(): Promise<readonly CrawledPage[]> {
  const folder = await madeOnce('crawled', async (made) => {
    writeFileSync(join(made, 'pages.json'), JSON.stringify(await crawlNorchester()))
  })
  return JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as CrawledPage[]
}

async function crawlNorchester(): Promise<CrawledPage[]> {
  const { dataDir, remove } = await norchesterFolder()
  try {
    const waymark = await openWaymark(readConfig({ data: dataDir, port: '0' }, {}), silentLog)
    const pages: CrawledPage[] = []
    try {
      for (const [role, visitor] of await demonstrationVisitors(waymark))
        pages.push(...(await crawl(role, visitor)))
    } finally {
      await waymark.close()
    }
    const tracked = JSON.parse(await answerOf(dataDir, 'tracker', '--json')) as { id: string }[]
    for (const words of [
      ['tracker', '--json'],
      ...tracked.slice(0, 3).map(({ id }) => ['measure', id, '--json']),
    ])
      pages.push({
        role: 'command line',
        path: words.join(' '),
        status: 200,
        type: 'application/json',
        body: await answerOf(dataDir, ...words),
      })
    return pages
  } finally {
    remove()
  }
}

async function answerOf(dataDir: string, ...words: string[]): Promise<string> {
  let out = ''
  const terminal = { out: (text: string) => void (out += text), say: () => {}, progress: () => {} }
  const code = await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal)
  if (code !== 0) throw new Error(`waymark ${words.join(' ')} answered with code ${code}`)
  return out
}
