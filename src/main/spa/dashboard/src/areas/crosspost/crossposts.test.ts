import { expect, test } from 'vitest'
import { stepOf, type CrossPost } from './crossposts'

const crossPost = (some: Partial<CrossPost>) => ({ changed: 0, ...some }) as CrossPost
const post = {} as CrossPost['post']
const proposal = {} as CrossPost['proposal']

test.each([
  ['begin', {}],
  ['stop', { status: 0 }],
  ['stop', { status: 1, post, changed: 2 }],
  ['accept', { status: 2, proposal }],
  ['accept', { status: 2, proposal, post, changed: 1 }],
  ['nothing', { status: 2, post }],
  ['again', { status: 2, post, changed: 1 }],
  ['retry', { status: 3 }],
  ['retry', { status: 4 }],
] as const)('the next step is %s for %o', (step, some) => {
  expect(stepOf(crossPost(some))).toBe(step)
})
