import { expect, test } from 'vitest'
import { altFrom, isEmbed, isUploaded, readImage, writeImage } from './markdown'

test('an image keeps text, width and caption through reading and writing', () => {
  const line = '![A quail|50%](https://a.example/q.jpg "So \\"small\\"")'
  const image = readImage(line)
  expect(image).toEqual({
    alt: 'A quail',
    url: 'https://a.example/q.jpg',
    width: '50%',
    caption: 'So "small"',
  })
  expect(writeImage(image as NonNullable<typeof image>)).toBe(line)
})

test('what would end the Markdown is written so that it does not', () => {
  const image = { alt: 'a [b] | c', url: 'https://a.example/a b(1).png', width: '', caption: '' }
  expect(readImage(writeImage(image))?.alt).toBe(image.alt)
  expect(readImage(writeImage(image))?.url).not.toMatch(/[ ()]/)
})

test('lines with more than an image are no images', () => {
  expect(readImage('text ![a](b)')).toBeNull()
  expect(readImage('![a](b) ![c](d)')).toBeNull()
})

test('names that cameras give say nothing', () => {
  expect(altFrom('IMG_2041.jpg')).toBe('')
  expect(altFrom('image.png')).toBe('')
  expect(altFrom('a-quail-at-dusk.webp')).toBe('a quail at dusk')
})

test('addresses of pages and films are embeds', () => {
  expect(isEmbed('https://www.youtube.com/watch?v=x')).toBe(true)
  expect(isEmbed('/covey/p/asides')).toBe(true)
  expect(isEmbed('https://a.example/media/x.webp')).toBe(false)
})

test('an uploaded image is told from one elsewhere', () => {
  const name = '0123456789abcdef'.repeat(2)
  expect(isUploaded(`https://letters.example/media/${name}.webp`)).toBe(true)
  expect(isUploaded(`/media/${name}-640w.webp`)).toBe(true)
  expect(isUploaded('https://elsewhere.example/media/quail.webp')).toBe(false)
})
