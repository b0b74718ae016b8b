#!/bin/sh
# What is the matter with the whole run, a proxy that is down or names that
# nobody knows, is said once and held against no feed.
. tests/e2e/lib.sh
www=$t/www feeds=$XDG_CONFIG_HOME/sosik/feeds config=$XDG_CONFIG_HOME/sosik/config
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY

printf '<rss version="2.0"><channel><title>블로그</title><item><title>글</title><guid>1</guid><description>내용</description></item></channel></rss>\n' >"$www/feed"
serve "$www" "$t/log"
sync() { : >"$t/log"; "$bin/sosik-sync" sync "$@" >"$t/out" 2>"$t/err"; echo $?; }
way="--resolve *:80:127.0.0.1:$port"
# once NAME TEXT: standard error is that one line.
once() {
	has "$1: it is told" "$(cat "$t/err")" "$2"
	same "$1: in one line" 1 "$(wc -l <"$t/err")"
}
# held: whether feeds are said to have failed, or are not due.
unheld() {
	hasnt "$1: no feed failed by it" "$(sosik feeds --health)" 'failed '
	same "$1: all are due still: 0" 0 "$(sync --due -q $way)"
	same "$1: and are asked" "$2" "$(grep -c '^GET' "$t/log")"
}
anew() { rm -rf "$XDG_DATA_HOME/sosik"; }

for b in a b c d e; do echo "http://$b.example/feed"; done >"$feeds"
port_of_nobody=9
proxy() {
	anew
	echo "set proxy $1" >"$config"
	for k in 1 2 3; do same "$2: sync $k: 3" 3 "$(sync -q)"; done
	once "$2" "$3"
	has "$2: of how many" "$(cat "$t/err")" '(5 feeds)'
	sync >/dev/null
	once "$2, for people" "$3"
	rm "$config"
	unheld "$2" 5
}
proxy "http://me:geheim@127.0.0.1:$port_of_nobody" 'a proxy that is down' "cannot connect to the proxy 127.0.0.1:$port_of_nobody"
hasnt 'its password is not told' "$(cat "$t/err")" geheim
proxy "socks5h://127.0.0.1:$port_of_nobody" 'a SOCKS proxy that is down' "cannot connect to the proxy 127.0.0.1:$port_of_nobody"
proxy http://proxy.invalid:3128 'a proxy that is not found' 'cannot find the proxy proxy.invalid:3128'

# It wants a login: the server is the proxy then.
for b in a b c d e; do echo "http://$b.example/status/407"; done >"$feeds"
anew
echo "set proxy http://127.0.0.1:$port" >"$config"
same 'a proxy that wants a login: 3' 3 "$(sync -q)"
once 'a proxy that wants a login' "the proxy 127.0.0.1:$port asks for a login"
hasnt 'a proxy that wants a login: no feed failed by it' "$(sosik feeds --health)" 'failed '

# So does the network.
rm "$config"
for b in a b c d e; do echo "http://$b.example/status/511"; done >"$feeds"
anew
same 'a network that wants a login: 3' 3 "$(sync -q $way)"
once 'a network that wants a login' 'the network asks for a login (5 feeds): log in to it'
hasnt 'a network that wants a login: no feed failed by it' "$(sosik feeds --health)" 'failed '

# Or leads to one, or answers with it as it is: that is known at the end, and who comes before it says that it is no network.
login='<!doctype html><title>손님 Wi-Fi</title><h1>손님 Wi-Fi</h1><form><input name="room"></form>'
echo "$login" >"$www/login.html"
for leads in 'goto?url=http%3A%2F%2Flogin.hotel.example%2Flogin.html%3Ftype%3Dtext%2Fhtml' 'login.html?type=text/html'; do
	for b in a b c d e; do echo "http://$b.example/$leads"; done >"$feeds"
	anew
	same "a login, ${leads%%[.?]*}: 3" 3 "$(sync -q $way)"
	once "a login, ${leads%%[.?]*}" 'the network answers in the place of 5 hosts'
	hasnt "a login, ${leads%%[.?]*}: no feed failed by it" "$(sosik feeds --health)" 'failed '
	sync $way >/dev/null
	once "a login, ${leads%%[.?]*}, for people" 'the network answers in the place of 5 hosts'
	same "a login, ${leads%%[.?]*}: a program hears of each" 5 "$(sync --json $way >/dev/null; grep -c '"error":"the network answers in its place, by .*"reason":"portal"' "$t/out")"
	echo http://f.example/feed >>"$feeds"
	same "a login beside a feed, ${leads%%[.?]*}: 1" 1 "$(sync -q $way)"
	same "a login beside a feed, ${leads%%[.?]*}: each feed is told" 5 "$(grep -c 'example.*fetch\|example.*parse' "$t/err")"
	same "a login beside a feed, ${leads%%[.?]*}: and nothing else" 5 "$(wc -l <"$t/err")"
	same "the same once more without that, ${leads%%[.?]*}: 1" 1 "$(sync -q $way a.example b.example c.example d.example e.example)"
	hasnt "the same once more, ${leads%%[.?]*}: is no network" "$(cat "$t/err")" 'the network answers'
	same "the same once more, ${leads%%[.?]*}: they failed twice" 5 "$(sosik feeds --health | grep -c 'failed 2 times')"
