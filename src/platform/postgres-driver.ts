/**
 * The driver for PostgreSQL, loaded when one is used. By itself it would make a local-midnight Date of a date, and a
 * string of a count.
 */
export async function postgresDriver() {
  const { default: driver } = await import('pg')
  driver.types.setTypeParser(driver.types.builtins.DATE, (value) => value)
  driver.types.setTypeParser(driver.types.builtins.INT8, Number)
  return driver
}
