import { expect, test } from 'vitest'
import { templatesOf } from './save'
import { frameOf, widgetAddress } from './widget'

test('an empty text is removed', () => {
  expect(templatesOf({ a: ' Hello ', b: '  ' })).toEqual({ a: 'Hello', b: null })
})

test('the code for other sites holds what was chosen, ready for HTML', () => {
  const choice = { layout: 'subscribe_form_mini', theme: 'dark', lang: '' }
  const address = widgetAddress('https://quaily.example', 'covey', choice)
  expect(address).toBe('https://quaily.example/covey/widget?layout=subscribe_form_mini&theme=dark')
  expect(frameOf(address)).toContain(
    'layout=subscribe_form_mini&amp;theme=dark" width="100%" height="142"',
  )
})
