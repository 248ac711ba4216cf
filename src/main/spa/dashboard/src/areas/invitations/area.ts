import type { Area } from '../../areas'

export default {
  // The mail about an invitation leads here.
  routes: [
    { path: 'invitations', name: 'invitations', component: () => import('./InvitationList.vue') },
  ],
} satisfies Area
