const commands = 'apk|apt|apt-get|aws|az|brew|bundle|cargo|cat|cd|chmod|chown|conda|cp|curl|deno|docker|docker-compose|dotnet|echo|export|flask|gcloud|gem|git|go|gradle|grep|helm|java|kubectl|ls|make|mkdir|mv|mvn|mysql|node|npm|npx|pip|pip3|pnpm|podman|poetry|psql|python|python3|rails|rm|ruby|rustup|scp|ssh|sudo|systemctl|tar|terraform|touch|uv|uvicorn|wget|yarn'
const commandLine = new RegExp(`^(?:[$>#%] )?(?:${commands})(?: +\\S.*)?$`)
const statement = /^(?:(?:import|from|def|class|function|const|let|var|return|if|for|while|elif|else|try|except|with|fn|pub|use|package|public|private|static|void|int|struct|enum|interface|type|async|await|print|raise|SELECT|INSERT|CREATE|UPDATE|DELETE|FROM|RUN|COPY|CMD|WORKDIR|ENV|EXPOSE|ENTRYPOINT|ADD|ARG|VOLUME|USER)\b.*[(){}[\]:;="'/\w-]|@\w+(?:\.\w+)*(?:\(.*)?$|[}\])]+(?:[,;][;,)]*)?$|<\/?[a-zA-Z!][^>]*>|#!\/|\/\/ |\/\* |\* @|[-+] \S|[$>%] \S|\.\.\.$)/

/** Whether one line reads as code: a command, a statement, an assignment, a tag, a row of output. */
export function isCodeLine(line: string): boolean {
  const text = line.trim()
  if (!text)
    return false
  if (/^[\w.$[\]"'-]+(?: ?:)? ?[-+*/|]?= ?\S/.test(text) || /[;{}]$|^[{[(]+$|\)\s*[{:]$|=>|::\w|&&|\|\|/.test(text))
    return !isSentence(text)
  if (/^"[^"]*": ?\S|^\w[\w-]*: ?[\w/.'"[{-]*$/.test(text) && !/[.!?]$/.test(text))
    return !/^[A-Z][a-z]+:$/.test(text)
  if (/^\w+[>#$] |^[\w.-]+ +\| |^[-+] {2,}\S/.test(text))
    return true
  if (/^[\w.]+\([^()\s]*\)[;,]?$/.test(text) || /^\w+(?:\.\w+)+\(.*\)/.test(text))
    return true
  return commandLine.test(text) ? !isSentence(text) : statement.test(text) && !isSentence(text)
}

/** Whether a line is a command of a shell. */
export function isCommand(line: string): boolean {
  return commandLine.test(line.trim()) && !isSentence(line.trim())
}

/** A line of prose may begin with a word that code begins with. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/)
  return /[.!?:,]$/.test(text) && words.length > 5 && words.filter(word => /^[("“]?[a-z'’]+[,.!?:)"”]*$/i.test(word)).length > words.length * 0.7
}

/** Whether the lines of a block of page text are code, in whole. */
export function isCode(lines: readonly string[]): boolean {
  const full = lines.filter(line => line.trim())
  const code = full.filter(isCodeLine).length
  if (full.length === 1)
    return code === 1 || isArrowChain(full[0]!)
  if (code >= Math.max(1, full.length * 0.3))
    return true
  // Prose copied from a page has a line for each paragraph and no indentation.
  return full.some(line => /^\s/.test(line)) || (full.every(line => line.trim().split(/\s+/).length <= 8 && !/[.!?]$/.test(line)) && full.some(line => /[/\\=_$<>{}[\]|]|\d[.:]\d|^\S+\.\w{1,4}$/.test(line)))
}

/** Steps of a chain as authors draw it in one line: `one -> two -> three`. */
export function isArrowChain(line: string): boolean {
  return line.length < 300 && line.split(/\s+(?:-+>|=+>|[→⇒➜›])\s+/).filter(step => step.trim() && step.trim().split(/\s+/).length <= 6).length >= 3
}

/** The name of a file that pages show above its code. */
export function isFileName(line: string): boolean {
  return /^[\w./@-]+\.(?:bash|[chr]|cfg|conf|cpp|cs|css|env|go|html?|ini|java|jsx?|json|kt|lock|lua|md|mjs|php|pl|ps1|py|rb|rs|scss|sh|sql|svelte|swift|toml|tsx?|txt|vue|xml|ya?ml)$|^(?:[\w./-]*\/)?(?:Dockerfile|Makefile|Gemfile|Procfile|Jenkinsfile|\.\w+(?:ignore|rc|env))$/i.test(line.trim())
}
