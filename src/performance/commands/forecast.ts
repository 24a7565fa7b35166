import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { Forecast } from '../index.ts'
import type { Records } from '../../platform/records.ts'

/** What `waymark measure ID --forecast` adds: when the target is met at the recent rate, or why no date can be given. */
type ForecastAnswer = Forecast & { target: number | null; targetBy: string | null; sentence: string }

/** The forecast of one series, by the target that the council's tracker has for it. */
export async function forecastAnswer(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  id: string,
): Promise<ForecastAnswer> {
  const { describeForecast, forecastOfRow, trackerRow } = await import('../index.ts')
  const row = await trackerRow(snapshot, records, pass, id)
  const { series, target, targetBy, spc } = row
  const forecast = forecastOfRow(row)
  const { answer, rest } = describeForecast(forecast, { series, target: target ?? 0, targetBy, spc })
  return { target, targetBy, ...forecast, sentence: `${answer} ${rest}`.trim() }
}
