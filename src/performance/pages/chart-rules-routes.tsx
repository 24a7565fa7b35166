import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { checkRunLengths } from '../spc/chart-rules.ts'
import { runLengthSetting, setRunLengths } from '../spc/chart-rules-store.ts'
import { ChartRulesPage } from './chart-rules-page.tsx'
import type { FigureDeps } from './figure-deps.ts'

/** The council's run lengths; mounted at `/tracker`. */
export const chartRulesRoutes = ({ records, clock }: Pick<FigureDeps, 'records' | 'clock'>) =>
  new Hono<WebEnv>()
    .get('/charts', async (c) => {
      const setting = await runLengthSetting(records, allow(c.var.person, 'targets:write'))
      const { shift, trend } = setting.runLengths
      const typed = { shift: String(shift), trend: String(trend) }
      return c.html(<ChartRulesPage frame={c.var.frame} setting={setting} typed={typed} errors={{}} />)
    })
    .post('/charts', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const body = await c.req.parseBody()
      const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
      const typed = { shift: text('shift'), trend: text('trend') }
      const checked = checkRunLengths(typed)
      if (checked.ok) {
        await setRunLengths(records, pass, clock, checked.value)
        return c.redirect('/tracker/charts', 303)
      }
      const setting = await runLengthSetting(records, pass)
      return c.html(
        <ChartRulesPage frame={c.var.frame} setting={setting} typed={typed} errors={checked.errors} />,
        422,
      )
    })
