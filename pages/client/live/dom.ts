type Child = Node | string | undefined | false

/** An element with properties and children; text stays text. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name in made)
      Object.assign(made, { [name]: value })
    else if (value !== undefined && value !== false)
      made.setAttribute(name, String(value))
  }
  made.append(...children.filter(child => child !== undefined && child !== false))
  return made
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}
