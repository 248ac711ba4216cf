export { googleUrl, logIn, sendCode, type Login, type LoginRequest } from './auth'
export { solveChallenge, type ChallengeAction } from './challenge'
export { OtherPersonError, useSession, type SessionStatus } from './store'
