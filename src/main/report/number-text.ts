const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** One decimal, and never 0.0% or 100.0% where the score is neither. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%'
  if (share < 1 && share >= 0.9995) return '>99.9%'
  return `${(share * 100).toFixed(1)}%`
}

/** Three significant digits, without an exponent where that stays short. */
export function measure(value: number): string {
  const rounded = Number(value.toPrecision(3))
  return rounded === 0 || (Math.abs(rounded) >= 0.001 && Math.abs(rounded) < 100_000)
    ? String(rounded).replace('-', '−')
    : value.toExponential(2)
}

/** Of a card: with as many decimals in every row and interval, for one figure is read against the next. */
export function cardFigure(value: number): string {
  return value.toFixed(3).replace('-', '−')
}

/** The time of Greenwich, so that a report does not depend on where it is written. */
export function dateAndTime(date: Date): string {
  const time = date.toISOString().slice(11, 16)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}, ${time} UTC`
}

export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 16)}…`
}
