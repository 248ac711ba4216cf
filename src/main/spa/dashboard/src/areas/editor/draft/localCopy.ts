import type { LocalDraft } from './localDrafts'

const SOON = 250
const AT_LATEST = 800

/**
 * Writes what is typed into the browser's database, a quarter of a second after the last key and at least once a
 * second. `isPending` is true while something is in memory only.
 */
export class LocalCopy {
  private timer: ReturnType<typeof setTimeout> | undefined
  private waitingSince = 0
  private running: Promise<void> | null = null
  private version = 0
  private kept = 0

  constructor(
    private readonly draft: () => LocalDraft,
    private readonly store: {
      keep(draft: LocalDraft): Promise<void>
      forget(key: string): Promise<void>
    },
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  get isPending(): boolean {
    return this.kept < this.version
  }

  /** To be called at every change. */
  changed(): void {
    if (!this.isPending) {
      this.waitingSince = Date.now()
    }
    this.version++
    clearTimeout(this.timer)
    const wait = Math.max(0, Math.min(SOON, this.waitingSince + AT_LATEST - Date.now()))
    this.timer = setTimeout(() => void this.flush(), wait)
  }

  /** Writes at once what is pending. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.running
    if (!this.isPending) {
      return
    }
    const version = this.version
    this.running = this.store.keep(this.draft()).then(
      () => {
        this.kept = Math.max(this.kept, version)
      },
      (error: unknown) => this.onFailure(error),
    )
    await this.running
    this.running = null
  }

  /** Removes the copy: the server has the text. A change since then writes it again. */
  async clear(key: string): Promise<void> {
    clearTimeout(this.timer)
    await this.running
    this.kept = this.version
    await this.store.forget(key).catch(this.onFailure)
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
