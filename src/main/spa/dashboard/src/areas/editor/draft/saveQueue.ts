import { ApiError } from '@quaily/shared/api'

/** How a save ended that the queue cannot repeat by itself. */
export type SaveResult = 'saved' | 'conflict'

/** `waiting`: the server has not answered, and the queue goes on waiting or tries again. */
export type SaveState = 'unsaved' | 'saving' | 'saved' | 'waiting' | 'failed' | 'conflict'

export interface SaveQueueOptions {
  /** Sends what there is now; throws what went wrong. */
  save: () => Promise<SaveResult>
  tell: (state: SaveState, error?: unknown) => void
  /** Milliseconds after the last change. */
  pause?: number
  /** Milliseconds after the first change that has not been saved. */
  atLatest?: number
}

const FIRST_RETRY = 2_000
const LAST_RETRY = 60_000
/** From then on a save is said to wait: a server that has stopped neither answers nor refuses. */
const SLOW = 8_000

/**
 * Saves one after the other: some time after the last change, again while the server cannot be reached, never two at
 * once, and not at all while two versions wait to be merged by hand.
 */
export class SaveQueue {
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private changedSince = false
  private firstChange = 0
  private retryAfter = FIRST_RETRY
  private isHeld = false
  private isStopped = false
  private readonly pause: number
  private readonly atLatest: number

  constructor(private readonly options: SaveQueueOptions) {
    this.pause = options.pause ?? 2_000
    this.atLatest = options.atLatest ?? 15_000
  }

  /** To be called at every change. */
  changed(): void {
    if (!this.changedSince) {
      this.firstChange = Date.now()
    }
    this.changedSince = true
    if (this.isHeld) {
      return
    }
    if (!this.running) {
      this.options.tell('unsaved')
    }
    this.schedule(Math.max(0, Math.min(this.pause, this.firstChange + this.atLatest - Date.now())))
  }

  /** Saves now, after the save that is running. */
  async now(): Promise<void> {
    clearTimeout(this.timer)
    await this.running
    if (!this.isHeld && !this.isStopped) {
      await this.run()
    }
  }

  /** Tries again at once what waits, for example because the network is back. */
  retry(): void {
    if (this.changedSince && !this.running && !this.isHeld) {
      void this.now()
    }
  }

  /** No saves until `release`. */
  hold(): void {
    this.isHeld = true
    clearTimeout(this.timer)
  }

  release(): void {
    this.isHeld = false
  }

  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  private schedule(wait: number) {
    clearTimeout(this.timer)
    if (!this.isStopped) {
      this.timer = setTimeout(() => void this.now(), wait)
    }
  }

  private run(): Promise<void> {
    this.running = this.saveOnce().finally(() => {
      this.running = null
    })
    return this.running
  }

  private async saveOnce() {
    this.changedSince = false
    this.options.tell('saving')
    const slow = setTimeout(() => this.options.tell('waiting'), SLOW)
    try {
      const result = await this.options.save()
      this.retryAfter = FIRST_RETRY
      if (result === 'conflict') {
        this.hold()
        this.options.tell('conflict')
      } else if (this.changedSince) {
        this.options.tell('unsaved')
      } else {
        this.options.tell('saved')
      }
    } catch (error) {
      this.failed(error)
    } finally {
      clearTimeout(slow)
    }
  }

  private failed(error: unknown) {
    if (!this.changedSince) {
      this.firstChange = Date.now()
    }
    this.changedSince = true
    if (!isTemporary(error)) {
      this.options.tell('failed', error)
      return
    }
    this.options.tell('waiting', error)
    const asked = error instanceof ApiError ? error.retryAfter * 1000 : 0
    this.schedule(Math.max(asked, this.retryAfter))
    this.retryAfter = Math.min(this.retryAfter * 2, LAST_RETRY)
  }
}

/** Whether the same save may succeed later without any change. */
export function isTemporary(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.isUnreachable || error.status >= 500 || error.status === 429 || error.status === 408)
  )
}
