import { describe, expect, test } from 'vitest'
import { entriesOf, entriesOfText, readTable, toCsv } from './entries'
import { withoutRepeats } from './importing'

describe('a file of addresses', () => {
  test('has its columns found by their names, in any language and order', () => {
    const table = readTable('Name,Joined,Email\n"Wren, Ada",2024,ada@example.com\n')
    expect(table).toMatchObject({ hasHeader: true, email: 2, name: 0 })
    expect(entriesOf(table)).toEqual([{ email: 'ada@example.com', name: 'Wren, Ada', line: 2 }])
    expect(readTable('氏名\tメールアドレス\n空\tsora@example.com')).toMatchObject({
      email: 1,
      name: 0,
    })
  })

  test('has its addresses found when nothing names them', () => {
    const table = readTable('\uFEFFada@example.com;Ada\nbob@example.com;Bob\n\n')
    expect(table).toMatchObject({ hasHeader: false, email: 0, name: 1 })
    expect(entriesOf(table).map(({ email, line }) => `${line} ${email}`)).toEqual([
      '1 ada@example.com',
      '2 bob@example.com',
    ])
    expect(readTable('plan,contact\nfree,ada@example.com')).toMatchObject({ email: 1, name: -1 })
  })

  test('can be empty or without any address', () => {
    expect(entriesOf(readTable(''))).toEqual([])
    expect(readTable('a,b\nc,d')).toMatchObject({ email: -1 })
  })
})

test('addresses typed by hand stand on lines or between commas, with names or without', () => {
  expect(
    entriesOfText('ada@example.com, Bob <bob@example.com>\n\n"Sora" <sora@example.com>'),
  ).toEqual([
    { email: 'ada@example.com', name: '', line: 1 },
    { email: 'bob@example.com', name: 'Bob', line: 1 },
    { email: 'sora@example.com', name: 'Sora', line: 3 },
  ])
})

test('who is there twice is sent once', () => {
  const entries = ['a@x.example', 'A@x.example ', '', ''].map((email, index) => ({
    email,
    name: '',
    line: index + 1,
  }))
  const { fresh, repeated } = withoutRepeats(entries)
  expect(fresh.map((one) => one.line)).toEqual([1, 3, 4])
  expect(repeated).toMatchObject([{ line: 2, reason: 'duplicate' }])
})

test('a file for spreadsheets holds no formula', () => {
  expect(toCsv([['=1+1', 'a,b']])).toBe(`"'=1+1","a,b"`)
})
