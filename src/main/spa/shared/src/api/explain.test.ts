import { expect, test } from 'vitest'
import { ApiError, explain, fieldErrors } from './index'

test('a known code has a sentence of its own', () => {
  expect(explain(new ApiError(400, { code: 2002 })).key).toBe('error.wrongCode')
})

test('too many requests say how long to wait, in whole minutes', () => {
  expect(explain(new ApiError(429, { code: 3000 }, 61))).toEqual({
    key: 'error.tooOften',
    values: { minutes: 2 },
  })
})

test('a fault of the server names its trace', () => {
  expect(explain(new ApiError(500, { code: 9000, trace_id: 'abc' })).values).toEqual({
    trace: 'abc',
  })
})

test('what is no failed call is a fault of the page', () => {
  expect(explain(new TypeError('x is undefined')).key).toBe('error.page')
})

test('a fault belongs to its field, also inside of it', () => {
  const error = new ApiError(422, { code: 1003, field: 'tags[2]' })
  expect(fieldErrors(error, ['title', 'tags'])).toEqual({
    fields: { tags: { key: 'error.missing', values: { message: '' } } },
  })
})

test('a fault in a field that is not shown is said above the button', () => {
  const error = new ApiError(422, { code: 1002, message: 'lang: unknown', field: 'lang' })
  expect(fieldErrors(error, ['title']).form?.key).toBe('error.refused')
})