done

# Who reads one blog alone is told the same, where it has come before; what never has, or leads nobody else, is what it seems.
echo '<!doctype html><title>로그인</title><form action="/in"><p>로그인이 필요합니다.</p><input name="id"><input type="password" name="pw"></form>' >"$www/login.html"
lonely() { # lonely ADDRESS [SECONDS]: all there is, and came so long ago
	anew
	echo "http://a.example/$1" >"$feeds"
	sync -q $way >/dev/null
	echo "UPDATE feed SET last_ok = strftime('%s') - ${2:-86400}, error = '', fails = 0" | "$bin/tests/tools/sql" "$XDG_DATA_HOME/sosik/sosik.db"
}
lonely 'goto?url=http%3A%2F%2Flogin.hotel.example%2Flogin.html%3Ftype%3Dtext%2Fhtml'
same 'one feed that leads to a login: 3' 3 "$(sync -q $way)"
once 'one feed that leads to a login' 'the network answers in the place of 1 host, by login.hotel.example: log in to it'
hasnt 'one feed that leads to a login: it has not failed' "$(sosik feeds --health)" 'failed '
lonely 'goto?url=http%3A%2F%2Flogin.hotel.example%2Flogin.html%3Ftype%3Dtext%2Fhtml' 864000
same 'one that has not come for long: 1' 1 "$(sync -q $way)"
once 'one that has not come for long' 'this is the page of a login, not a feed'
lonely 'login.html?type=text/html'
same 'one that asks for a login itself: 1' 1 "$(sync -q $way)"
once 'one that asks for a login itself' 'this is the page of a login, not a feed'
lonely 'status/511'
same 'one feed and 511: 3' 3 "$(sync -q $way)"
once 'one feed and 511' 'the network asks for a login (1 feed)'
for b in a b c d e; do echo "http://$b.example/feed"; done >"$feeds"

# One of them goes by a proxy of its own; the others come.
{ echo "http://a.example/feed proxy=http://127.0.0.1:$port_of_nobody"; echo "http://127.0.0.1:$port/feed internal=yes"; } >"$feeds"
anew
same 'a proxy of one feed: 1' 1 "$(sync -q)"
once 'a proxy of one feed' "cannot connect to the proxy 127.0.0.1:$port_of_nobody (1 feed)"

# One is asked beside a proxy that is down for all others, and nobody is there.
{ awk 'BEGIN { for (i = 1; i <= 100; i++) printf "http://blog%d.example/feed\n", i }'; echo 'http://beside.invalid/feed proxy=none'; } >"$feeds"
echo "set proxy http://127.0.0.1:$port_of_nobody" >"$config"
anew
same 'one beside a proxy that is down: the sync ends: 3' 3 "$(sync -q --max-time 15)"
hasnt 'one beside a proxy that is down: nothing is left' "$(cat "$t/err")" 'not fetched'
rm "$config"

# It is there, and reaches nobody: the server is the proxy then.
for b in a b c d e; do echo "http://$b.example/status/503"; done >"$feeds"
anew
echo "set proxy http://127.0.0.1:$port" >"$config"
same 'a proxy that reaches nobody: 3' 3 "$(sync -q)"
once 'a proxy that reaches nobody' 'there is no network (5 feeds)'
hasnt 'a proxy that reaches nobody: no feed failed by it' "$(sosik feeds --health)" 'failed '
echo "http://f.example/feed" >>"$feeds"
same 'a proxy that reaches one: 1' 1 "$(sync -q)"
same 'a proxy that reaches one: the others failed' 5 "$(sosik feeds --health | grep -c 'failed 1 time')"
rm "$config"

# ---- names
# Those that know the world know that there is no such host.
if getent hosts a.root-servers.net >/dev/null; then
	ok 'nobody is known # skipped: name servers know the world here'
else
	for b in a b c d e; do echo "http://$b.invalid/feed"; done >"$feeds"
	anew
	for k in 1 2 3; do same "nobody is known: sync $k: 3" 3 "$(sync -q)"; done
	same 'nobody is known: it is told' 'sosik: there is no network (5 feeds)' "$(cat "$t/err")"
	unheld 'nobody is known' 5
fi
echo "http://a.invalid/feed" >"$feeds"
anew
same 'one that is not known: 3' 3 "$(sync -q)"
exec 9>&-
