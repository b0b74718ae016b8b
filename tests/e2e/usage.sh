# The command line as such: help, version, mistyped words, exit statuses.
. tests/e2e/lib.sh

out=$(sosik help)
same 'help: status' 0 $?
for c in sync add remove rename feeds catalog search count show outline tag tags undo redo dump restore parse render help version; do
	has "help lists $c" "$out" "  sosik $c "
	check "help $c" sosik help $c
	same "$c --help is the same" "$(sosik help $c)" "$(sosik $c --help)"
done
same '--help is the same' "$out" "$(sosik --help)"
has 'version' "$(sosik version)" 'sosik 0.'
same '--version is the same' "$(sosik version)" "$(sosik --version)"
has 'version -v says where things are' "$(sosik version -v)" "$HOME/.config/sosik/feeds"

out=$(sosik </dev/null 2>&1)
same 'the reader without a terminal: status' 2 $?
has 'the reader without a terminal: message' "$out" 'terminal'
out=$(sosik --demo </dev/null 2>&1)
same 'the demo without a terminal: status' 2 $?
out=$(sosik shwo 1 2>&1)
same 'an unknown command: status' 2 $?
has 'an unknown command: the nearest is named' "$out" '‘show’'
sosik --frobnicate 2>/dev/null
same 'an unknown option: status' 2 $?
sosik help nothing-like-it 2>/dev/null
same 'help for what is none: status' 2 $?
sosik show 2>/dev/null
same 'a missing operand: status' 2 $?
sosik outline 1 2 2>/dev/null
same 'one operand too many: status' 2 $?
sosik search -n 0 x 2>/dev/null
same 'a number out of range: status' 2 $?

same 'an absent cache is an empty one' 0 "$(sosik count)"
same 'no feeds without a file' '' "$(sosik feeds)"
same 'nothing to dump' '' "$(sosik dump)"
same 'reading makes no file' '' "$(find "$HOME" -type f)"
sosik undo 2>/dev/null
same 'nothing to undo: status' 1 $?
sosik sync --frobnicate 2>/dev/null
same 'the status of sosik-sync comes through' 2 $?

sosik help >/dev/full 2>/dev/null
same 'a full disk behind standard output: status' 74 $?
same 'a closed pipe is no error' '' "$(sosik help 2>&1 >/dev/null | head -n 0)"
has 'Korean by LANGUAGE' "$(LANGUAGE=ko sosik version)" 'sosik 0.'
