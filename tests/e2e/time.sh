#!/bin/sh
# --max-time: whatever a sync waits for when its time is over, it ends by itself; what
# came before is stored, what did not is told and comes the next time.
. tests/e2e/lib.sh
www=$t/www
feeds=$XDG_CONFIG_HOME/sosik/feeds
db=$XDG_DATA_HOME/sosik/sosik.db
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

mkfifo "$t/never"
serve "$www" "$t/log"
feed() { # feed FILE POSTS LINK
	{
		printf '<rss version="2.0"><channel><title>%s</title>\n' "$1"
		n=0
		while [ "$n" -lt "$2" ]; do
			n=$((n + 1))
			printf '<item><title>글 %s</title><guid>%s-%s</guid><link>%s</link><description>앞부분 %s…</description></item>\n' "$n" "$1" "$n" "$3" "$n"
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
# The time is long enough for what comes at once, on a machine that is busy, too.
run() { timeout 60 sosik sync --max-time "$time" "$@" >"$t/out" 2>"$t/err"; echo $?; }
time=5
said() { cat "$t/out" "$t/err"; }

# ---- servers that do not answer
feed a.xml 3 "$url/page"
printf '%s\n' "$url/a.xml fulltext=never" "$url/silent" "$url/drip?after=100000" >"$feeds"
same 'servers that do not answer: 1' 1 "$(run --json)"
has 'who came is stored' "$(said)" '"ok":1,"same":0,"failed":0,"left":2,'
same 'with its posts' 3 "$(sosik count is:all)"
same 'who was waited for has not failed' 2 "$(sosik feeds --health --json | grep -c '"state":"new"')"
feed a.xml 4 "$url/page"
same 'and nothing is wrong the next time: 1' 1 "$(run -q)"
has 'which cron is told of' "$(said)" 'sosik: 2 feeds were not fetched in the time of --max-time, the next sync asks them: '
same 'what is new has come' 4 "$(sosik count is:all)"
time=1
same 'those alone that do not answer: 1' 1 "$(run -q silent)"

# ---- whose turn it is
at=1
while [ "$at" -le 24 ]; do
	feed n$at.xml 1 "$url/page"
	echo "$url/hold/n$at.xml?ms=200 fulltext=never"
	at=$((at + 1))
done >"$feeds"
have_come() { [ "$(echo "SELECT count(*) FROM feed WHERE url LIKE '%/hold/n%' AND last_ok" | "$bin/tests/tools/sql" "$db")" = "$1" ]; }
runs=0
while ! have_come 24 && [ "$runs" -lt 12 ]; do
	run -q >/dev/null
	runs=$((runs + 1))
done
check 'feeds that the time is too short for come the next times' have_come 24
for f in one two three four; do
	feed $f.xml 1 "$url/page"
	echo "$url/$f.xml fulltext=never"
done >"$feeds"
order() { : >"$t/log"; timeout 60 sosik sync -j 1 >/dev/null 2>&1; sed -n 's|^GET /\([a-z]*\)\.xml .*|\1|p' "$t/log" | paste -sd' ' -; }
set_feed() { echo "UPDATE feed SET $2 WHERE url LIKE '%/$1.xml'" | "$bin/tests/tools/sql" "$db"; }
same 'feeds that are new: in the order of the file' 'one two three four' "$(order)"
set_feed three 'last_try = last_try - 100'
set_feed one 'last_try = last_try - 50'
set_feed four "last_try = last_try - 200, fails = 1, error = 'no-answer'"
set_feed two 'last_try = last_try + 99999'
same 'then who was asked longest ago, and behind them who failed' 'two three one four' "$(order)"

# ---- a password that does not come
printf '#!/bin/sh\nexec cat "%s"\n' "$t/never" >"$t/pass"
chmod +x "$t/pass"
time=5
printf '%s\n' "$url/a.xml fulltext=never" "$url/auth/a.xml login=me password-command=$t/pass" >"$feeds"
same 'a password that does not come: 1' 1 "$(run -q)"
has 'one feed was not fetched' "$(said)" 'sosik: 1 feed was not fetched'
same 'and nobody waits for it any more' '' "$(pgrep -f "^cat $t/never")"

# ---- pages of posts
feed pages.xml 2 "$url/silent"
echo "$url/pages.xml fulltext=always" >"$feeds"
same 'pages that do not come are no failure of a feed: 0' 0 "$(run --json)"
has 'are left for the next time' "$(said)" '"texts":{"ok":0,"failed":0,"left":2}'
same 'their posts are there' 2 "$(sosik count feed:pages.xml)"

# ---- a program of a rule
printf 'rule feed:told.xml -> exec:%s\n' "$t/pass" >"$XDG_CONFIG_HOME/sosik/config"
feed told.xml 1 "$url/page"
echo "$url/told.xml fulltext=never" >"$feeds"
run -q >"$t/status"
feed told.xml 2 "$url/page"
run -q >"$t/status"
has 'a program that does not end is ended' "$(said)" "$t/pass was ended with the sync"
same 'its post is there' 2 "$(sosik count feed:told.xml)"
same 'and the program is not' '' "$(pgrep -f "^cat $t/never")"
rm "$XDG_CONFIG_HOME/sosik/config"

# ---- another program that holds the cache
time=1
feed a.xml 5 "$url/page"
echo "$url/a.xml fulltext=never" >"$feeds"
mkfifo "$t/key"
"$bin/tests/tools/hold" "$db" <"$t/key" >"$t/held" &
holder=$!
exec 8>"$t/key"
wait_for 5 test -s "$t/held"
run -q >"$t/status" 8>&-
check 'another program that holds the cache does not hold it up' test "$(cat "$t/status")" != 124
check 'which is no success' test "$(cat "$t/status")" != 0
exec 8>&-
wait "$holder"
time=30
same 'the next sync: 0' 0 "$(run -q)"
same 'brings it' 5 "$(sosik count feed:a.xml)"
exec 9>&-
