/** What tabs tell each other about a post that more than one of them has open. */
type Message =
  | { type: 'hello' | 'here' | 'bye'; place: string; tab: string }
  | { type: 'saved'; place: string; tab: string; updatedAt: string }

const ANSWER_WITHIN = 250

/** The tabs of this browser that have the same post open. */
export class Tabs {
  readonly id: string = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) =>
    n.toString(36),
  ).join('')
  private readonly channel = new BroadcastChannel('quaily-drafts')
  private readonly others = new Set<string>()
  private place = ''

  constructor(
    private readonly on: {
      /** Others have come or gone. */
      others: (count: number) => void
      /** Another tab has saved a version. */
      saved: (updatedAt: string) => void
    },
  ) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.receive(data)
  }

  private receive(message: Message) {
    if (message.place !== this.place || message.tab === this.id) {
      return
    }
    switch (message.type) {
      case 'hello':
        this.send('here')
        this.others.add(message.tab)
        break
      case 'here':
        this.others.add(message.tab)
        break
      case 'bye':
        this.others.delete(message.tab)
        break
      case 'saved':
        this.others.add(message.tab)
        this.on.saved(message.updatedAt)
    }
    this.on.others(this.others.size)
  }

  private send(type: 'hello' | 'here' | 'bye') {
    this.channel.postMessage({ type, place: this.place, tab: this.id } satisfies Message)
  }

  /** Enters a post; resolves with the tabs that are there already. */
  async open(place: string): Promise<ReadonlySet<string>> {
    if (this.place && this.place !== place) {
      this.send('bye')
      this.others.clear()
    }
    this.place = place
    this.send('hello')
    await new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN))
    return new Set(this.others)
  }

  saved(updatedAt: string) {
    this.channel.postMessage({
      type: 'saved',
      place: this.place,
      tab: this.id,
      updatedAt,
    } satisfies Message)
  }

  close() {
    if (this.place) {
      this.send('bye')
    }
    this.channel.close()
  }
}
