export { answer, createApi, type Api, type TokenSource } from './client'
export { ApiError } from './error'
export { explain, fieldErrors, type Explanation } from './explain'
export type { Channel, Complete, Post, Schema, SiteConfig, User } from './types'
