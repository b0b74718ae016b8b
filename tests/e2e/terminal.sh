#!/bin/sh
# What the reader makes of its terminal (tmux, which keeps every colour as it was written): themes, how many
# colours there are, and what is told where the terminal will not do.
. tests/e2e/lib.sh

conf() { mkdir -p "$XDG_CONFIG_HOME/sosik"; printf '%s\n' "$@" >"$XDG_CONFIG_HOME/sosik/config"; }
# reader ENVIRONMENT…: the reader on an empty cache; bar is its first row with the colours.
reader() {
	terminal 80 24 "env $* sosik; exec cat"
	wait_for 10 shows 'sosik  0 unread' || not_ok "the reader does not start with: $*"
}
bar() { tm capture-pane -pe | sed -n 1p | tr '\033' '^'; }

reader COLORTERM=truecolor
has 'a terminal of all colours gets them' "$(bar)" '48;2;48;48;48m'
reader COLORTERM=
has 'one of 256 the nearest' "$(bar)" '48;5;236m'
reader COLORTERM=truecolor TERM=screen TMUX=
hasnt 'screen gets none that it would not know' "$(bar)" '48;2'
reader COLORTERM= TERM=xterm
hasnt 'one of eight reverse video' "$(bar)" '^[48'
reader COLORTERM=truecolor NO_COLOR=1
hasnt 'NO_COLOR is heeded' "$(bar)" ';2;'
reader COLORTERM= "COLORFGBG='0;15'"
has 'on a light ground the theme is a light one' "$(bar)" '48;5;252m'

conf 'set theme light'
reader COLORTERM=truecolor
has 'the light theme' "$(bar)" '48;2;208;208;208m'
conf 'set theme contrast'
reader COLORTERM=truecolor
has 'the one of high contrast' "$(bar)" '48;2;255;255;255m'
conf 'set theme 16'
reader COLORTERM=truecolor
has 'the one of sixteen' "$(bar)" '^[7m'
conf 'color bar #102030 #ff8000 underline' 'color nobody red'
reader COLORTERM=truecolor
has 'a role of the user'"'"'s own' "$(bar)" '38;2;16;32;48m'
has 'and its ground' "$(bar)" '48;2;255;128;0m'
see 'a wrong one is told with its place' 'config:2:7: there is no role'

# libvterm shows what tmux does not. vterm COMMANDS [ENVIRONMENT…]: the reader on the samples there.
vterm() { commands=$1; shift; printf '%b\n' "$commands" | env -u TMUX TERM=xterm-256color LC_ALL=C.UTF-8 "$@" "$bin/tests/tools/vterm" 24 100 sosik --demo; }
rm -r "$XDG_CONFIG_HOME/sosik"

out=$(vterm 'see synced: 19 new\nlinks\ntype G\nlinks' VTE_VERSION=7000)
same 'every title of the list is a hyperlink' 38 "$(printf '%s\n' "$out" | grep -c 'https*://[^ ]*	')"
has 'of the whole title' "$out" 'https://velog.example/@moss/%EC%8B%A0%EC%9E%85-%EA%B0%9C%EB%B0%9C%EC%9E%90%EC%9D%98-%EC%97%AC%EB%A6%84-%ED%9A%8C%EA%B3%A0	신입 개발자의 여름 회고'
out=$(vterm 'see synced: 19 new\ntype \\r\nsee 100%\nlinks\ntext' VTE_VERSION=7000)
has 'links of an article are, too' "$out" '	신입 개발자의 여름 회고'
has 'over the text that stands there' "$out" '   신입 개발자의 여름 회고'
out=$(vterm 'see synced: 19 new\nlinks\nground 0/0/0\nmodes')
hasnt 'where none are known there are none' "$out" 'http'

out=$(vterm 'see synced: 19 new\ntype ytyy\nsee copied the link\ncopied')
same 'a link is copied by the terminal' 'https://velog.example/@moss/%EC%8B%A0%EC%9E%85-%EA%B0%9C%EB%B0%9C%EC%9E%90%EC%9D%98-%EC%97%AC%EB%A6%84-%ED%9A%8C%EA%B3%A0' "$(printf '%s' "$out" | base64 -d)"

