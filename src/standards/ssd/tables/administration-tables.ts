import { dueDay, flag, id, ssdTable, words } from '../ssd-table.ts'

/** What the dataset says of itself, without a prefix of its own. */
export const ADMINISTRATION_TABLES = {
  version_log: ssdTable('version_log', {
    name: 'Releases of the dataset',
    prefix: null,
    id: 'version_number',
    columns: {
      version_number: id,
      release_date: dueDay,
      description: words,
      is_current: flag,
      created_at: dueDay,
      created_by: words,
      impact_description: words,
    },
  }),
  api_data_staging: ssdTable('api_data_staging', {
    name: 'Payloads of the daily data flow',
    prefix: null,
    id: 'id',
    columns: {
      id: id,
      person_id: id,
      json_payload: { ...words, isTaken: false },
      current_hash: words,
      previous_hash: words,
      submission_status: words,
      submission_timestamp: dueDay,
      api_response: { ...words, isTaken: false },
      row_state: words,
      last_updated: dueDay,
    },
  }),
}
