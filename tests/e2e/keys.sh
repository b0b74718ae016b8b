#!/bin/sh
# The command line, bindings and macros of the reader in a real terminal, and
# what of its lines is there at the next start.
. tests/e2e/lib.sh

keys() { tm send-keys "$@"; }
text() { tm send-keys -l -- "$1"; }

mkdir -p "$XDG_CONFIG_HOME/sosik"
cat >"$XDG_CONFIG_HOME/sosik/config" <<-'END'
	set wrap syllable
	bind list 1 tag +하나
	bind list , tag +여럿 ; down
	bind list gZ frobnicate
END
out=$(sosik version -v 2>&1)
has 'a wrong binding is told by its place' "$out" 'config:4:14: there is no command ‘frobnicate’'

start() { terminal 80 24 "sosik; exec cat"; }

start
see 'the reader begins' 'frobnicate'
text ':'
text 'set wra'
keys Tab
keys '?' Enter
see 'an option is completed and told' 'wrap is syllable'
text ':'
text 'frob'
keys Enter
see 'no such command' 'there is no command ‘frob’'
keys C-g M-x
see 'a key with Alt is none of the plain ones' 'no such key here'
text ':bind list x help'
keys Enter
see 'keys are bound at run time' 'bound until the reader ends'
keys x
see 'and do so' 'down, k is up'
keys q
text ':q'
keys Enter
check 'it ends' wait_for 10 test -s "$HOME/.local/state/sosik/history"
same 'its lines are for nobody else' 600 "$(stat -c %a "$HOME/.local/state/sosik/history")"

start
see 'the reader begins again' 'frobnicate'
text ':'
keys Up
see 'the last line is there' ':q'
keys C-u
text 'set'
keys Up
see 'and the last that began so' 'set wrap ?'
keys Escape

terminal 80 24 "sosik --demo; exec cat"
see 'the samples come in' '1/19'
wait_for 10 shows 'synced: 19 new'
text ':bind list , tag +여럿 ; down'
keys Enter
text ','
see 'a macro runs its commands' '2/19'
text '3,'
see 'as often as it is told' '5/19'
text ':filter tag:여럿'
keys Enter
see 'on each row' '1/4'
text ':read all'
keys Enter
see 'a scope' '4 posts marked read'
text ':ㅂ'
keys Enter
check 'a command with the input method on ends it' wait_for 10 sh -c "! tmux -S '$tmux_socket' capture-pane -p | grep -q 여럿"
