#!/bin/sh
# How a sync reports: its exit status in every mode, the line on a terminal,
# who holds the lock.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
feeds=$XDG_CONFIG_HOME/sosik/feeds
data=$XDG_DATA_HOME

feed() { # feed FILE POSTS
	{
		printf '<rss version="2.0"><channel><title>%s</title><link>https://%s.example/</link>\n' "$1" "$1"
		n=0
		while [ "$n" -lt "$2" ]; do
			n=$((n + 1))
			printf '<item><title>글 %s</title><guid>%s-%s</guid><description>내용 %s</description></item>\n' "$n" "$1" "$n" "$n"
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
feed a.xml 3
feed big.xml 300

serve "$www" "$t/log"
host=127.0.0.1:$port
url=http://$host

# What a sync runs under.
with=
run() { $with sosik "$@" >"$t/out" 2>"$t/err"; echo $?; }
small() { (ulimit -f 100; exec "$@"); }
without_locks="refuse flock 37" # ENOLCK
PATH=$bin/tests/tools:$PATH

# modes NAME STATUS WORD…: a sync in each mode of showing itself ends with this status; before each: $first.
first=:
modes() {
	what=$1 want=$2; shift 2
	for mode in lines -q --json --progress; do
		$first
		same "$what, $mode: $want" "$want" "$(run sync ${mode#lines} "$@")"
		cp "$t/out" "$t/out.$mode"
		cp "$t/err" "$t/err.$mode"
	done
}
said() { cat "$t/out.$1" "$t/err.$1"; }
# Lines that are neither four fields with tabs between nor about the run as a whole.
odd_lines() { grep -vE '^([^	]+	[a-z]+	[0-9]+	[^	]+|sosik: .*)$' "$t/err.-q"; }

# ---- 0
modes 'nothing subscribed' 0
same 'which is no news for cron' '' "$(said -q)"
echo "$url/a.xml" >"$feeds"
modes 'all fine' 0 --force
same 'of which cron hears nothing' '' "$(said -q)"
has 'JSON ends with the sum' "$(tail -1 "$t/out.--json")" \
	'"type":"end","feeds":1,"ok":0,"same":1,"failed":0,"left":0,"new":0,"changed":0,"ruled":0,"texts":{"ok":0,"failed":0,"left":0},"bytes":'
has 'and with the time it took' "$(tail -1 "$t/out.--json")" '"seconds":0.'
same 'of which it says no more than it knows' '' "$(grep -hE '"seconds":[0-9]+\.[0-9]{4,}' "$t/out.--json")"
has 'a feed has its bytes' "$(head -1 "$t/out.--json")" '"bytes":'
hasnt 'which are some' "$(said --json)" '"bytes":0,'
has 'progress has its end' "$(said --progress)" "$(printf 'end\t1\t0\t0\t0')"
modes 'nothing due' 0 --due
same 'which is no news either' '' "$(said -q)"
has 'nobody was asked' "$(said --json)" '"feeds":0,'

# ---- 2: wrong lines of the files, while the others count
echo frob >"$XDG_CONFIG_HOME/sosik/config"
modes 'a wrong line of the config file' 2 --force
has 'the feeds are synced all the same' "$(said --json)" '"type":"end","feeds":1,"ok":0,"same":1,'
rm "$XDG_CONFIG_HOME/sosik/config"
echo "$url/a.xml every=soon" >"$feeds"
modes 'a wrong line of the feeds file' 2
echo "$url/status/404" >>"$feeds"
modes 'a failure beside it' 1
echo "$url/a.xml" >"$feeds"

# ---- 1 and 3
echo "$url/status/404" >>"$feeds"
modes 'some feeds failed' 1
has 'cron hears of that one' "$(said -q)" "$host/status/404	fetch	404	404: "
same 'in one line' 1 "$(wc -l <"$t/err.-q")"
same 'of four fields' '' "$(odd_lines)"
same 'and nothing on standard output' '' "$(cat "$t/out.-q")"
has 'JSON tells where it failed' "$(said --json)" '"stage":"fetch","error":"404: '
has 'and why in a word' "$(said --json)" '"reason":"status"'
id=$(sosik feeds --json status/404 2>/dev/null | sed 's/.*"id":"\([^"]*\)".*/\1/')
same 'an id is one' 32 "${#id}"
has 'that is the same everywhere' "$(said --json)" "\"id\":\"$id\""
has 'health has that word, too' "$(sosik feeds --health --json)" '"reason":"status"'
has 'progress tells it' "$(said --progress)" "$(printf '\tfailed\t')"
modes 'a name that does not exist' 1 no-such-feed
modes 'all that was asked failed, but somebody answered' 1 status/404
echo "http://127.0.0.1:1/nobody.xml" >"$feeds"
modes 'nobody there' 3
same 'in four fields, too' '' "$(odd_lines)"
modes 'nobody is due' 0 --due
echo "$url/retry-after?value=3600&code=429" >"$feeds"
same 'a host that asks to be left alone: 1' 1 "$(run sync -q)"
modes 'all held back' 0
same 'of which cron heard before' '' "$(said -q)"
echo "$url/silent" >"$feeds"
modes 'the time is over' 1 --max-time 1
has 'of how many feeds the sum is' "$(said lines)" 'feeds 0 of 1, new posts 0'
has 'which cron hears' "$(said -q)" "sosik: 1 feed was not fetched in the time of --max-time, the next sync asks it: ${url#http://}/silent"

# ---- 2
echo "$url/a.xml" >"$feeds"
modes 'a wrong option' 2 --wrong
modes 'a number that is none' 2 --max-time 0
same 'two modes at once: 2' 2 "$(run sync -q --json)"
mv "$feeds" "$t/feeds"
mkdir "$feeds"
modes 'a feeds file that cannot be read' 2
same 'in one line' 1 "$(wc -l <"$t/err.-q")"
rmdir "$feeds"
mv "$t/feeds" "$feeds"

# ---- 4
cp -R "$data" "$t/newer"
echo 'PRAGMA user_version = 999999' | "$bin/tests/tools/sql" "$t/newer/sosik/sosik.db"
export XDG_DATA_HOME=/proc/self/no
modes 'a folder that cannot be made' 4
same 'in one line' 1 "$(wc -l <"$t/err.-q")"
export XDG_DATA_HOME=$t/newer
modes 'the cache of a newer version' 4
same 'in one line as well' 1 "$(wc -l <"$t/err.-q")"

# ---- 74
echo "$url/big.xml" >"$feeds"
export XDG_DATA_HOME=$t/small
with=small
modes 'a file that may not grow' 74
has 'is told' "$(said -q)" 'nothing stored is lost'
same 'once' 1 "$(wc -l <"$t/err.-q")"
has 'JSON has its end' "$(tail -1 "$t/out.--json")" '{"v":1,"type":"end","error":"'
has 'with the status' "$(tail -1 "$t/out.--json")" '"status":74}'
with=
same 'and the next sync is whole: 0' 0 "$(run sync --json)"
has 'with all posts' "$(cat "$t/out")" '"new":300,'
export XDG_DATA_HOME=$t/full
with='refuse fdatasync 28' # ENOSPC
same 'a disk that is full at the first start' 74 "$(run sync)"
has 'is told as such' "$(cat "$t/err")" 'cannot write the journal; nothing was changed: No space left on device'
config=$XDG_CONFIG_HOME
export XDG_CONFIG_HOME=$t/full
with='refuse fsync 28'
echo "$url/a.xml" >"$t/list"
same 'and at the first import' 74 "$(run import "$t/list")"
has 'is told as such, too' "$(cat "$t/err")" ': the disk is full'
hasnt 'nothing was there to be kept' "$(cat "$t/err")" 'old file'
export XDG_CONFIG_HOME=$config
with=
export XDG_DATA_HOME=$data

# ---- 75, 130, 143
# begin MODE…: a sync that waits for an answer, in the background.
begin() {
	$with sosik sync "$@" >"$t/long" 2>"$t/long.err" &
	long=$!
	started="$started $long"
	wait_for 5 grep -q "$long" "$XDG_DATA_HOME/sosik/sync.lock"
}
# end NAME STATUS SIGNAL: the signal ends it with this status.
end() {
	kill "-$3" "$long"
	wait "$long"
	same "$1: $2" "$2" $?
}
echo "$url/silent" >"$feeds"
begin
modes 'another sync runs' 75
has 'and which' "$(said -q)" "sosik: another sync is running (process $long, since "
same 'in one line' 1 "$(wc -l <"$t/err.-q")"
kill -KILL "$long"
wait "$long" 2>/dev/null
has 'one that was killed leaves its name' "$(cat "$XDG_DATA_HOME/sosik/sync.lock")" "$long"
same 'which holds nobody back' 1 "$(run sync --max-time 1)"
same 'one that ended leaves none' '' "$(cat "$XDG_DATA_HOME/sosik/sync.lock")"
for mode in lines -q --json --progress; do
	# A shell has its jobs in the background ignore SIGINT; env gives it back.
	with='env --default-signal=INT'
	begin ${mode#lines}
	end "SIGINT, $mode" 130 INT
	begin ${mode#lines}
	end "SIGTERM, $mode" 143 TERM
	with=
done

# A signal that comes while it is stopped, as a laptop is that sleeps.
begin
kill -STOP "$long"
kill -TERM "$long"
kill -CONT "$long"
wait "$long"
same 'it ends when it goes on: 143' 143 $?

# ---- without locks
with=$without_locks
begin
modes 'another sync runs where there are no locks' 75
with=
end 'SIGTERM ends that, too' 143 TERM
echo "$url/a.xml" >"$feeds"
with=$without_locks
modes 'nobody runs where there are no locks' 0
echo "$$ 1 $(hostname)" >"$XDG_DATA_HOME/sosik/sync.lock"
same 'a process of another kind holds nothing: 0' 0 "$(run sync)"
printf '%s %s elsewhere\n' 1 "$(date +%s)" >"$XDG_DATA_HOME/sosik/sync.lock"
same 'one of another host is believed: 75' 75 "$(run sync)"
has 'and named' "$(cat "$t/err")" 'running on elsewhere (process 1, since '
printf '%s %s elsewhere\n' 1 "$(($(date +%s) - 4000))" >"$XDG_DATA_HOME/sosik/sync.lock"
same 'for an hour: 0' 0 "$(run sync)"
with=

# ---- health
printf '%s name="%s"%s\n' "$url/a.xml" 좋은블로그 ' #ai' "$url/status/500" 없는글 '' "$url/status/410" 떠난곳 '' >"$feeds"
run sync -q >/dev/null
run sync -q >/dev/null
echo "$url/new.xml name=새것 #ai" >>"$feeds"
health=$(sosik feeds --health)
same 'who needs somebody comes first' '떠난곳 없는글 새것 좋은블로그' "$(printf '%s\n' "$health" | sed 's/ .*//' | paste -sd' ')"
has 'how often it failed' "$(printf '%s\n' "$health" | grep 없는글)" 'failed 2 times: 500: '
has 'when a feed is due' "$(printf '%s\n' "$health" | grep 좋은)" 'fine; due '
same 'the states in JSON' 'paused failing new fine' "$(sosik feeds --health --json | sed 's/.*"state":"\([a-z]*\)".*/\1/' | paste -sd' ')"
has 'with the status of the last try' "$(sosik feeds --health --json 없는글)" '"http":500'
same 'a tag picks' 2 "$(sosik feeds --health --json '#ai' | wc -l)"
record=$(LANGUAGE=ko sosik feeds --health 없는글)
has 'one that is named has a record' "$record" "  주소                $url/status/500"
has 'with its failures' "$record" '연속 실패           2'
same 'one that there is not: 1' 1 "$(run feeds --health no-such-feed)"
same 'feeds alone are picked, too' 1 "$(sosik feeds 떠난곳 | wc -l)"

# ---- the line on a terminal
n=0
while [ "$n" -lt 40 ]; do n=$((n + 1)); echo "$url/a.xml?$n"; done >"$feeds"
printf '%s\n' "$url/status/404" "$url/silent" >>"$feeds"
rm -rf "$data/sosik"
# watch COLS TERM LANGUAGE: a sync on a terminal that waits for its last feed at last.
watch() {
	rm -rf "$data/sosik"
	terminal "$1" 12 "exec sh"
	tm pipe-pane "cat >'$t/bytes'"
	tm send-keys "clear; TERM=$2 LANGUAGE=$3 sosik sync; echo status \$?" Enter
}
last_line() { screen | grep -v '^$' | tail -1; }
waits() { last_line | grep -qF "$1"; }
# As wide as the line wants to be and a little less, and Ctrl-C: nothing of it is left.
wide() {
	watch "$1" "$2" en
	wait_for 10 waits 'sync 41/42' || not_ok "$1 columns: no line"
	tm send-keys C-c
	see "$1 columns, $2: Ctrl-C ends it" 'status 130'
	hasnt 'and leaves nothing of the line' "$(screen)" 'sync 41'
}
for cols in 24 23 22 21; do wide "$cols" xterm-256color; done
wide 24 dumb
hasnt 'nor of the key' "$(screen)" '^C'
watch 80 xterm-256color en
check 'the line says how far it is' wait_for 10 waits 'sync 41/42, '
has 'what is new and what failed' "$(last_line)" ' new, 1 failed, '
has 'what failed stands above it, or has gone up' "$(tr '\r' '\n' <"$t/bytes")" "sosik: $host/status/404: 404: "
# After each line that is told the bytes of the terminal have the line again.
same 'it comes back at once below what is told' 0 \
	"$(tr '\r' '\n' <"$t/bytes" | grep -a ' new$\|sync [0-9]*/42' | awk 'was && !/sync/ { n++ } { was = / new$/ } END { print n + 0 }')"
check 'of which there was some' grep -qa ' 3 new' "$t/bytes"
tm resize-window -x 24
check 'where there is less room it is shorter' wait_for 10 waits 'sync 41/42, 1 failed'
same 'and stands once' 1 "$(screen | grep -c 'sync 41')"
tm send-keys C-c
see 'Ctrl-C ends it' 'status 130'
hasnt 'and the line is gone' "$(screen)" 'sync 41'
same 'it is never drawn twice alike' '' "$(tr '\r' '\n' <"$t/bytes" | grep '^sync [0-9]*/42' | uniq -d)"
draws=$(tr '\r' '\n' <"$t/bytes" | grep -c 'sync [0-9]*/42')
check 'it is drawn' test "$draws" -gt 1
watch 60 dumb ko
check 'a dumb terminal has it as well, in Korean' wait_for 10 waits '동기화 41/42, '
tm send-keys C-c
see 'and it ends there' 'status 130'
hasnt 'without a trace' "$(screen)" '동기화'
hasnt 'without escapes' "$(sed -n '/동기화/p' "$t/bytes" | tr '\033' '@' | grep -a '동기화' | grep -o '동기화[^@]*@[^m]' | head -1)" '@'
exec 9>&-
