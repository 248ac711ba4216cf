import { expect, test } from 'vitest'
import { tidySlug } from './slug'

test('what is typed as an address becomes one', () => {
  expect(tidySlug('My Letters')).toBe('my-letters')
  expect(tidySlug('ＡＢＣ')).toBe('abc')
  expect(tidySlug('--a__b')).toBe('a__b')
  // A hyphen at the end stays, as the next letter may follow.
  expect(tidySlug('my-')).toBe('my-')
  expect(tidySlug('紙の裏')).toBe('')
})
