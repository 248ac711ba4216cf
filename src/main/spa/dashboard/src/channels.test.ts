import type { Channel } from '@quaily/shared/api'
import { expect, test } from 'vitest'
import { addressOf, matchingChannels } from './channels'

const covey = { slug: 'covey', title: 'The Covey' } as Channel
const kami = {
  slug: 'kami',
  title: '紙の裏',
  custom_domain_enabled: true,
  domain: 'kami.example',
} as Channel

test('a channel is found by its name and by its address', () => {
  expect(matchingChannels([covey, kami], ' ＣＯＶ')).toEqual([covey])
  expect(matchingChannels([covey, kami], 'kami.example')).toEqual([kami])
  expect(matchingChannels([covey, kami], '')).toHaveLength(2)
})

test('a channel is where its readers find it', () => {
  expect(addressOf(covey)).toBe(`${location.host}/covey`)
  expect(addressOf(kami)).toBe('kami.example')
})
