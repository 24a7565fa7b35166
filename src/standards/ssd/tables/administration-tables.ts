import { dueDay, flag, id, ssdTable, words, type SsdTable } from '../ssd-table.ts'

/** What the dataset says of itself, without a prefix of its own. */
export const ADMINISTRATION_TABLES: readonly SsdTable[] = [
  ssdTable('version_log', {
    name: 'Releases of the dataset',
    prefix: null,
    id: 'version_number',
    fields: [
      id('version_number'),
      dueDay('release_date'),
      words('description'),
      flag('is_current'),
      dueDay('created_at'),
      words('created_by'),
      words('impact_description'),
    ],
  }),
  ssdTable('api_data_staging', {
    name: 'Payloads of the daily data flow',
    prefix: null,
    id: 'id',
    leftOut: ['json_payload', 'api_response'],
    fields: [
      id('id'),
      id('person_id'),
      words('current_hash'),
      words('previous_hash'),
      words('submission_status'),
      dueDay('submission_timestamp'),
      words('row_state'),
      dueDay('last_updated'),
    ],
  }),
]
