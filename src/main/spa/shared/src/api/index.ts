export { answer, createApi, type Api, type TokenSource } from './client'
export { ApiError } from './error'
export { explain, fieldErrors, sentenceOf, type Explanation } from './explain'
export type {
  ApiKey,
  Attachment,
  Channel,
  Complete,
  Deletion,
  Post,
  Schema,
  Session,
  SiteConfig,
  User,
} from './types'
