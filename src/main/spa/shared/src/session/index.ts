export { googleUrl, logIn, sendCode, type Login, type LoginRequest } from './auth'
export { solveChallenge } from './challenge'
export { OtherPersonError, useSession, type SessionStatus } from './store'
