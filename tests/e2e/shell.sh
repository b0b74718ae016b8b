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
