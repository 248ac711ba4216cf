import type { Command } from '@quaily/shared/ui'
import type { Component } from 'vue'
import type { Router, RouteRecordRaw } from 'vue-router'

/** An entry of the side bar. */
export interface NavigationEntry {
  /** Key of its text. */
  text: string
  icon: Component
  /** Name of the route it leads to; the current channel is put in for `:list`. */
  route: string
  order: number
  /** Also in the bottom bar of phones, which has room for three. */
  onPhones?: boolean
  /** The second key after G, and the same in the command palette. */
  key?: string
}

/**
 * A part of the dashboard: a folder `areas/<name>/` whose `area.ts` has this as its default export. Nothing else has to
 * know of it. Paths of routes begin with `lists/:list/` when they are about a channel.
 */
export interface Area {
  routes: RouteRecordRaw[]
  navigation?: NavigationEntry[]
  /** The screen's main act, such as "New post"; asked for when the palette opens. */
  commands?: (t: (key: string) => string, router: Router) => Command[]
  /** Keys of its screens, for the help; `text` is the key of a text. */
  keys?: readonly { keys: string; text: string }[]
}

const found = import.meta.glob<Area>('./areas/*/area.ts', { eager: true, import: 'default' })

export const areas: readonly Area[] = Object.values(found)

export const navigation: readonly NavigationEntry[] = areas
  .flatMap((area) => area.navigation ?? [])
  .sort((a, b) => a.order - b.order)
