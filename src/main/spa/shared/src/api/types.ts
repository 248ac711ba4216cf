import type { components } from './schema'

/**
 * What the server always sends, though its document marks no field as required. Fields that the API's description
 * calls "left out" or null in some cases are the caller's to check.
 */
export type Complete<T> = T extends (infer Item)[]
  ? Complete<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Complete<Exclude<T[Key], undefined>> }
    : T

/** An object as the API answers it: `Schema<'PostView'>`. */
export type Schema<Name extends keyof components['schemas']> = Complete<components['schemas'][Name]>

export type User = Schema<'UserView'>
export type Channel = Schema<'ChannelView'>
export type Post = Schema<'PostView'>
export type SiteConfig = Schema<'ConfigView'>
export type ApiKey = Schema<'ApiKeyView'>
export type Session = Schema<'SessionView'>
export type Attachment = Schema<'AttachmentView'>
export type Deletion = Schema<'ListDeletionView'>
