#!/bin/sh
# Full texts in a sync: which posts need their page, when it is asked for and
# how often, and that none is asked for in vain for ever.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

serve "$www" "$t/log"

sync() { "$bin/sosik-sync" sync "$@" >"$t/out" 2>"$t/err"; echo $?; }
asked() { grep -c "GET /$1\b" "$t/log"; }
full() { sosik count "has:full $1"; }
# As if so many seconds had passed for all pages that failed.
later() { echo "UPDATE full SET tried = tried - $1, held_until = NULL;" | "$bin/tests/tools/sql" "$XDG_DATA_HOME/sosik/sosik.db"; }

# text N: so many sentences.
text() {
	n=1
	while [ "$n" -le "$1" ]; do
		printf '가람 서버의 대기열이 밀린 까닭을 %s번째로 적고, 그 뒤에 바꾼 것과 남은 일을 차례로 살핍니다. ' "$n"
		n=$((n + 1))
	done
}
# item NAME TEXT: a post of that name, dated by its number.
item() {
	day=$(echo "$1" | tr -cd 0-9)
	printf '<item><title>%s 이야기</title><link>%s/%s.html?type=text/html</link><pubDate>Mon, 01 Jan 2024 %02d:%02d:00 +0900</pubDate><description>&lt;p&gt;%s&lt;/p&gt;</description></item>\n' \
		"$1" "$url" "$1" $((${day:-0} / 60)) $((${day:-0} % 60)) "$2"
}
page() {
	printf '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>%s 이야기</title></head><body><article><h1>%s 이야기</h1><p>%s</p></article></body></html>\n' \
		"$1" "$1" "$(text "${2:-30}")" >"$www/$1.html"
}
# feed NAME ITEMS…
feed() {
	name=$1; shift
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>%s/</link>%s</channel></rss>\n' \
		"$name" "$url" "$*" >"$www/$name.xml"
}
subscribe() { "$bin/sosik-sync" add --no-check "$url/$1.xml" >/dev/null 2>&1; }

# A feed of beginnings: their pages are fetched, once; a whole text needs none.
for p in cut1 cut2 cut3 whole4; do page $p; done
feed cut "$(item cut1 "$(text 1)…")$(item cut2 "$(text 1) &lt;a href=\"$url/cut2.html\"&gt;더 보기&lt;/a&gt;")$(item cut3 "")$(item whole4 "$(text 40)")"
subscribe cut
same 'a sync' 0 "$(sync --json)"
same 'fetches the pages of beginnings' 3 "$(full is:all)"
has 'in whole' "$(sosik show "$(sosik search --json title:cut1 | sed 's/.*"id":\([0-9]*\).*/\1/')")" '30번째로'
same 'each once' '1 1 1' "$(asked cut1.html) $(asked cut2.html) $(asked cut3.html)"
same 'but none for a whole text' 0 "$(asked whole4.html)"
same 'a second sync' 0 "$(sync --force)"
same 'asks for none again' '1 1 1' "$(asked cut1.html) $(asked cut2.html) $(asked cut3.html)"
page cut5
feed cut "$(item cut5 "$(text 1)…")$(item cut1 "$(text 1)…")"
sync >/dev/null
same 'a new post comes with its page' 1 "$(full title:cut5)"
page whole6
feed cut "$(item whole6 "$(text 2)")$(item cut1 "$(text 1)…")"
sync >/dev/null
same 'so does one that does not say so, of a feed whose pages gave more' 1 "$(full title:whole6)"

# A text that has changed: its page is fetched anew.
page cut1 35
feed cut "$(item cut1 "$(text 1) 그리고 고친 곳이 있습니다…")"
sync >/dev/null
same 'a post that was edited' 2 "$(asked cut1.html)"
has 'has the text as it is now' "$(sosik show "$(sosik search --json title:cut1 | sed 's/.*"id":\([0-9]*\).*/\1/')")" '35번째로'
sync --force >/dev/null
same 'once' 2 "$(asked cut1.html)"

