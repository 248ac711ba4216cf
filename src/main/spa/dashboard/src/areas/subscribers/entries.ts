import Papa from 'papaparse'

/** Somebody to be added, and the line of the file or the text that says so. */
export interface Entry {
  email: string
  name: string
  line: number
}

/** A file's rows and which of their columns mean something; -1 when none does. */
export interface Table {
  rows: string[][]
  hasHeader: boolean
  email: number
  name: number
}

const EMAIL = /^(e-?mail.*|mail|address|メール.*|邮箱.*|电子邮件.*)$/i
const NAME = /^((full |display |your )?name|first.?name|氏名|名前|お名前|姓名|名称|名字)$/i

/** Reads comma-, semicolon- or tab-separated text and guesses its columns. */
export function readTable(text: string): Table {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const rows = data.map((row) => row.map((cell) => cell.trim()))
  const head = rows[0] ?? []
  const named = head.findIndex((cell) => EMAIL.test(cell))
  const hasHeader = named >= 0 || !head.some((cell) => cell.includes('@'))
  const email = named >= 0 ? named : columnOfAddresses(rows)
  const name = hasHeader ? head.findIndex((cell) => NAME.test(cell)) : nameBeside(head, email)
  return { rows, hasHeader, email, name }
}

function columnOfAddresses(rows: readonly string[][]): number {
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length))
  const found = Array.from(
    { length: width },
    (_, column) => rows.slice(0, 50).filter((row) => row[column]?.includes('@')).length,
  )
  const most = Math.max(0, ...found)
  return most > 0 ? found.indexOf(most) : -1
}

/** Without a header, a file of two columns has the name in the other one. */
function nameBeside(row: readonly string[], email: number): number {
  return row.length === 2 && email >= 0 ? 1 - email : -1
}

/** The people in a table, each with the number of its line. */
export function entriesOf({ rows, hasHeader, email, name }: Table): Entry[] {
  return rows.slice(hasHeader ? 1 : 0).map((row, index) => ({
    email: row[email] ?? '',
    name: row[name] ?? '',
    line: index + (hasHeader ? 2 : 1),
  }))
}

/** The people in a text: one address a line, or separated by commas; `Ada <ada@example.com>` has a name. */
export function entriesOfText(text: string): Entry[] {
  return text.split(/\r?\n/).flatMap((line, index) =>
    line
      .split(/[,;，；、]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const named = /^(.*)<([^<>]+)>$/.exec(part)
        return {
          email: (named?.[2] ?? part).trim(),
          name: (named?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1'),
          line: index + 1,
        }
      }),
  )
}

/** A table of texts as a file for spreadsheets, which must not take any of them for a formula. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return Papa.unparse(rows as (string | number)[][], { escapeFormulae: true })
}
