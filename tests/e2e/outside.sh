#!/bin/sh
# Programs that get a post from the reader: they have the terminal meanwhile,
# and the reader comes back as it was.
. tests/e2e/lib.sh

keys() { tm send-keys "$@"; }
text() { tm send-keys -l -- "$1"; }

mkdir -p "$t/desk"
cd "$t/desk" || exit 1
terminal 80 24 "env --default-signal=INT sosik --demo; echo status \$?; exec cat"
see 'the samples come in' '/19'
keys Enter
see 'an article opens' '신입 개발자의 여름 회고'
is_reader() { [ "$(tm display-message -p '#{alternate_on}')" = 1 ]; }
text '|'
see 'the prompt' 'Pipe to:'
text "sh -c 'grep -c 질문; echo there-\$((40+2))'"
keys Enter
see 'the program has the terminal' 'there-42'
see 'it read the post' '1'
see 'and what it wrote stays' 'sosik: any key goes back:'
same 'outside the alternate screen' 0 "$(tm display-message -p '#{alternate_on}')"
keys Enter
see 'the reader is back' '신입 개발자의 여름 회고'
check 'in the alternate screen' is_reader
keys j
text '|false'
keys Enter
see 'a failure waits, too' 'any key goes back:'
see 'and is told' 'sosik: false ended with status 1'
keys q
check 'the reader is back again, which the key did not end' wait_for 10 is_reader
see 'it is told there, too' ' false ended with status 1'
text '|'
keys Up Up
see 'lines are kept' "sh -c 'grep -c"
keys C-g
text '|no-such-program'
keys Enter
see 'what cannot run is told' 'cannot run no-such-program'

# ^C is for the program.
text '|sh -c "echo wait-$((40+2)); exec sleep 100"'
keys Enter
see 'a program that waits' 'wait-42'
keys C-c
see 'is ended by ^C' '^C'
see 'and is told' 'ended with status 130'
keys Enter
check 'and the reader is back' wait_for 10 is_reader
see 'which tells it, too' ' ended with status 130'

keys w
see 'the name is proposed' 'Save as: 2026-08-31 신입 개발자의 여름 회고.md'
keys Enter
see 'saved' 'saved as 2026-08-31'
has 'where it was started' "$(cat "$t/desk/2026-08-31 신입 개발자의 여름 회고.md")" '# 신입 개발자의 여름 회고'
# A browser that shows pages in the terminal gets it.
printf '#!/bin/sh\necho "page $1"\nread -r line\nexit 3\n' >"$t/w3m"
chmod +x "$t/w3m"
text ":set browser $t/w3m"
keys Enter
see 'a browser is set' 'until the reader ends'
text 'o'
see 'it has the terminal' 'page https://velog.example/'
keys Enter
see 'and how it ends is told' 'w3m ended with status 3'
keys Q
see 'it ends well' 'status 0'

# A signal that ends the reader does so, too, while a program has the terminal, and is handed on to it.
reader() { ps -o pid= --ppid "$(tm display-message -p '#{pane_pid}')" | head -n 1; }
# stopped NAME COMMAND WAIT NUMBER: the signal comes while WAIT is to be seen of the command.
stopped() {
	terminal 80 24 "sosik --demo; echo status \$?; exec cat"
	wait_for 10 shows '/19' || not_ok "$1: the samples do not come in"
	keys Enter
	wait_for 10 shows '신입 개발자의 여름 회고' || not_ok "$1: no article opens"
	text "|$2"
	keys Enter
	see "$1: it runs" "$3"
	check "$1: signal" kill "-$4" "$(reader)"
	see "$1: and ends the reader" "status $((128 + $4))"
	same "$1: the terminal is the shell's" 0 "$(tm display-message -p '#{alternate_on}')"
}
stopped 'a program' "sh -c \"trap 'touch told; exit' TERM; echo wait-\$((40+2)); while :; do sleep .05; done\"" 'wait-42' 15
check 'it is told' test -e told
stopped 'what it started' "sh -c 'sleep 4321 & sleep 4321 & echo wait-\$((40+2)); wait; :'" 'wait-42' 15
gone() { ! pgrep -f '^sleep 4321' >/dev/null; }
check 'ends with it' wait_for 5 gone
stopped 'what it wrote' 'head -n 2' 'any key goes back:' 15
stopped 'hanging up' 'head -n 2' 'any key goes back:' 1
tm kill-server