# Worse never takes the place of better.
page short1 1
feed short "$(item short1 "$(text 8)…")"
subscribe short
sync >/dev/null
same 'a page with less than the feed' 1 "$(asked short1.html)"
has 'leaves the text of the feed' "$(sosik show "$(sosik search --json title:short1 | sed 's/.*"id":\([0-9]*\).*/\1/')")" '8번째로'
sync --force >/dev/null
same 'and is not asked for again' 1 "$(asked short1.html)"

# Failures: later again, at growing distances, and given up.
feed gone "$(item gone1 "$(text 1)…")"
subscribe gone
same 'a page that is missing is no failure of the sync' 0 "$(sync -q)"
same 'which says nothing of it when quiet' '' "$(cat "$t/out" "$t/err")"
same 'it was asked for' 1 "$(asked gone1.html)"
sync >/dev/null
same 'not at once again' 1 "$(asked gone1.html)"
later 90000
sync >/dev/null
same 'but a day later' 2 "$(asked gone1.html)"
later 90000
sync >/dev/null
same 'then not a day later' 2 "$(asked gone1.html)"
later 180000
sync >/dev/null
same 'but three' 3 "$(asked gone1.html)"
later 9000000
sync --force >/dev/null
same 'then no more' 3 "$(asked gone1.html)"
page gone1
same 'unless by hand' 0 "$("$bin/sosik-sync" fulltext "$url/gone1.html?type=text/html" >/dev/null 2>&1; echo $?)"
same 'where it comes' 1 "$(full title:gone1)"
feed back "$(item back1 "$(text 1)…")"
subscribe back
sync >/dev/null
page back1
later 90000
sync >/dev/null
same 'one that is there the next time' 1 "$(full title:back1)"

# A login is never stored.
printf '<!doctype html><title>로그인</title><body><form action="/login"><p>로그인이 필요합니다.</p><input name="id"><input type="password" name="pw"></form></body>' >"$www/login1.html"
feed login "$(item login1 "$(text 1)…")"
subscribe login
sync >/dev/null
same 'a login was asked for' 1 "$(asked login1.html)"
same 'and is not stored' 0 "$(full title:login1)"
has 'health tells why' "$(sosik feeds --health | grep '^login ')" 'without the full text of 1 post (this page asks for a login; open it in a browser; tried again from '
has 'and programs' "$(sosik feeds --health --json login)" '"full_failed":1,"full_again":1,"full_due":"20'
later 100000
has 'and when it is time' "$(sosik feeds --health login)" '; tried again by the next sync'
for n in 1 2 3; do sync >/dev/null; later 300000; done
has 'and when it is no use' "$(sosik feeds --health login)" '; not tried again'
same 'after so many tries' 3 "$(asked login1.html)"

# What the user wishes: a feed's line, and the config for all.
page always1; page never1; page all1
feed always "$(item always1 "$(text 40)")"
feed never "$(item never1 "$(text 1)…")"
subscribe always; subscribe never
sed -i "s|always.xml|always.xml fulltext=always|; s|never.xml|never.xml fulltext=never|" "$XDG_CONFIG_HOME/sosik/feeds"
sync >/dev/null
same 'fulltext=always' 1 "$(asked always1.html)"
same 'fulltext=never' 0 "$(asked never1.html)"
echo 'set fulltext never' >"$XDG_CONFIG_HOME/sosik/config"
feed all "$(item all1 "$(text 1)…")"
subscribe all
page always2
feed always "$(item always2 "$(text 40)")"
sync >/dev/null
same 'set fulltext never' 0 "$(asked all1.html)"
same 'a line counts more' 1 "$(asked always2.html)"
printf 'rule title:all2 -> fulltext\nrule title:all3 -> hide fulltext\nset fulltext never\n' >"$XDG_CONFIG_HOME/sosik/config"
page all2; page all3
feed all "$(item all2 "$(text 1)…")$(item all3 "$(text 1)…")"
sync >/dev/null
same 'a rule counts more' 1 "$(asked all2.html)"
same 'but what is hidden needs no page' 0 "$(asked all3.html)"
rm "$XDG_CONFIG_HOME/sosik/config"

