import { expect, test } from 'vitest'
import { parts } from './parts'

test('lines that only one text has are marked', () => {
  expect(parts('One.\n\nTwo.\n', 'One.\n\nThree.\n', true)).toEqual({
    before: [
      { text: 'One.\n\n', changed: false },
      { text: 'Two.\n', changed: true },
    ],
    after: [
      { text: 'One.\n\n', changed: false },
      { text: 'Three.\n', changed: true },
    ],
  })
})

test('texts of two languages are shown without marks', () => {
  expect(parts('一つ。', 'One.', false)).toEqual({
    before: [{ text: '一つ。', changed: false }],
    after: [{ text: 'One.', changed: false }],
  })
})
