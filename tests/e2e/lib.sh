# Sourced by every end-to-end script: a clean home of its own, checks that
# print "ok" or "not ok" lines, and an end that removes what was started.
set -u
O=${O:-build}
here=$(pwd)
bin=$here/$O
t=$(mktemp -d) || exit 1
started=
export HOME="$t/home" XDG_CONFIG_HOME="$t/home/.config" XDG_DATA_HOME="$t/home/.local/share" XDG_CACHE_HOME="$t/home/.cache"
export XDG_STATE_HOME="$t/home/.local/state"
export LC_ALL=C.UTF-8 TZ=Asia/Seoul PATH="$bin:$PATH"
unset LANGUAGE LANG BROWSER
mkdir -p "$HOME"

finish() {
	for p in $started; do kill "$p" 2>/dev/null; done
	[ -z "${tmux_socket:-}" ] || tmux -S "$tmux_socket" kill-server 2>/dev/null
	rm -rf "$t"
}
trap finish EXIT
trap 'exit 130' INT TERM

ok() { echo "ok $*"; }
not_ok() { echo "not ok $*"; }

# check NAME COMMAND…: the command succeeds.
check() {
	name=$1; shift
	if "$@" >"$t/check.out" 2>&1; then ok "$name"; else
		not_ok "$name: $* gave $?"; sed 's/^/    /' "$t/check.out" | head -30
	fi
}
# same NAME WANT GOT: the two texts are equal.
same() {
	if [ "$2" = "$3" ]; then ok "$1"; else
		not_ok "$1"; printf '    want: %s\n    got:  %s\n' "$2" "$3"
	fi
}
# has NAME TEXT PART: the text holds the part.
has() {
	case $2 in *"$3"*) ok "$1" ;; *)
		not_ok "$1: no ‘$3’ in"; printf '%s\n' "$2" | sed 's/^/    /' | head -60 ;;
	esac
}
hasnt() {
	case $2 in *"$3"*)
		not_ok "$1: ‘$3’ in"; printf '%s\n' "$2" | sed 's/^/    /' | head -60 ;; *) ok "$1" ;;
	esac
}
# serve FOLDER [LOG [any]]: tests/tools/server, the process $server, answers at $url, which is $port of
# 127.0.0.1, until descriptor 9 is closed, as the end does.
serve() {
	mkfifo "$t/hold"
	"$bin/tests/tools/server" "$@" <"$t/hold" >"$t/port" &
	server=$!
	exec 9>"$t/hold"
	wait_for 5 test -s "$t/port"
	port=$(cat "$t/port")
	url=http://127.0.0.1:$port
}
# terminal COLS ROWS COMMAND: a fresh one that runs the command; tm is its tmux. Each has a
# socket of its own, for a server that is ending takes no new session.
terminal() {
	[ -z "${tmux_socket:-}" ] || tm kill-server 2>/dev/null
	tmux_socket=$(mktemp -u "$t/tmux.XXXXXX")
	tm -u -f /dev/null new-session -d -x "$1" -y "$2" "$3"
}
tm() { tmux -S "$tmux_socket" "$@"; }
screen() { tm capture-pane -p; }
shows() { screen | grep -qF -- "$1"; }
# see NAME TEXT: the text comes on the screen within ten seconds.
see() {
	if wait_for 10 shows "$2"; then ok "$1"; else not_ok "$1: no ‘$2’"; screen | sed 's/^/    /'; fi
}

# wait_for SECONDS COMMAND…: until the command succeeds, looking every 20 ms.
wait_for() {
	tries=$(($1 * 50)); shift
	while ! "$@" >/dev/null 2>&1; do
		tries=$((tries - 1)); [ "$tries" -gt 0 ] || return 1
		sleep 0.02
	done
}
