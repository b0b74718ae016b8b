#!/bin/sh
# The reader while a sync runs beside it, as one by cron does: what it stores
# shows up, nothing moves under the cursor, and each key has its frame.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
feed() { # feed FILE TITLE FROM TO: posts so numbered, one a minute
	{
		printf '<rss version="2.0"><channel><title>%s</title>\n' "$2"
		n=$3
		while [ "$n" -le "$4" ]; do
			printf '<item><title>%s %s편</title><guid>%s-%s</guid><pubDate>Thu, 02 Jan 2025 %02d:%02d:00 GMT</pubDate>' \
				"$2" "$n" "$1" "$n" $((n / 60)) $((n % 60))
			printf '<description>&lt;p&gt;내용 %s번입니다.&lt;/p&gt;</description></item>\n' "$n"
			n=$((n + 1))
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
serve "$www" "$t/log"
feed a.xml 연재 1 30
printf '%s\n' "$url/a.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q
printf '%s\n' "$url/a.xml" "$url/b.xml" "$url/silent" >"$XDG_CONFIG_HOME/sosik/feeds"
feed a.xml 연재 1 45
feed b.xml 소식지 31 60

row_of() { screen | grep -nF -- "$1" | head -1 | cut -d: -f1; }
counted() { [ "$(sosik count is:all)" = "$1" ]; }
# each KEY FROM TO TOTAL: the key again and again, and each time the cursor has moved on before the next one.
each() {
	n=$2 lost=
	while [ "$n" != "$3" ] && [ -z "$lost" ]; do
		if [ "$1" = j ]; then n=$((n + 1)); else n=$((n - 1)); fi
		tm send-keys "$1"
		wait_for 10 shows " $n/$4" || lost=$n
	done
	same "$1 from $2 to $3: no key is lost or late" '' "$lost"
}

terminal 80 20 "LANGUAGE=en '$bin/sosik'; echo status \$?; sleep 60"
see 'the posts of before' ' 1/30'
tm send-keys 9 j
see 'the cursor on one of them' ' 10/30'
same 'it is the tenth' 11 "$(row_of '연재 21편')"

sosik sync -q 2>"$t/err" 9>&- &
sync=$!
started="$started $sync"
check 'the sync stores what has come, and waits for a feed that is silent' wait_for 10 counted 75
see 'it shows up' '/75'
see 'above and below the post under the cursor, which is another number now' ' 55/75'
same 'in the row where it stood' 11 "$(row_of '연재 21편')"
check 'the sync runs' kill -0 "$sync"
each j 55 70 75
each k 70 50 75
tm send-keys 5 j Enter
see 'an article opens' '내용 21번입니다.'
tm send-keys q
see 'and closes' ' 55/75'
tm send-keys t '+나중에' Enter
see 'a tag is put on' '#나중에'
check 'the sync runs on' kill -0 "$sync"
same 'and knows of it' 1 "$(sosik count tag:나중에)"

# ---- in an article, while its feed comes anew
tm send-keys Enter
see 'an article' '내용 21번입니다.'
feed b.xml 소식지 31 64
kill "$sync"
wait "$sync"
same 'the sync ends by its signal' 143 $?
printf '%s\n' "$url/a.xml" "$url/b.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q
see 'what comes in is counted' 'sosik  78 unread'
see 'the article stays' '내용 21번입니다.'
tm send-keys q
see 'the cursor, too' ' 59/79'

# ---- the cache is deleted, and another one stands there
data=$XDG_DATA_HOME/sosik
tm send-keys '/' '글'
rm "$data"/sosik.db* "$data"/index.db*
sosik sync -q
tm send-keys Escape
see 'the reader opens what is there now' 'it has been opened anew'
same 'a tag of the shell' 0 "$(sosik tag +둘째 -- is:all >/dev/null; echo $?)"
see 'is seen' '#둘째'
rm "$data"/sosik.db* "$data"/index.db*
see 'without another one it makes it' 'the cache was gone; your tags and marks are back'
see 'with what was tagged' '#둘째'
tm send-keys Q
see 'it ends' 'status 0'

# ---- a prompt is for the post that it was opened for, in a list that follows what comes
sosik sync -q 2>"$t/err"
terminal 80 20 "LANGUAGE=en '$bin/sosik'; sleep 60"
see 'a reader that was just opened' ' 1/79'
tm send-keys t '+겨눔'
see 'a tag is typed' '+겨눔'
feed b.xml 소식지 31 65
sosik sync -q
see 'a post comes' '소식지 65편'
tm send-keys Enter
see 'the tag is put on' '#겨눔'
has 'the post that was the first' "$(sosik search tag:겨눔)" '소식지 64편'
tm kill-server
exec 9>&-
