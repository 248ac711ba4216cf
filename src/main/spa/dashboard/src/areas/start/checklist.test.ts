import type { Channel, User } from '@quaily/shared/api'
import { expect, test } from 'vitest'
import { stepsOf } from './checklist'

const user = (more: object) => ({ social_ids: [], ...more }) as unknown as User
const channel = (more: object) => ({ slug: 'covey', description: '', ...more }) as Channel

test('a new channel has everything to do, each where it is done', () => {
  const steps = stepsOf(user({}), channel({ avatar_image_url: '' }), 0)
  expect(steps.map(({ name, done }) => [name, done])).toEqual([
    ['post', false],
    ['about', false],
    ['picture', false],
    ['social', false],
  ])
  expect(steps[0]?.to).toBe('/lists/covey/posts/new')
})

test('what is done is ticked', () => {
  const done = stepsOf(
    user({ social_ids: [{ name: 'github', value: 'wren' }] }),
    channel({ avatar_image_url: '/a.webp', description: 'Letters' }),
    1,
  )
  expect(done.every((step) => step.done)).toBe(true)
})
