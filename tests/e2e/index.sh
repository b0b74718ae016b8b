#!/bin/sh
# The program that makes the search index beside a sync: whoever holds the cache
# for long is no failure of it. And the reader has it bring in what waits.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
db=$XDG_DATA_HOME/sosik/sosik.db
{
	echo '<rss version="2.0"><channel><title>많은 글</title>'
	n=0
	while [ "$n" -lt 1100 ]; do
		n=$((n + 1))
		printf '<item><title>글 %s</title><guid>%s</guid><description>내용 %s</description></item>\n' "$n" "$n" "$n"
	done
	echo '</channel></rss>'
} >"$www/many.xml"
mkfifo "$t/key" "$t/words"
serve "$www" "$t/log"
echo "$url/many.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q

# ---- it fails
mkdir "$t/odd" && cp "$bin/sosik" "$bin/sosik-sync" "$bin/sosik-worker" "$t/odd/" && ln -s "$bin/share" "$t/odd/share"
odd() {
	printf '#!/bin/sh\n%s\n' "$1" >"$t/odd/sosik-index" && chmod +x "$t/odd/sosik-index"
	rm -rf "$t/elsewhere"
	XDG_DATA_HOME=$t/elsewhere LANGUAGE=en "$t/odd/sosik" sync -q 2>&1
	echo "status $?"
}
same 'what it says of a full disk stands without a number, and the status is as for any' "sosik: the disk is full
sosik: the search index was not finished; the next sync goes on with it
status 74" "$(odd 'echo "sosik: the disk is full" >&2; exit 74')"
same 'and all posts are there' 1100 "$(XDG_DATA_HOME=$t/elsewhere sosik count)"
same 'and where it was killed there is one' "sosik: the program that makes the search index was ended (signal 9); the next sync goes on with it
status 0" "$(odd 'kill -9 $$')"
exec 9>&-
echo "UPDATE post SET title = '바뀐 제목 ' || id" | "$bin/tests/tools/sql" "$db"

"$bin/tests/tools/hold" "$db" <"$t/key" >"$t/held" &
holder=$!
exec 8>"$t/key"
wait_for 5 test -s "$t/held"
"$bin/sosik-index" <"$t/words" 2>"$t/err" 8>&- &
index=$!
started=$index
exec 7>"$t/words"
printf m >&7
for time in first second; do # behind which the other has given up waiting, too, if it does
	printf e | "$bin/sosik-index" 2>"$t/end.err" 7>&- 8>&-
	same "when the sync is through and another program holds the cache, the $time time: 75, which the sync understands" '75 ' \
		"$? $(cat "$t/end.err")"
done
exec 8>&-
wait "$holder"
printf e >&7
exec 7>&-
wait "$index"
same 'while the sync goes on it waits for its turn: 0' '0 ' "$? $(cat "$t/err")"
same 'and all is in' 1100 "$(sosik count 바뀐)"
same 'by the program' 0 "$(echo 'SELECT count(*) FROM index_queue' | "$bin/tests/tools/sql" "$db")"

# ---- the reader
waiting() { echo 'SELECT count(*) FROM index_queue' | "$bin/tests/tools/sql" "$db"; }
none_waits() { [ "$(waiting)" = 0 ]; }
judges_all() { ! shows 'wait for the index'; }
echo "UPDATE post SET title = '또 바뀐 제목 ' || id" | "$bin/tests/tools/sql" "$db"
same 'posts wait for the index' 1100 "$(waiting)"
mkdir "$t/lame" && cp "$bin/sosik" "$t/lame/" && ln -s "$bin/share" "$t/lame/share"
terminal 100 20 "LANGUAGE=en $t/lame/sosik; echo status \$?; sleep 60"
see 'where the program is missing the reader says so' 'sosik-index; is sosik installed whole?'
tm send-keys j
tm send-keys k
tm send-keys Q
see 'and is left as ever' 'status 0'
same 'they wait' 1100 "$(waiting)"
terminal 100 20 "LANGUAGE=en $bin/sosik; echo status \$?; sleep 60"
see 'the reader' '1100 unread'
check 'while it is open they come into the index' wait_for 10 none_waits
tm send-keys f 'has:code' Enter
see 'a filter judges them' 'has:code'
check 'none of them is left out' wait_for 10 judges_all
tm send-keys Q
see 'it ends' 'status 0'
same 'they are found' 1100 "$(sosik count '또 바뀐')"
