type Children = (Node | string)[]

/** An element with these properties; those that the element has no property for are attributes. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Record<string, string | boolean | number | ((event: Event) => void)> = {},
  ...children: Children
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value)
    } else if (key in made) {
      Object.assign(made, { [key]: value })
    } else {
      made.setAttribute(key, String(value))
    }
  }
  made.append(...children)
  return made
}

/** Runs what a button stands for, once at a time. */
export async function once(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (button.ariaBusy === 'true') {
    return
  }
  button.ariaBusy = 'true'
  try {
    await work()
  } finally {
    button.ariaBusy = null
  }
}
