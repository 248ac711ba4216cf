import type { Schema } from '@quaily/shared/api'

export type Subscription = Schema<'SubscriptionView'>
