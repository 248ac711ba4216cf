import type { Schema } from '@quaily/shared/api'
import { call } from '../../api'

/** A registered application; the secret is there once, in the answer that makes it, and empty if it can keep none. */
export type OwnApp = Schema<'AppView'> & { secret?: string }

/** An application that may act for the person. */
export interface Grant {
  app_id: string
  name: string
  display_name: string
  scopes: string[]
  created_at: string
  last_used_at: string | null
}

export interface AppFields {
  display_name: string
  url: string
  redirect_uri: string
  /** Whether it runs where nobody else can read its secret. */
  confidential: boolean
}

/** What people see when it asks for permission. */
export const nameOf = (app: { display_name: string; name: string }) => app.display_name || app.name

export const grants = () => call<Grant[]>('get', '/oauth/grants')
export const revoke = (grant: Grant) => call('delete', `/oauth/apps/${grant.app_id}`)
export const ownApps = () => call<OwnApp[]>('get', '/users/me/apps')
export const register = (fields: AppFields) =>
  call<OwnApp>('post', '/users/me/apps', { body: { ...fields, name: fields.display_name } })
export const unregister = (app: OwnApp) => call('delete', `/users/me/apps/${app.app_id}`)
