import { expect, test } from 'vitest'
import { markdownOf } from './paste'

test('formatted text becomes Markdown', () => {
  expect(
    markdownOf('<h2>Title</h2><p>Some <b>bold</b> and <a href="https://a.example/">link</a></p>'),
  ).toBe('## Title\n\nSome **bold** and [link](https://a.example/)')
  expect(markdownOf('<ul><li>one</li><li>two</li></ul>')).toMatch(/^- +one\n- +two$/)
})

test('tables, struck and marked words keep their form', () => {
  const table =
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'
  expect(markdownOf(table)).toMatch(/^\| a +\| b +\|\n\| -+ \| -+ \|\n\| 1 +\| 2 +\|$/)
  expect(markdownOf('<p><del>old</del> <mark>new</mark> <kbd>Esc</kbd></p>')).toMatch(
    /^~~?old~?~ ==new== <kbd>Esc<\/kbd>$/,
  )
})

test('what word processors add is left out', () => {
  expect(
    markdownOf(
      '<meta charset="utf-8"><b style="font-weight:normal"><p>One <span style="font-weight:700">two</span></p></b><style>p{}</style>',
    ),
  ).toBe('One **two**')
  expect(markdownOf('<p>x <b>y</b><img src="file:///c:/1.png"></p>')).toBe('x **y**')
})

test('text without formatting is left to the plain form', () => {
  expect(markdownOf('<span style="color:red">plain</span>')).toBe('')
  expect(markdownOf('<p>plain</p>')).toBe('')
})

test('what looks like a tag is text', () => {
  expect(markdownOf('<p><b>Use</b> &lt;kbd&gt; and a &lt; b</p>')).toBe('**Use** \\<kbd> and a < b')
  expect(markdownOf('<p><b>x</b> <code>a&lt;b&gt;</code></p>')).toBe('**x** `a<b>`')
})
