#!/bin/sh
# A sync against a server of our own: what is stored, said and returned.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www"

feed() { # feed FILE TITLE FIRST LAST
	{
		printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>https://%s.example/</link>\n' "$2" "$2"
		n=$3
		while [ "$n" -le "$4" ]; do
			printf '<item><title>%s의 글 %s</title><link>https://%s.example/%s</link><guid>%s-%s</guid><description>&lt;p&gt;내용 %s&lt;/p&gt;</description></item>\n' "$2" "$n" "$2" "$n" "$2" "$n" "$n"
			n=$((n + 1))
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
feed a.xml alpha 1 3
feed b.xml beta 1 2
printf '<!doctype html><html><head><title>blog</title><link rel="alternate" type="application/rss+xml" href="/b.xml"></head><body>글</body></html>' >"$www/page.html"
printf '<rss version="2.0"><channel><title>cut</title><item><title>whole</title><guid>1</guid></item><item><title>ha' >"$www/cut.xml"

serve "$www" "$t/log"
run() { "$bin/sosik-sync" "$@" >"$t/out" 2>"$t/err"; echo $?; }

same 'a sync without feeds is fine' 0 "$(run sync)"

same 'add takes a feed' 0 "$(run add -t ai "$url/a.xml")"
has 'add says what it subscribed' "$(cat "$t/out")" "$url/a.xml"
has 'add says the title' "$(cat "$t/out")" alpha
same 'add finds the feed of a page' 0 "$(run add -n 베타 "$url/page.html?type=text/html")"
has 'the feeds file has its address' "$(cat "$XDG_CONFIG_HOME/sosik/feeds")" "$url/b.xml"
has 'feeds knows its title before a sync' "$("$bin/sosik" feeds)" alpha
has 'the feeds file has its name' "$(cat "$XDG_CONFIG_HOME/sosik/feeds")" 베타
same 'add refuses a page without a feed' 1 "$(run add "$url/status/200")"
same 'add refuses what is subscribed' 1 "$(run add "$url/a.xml")"
same 'add refuses other schemes' 2 "$(run add file:///etc/passwd)"
same 'add refuses a tag with a blank' 2 "$(run add --no-check -t '두 낱말' "$url/tag.xml")"
hasnt 'and writes nothing' "$(cat "$XDG_CONFIG_HOME/sosik/feeds")" tag.xml
same 'add without a check asks nobody' 0 "$(run add --no-check "$url/status/404")"

same 'some feeds failed: 1' 1 "$(run sync --progress)"
has 'progress has a line a feed' "$(cat "$t/out")" "$(printf '\tok\t1\t3\t0\t')"
has 'progress tells a failure' "$(cat "$t/out")" '404: '
has 'progress ends with a sum' "$(cat "$t/out")" "$(printf 'end\t3\t1\t5\t0')"
same 'quiet prints only failures' 1 "$(run sync -q)"
same 'quiet has nothing on stdout' '' "$(cat "$t/out")"
has 'quiet names feed, stage, code and message' "$(cat "$t/err")" "$(printf 'fetch\t404\t404: ')"
has 'a feed without a title is called by its address' "$(cat "$t/err")" "$(printf '%s/status/404\tfetch' "${url#http://}")"
has 'in the list too' "$("$bin/sosik" feeds)" "…/404  $url/status/404"
same 'all that was asked failed: 1' 1 "$(run sync status/404)"
same 'an unknown name: 1' 1 "$(run sync no-such-feed)"
same 'an unknown tag: 1' 1 "$(run sync '#none')"
has 'it is named' "$(cat "$t/err")" 'the tag ‘none’'
same 'a wrong option: 2' 2 "$(run sync --wrong)"

feed c.xml gamma 1 2
same 'a third feed' 0 "$(run add --no-check "$url/c.xml")"
same 'its first sync' 0 "$(run sync c.xml)"
has 'calls it by its title at once' "$(cat "$t/out")" 'gamma: 2 new'
feed untitled.xml '' 1 1 && sed -i 's|https://.example/|https://noname.example/|' "$www/untitled.xml"
echo "$url/untitled.xml" >>"$XDG_CONFIG_HOME/sosik/feeds"
run sync untitled >/dev/null
has 'one without a title by its site at once' "$(cat "$t/out")" 'noname.example: 1 new'
check 'and it goes' sosik remove untitled
check 'and comes back' sosik undo
has 'and is called so still' "$(sosik feeds)" noname.example
check 'without it' sosik remove untitled
same 'unchanged feeds are fine' 0 "$(run sync --json a.xml 베타)"
has 'unchanged feeds are the same' "$(cat "$t/out")" '"ok":0,"same":2,"failed":0,"left":0,"new":0'
has 'they are asked with validators' "$(cat "$t/log")" 'GET /a.xml 304'
feed a.xml alpha 1 4
same 'a tag picks its feeds' 0 "$(run sync --json '#ai')"
has 'a new post comes alone' "$(cat "$t/out")" '"feeds":1,"ok":1,"same":0,"failed":0,"left":0,"new":1,"changed":0'
run add --no-check -t 한국/IT "$url/b.xml?2" >/dev/null
same 'a tag stands for those below it' 0 "$(run sync --json '#한국')"
has 'its one feed' "$(cat "$t/out")" '"feeds":1,'
run sync --json '#한국/it' >/dev/null
has 'in any case of letters' "$(cat "$t/out")" '"feeds":1,'
same 'but not for others' 1 "$(run sync '#한')"
"$bin/sosik" remove "$url/b.xml?2" >/dev/null
same 'force asks for the whole feed' 0 "$(run sync --json --force '#ai')"
has 'and stores nothing twice' "$(cat "$t/out")" '"new":0,"changed":0'
due() { sed -n 's/.*"due":"\([^"]*\)".*/\1/p'; }
has 'a program hears what was mended' "$(sed 's/&amp;/\&/; s|</title>|\&nbsp;</title>|' "$www/b.xml" >"$www/mended.xml"; run add --no-check "$url/mended.xml" >/dev/null; run sync --json mended.xml >/dev/null; cat "$t/out")" '"repairs":["entity"]'
check 'and when it is due next' test -n "$(due <"$t/out")"
same 'as health says it' "$("$bin/sosik" feeds --health --json mended.xml | due)" "$(due <"$t/out")"
run sync --json mended.xml >/dev/null
has 'of one that is unchanged, too' "$(cat "$t/out")" '"repairs":["entity"]'
run add --no-check "$url/status/500" >/dev/null
run sync --json status/500 >/dev/null
same 'and one that failed' "$("$bin/sosik" feeds --health --json status/500 | due)" "$(due <"$t/out")"
"$bin/sosik" remove "$url/status/500" >/dev/null
"$bin/sosik" remove "$url/mended.xml" >/dev/null
same 'nothing is due at once' 0 "$(run sync --due --json)"
has 'so nobody is asked' "$(cat "$t/out")" '"feeds":0'

# A server without validators: the body tells, then each post by what it was made from.
run add --no-check "$url/plain.xml?etag=0" >/dev/null
feed plain.xml plain 1 3
run sync plain.xml >/dev/null
mkdir "$t/alone"
cp "$bin/sosik-sync" "$t/alone/"
ln -s "$(command -v false)" "$t/alone/sosik-worker"
same 'a body as it was needs no worker' 0 "$("$t/alone/sosik-sync" sync --json plain.xml >"$t/out" 2>"$t/err"; echo $?)"
has 'and is the same' "$(cat "$t/out")" '"ok":0,"same":1,"failed":0,"left":0,"new":0'
"$bin/tests/tools/sql" "$XDG_DATA_HOME/sosik/sosik.db" <<EOF
UPDATE post SET hash = 0, title = '손댄 글' WHERE title LIKE 'plain%';
EOF
feed plain.xml plain 1 4
same 'with a new post' 0 "$(run sync --json plain.xml)"
has 'only that is made' "$(cat "$t/out")" '"new":1,"changed":0'
same 'and no other written' 3 "$("$bin/sosik" search --json '손댄' | grep -c '손댄 글')"
sed 's/내용 2/고친 내용 2/' "$www/plain.xml" >"$t/edited" && mv "$t/edited" "$www/plain.xml"
run sync --json plain.xml >/dev/null
has 'a changed one is' "$(cat "$t/out")" '"new":0,"changed":1'
run sync --json --force plain.xml >/dev/null
has 'force makes all of them' "$(cat "$t/out")" '"new":0,"changed":2'

run add --no-check "$url/cut.xml" >/dev/null
same 'a feed that is cut gives its whole posts' 0 "$(run sync --json cut.xml)"
has 'one post of it' "$(cat "$t/out")" '"new":1'
feed cut.xml cut 1 2
run sync cut.xml >/dev/null
hasnt 'it is asked for again without validators' "$(cat "$t/log")" 'GET /cut.xml 304'
printf '<rss version="2.0"><channel><title>cut</title><link>http' >"$www/cut.xml"
same 'one that is cut before its first post is broken' 1 "$(run sync --json cut.xml)"
has 'which is told' "$(cat "$t/out")" '"reason":"broken"'
same 'and keeps what there was' 3 "$(sosik count feed:cut.xml)"

run add --no-check "$url/retry-after?value=3600" >/dev/null
same 'Retry-After is a failure once' 1 "$(run sync retry-after)"
has 'with until when' "$(cat "$t/err")" '; it is left alone until '
hasnt 'which is not to be kept in words' "$("$bin/sosik" feeds --json)" 'left alone'
has 'health says it too' "$("$bin/sosik" feeds --health)" '; it is left alone until '
same 'and is obeyed' 0 "$(run sync --json retry-after)"
has 'by asking nobody' "$(cat "$t/out")" '"feeds":0'
printf 'log in first' >"$www/login.xml"
run add --no-check "$url/login.xml?maxage=3600" >/dev/null
same 'what is no feed is a failure' 1 "$(run sync login.xml)"
feed login.xml login 1 1
same 'how fresh that was does not keep us from asking again' 0 "$(run sync --json login.xml)"
has 'and then it is there' "$(cat "$t/out")" '"feeds":1,"ok":1'
run add --no-check "$url/status/410" >/dev/null
same 'a feed that is gone fails once' 1 "$(run sync status/410)"
has 'with what to do' "$(cat "$t/err")" "gone for good; it is not asked any more: ‘sosik sync --force ${url#http://}/status/410’ asks again, ‘sosik remove ${url#http://}/status/410’ ends it"
has 'health says that, too' "$("$bin/sosik" feeds --health)" 'gone; it is not asked any more; ‘sosik sync --force '"${url#http://}/status/410’"
same 'and is left alone then' 0 "$(run sync --json status/410)"
has 'it is not asked again' "$(cat "$t/out")" '"feeds":0'

run add --no-check "$url/silent" >/dev/null
"$bin/sosik-sync" sync >"$t/long" 2>&1 &
long=$!
started="$started $long"
wait_for 5 grep -q "$long" "$XDG_DATA_HOME/sosik/sync.lock"
same 'a second sync is refused: 75' 75 "$(run sync)"
has 'it names the first' "$(cat "$t/err")" "$long"
kill -TERM "$long"
wait "$long"
same 'SIGTERM ends it: 143' 143 $?
has 'it says how many were left' "$(cat "$t/long")" 'not fetched'
same 'the lock is free then' 0 "$(run sync a.xml)"

# nohup: what was ignored stays ignored.
(trap '' HUP; exec "$bin/sosik-sync" sync --max-time 2 silent >"$t/long" 2>&1) &
long=$!
started="$started $long"
wait_for 5 grep -q "$long" "$XDG_DATA_HOME/sosik/sync.lock"
kill -HUP "$long"
wait "$long"
same 'a sync under nohup does not end by SIGHUP' 1 $?
has 'but by its time limit' "$(cat "$t/long")" '1 feed was not fetched'

feed big.xml big 1 400
(ulimit -f 100; run add --no-check "$url/big.xml" >/dev/null; run sync big.xml >"$t/status")
same 'a file that may not grow: 74' 74 "$(cat "$t/status")"
has 'it says so' "$(cat "$t/err")" 'nothing stored is lost'
same 'and the next sync is fine' 0 "$(run sync big.xml)"

XDG_DATA_HOME=/proc/self/sosik run sync a.xml >"$t/status"
same 'a folder that cannot be written: 4' 4 "$(cat "$t/status")"

mv "$XDG_CONFIG_HOME/sosik/feeds" "$t/feeds" && mkdir "$XDG_CONFIG_HOME/sosik/feeds"
same 'a feeds file that cannot be read: 2' 2 "$(run sync)"
has 'it is named' "$(cat "$t/err")" "$XDG_CONFIG_HOME/sosik/feeds"
rmdir "$XDG_CONFIG_HOME/sosik/feeds" && mv "$t/feeds" "$XDG_CONFIG_HOME/sosik/feeds"

same 'a time limit ends a sync: 1' 1 "$(run sync --max-time 1 --json silent a.xml)"
has 'and says how many it left' "$(cat "$t/out")" '"same":1,"failed":0,"left":1,'
same 'with -q too: 1' 1 "$(run sync --max-time 1 -q silent)"
has 'on standard error' "$(cat "$t/err")" 'sosik: 1 feed was not fetched'
cp "$www/a.xml" "$www/back.xml"
sed -i "s|$url/status/410|$url/back.xml|" "$XDG_CONFIG_HOME/sosik/feeds"
same 'another address takes it up again' 0 "$(run sync --json back.xml)"
has 'by asking it' "$(cat "$t/out")" '"feeds":1,'

feed packed.xml packed 1 3
run add --no-check -n 꾸러미 "$url/packed.xml?gzip=1&etag=0" >/dev/null
same 'a feed that comes packed' 0 "$(run sync --progress 꾸러미)"
has 'is unpacked' "$(cat "$t/out")" "$(printf '\t3\t0\t꾸러미')"
same 'and, as it was,' 0 "$(run sync --progress 꾸러미)"
has 'is the same' "$(cat "$t/out")" "$(printf '\tsame\t')"
run add --no-check -n 꼬리 "$url/packed.xml?gzip=1&lost=8" >/dev/null
same 'one without the sum at its end' 0 "$(run sync --progress 꼬리)"
has 'is whole' "$(cat "$t/out")" "$(printf '\t3\t0\t꼬리')"
same 'and' 0 "$(run sync --progress 꼬리)"
has 'need not come again' "$(tail -n 1 "$t/log")" 'packed.xml 304'
run add --no-check -n 반쪽 "$url/packed.xml?gzip=1&lost=150" >/dev/null
same 'one that was cut' 0 "$(run sync --progress 반쪽)"
has 'gives what came' "$(cat "$t/out")" "$(printf '\t2\t0\t반쪽')"
same 'and' 0 "$(run sync --progress 반쪽)"
has 'is asked for all of it again' "$(tail -n 1 "$t/log")" 'packed.xml 200'
run add --no-check -n 갈색 "$url/packed.xml?coding=br" >/dev/null
same 'what comes packed as nobody asked: 3' 3 "$(run sync -q 갈색)"
has 'is told as what was fetched, not as a feed' "$(cat "$t/err")" "$(printf 'fetch\t0\tit is packed in a way that cannot be unpacked')"

LC_ALL=C.UTF-8 LANGUAGE=ko run sync -q status/404 >/dev/null
has 'a failure is told in the language of who syncs' "$(cat "$t/err")" '이 주소에 아무것도 없습니다'
has 'and in that of who looks' "$("$bin/sosik" feeds --health)" '404: there is nothing at this address'
exec 9>&-
# Port 1: one that nobody but root may listen on, and no test gets.
run add --no-check http://127.0.0.1:1/nobody.xml >/dev/null
same 'nobody there: 3' 3 "$(run sync nobody.xml)"
has 'it says so' "$(cat "$t/err")" 127.0.0.1
same 'the modes are ours alone' '600 700' "$(stat -c %a "$XDG_DATA_HOME/sosik/sync.lock") $(stat -c %a "$XDG_DATA_HOME/sosik")"