# An archive is not fetched at the first sync, and many posts come over several.
items=
k=1
while [ $k -le 60 ]; do
	page old$k 12
	items="$(item old$k "$(text 1)…")$items"
	k=$((k + 1))
done
feed old "$items"
subscribe old
sync >/dev/null
same 'of a first sync only the newest' 10 "$(full title:old)"
same 'and they are the newest' 1 "$(asked old60.html)"
same 'not the oldest' 0 "$(asked old1.html)"
k=61
while [ $k -le 90 ]; do
	page old$k 12
	items="$(item old$k "$(text 1)…")$items"
	k=$((k + 1))
done
feed old "$items"
sync >/dev/null
same 'thirty at once: twenty' 30 "$(full title:old)"
sync >/dev/null
same 'and ten with the next sync' 40 "$(full title:old)"

# A feed of descriptions says so by all of its posts; one whose pages give no more is let be.
items= k=1
while [ $k -le 6 ]; do
	page tale$k 12
	items="$(item tale$k "$(text 2)")$items"
	k=$((k + 1))
done
feed tale "$items"
subscribe tale
sync >/dev/null
same 'a feed of descriptions' 6 "$(full title:tale)"
items= k=1
while [ $k -le 6 ]; do
	page note$k 2
	items="$(item note$k "$(text 2)")$items"
	k=$((k + 1))
done
feed note "$items"
subscribe note
sync >/dev/null
same 'a feed of notes' 6 "$(full title:note)"
page note7 2
feed note "$(item note7 "$(text 2)")$items"
sync >/dev/null
same 'is known to be whole then' 0 "$(asked note7.html)"

# Two hosts, one of which nobody answers for: the other one's pages come, and the sync is none that failed.
way="--resolve gaon.example:80:127.0.0.1:$port --resolve dead.example:80:127.0.0.1:1"
one=$(item host1 "$(text 1)…" | sed "s|$url|http://gaon.example|")
two=
for k in 1 2 3 4 5; do
	two=$two$(item dead$k "$(text 1)…" | sed "s|$url|http://dead.example|")
done
page host1
feed hosts "$one$two"
"$bin/sosik-sync" add --no-check $way http://gaon.example/hosts.xml >/dev/null 2>&1
same 'a dead host' 0 "$(sync $way http://gaon.example/hosts.xml)"
same 'leaves the other in peace' 1 "$(full title:host1)"
same 'and is told as one' 5 "$(sosik search --json title:dead | grep -c '"full":"failed"')"
has 'that could not be reached' "$(sosik fulltext $way "$(sosik search --json title:dead1 | sed 's/.*"id":\([0-9]*\).*/\1/')" 2>&1)" 'dead.example'

# Killed while a page is on its way: the next sync fetches it.
feed kill "$(item kill1 "$(text 1)…" | sed 's|kill1.html?type=text/html|drip|')"
subscribe kill
"$bin/sosik-sync" sync >/dev/null 2>&1 &
long=$!
started="$started $long"
wait_for 5 grep -q 'GET /drip' "$t/log"
kill -9 "$long"; wait "$long" 2>/dev/null
n=$(asked drip)
"$bin/sosik-sync" sync --max-time 1 >/dev/null 2>&1
check 'one that was under way when the sync was killed is asked for again' test "$(asked drip)" -gt "$n"
n=$(asked drip)
"$bin/sosik-sync" sync >/dev/null 2>&1 &
long=$!
started="$started $long"
more() { [ "$(asked drip)" -gt "$n" ]; }
wait_for 5 more
kill -TERM "$long"; wait "$long"
same 'SIGTERM ends it: 143' 143 $?
