import type { Schema } from '@quaily/shared/api'
import { call } from '../../api'

export type App = Schema<'AppView'>
/** A registered application; the secret is there once, in the answer that makes it. */
export type OwnApp = App & { secret?: string }
/** An application that may act for the person. */
export interface Grant {
  app: App
  scopes: string[]
  created_at: string
}

export interface AppFields {
  display_name: string
  url: string
  redirect_uri: string
}

export const grants = () => call<Grant[]>('get', '/oauth/grants')
export const revoke = (grant: Grant) => call('delete', `/oauth/apps/${grant.app.app_id}`)
export const ownApps = () => call<OwnApp[]>('get', '/users/me/apps')
export const register = (body: AppFields) => call<OwnApp>('post', '/users/me/apps', { body })
export const unregister = (app: OwnApp) => call('delete', `/users/me/apps/${app.app_id}`)
