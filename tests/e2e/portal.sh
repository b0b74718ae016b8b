#!/bin/sh
# A network that wants a login once the feeds have come: what it answers in the
# place of the hosts of posts is no text of theirs, is no failure of theirs, is
# told once, and the pages come when it lets us out.
. tests/e2e/lib.sh
www=$t/www
feeds=$XDG_CONFIG_HOME/sosik/feeds
db=$XDG_DATA_HOME/sosik/sosik.db
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

serve "$www" "$t/log"
sync() { : >"$t/log"; "$bin/sosik-sync" sync --resolve "*:80:127.0.0.1:$port" "$@" >"$t/out" 2>"$t/err"; echo $?; }
sql() { echo "$1" | "$bin/tests/tools/sql" "$db"; }
pages() { grep -c '^GET /page' "$t/log"; }

sentence='가람 서버의 대기열이 밀린 까닭을 적고 그 뒤에 바꾼 것과 남은 일을 차례로 살핍니다. '
page() { # page NAME: the page of that post
	printf '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>%s 이야기</title></head><body><article><h1>%s 이야기</h1>' "$1" "$1"
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do printf '<p>%s번째 문단. %s%s</p>' "$i" "$sentence" "$sentence"; done
	echo '</article></body></html>'
}
# The names of feeds, pages and posts are those of their hosts.
blogs='alpha beta gamma'
: >"$feeds"
for b in $blogs; do
	printf '<rss version="2.0"><channel><title>%s</title><link>http://%s.example/</link><item><title>%s 이야기</title><link>http://%s.example/page-%s.html?type=text/html</link><guid>1</guid><description>%s…</description></item></channel></rss>\n' \
		$b $b $b $b $b "$sentence" >"$www/$b.xml"
	echo "http://$b.example/$b.xml fulltext=always" >>"$feeds"
done
# anew: nothing is known of what failed before.
anew() { rm -rf "$XDG_DATA_HOME/sosik"; }
untried() { sql 'SELECT count(*) FROM full WHERE fails > 0 OR tried IS NOT NULL'; }
login='<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>손님 Wi-Fi</title></head><body><h1>손님 Wi-Fi</h1><p>방 번호를 넣으면 한 시간 동안 인터넷을 쓸 수 있습니다. 이용 약관에 동의하십시오.</p><form action="/in"><input name="room"></form></body></html>'

# portal NAME TOLD: the pages are those of the network by now; TOLD is what is said of it.
portal() {
	same "$1: the feeds came, 0" 0 "$(sync)"
	has "$1: it is told" "$(cat "$t/err" "$t/out")" "$2"
	same "$1: once" 1 "$(cat "$t/err" "$t/out" | grep -c 'log in to it')"
	same "$1: nothing of it is stored" 0 "$(sosik count has:full)"
	same "$1: no page failed" 0 "$(untried)"
	same "$1: the posts are there" 3 "$(sosik count is:all)"
}

# ---- the same page for all
for b in $blogs; do echo "$login" >"$www/page-$b.html"; done
portal 'one page for all' 'the network answers in the place of the hosts whose pages are asked for'
for b in $blogs; do page $b >"$www/page-$b.html"; done
same 'one page for all: when it is gone the pages come, 0' 0 "$(sync)"
same 'one page for all: all of them' 3 "$(sosik count has:full)"

# ---- a host of its own
anew
for b in $blogs; do
	sed -i "s|http://$b.example/page[^<]*|http://$b.example/goto?url=http%3A%2F%2Flogin.hotel.example%2Fin-$b.html%3Ftype%3Dtext%2Fhtml|" "$www/$b.xml"
	echo "$login $b" >"$www/in-$b.html"
done
portal 'a host of its own' ' hosts, by login.hotel.example: log in to it'
check 'a host of its own: two of them, or the third that was asked at the same time, too' \
	grep -q 'in the place of [23] hosts, by' "$t/err" "$t/out"
same 'a host of its own: after feeds that came, a second time it is none of the network, 0' 0 "$(sync)"
hasnt 'a host of its own: which is not told then' "$(cat "$t/err" "$t/out")" 'the network answers'
same 'a host of its own: but put down to the posts' 3 "$(untried)"

# ---- a login that many sites lead to
anew
for b in $blogs; do sed -i 's|login.hotel.example|accounts.service.example|' "$www/$b.xml"; done
same 'a service for logins: 0' 0 "$(sync)"
hasnt 'a service for logins: it is no network' "$(cat "$t/err" "$t/out")" 'the network answers'
same 'a service for logins: these posts have none' 3 "$(untried)"

# ---- 511
anew
for b in $blogs; do sed -i "s|<link>http://$b.example/goto[^<]*|<link>http://$b.example/status/511|" "$www/$b.xml"; done
portal 511 'the network answers in the place of the hosts whose pages are asked for'
check '511: after the first the others are let be' test "$(grep -c 511 "$t/log")" -le 3

# ---- beside pages that come
anew
sed -i 's|<link>http://beta.example/status/511|<link>http://beta.example/page-beta.html?type=text/html|' "$www/beta.xml"
sed -i 's|<link>http://alpha.example/status/511|<link>http://alpha.example/same-1.html?type=text/html|' "$www/alpha.xml"
sed -i 's|<link>http://gamma.example/status/511|<link>http://gamma.example/other.html?type=text/html|' "$www/gamma.xml"
echo "$login" >"$www/same-1.html"
echo "$login $login" >"$www/other.html"
same 'pages of two kinds beside one that comes: 0' 0 "$(sync)"
hasnt 'pages of two kinds: nobody is blamed' "$(cat "$t/err" "$t/out")" 'the network answers'
same 'pages of two kinds: they failed' '1 2' "$(sosik count has:full) $(sql 'SELECT count(*) FROM full WHERE fails > 0')"
exec 9>&-
