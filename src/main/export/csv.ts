// CSV as RFC 4180 has it: commas, CRLF, quotes where they are needed. In UTF-8 without a byte order mark: with one,
// a script would read the first column's name as '\ufefffile'. Excel opens it right through Data > From Text/CSV.

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

// A spreadsheet takes a cell that begins like this for a formula and runs it, even within quotes.
const FORMULA = /^[=+\-@\t\r]/

/** A text that a spreadsheet shows and does not run; the apostrophe is its own sign for text. */
export function inertText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The same for a path. Only a relative path can begin so, and './' before it leaves it the path of the same file. */
export function inertPath(path: string): string {
  return FORMULA.test(path) ? `./${path}` : path
}
