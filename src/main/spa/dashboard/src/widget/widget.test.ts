import { expect, test } from 'vitest'
import { frameOf, postWidgetAddress, widgetAddress } from './widget'

test('the code for other sites holds what was chosen, ready for HTML', () => {
  const choice = { layout: 'subscribe_form_mini', theme: 'dark', lang: '' }
  const address = widgetAddress('https://quaily.example', 'covey', choice)
  expect(address).toBe('https://quaily.example/covey/widget?layout=subscribe_form_mini&theme=dark')
  expect(frameOf(address, 'Say "hello" & <wave>')).toBe(
    '<iframe src="https://quaily.example/covey/widget?layout=subscribe_form_mini&amp;theme=dark"' +
      ' title="Say &quot;hello&quot; &amp; &lt;wave>" width="100%" height="142" frameborder="0" loading="lazy"></iframe>',
  )
})

test('the widget of a post has an address of its own', () => {
  expect(
    postWidgetAddress('https://quaily.example', 'covey', 'hello', {
      layout: '',
      theme: '',
      lang: 'ja',
    }),
  ).toBe('https://quaily.example/covey/p/hello/widget?lang=ja')
})
