const WORDS = `
<div style="max-width: 40rem; margin: 12vh auto; padding: 0 1.5rem; font: 20px/1.5 system-ui, sans-serif">
<h1 style="font-size: 1.5em">A live deck cannot be opened as a file</h1>
<p>Browsers run it only from a server. Open a terminal in the folder of the site, in which course.json is, and run</p>
<pre style="padding: 0.6em 1em; background: #8882">npx serve</pre>
<p>or <code>python3 -m http.server</code>, then open the address that it prints.</p>
<p>Without a server there are <a href="../slides.pdf">the slides as PDF</a> and
<a href="../index.html">the page of the lecture</a>.</p>
</div>`

/** A script for the page of a deck that says what to do where the page was opened as a file, and stays blank. */
export function openedAsFile(): string {
  const html = JSON.stringify(WORDS).replaceAll('</', '<\\/')
  return `<script>if (location.protocol === 'file:') document.getElementById('app').innerHTML = ${html}</script>`
}
