/** Lines that pages have around their content, which copying takes along. */
const chrome = /^(?:skip to (?:main )?content|on this page|in this article|in this section|table of contents|contents|edit this page(?: on github)?|edit on github|suggest (?:changes|edits)|view (?:page )?source|report (?:an )?issue|copy(?: code| page| to clipboard)?|copied!?|previous|next|previous page|next page|« previous|next »|back to top|scroll to top|toggle navigation|toggle (?:dark|light) mode|search|search docs|menu|close|sign in|log in|sign up|subscribe|share|tweet|print|was this (?:page |article )?helpful\??|yes no|accept(?: all)?(?: cookies)?|reject all|cookie settings|loading…?|loading\.\.\.|advertisement|all rights reserved\.?|powered by .{1,40}|built with .{1,60}|last updated(?: on| at)? .{1,60}|copyright .{1,120}|© ?.{1,120}|\d+ min(?:ute)?s? read)$/i

/** Whether a block of one line is furniture of the page: by its text and, for words that can be headings, by its place. */
export function isChrome(line: string, place: { first: boolean, last: boolean }): boolean {
  const text = line.trim()
  if (!chrome.test(text))
    return false
  return !/^(?:contents|table of contents|search|share|print|menu|next|previous|copy|close|subscribe|on this page)$/i.test(text) || place.first || place.last
}
