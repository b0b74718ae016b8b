#!/bin/sh
# Feeds that come a byte at a time, from the start or in their middle: no other waits for them.
. tests/e2e/lib.sh
www=$t/www feeds=$XDG_CONFIG_HOME/sosik/feeds
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

n=1
while [ "$n" -le 50 ]; do
	printf '<rss version="2.0"><channel><title>블로그 %s</title><item><title>글</title><guid>%s</guid><description>&lt;p&gt;내용&lt;/p&gt;</description></item></channel></rss>\n' "$n" "$n" >"$www/$n.xml"
	n=$((n + 1))
done
serve "$www" "$t/log"

# The slow ones are asked first, and hold more than all others may: they are large, and never come whole.
routes=
host() { # host NAME PATH: a feed on a host of its own
	echo "http://$1.example:$port/$2" >>"$feeds"
	routes="$routes --resolve $1.example:$port:127.0.0.1"
}
for i in 1 2 3 4; do host "slow$i" 'drip?after=0'; done
for i in 1 2 3 4 5 6; do host "late$i" 'drip?after=1000000'; done
n=1
while [ "$n" -le 50 ]; do
	host "blog$n" "$n.xml"
	n=$((n + 1))
done
# shellcheck disable=SC2086 # a word each
"$bin/sosik-sync" sync --progress $routes >"$t/out" 2>"$t/err" 9>&- &
sync=$!
started="$started $sync"
are_stored() { [ "$(grep -c "$(printf '\tok\t')" "$t/out")" = 50 ]; }
check '50 feeds come beside 10 that do not' wait_for 9 are_stored
check 'which are still on their way' kill -0 "$sync"
hasnt 'and not yet given up' "$(cat "$t/out")" slow
same 'the posts are there' 50 "$("$bin/sosik" count is:unread)"
kill -TERM "$sync"
wait "$sync"
same 'a signal ends the sync' 143 $?

# Beside that, of two that are not through after a while one has moved: it may be the link that is slow.
mkdir -p "$t/other/sosik"
printf 'http://moves.example/drip?after=30000&ms=5\nhttp://drips.example/drip?after=1000&ms=5\n' >"$t/other/sosik/feeds"
XDG_CONFIG_HOME=$t/other XDG_DATA_HOME=$t/other "$bin/sosik-sync" sync --json --resolve "*:80:127.0.0.1:$port" >"$t/two" 2>&1 9>&- &
two=$!
started="$started $two"

# A hundred that never say a word come before fifty that do: these are through before the first is given up.
# Of a host that does not answer two feeds are waited for, not all.
{
	awk 'BEGIN { for (i = 1; i <= 100; i++) printf "http://silent%d.example/silent\n", i }'
	awk 'BEGIN { for (i = 1; i <= 50; i++) printf "http://good%d.example/%d.xml\n", i, i }'
	awk 'BEGIN { for (i = 1; i <= 12; i++) printf "http://mute.example/silent?%d\n", i }'
} >"$feeds"
# Meanwhile others sync whom fewer keep waiting: four are told one by one, from five on they are summed up.
for n in 4 5; do
	mkdir -p "$t/few$n/sosik"
	{
		awk -v n=$n 'BEGIN { for (i = 1; i <= n; i++) printf "http://silent%d.example/silent name=고요%d\n", i, i }'
		echo 'http://none.example/none.xml name=없음'
	} >"$t/few$n/sosik/feeds"
	XDG_CONFIG_HOME=$t/few$n XDG_DATA_HOME=$t/few$n "$bin/sosik-sync" sync --resolve "*:80:127.0.0.1:$port" >"$t/out$n" 2>&1 9>&- &
	eval "few$n=\$!"
	started="$started $!"
done
"$bin/sosik-sync" sync --progress --resolve "*:80:127.0.0.1:$port" >"$t/out" 2>"$t/err" 9>&- &
sync=$!
started="$started $sync"
check '50 feeds come behind 100 that are silent' wait_for 9 are_stored
same 'of which none is given up yet' 0 "$(grep -c "$(printf '\tfailed\t')" "$t/out")"
wait "$sync"
same 'when they are, the sync says so: 1' 1 $?
same 'of a silent host each feed is told to programs' 12 "$(grep -c 'mute.example did not answer in time' "$t/out")"
same 'the two that it was asked for failed' 2 "$(sosik feeds --json | grep mute.example | grep -c '"fails":1')"
same 'those that it was not asked for did not, and are told at once' 'sosik: mute.example did not answer in time: 10 more feeds of it were not asked' "$(grep mute "$t/err")"
same 'they are due, the others are not' 10 "$(sosik feeds --json | grep mute.example | grep -c '"due":null')"
wait "$few4" "$few5"
same 'a few silent feeds: each is told' 4 "$(grep -c '^sosik: 고요.: .* did not answer in time$' "$t/out4")"
same 'many silent feeds: in one line' 'sosik: 5 feeds did not answer in time: 고요1, 고요2, 고요3, 고요4, 고요5; ‘sosik feeds --health’ tells of each' \
	"$(grep 고요 "$t/out5")"
has 'many silent feeds: beside what else failed' "$(cat "$t/out5")" 'sosik: 없음: 404'
has 'many silent feeds: which all count' "$(cat "$t/out5")" 'failed 6'

check 'one that drips is ended' wait_for 20 grep -q 'drips.example.*took too long' "$t/two"
hasnt 'one that has moved is not' "$(cat "$t/two")" moves.example
kill -TERM "$two"
wait "$two"

# Where the process may open few files, fewer are asked at once.
awk 'BEGIN { for (i = 1; i <= 50; i++) printf "http://few%d.example/hold/%d.xml?ms=600\n", i, i }' >"$feeds"
(ulimit -n 36 && exec "$bin/sosik-sync" sync -q --resolve "*:80:127.0.0.1:$port") 2>"$t/err" 9>&-
same 'with few files: 0' 0 $?
same 'with few files: no feed failed' '' "$(cat "$t/err")"

# Several addresses at once: those behind one that does not answer are fetched meanwhile, and told in their order.
cp "$www/1.xml" "$www/a.xml"
cp "$www/2.xml" "$www/b.xml"
url=http://127.0.0.1:$port
"$bin/sosik-sync" add "$url/silent" "$url/none.xml" "$url/a.xml" "$url/b.xml" >"$t/out" 2>"$t/err" 9>&- &
add=$!
started="$started $add"
check 'an add asks those behind one that is slow' wait_for 5 grep -q '/b.xml' "$t/log"
same 'and tells none of them before it' '' "$(cat "$t/out" "$t/err")"
kill -TERM "$add"
wait "$add"
"$bin/sosik-sync" add "$url/none.xml" "$url/a.xml" "$url/b.xml" "$url/a.xml" >"$t/out" 2>"$t/err"
same 'some of several: 1' 1 $?
same 'in their order' "$url/a.xml $url/b.xml" "$(sed -n 's/^subscribed: //p' "$t/out" | paste -sd' ' -)"
has 'what is none is told first' "$(head -1 "$t/err")" 404
has 'then what was given twice' "$(tail -1 "$t/err")" 'subscribed already'
exec 9>&-
