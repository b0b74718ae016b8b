#!/bin/sh
# The first start in a real terminal: an import and the demo from the reader,
# and what is remembered at the next one.
. tests/e2e/lib.sh

keys() { tm send-keys "$@"; }
text() { tm send-keys -l -- "$1"; }
begin() { terminal 80 24 "sosik; echo status \$?; exec cat"; }

cat >"$t/feeds.opml" <<'END'
<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>구독</title></head><body>
<outline text="회사"><outline type="rss" text="가람 기술" xmlUrl="https://garam.example/rss"/></outline>
<outline type="rss" text="하늘 노트" xmlUrl="https://haneul.example/feed"/>
</body></opml>
END

begin
see 'without feeds it says how to begin' 'There are no feeds yet.'
text 'i'
see 'a prompt for the file' 'Import (OPML'
text "$t/none.opml"
keys Enter
see 'a file that is not there is told, and stays' 'No such file'
see 'the line stays to be mended' 'none.opml'
keys C-u
text "$t/feeds.opml"
keys Enter
see 'the feeds are taken' 'subscribed to 2 feeds'
text 'e'
see 'the folder of the list is one of ours' '회사 ▾'
text 'za'
text 'q'
text 'u'
see 'undo takes the import back' 'undone:'
see 'and the first steps are there again' 'There are no feeds yet.'
keys C-r
see 'redo brings them again' 'done again:'

text 'gd'
see 'the demo has the terminal' '19 unread'
text 'Q'
see 'and gives it back' 'sosik  0 unread'
text 'gH'
see 'the reader goes on' '하늘 노트'
text 'qeG'
keys Enter
text 'Q'
see 'it ends well' 'status 0'
has 'the place is remembered' "$(cat "$XDG_STATE_HOME/sosik/reader")" 'view feed'

# A cache of an older version, while another program has it: the reader waits for that, and is seen to.
db=$XDG_DATA_HOME/sosik/sosik.db
version=$(echo 'PRAGMA user_version' | "$bin/tests/tools/sql" "$db")
echo "PRAGMA user_version = $((version - 1))" | "$bin/tests/tools/sql" "$db"
mkfifo "$t/key"
"$bin/tests/tools/hold" "$db" <"$t/key" >"$t/held" &
started=$!
exec 9>"$t/key"
wait_for 5 grep -q held "$t/held"
begin
see 'what takes long is seen' 'The cache is of an older sosik'
see 'and how far it is' 'step 1 of 1 · 0:0'
tm resize-window -x 66 -y 12
see 'at any size' 'and is brought up to this'
text 'q'
see 'q stops it' 'sosik: stopped; the next start goes on with the cache'
see 'as ^C does for any command' 'status 130'
begin
see 'it is there again at the next start' 'step 1 of 1'
keys C-c
see '^C stops it, too' 'status 130'
begin
see 'and again' 'step 1 of 1'
kill -TERM "$(tm display -p '#{pane_pid}' | xargs -I{} pgrep -P {} -x sosik)"
see 'a signal ends it' 'status 143'
# A command of the shell says so in a line; where nobody looks, in one on standard error.
: >"$t/err"
sosik count >"$t/out" 2>"$t/err" 9>&- &
waits=$!
check 'a command tells it when it takes a moment' wait_for 5 grep -q 'brought up to this one: with many posts' "$t/err"
kill -TERM "$waits"
wait "$waits"
same 'and is ended by a signal' 143 $?
same 'with nothing else said' '1 0' "$(wc -l <"$t/err") $(wc -c <"$t/out")"
terminal 100 24 "sosik count 9>&-; printf 'status %s\n' \"\$?\"; exec cat"
see 'on a terminal it says how far it is' 'is brought up to this one. step 1 of 1'
keys C-c
see '^C ends it' 'status 130'
# What sosik-sync does says so as well, but where it is to be quiet; a signal stops it.
tells() { # tells COMMAND…
	: >"$t/err" # before the program begins: what the one before told is not taken for its own
	sosik "$@" >"$t/out" 2>"$t/err" 9>&- &
	waits=$!
	check "$1 tells it" wait_for 5 grep -q 'brought up to this one: with many posts' "$t/err"
	ends "$1"
}
ends() { # ends NAME
	kill -TERM "$waits"
	wait "$waits"
	same "$1 is ended by a signal" 143 $?
}
tells sync --json
sosik sync -q 2>"$t/quiet" 9>&- &
quiet=$!
tells add --no-check https://one.example/rss
tells doctor
tells fulltext id:1
waits=$quiet
ends 'a quiet sync'
same 'and has told nothing' '' "$(cat "$t/quiet")"
terminal 100 24 "sosik sync 9>&-; printf 'status %s\n' \"\$?\"; exec cat"
see 'a sync says on a terminal how far it is' 'is brought up to this one. step 1 of 1'
keys C-c
see 'and is ended by ^C' 'status 130'
exec 9>&-
same 'nothing has changed' "$((version - 1))" "$(echo 'PRAGMA user_version' | "$bin/tests/tools/sql" "$db")"
