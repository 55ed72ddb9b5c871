/** The names in some markup that selectors may ask for, in lower case but for classes and ids. */
export interface UsedNames {
  tags: Set<string>
  classes: Set<string>
  ids: Set<string>
  attributes: Set<string>
}

const TAG = /<([a-z][\w:-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*\/?>/gi
const ATTRIBUTE = /([^\s"'>/=]+)(?:="([^"]*)")?/g

/** The names in HTML as a browser writes it. */
export function usedNames(html: string): UsedNames {
  const names: UsedNames = { tags: new Set(), classes: new Set(), ids: new Set(), attributes: new Set() }
  for (const [, tag, attributes = ''] of html.matchAll(TAG)) {
    names.tags.add(tag!.toLowerCase())
    for (const [, name, value = ''] of attributes.matchAll(ATTRIBUTE)) {
      names.attributes.add(name!.toLowerCase())
      if (name === 'class')
        value.split(/\s+/).forEach(one => one && names.classes.add(decode(one)))
      else if (name === 'id')
        names.ids.add(decode(value))
    }
  }
  return names
}

function decode(value: string): string {
  return value.includes('&')
    ? value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    : value
}
