#!/bin/sh
# The reader in a real terminal (tmux), on the samples: keys, screens, signals,
# and what is left of the terminal afterwards.
. tests/e2e/lib.sh

# open COLS ROWS [COMMAND…]: a shell that runs the reader and then tells its status.
open() {
	cols=$1 rows=$2; shift 2
	rm -f "$t"/before "$t"/after "$t"/pid "$t"/rc
	cat >"$t/shell" <<-END
		printf 'the shell was here\n'
		stty -g >'$t/before'
		sh -c 'echo \$\$ >$t/pid; exec "\$@"' sh ${*:-sosik --demo}
		echo \$? >'$t/rc'
		stty -g >'$t/after'
		printf 'status %s\n' "\$(cat '$t/rc')"
		exec cat
	END
	terminal "$cols" "$rows" "sh '$t/shell'"
}
keys() { tm send-keys "$@"; }
text() { tm send-keys -l -- "$1"; }
ended() { [ -s "$t/after" ]; }
# restored NAME STATUS: the reader has ended with the status, the line settings and the screen are as before.
restored() {
	if wait_for 10 ended; then
		same "$1: status" "$2" "$(cat "$t/rc")"
		same "$1: line settings" "$(cat "$t/before")" "$(cat "$t/after")"
		see "$1: screen" 'the shell was here'
		same "$1: alternate screen left" 0 "$(tm display-message -p '#{alternate_on}')"
		same "$1: cursor shown" 1 "$(tm display-message -p '#{cursor_flag}')"
	else
		not_ok "$1: has not ended"; screen | sed 's/^/    /'
	fi
}
reader_pid() { cat "$t/pid"; }

open 80 24
see 'the samples come in' '1/19'
wait_for 10 shows 'synced: 19 new' && ok 'the sync tells what it brought' || not_ok "the sync tells what it brought: $(screen | tail -1)"

text 'ㅓㅓㅏ'
see 'keys work with the input method on' '2/19'
keys G
see 'G goes to the end' '19/19'
text 'ㅎㅎ'
see 'gg as the input method sends it' '1/19'

keys f
text 'title:커넥션'
keys Enter
see 'a filter' '1/1'
keys Enter
see 'an article opens' 'about 3 min'
text ']]'
see 'the next section' '1/'
text 'gO'
see 'the outline' 'Outline'
keys 3
keys Enter
see 'a jump from the outline' ' 3/'
keys q
see 'back to the list' '1/1'
keys Escape
see 'Esc drops the filter' '/19'

keys t
text '+시험 -없음'
keys BSpace BSpace BSpace BSpace
keys Enter
see 'a tag is put on' '#시험'
see 'and told' 'u: undo'
keys u
see 'undone' 'undone:'
hasnt 'the tag is gone' "$(screen)" '#시험'

tm resize-window -x 200 -y 50
see 'a large screen has the sidebar' 'Starred'
tm resize-window -x 40 -y 10
see 'a small one the list' '신입 개발자'
tm resize-window -x 39 -y 10
see 'too small is said' 'too small'
tm resize-window -x 80 -y 24
see 'and large again' '/19'

keys '?'
see 'the help' 'half a page down'
keys q

# Idle: nothing wakes the reader.
switches() { sed -n 's/^voluntary_ctxt_switches:[[:space:]]*//p' "/proc/$(reader_pid)/status"; }
idle() { # a whole second without one; the last key may still be drawn in the first
	before=$(switches)
	sleep 1
	[ "$before" = "$(switches)" ]
}
check 'no wake-ups while idle' wait_for 1 idle

keys Q
restored 'Q' 0

for signal in TERM HUP INT USR1; do
	case $signal in TERM) status=143 ;; HUP) status=129 ;; INT) status=130 ;; USR1) status=138 ;; esac
	open 80 24
	see "$signal: started" '/19'
	kill -"$signal" "$(reader_pid)"
	restored "$signal" $status
done

if [ -z "${SANITIZE:-}" ]; then
	open 80 24
	see 'SEGV: started' '/19'
	kill -SEGV "$(reader_pid)"
	restored 'SEGV' 139
fi

# ^Z gives the terminal to the shell; fg brings the reader back.
terminal 80 24 "PS1='ready> ' ENV= bash --norc --noprofile -i"
see 'a shell' 'ready>'
text 'sosik --demo'
keys Enter
see 'the reader in a shell' '/19'
keys C-z
see '^Z: the shell is back' 'Stopped'
text 'fg'
keys Enter
see 'fg: the reader is back' '/19'
keys j
see 'and takes keys' '/19'
keys Q
see 'left' 'ready>'

# Not a terminal.
same 'without a terminal: status 2' 2 "$(sosik </dev/null >/dev/null 2>&1; echo $?)"

# What is wrong in the config file: one, or how many.
mkdir -p "$XDG_CONFIG_HOME/sosik"
printf 'sett x\nset no-such 1\nset text-width 9\n' >"$XDG_CONFIG_HOME/sosik/config"
open 100 24 sosik
see 'how much is wrong in the config file' '3 things are wrong in the config file; gm shows them'
text 'gm'
see 'all of it' ' ! config:1:1: '
see 'to the last' ' ! config:3:16: '
keys Q
restored 'left' 0
printf 'set no-such 1\n' >"$XDG_CONFIG_HOME/sosik/config"
open 100 24 sosik
see 'one is told at once, without the folder' ' config:1:5: '
keys Q
restored 'left again' 0
rm "$XDG_CONFIG_HOME/sosik/config"

# In the feeds file the first of them is told, each of them once.
printf 'gopher://one.example/\ngopher://two.example/\n' >"$XDG_CONFIG_HOME/sosik/feeds"
open 160 24 sosik
see 'what is wrong in the feeds file' '1 more: gm'
text 'gm'
see 'the messages' 'feeds:2:'
same 'the first one stands there once' 1 "$(screen | grep -c ' ! .*feeds:1:')"
keys Q
restored 'left once more' 0
rm "$XDG_CONFIG_HOME/sosik/feeds"

# What a message says of `sosik add` holds for the reader, too.
is_subscribed() { sosik feeds | grep -qF "$1"; }
open 100 24 sosik
see 'a reader without feeds' 'There are no feeds yet'
text ':add --no-check http://127.0.0.1:1/one'
keys Enter
wait_for 10 is_subscribed 127.0.0.1:1/one && ok ':add takes --no-check' || not_ok ":add takes --no-check: $(screen | tail -1)"
text 'a'; wait_for 10 shows 'Address of a blog' && text '--no-check http://127.0.0.1:1/two' && keys Enter
wait_for 10 is_subscribed 127.0.0.1:1/two && ok 'and so does its prompt' || not_ok "and so does its prompt: $(screen | tail -1)"
keys Q
restored 'left at last' 0
