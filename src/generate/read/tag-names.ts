const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements of HTML that stand inside a line of text. */
export const phrasing = set('a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meter nobr output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr')

/** Elements whose content is HTML to their end, never Markdown. */
export const whole = set('table ul ol dl pre p h1 h2 h3 h4 h5 h6 picture video audio iframe object embed math form select textarea blockquote')

/** Elements that show nothing that a document says. */
export const silent = set('script style svg noscript template link meta base canvas nav')

/** Elements that only hold others, around which Markdown may stand. */
export const holding = set('div section article main header footer aside figure figcaption center address fieldset hgroup body html head dialog details')

/** Whether a name is one of HTML; anything else in angle brackets can be a placeholder in text. */
export function isHtmlName(name: string): boolean {
  return [phrasing, whole, silent, holding].some(names => names.has(name.toLowerCase())) || /^(?:hr|li|dt|dd|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|summary|source|track|param|option|optgroup|legend|title|slot)$/i.test(name)
}
