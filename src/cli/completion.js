// Flags are those that a command's own help names: it is asked when somebody presses the key.
const FLAGS = `docent "$command" --help 2>/dev/null | sed -n 's/^  \\(--[a-z-]*\\).*/\\1/p'`

const SCRIPTS = {
  bash: names => `_docent() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word"))
  elif [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$(${FLAGS})" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _docent docent`,
  zsh: names => `#compdef docent
_docent() {
  local command="\${words[2]}"
  if (( CURRENT == 2 )); then
    compadd -- ${names.join(' ')}
  elif [[ \${words[CURRENT]} == -* ]]; then
    compadd -- \${(f)"$(${FLAGS})"}
  else
    _files
  fi
}
compdef _docent docent`,
  fish: names => `function __docent_flags
  set -l command (commandline -opc)[2]
  ${FLAGS}
end
complete -c docent -n __fish_use_subcommand -f -a "${names.join(' ')}"
complete -c docent -n "not __fish_use_subcommand; and string match -q -- '-*' (commandline -ct)" -a "(__docent_flags)"`,
}

/**
 * What a shell reads to complete commands, flags and files.
 * @param {string | undefined} shell
 * @param {string[]} names of the commands
 * @returns {string | undefined} nothing for a shell that is not known
 */
export function completion(shell, names) {
  return Object.hasOwn(SCRIPTS, shell ?? '') ? SCRIPTS[shell]([...names, 'completion', 'help']) : undefined
}