crash='signal 11'
[ -z "${SANITIZE:-}" ] || crash= # its own handler tells more
for how in 'type Q' 'signal 1' 'signal 6' "$crash" 'signal 15'; do
	[ "$how" ] || continue
	out=$(vterm "see synced: 19 new\n$how\nwait\nmodes\nlinks" VTE_VERSION=7000)
	same "$how: no mode of ours stays on" '7 25 ' "$(printf '%s\n' "$out" | sed -n 2p)"
done

conf 'set title on'
out=$(printf 'see 0 unread\ntitle\ntype Q\nwait\ntitle\n' | TERM=xterm-256color "$bin/tests/tools/vterm" 24 80 sh -c 'printf "\033]2;before\033\\"; exec sosik')
same 'the title of the terminal is ours, and what it was at the end' 'sosik: 0 unread status 0 before' "$(echo $out)"
rm -r "$XDG_CONFIG_HOME/sosik"

# One that curses finds its way on, by single steps.
mkdir "$t/types"
printf 'steps,\n\tam, cols#80, lines#24, bel=^G, clear=\\E[2J, cr=^M, cub1=^H, cud1=^J, cuf1=\\E[C, cuu1=\\E[A, home=\\E[H, ind=^J,\n' |
	tic -o "$t/types" - 2>/dev/null
export TERMINFO_DIRS="$t/types:"
for type in dumb steps no-such-terminal ''; do
	terminal 80 24 "TERM=$type sosik; echo status \$?; exec cat"
	see "TERM=$type: a line, and an end" 'status'
	has "TERM=$type: which says why" "$(screen)" "$([ -n "$type" ] && echo 'sosik: the' || echo 'sosik: TERM does not say')"
done

# What is set at run time is seen at once.
out=$(vterm 'see synced: 19 new\ncolors 0\ntype :set theme light\\r\nsee theme light\ncolors 0\ntype :set language ko\\r\nsee 안 읽음\ntype :set theme contrast\\r\nsee theme contrast\ncolors 0' COLORTERM=truecolor)
has 'a theme chosen at run time' "$out" '#303030 #d0d0d0 19 unread'
has 'the one before' "$out" '#d0d0d0 #303030 19 unread'
has 'a language chosen at run time, and another theme' "$out" '#000000 #ffffff 안 읽음 19'
hasnt 'a language chosen at run time: all texts come' "$out" 'not seen'
printf 'set copy-command sh -c "cat >\\"$HOME/copied\\""\n' >"$t/line"
copied() { [ -s "$HOME/copied" ]; }
terminal 100 24 'sosik --demo'
see 'the samples for a program that copies' 'synced: 19 new'
tm send-keys -l ":$(cat "$t/line")"; tm send-keys Enter
tm send-keys yt
see 'it is told' 'copied the title'
check 'the program that copies reads it' wait_for 10 copied
same 'as it is' '신입 개발자의 여름 회고' "$(cat "$HOME/copied")"

# A start that waits (here for the feeds file) and is ended gives the terminal back, too.
mkdir -p "$XDG_CONFIG_HOME/sosik"
mkfifo "$XDG_CONFIG_HOME/sosik/feeds"
takes_it() { [ "$(tm display-message -p '#{alternate_on}')" = 1 ]; }
terminal 80 24 "sh -c 'echo \$\$ >\"$t/pid\"; exec sosik'; stty -a | grep -o ' -*echo ' >\"$t/echo\"; : >\"$t/ended\"; exec cat"
wait_for 10 takes_it && ok 'the reader starts' || not_ok 'the reader does not start'
kill -TERM "$(cat "$t/pid")"
wait_for 10 test -e "$t/ended" && ok 'SIGTERM ends it' || not_ok 'it has not ended'
same 'outside the alternate screen' 0 "$(tm display-message -p '#{alternate_on}')"
same 'with the echo of before' ' echo ' "$(cat "$t/echo")"
rm "$XDG_CONFIG_HOME/sosik/feeds"
