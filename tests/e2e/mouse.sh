#!/bin/sh
# The mouse in a real terminal (tmux): it is asked for, works, and is given back.
. tests/e2e/lib.sh

# click ROW COL: a press and a release there, from 1; clicks ROW COL: twice, at once.
events() { printf '\033[<0;%d;%dM\033[<0;%d;%dm' "$2" "$1" "$2" "$1"; }
click() { tm send-keys -l "$(events "$1" "$2")"; }
clicks() { tm send-keys -l "$(events "$1" "$2")$(events "$1" "$2")"; }
flags() { tm display-message -p '#{mouse_standard_flag}#{mouse_sgr_flag}'; }

terminal 80 24 "sh -c 'sosik --demo; : >\"$t/ended\"; exec cat'"
see 'the reader' '1/19'
same 'clicks are asked for' 11 "$(flags)"
click 6 30
see 'a click selects' '5/19'
clicks 4 30
see 'a double click opens' '%'
tm send-keys -l "$(printf '\033[<65;30;6M')"
tm send-keys q
see 'the wheel is no key' '3/19'
tm send-keys Q
wait_for 10 test -e "$t/ended" && ok 'it ends' || not_ok 'it has not ended'
same 'and gives the mouse back' 00 "$(flags)"

mkdir -p "$XDG_CONFIG_HOME/sosik"
echo 'set mouse off' >"$XDG_CONFIG_HOME/sosik/config"
terminal 80 24 sosik
see 'with set mouse off' 'sosik'
same 'nothing is asked for' 00 "$(flags)"
tm send-keys Q
