# Commands in scripts: several posts, names on standard input, counts in a batch.
. tests/e2e/lib.sh
samples=$bin/share/samples
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$XDG_CONFIG_HOME/sosik/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"
ids=$(sosik search --json is:all | sed 's/.*"id":\([0-9]*\).*/\1/')
one=$(printf '%s\n' "$ids" | sed -n 1p) two=$(printf '%s\n' "$ids" | sed -n 2p)

lines() { wc -l | tr -d ' '; }

# ---- several posts
out=$(sosik show "$one" "$two")
same 'show of two: status' 0 $?
has 'show of two: the first' "$out" "$(sosik show "$one")"
has 'show of two: the second behind it' "$out" "
* * *

$(sosik show "$two")"
same 'show of two as JSON: a line each' "$(sosik show -f json "$one"; sosik show -f json "$two")" "$(sosik show "$one" -f json "$two")"
out=$(sosik show -f html "$one" "$two")
same 'show of two as HTML: one page' 1 "$(printf '%s\n' "$out" | grep -c '<!DOCTYPE')"
same 'show of two as HTML: it ends' '</html>' "$(printf '%s\n' "$out" | tail -n 1)"
same 'show of two as HTML: articles' 2 "$(printf '%s\n' "$out" | grep -c '<article>')"
same 'show of two as HTML: no id twice' '' "$(printf '%s\n' "$out" | grep -o ' id="[^"]*"' | sort | uniq -d)"
has 'show of one as HTML: its ids' "$(sosik show -f html "$one" "$one" | grep -o ' id="[^"]*"' | head -n 1)" "id=\"p$one-s1\""
has 'show of two as Markdown: a line between' "$(sosik show -f markdown "$one" "$two")" "
---

# "
out=$(sosik show 999999 "$two" 2>"$t/err")
same 'show: one that there is not: status' 1 $?
has 'show: one that there is not is told' "$(cat "$t/err")" '999999'
same 'show: the other counts' "$(sosik show "$two")" "$out"
sosik show -s 99999 "$one" "$two" >/dev/null 2>"$t/err"
same 'show: a section that no post has: status' 1 $?
same 'show: a section that no post has is told of each' 2 "$(lines <"$t/err")"
sosik show -- "$one" -f >/dev/null 2>"$t/err"
same 'show: behind -- there are no options: status' 1 $?
has 'show: behind -- there are no options' "$(cat "$t/err")" '‘-f’'

# ---- names on standard input
same 'show -: lines' "$(sosik show "$one" "$two")" "$(printf '%s\nid:%s\n' "$one" "$two" | sosik show -)"
same 'show -: NUL' "$(sosik show "$one" "$two")" "$(printf '%s\0%s\0' "$one" "$two" | sosik show -)"
same 'show -: nothing' '' "$(sosik show - </dev/null)"
has 'outline of two: titles above' "$(printf '%s\n%s\n' "$two" "$one" | sosik outline -)" "

$(sosik show -w 1000 "$one" | head -n 1)
$(sosik outline "$one")"
same 'outline of two as JSON: an array a line' "$(sosik outline --json "$one"; sosik outline --json "$two")" "$(sosik outline --json "$one" "$two")"

# ---- counts
same 'count --batch: in order' "$(sosik count is:unread; sosik count; sosik count tag:none)" "$(printf 'is:unread\n\ntag:none\n' | sosik count --batch)"
out=$(printf 'is:unread\nis:nothing\n\n' | sosik count --batch 2>"$t/err")
same 'count --batch: one that is wrong: status' 2 $?
same 'count --batch: it has its line' "$(sosik count is:unread)
-
$(sosik count)" "$out"
has 'count --batch: it is told with its line' "$(cat "$t/err")" 'line 2: query, column '
same 'count --json' '{"v":1,"query":"is:unread","posts":'"$(sosik count is:unread)}" "$(sosik count --json is:unread)"
has 'count --json --batch: one that is wrong' "$(echo is:nothing | sosik count --json --batch 2>/dev/null)" '"posts":null}'
sosik count --batch is:unread </dev/null 2>/dev/null
same 'count --batch with a query: status' 2 $?

# ---- numbers for xargs
same 'search --ids: all of them' "$(sosik count is:all)" "$(sosik search --ids is:all | lines)"
same 'search --ids: numbers alone' '' "$(sosik search --ids is:all | grep -v '^[0-9][0-9]*$')"
same 'search --ids: by date, also with words' "$(sosik search -s date --json 데이터 | sed 's/.*"id":\([0-9]*\).*/\1/')" "$(sosik search --ids 데이터)"
same 'search --ids: the best first' "$(sosik search --json 데이터 | sed 's/.*"id":\([0-9]*\).*/\1/')" "$(sosik search --ids --sort rank 데이터)"
same 'search --ids: the oldest first' "$(sosik search --ids 데이터 | tac)" "$(sosik search --ids --sort oldest 데이터)"
same 'search --ids: so many' "$(sosik search --ids is:all | head -n 3)" "$(sosik search --ids -n 3 is:all)"
same 'search -0' "$(sosik search --ids 데이터)" "$(sosik search -0 데이터 | tr '\0' '\n')"
same 'search -0: into xargs' "$(sosik search --ids 데이터 | sosik show -f json -)" "$(sosik search -0 데이터 | xargs -0 sosik show -f json --)"
same 'search -0: nothing' '' "$(sosik search -0 tag:none | tr '\0' x)"
n=$(sosik count feed:해솔)
same 'tag --ids: from standard input' "$n posts: +가 -나" "$(sosik search --ids feed:해솔 | sosik tag --ids +가 -나 -)"
same 'tag --ids: into xargs' "$n posts: +다" "$(sosik search -0 feed:해솔 | xargs -0 sosik tag --ids +다 --)"
same 'tag --ids: they have them' "$n" "$(sosik count tag:가 tag:다)"
has 'tag --ids: one undo' "$(sosik undo)" '+다'
same 'tag --ids: all are undone' 0 "$(sosik count tag:다)"
same 'tag --ids: a dry run changes nothing' 0 "$(sosik search -0 feed:해솔 | xargs -0 sosik tag --dry-run --ids +라 >/dev/null; sosik count tag:라)"
out=$(sosik tag --ids +마 999999 "$one" "https://no.example/" 2>"$t/err")
same 'tag --ids: some that there are not: status' 1 $?
same 'tag --ids: the other counts' '1 post: +마' "$out"
same 'tag --ids: each is told' 2 "$(lines <"$t/err")"
for wrong in '+x' "$one" '' '--batch +x 1'; do
	sosik tag --ids $wrong >/dev/null 2>&1 </dev/null
	same "usage: tag --ids $wrong" 2 $?
done
cat >"$t/ids.sh" <<S
$(sed -n 's/^\$ \(sosik .* ids\( .*\)*\)$/\1/p' man/sosik.1 | sed 's/쿠버네티스/데이터/')
S
n=$(sosik count is:unread 데이터)
check 'the example of the manual' sh -ec "cd '$t' && . ./ids.sh"
same 'the example of the manual: it marks as read' 0 "$(sosik count is:unread 데이터)"
same 'the example of the manual: a page of all' "$n" "$(grep -c '<article>' "$t/k8s.html")"
check 'undo of it' sosik undo

# ---- a signal ends a command at once, and nothing is half done
# ended NAME STATUS: what runs in $pid ends with that status.
ended() {
	wait "$pid"
	same "$1" "$2" $?
}
# In the background; a script has SIGINT ignored there.
interruptible() { exec env --default-signal=INT,TERM "$@"; }
mkfifo "$t/in" "$t/out" "$t/lock"

yes "$one" | head -n 500 >"$t/many"
# In the background; a script has SIGINT ignored there.
interruptible sosik show -f json - <"$t/many" >"$t/out" & pid=$!
exec 8<"$t/out"
check 'a command that waits for a reader has written' sh -c "head -c 1 <&8 | grep -q '{'"
kill -INT $pid
ended 'a command that waits for a reader: SIGINT' 130
exec 8<&-

# In the background; a script has SIGINT ignored there.
interruptible sosik tag --batch <"$t/in" & pid=$!
exec 8>"$t/in"
kill -TERM $pid
ended 'a command that waits for its input: SIGTERM' 143
exec 8>&-

"$bin/tests/tools/hold" "$XDG_DATA_HOME/sosik/sosik.db" <"$t/lock" >"$t/held" & holder=$! started=$!
exec 8>"$t/lock"
check 'another program holds the cache' wait_for 10 grep -q held "$t/held"
same 'reading does not wait for it' 19 "$(sosik count)"
# In the background; a script has SIGINT ignored there.
interruptible sosik tag +held is:all >/dev/null 2>"$t/err" 8>&- & pid=$!
check 'a change waits for it' wait_for 10 sh -c "ls -l /proc/$pid/fd | grep -q sosik.db"
kill -INT $pid
ended 'a change that waits: SIGINT' 130
exec 8>&-
wait $holder
same 'a change that was stopped is not made' 0 "$(sosik count tag:held)"
same 'a change that was stopped can be made again' '19 posts: +held' "$(sosik tag +held is:all)"

# ---- where output goes nowhere
same 'a closed pipe is no error, and is quiet' '' "$( (sosik show - <"$t/many" 2>"$t/err"; echo $? >"$t/status") | head -n 1 >/dev/null; cat "$t/err")"
same 'a closed pipe is no error: status' 0 "$(cat "$t/status")"
sosik show - <"$t/many" >/dev/full 2>"$t/err"
same 'a full disk behind standard output: status' 74 $?
same 'a full disk behind standard output is told once' 1 "$(lines <"$t/err")"

# ---- reading wants little
reads='feeds|feeds --json|search --json is:all|search 데이터|count is:unread|tags|views|rules|digest --since 2020|show '$one'|outline '$one'|export|dump|complete -- search tag:'
each() { printf '%s\n' "$reads" | tr '|' '\n'; }
# A dump and a digest say when they were made: two of them may lie a second apart.
sum() { sed 's/"time":[0-9]*/"time":0/; /^sosik, .*, [0-9]*:[0-9]* [AP]M$/d' | cksum; }
data=$XDG_DATA_HOME
export XDG_DATA_HOME="$t/none"
each | grep -v -e ^show -e ^outline | while read -r words; do
	sosik $words >/dev/null 2>"$t/err"
	same "no cache: $words: status" 0 $?
done
check 'no cache: none is made' [ ! -e "$t/none" ]
export XDG_DATA_HOME="$data"
each | while read -r words; do
	same "no UTF-8 locale: $words" "$(sosik $words 2>/dev/null | sum)" "$(LC_ALL=C sosik $words 2>/dev/null | sum)"
done

# A folder that cannot be written, by one who is not root.
cp -R "$HOME" "$t/readonly"
chmod 755 "$t"
chmod -R a+rX,a-w "$t/readonly"
as_other() {
	if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
}
# A checkout below a folder of root alone is out of its reach: seen by a second exec, since setpriv itself still may.
if as_other sh -c "sosik version" >/dev/null 2>&1; then
	each | while read -r words; do
		want=$(sosik $words 2>&1 | sum)
		same "read only: $words" "$want" "$(HOME=$t/readonly XDG_CONFIG_HOME=$t/readonly/.config XDG_DATA_HOME=$t/readonly/.local/share as_other sosik $words 2>&1 | sum)"
	done
	chmod u+w "$t/readonly/.local/share/sosik"; rm -f "$t/readonly/.local/share/sosik/index.db"*; chmod u-w "$t/readonly/.local/share/sosik"
	same 'read only, without a search index: posts are looked through' "$(sosik search 데이터 | sum)" \
		"$(HOME=$t/readonly XDG_CONFIG_HOME=$t/readonly/.config XDG_DATA_HOME=$t/readonly/.local/share as_other sosik search 데이터 | sum)"
	HOME=$t/readonly XDG_CONFIG_HOME=$t/readonly/.config XDG_DATA_HOME=$t/readonly/.local/share as_other sosik tag +x is:all >/dev/null 2>"$t/err"
	same 'read only: a change: status' 4 $?
	has 'read only: a change: said' "$(cat "$t/err")" 'nothing was changed'
	has 'read only: a change: the folder, not a file of ours' "$(cat "$t/err")" "$t/readonly/.local/share/sosik can only be read"
	has 'no folder can be made: it is said what cannot' \
		"$(HOME=$t/readonly XDG_CONFIG_HOME=$t/readonly/.config XDG_DATA_HOME=$t/readonly/none as_other sosik sync 2>&1)" \
		"cannot make the folder $t/readonly/none: Permission denied"
	mkdir -p "$t/unreadable/sosik"
	chmod 777 "$t/unreadable" "$t/unreadable/sosik"
	cp "$XDG_DATA_HOME/sosik/sosik.db" "$t/unreadable/sosik/"
	chmod 000 "$t/unreadable/sosik/sosik.db"
	for words in 'sync -q' 'tag +x is:all' 'count is:all'; do
		has "a cache that cannot be read: $words" "$(XDG_DATA_HOME=$t/unreadable as_other env HOME=$t/readonly sosik $words 2>&1)" \
			"$t/unreadable/sosik/sosik.db: Permission denied"
		hasnt "a cache that cannot be read: $words: says so" "$(XDG_DATA_HOME=$t/unreadable as_other env HOME=$t/readonly sosik $words 2>&1)" 'can only be read'
	done
	chmod 1777 "$t"
	as_other env SHELL=/bin/sh HOME=$t/readonly XDG_CONFIG_HOME=$t/readonly/.config XDG_DATA_HOME=$t/readonly/.local/share \
		tmux -S "$t/other.sock" -u -f /dev/null new-session -d -x 120 -y 24 sosik
	tm_other() { as_other tmux -S "$t/other.sock" capture-pane -p | grep -qF 'cannot be written to'; }
	if wait_for 10 tm_other; then ok 'read only: the reader reads'; else not_ok 'read only: the reader reads'; fi
	as_other tmux -S "$t/other.sock" kill-server
fi
