#!/bin/sh
# What a sync leaves alone and for how long, and what it makes of hosts that lead elsewhere. All hosts are ours, under other names.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www"
feed() { # feed FILE TITLE
	printf '<rss version="2.0"><channel><title>%s</title><item><title>%s의 글</title><guid>%s-1</guid></item></channel></rss>\n' "$2" "$2" "$2" >"$www/$1"
}
feed a.xml alpha
feed b.xml beta
feed c.xml gamma
feed d.xml delta
printf '<!doctype html><html><head><title>Wi-Fi</title></head><body><form>방 번호</form></body></html>' >"$www/login.html"

serve "$www" "$t/log"
feeds=$XDG_CONFIG_HOME/sosik/feeds
db=$XDG_DATA_HOME/sosik/sosik.db
mkdir -p "${feeds%/*}"
sync() { "$bin/sosik-sync" sync --resolve "*:80:127.0.0.1:$port" "$@" >"$t/out" 2>"$t/err"; echo $?; }
asked() { grep -c "^GET $1" "$t/log"; }
sql() { echo "$1" | "$bin/tests/tools/sql" "$db"; }

# --due
cat >"$feeds" <<END
http://a.example/a.xml
http://b.example/b.xml every=12h
END
same 'the first sync asks all' 0 "$(sync --due)"
same 'and nobody is due then' 0 "$(sync --due --json)"
has 'so nobody is asked' "$(cat "$t/out")" '"feeds":0'
sql "UPDATE feed SET due = due - 13 * 3600"
sync --due --json >/dev/null
has 'both are when their time has come' "$(cat "$t/out")" '"feeds":2'
sql "UPDATE feed SET due = due + 10 * 365 * 86400 WHERE url LIKE '%a.xml'"
sync --due --json >/dev/null
has 'a clock that went back keeps no feed waiting' "$(cat "$t/out")" '"feeds":1'
echo 'http://b.example/b.xml every=6h' >"$feeds"
sync --due --json >/dev/null
has 'an interval that was changed counts at once' "$(cat "$t/out")" '"feeds":1'
echo 'http://a.example/a.xml?maxage=7200 every=30m' >"$feeds"
sync >/dev/null
due=$(sql "SELECT due - last_try > 6000 FROM feed WHERE url LIKE '%maxage%'")
same 'an answer is good for as long as its server says' 1 "$due"

# Retry-After
cat >"$feeds" <<END
http://one.tistory.com/retry-after?value=3600
http://two.tistory.com/b.xml
http://blog.example/retry-after?value=3600&code=403
http://other.example/c.xml
END
sync --json 'one.tistory.com' >/dev/null
has 'a platform says that it wants to be left alone' "$(cat "$t/out")" '"code":429'
sync --json 'blog.example/' >/dev/null
has 'a host says so with 403' "$(cat "$t/out")" '"code":403'
: >"$t/log"
same 'that is no failure of the others' 0 "$(sync --json)"
has 'which are not asked' "$(cat "$t/out")" '"feeds":1,'
same 'but who stands elsewhere' '0 1' "$(asked /b.xml) $(asked /c.xml)"
sync >/dev/null
has 'it is said once' "$(cat "$t/out")" 'tistory.com wants to be left alone until '
has 'with how many that is' "$(cat "$t/out")" ': 2 feeds were not asked'
sync -q >/dev/null
same 'but not to cron' '' "$(cat "$t/out" "$t/err")"
sync --force --json 'two.tistory.com' >/dev/null
has 'who forces it, asks' "$(cat "$t/out")" '"feeds":1,"ok":1'
sql "UPDATE held SET until = until + 10 * 86400"
sql "UPDATE feed SET held_until = NULL"
sync --json two.tistory.com >/dev/null
has 'more than a day is no time that anybody gave' "$(cat "$t/out")" '"feeds":1,'

# Moved for good
cat >"$feeds" <<END
# 옮긴 블로그
http://old.example/redirect/1/301/a.xml  name=옛집 #일 # 메모
http://temp.example/redirect/1/302/b.xml
http://both.example/goto?url=http%3A%2F%2Fboth.example%2Fredirect%2F1%2F302%2Fc.xml&code=301
END
sync >/dev/null
sync >/dev/null
same 'one day is not enough' 'no feed has moved' "$("$bin/sosik" move)"
same 'only what is for good counts' 'old.example' "$(sql "SELECT substr(url, 8, 11) FROM feed WHERE moved_to != ''")"
sql "UPDATE feed SET moved_days = 3 WHERE moved_to != ''"
sync >/dev/null
has 'a sync says so' "$(cat "$t/out")" '1 feed has moved for good: ‘sosik move’'
same 'three are' '옛집: http://old.example/redirect/1/301/a.xml → http://old.example/a.xml' "$("$bin/sosik" move)"
check 'it is followed' "$bin/sosik" move --all
has 'in its line' "$(cat "$feeds")" 'http://old.example/a.xml  name=옛집 #일 # 메모'
same 'its posts are still there' 1 "$("$bin/sosik" count feed:옛집)"
sync --json 옛집 >/dev/null
has 'and none comes twice' "$(cat "$t/out")" '"new":0'
check 'undo' "$bin/sosik" undo
has 'puts it back' "$(cat "$feeds")" 'http://old.example/redirect/1/301/a.xml  name=옛집'
"$bin/sosik" move temp.example >"$t/out" 2>"$t/err"
same 'who has not moved is not moved' 1 $?
"$bin/sosik" move --to http://old.example/redirect/1/301/a.xml temp.example >"$t/out" 2>"$t/err"
same 'nor to where another one is' 1 $?
has 'which is said' "$(cat "$t/err")" 'subscribed already'
printf 'http://temp.example/b.xml header="X-Key: s3cret" name=자물쇠\n' >"$feeds"
"$bin/sosik" move --no-check --to http://other.example/b.xml 자물쇠 >"$t/out" 2>"$t/err"
same 'what is for one host alone does not move to another' 1 $?
has 'which is said' "$(cat "$t/err")" 'is for the old host alone'
has 'and the line stays' "$(cat "$feeds")" 'http://temp.example/b.xml header='
check 'within its host it moves' "$bin/sosik" move --no-check --to http://temp.example/b.xml?2 자물쇠
has 'with all it has' "$(cat "$feeds")" 'http://temp.example/b.xml?2 header="X-Key: s3cret" name=자물쇠'
same 'to the address that it has: 1' 1 "$("$bin/sosik" move --no-check --to http://temp.example/b.xml?2 자물쇠 2>"$t/err" >"$t/out"; echo $?)"
has 'which is said' "$(cat "$t/err")" 'http://temp.example/b.xml?2 is the address that the feed has already'
same 'and nothing else' '' "$(cat "$t/out")"
same 'a wrong address' 2 "$("$bin/sosik" move --to ftp://x.example/ 자물쇠 2>/dev/null; echo $?)"
same 'all and one at once' 2 "$("$bin/sosik" move --all temp.example 2>/dev/null; echo $?)"

# A network that answers itself
cat >"$feeds" <<END
http://a.example/a.xml
http://one.example/goto?url=http%3A%2F%2Flogin.hotel.example%2Flogin.html%3Ftype%3Dtext%2Fhtml&code=302
http://two.example/goto?url=http%3A%2F%2Flogin.hotel.example%2Flogin.html%3Ftype%3Dtext%2Fhtml&code=301
END
sync a.example >/dev/null
same 'nobody could be reached: 3' 3 "$(sync one.example two.example)"
has 'the network is to blame' "$(cat "$t/err")" 'the network answers in the place of 2 hosts, by login.hotel.example'
same 'not the feeds, which go nowhere' '0 0' "$(sql "SELECT sum(fails), sum(moved_to != '') FROM feed WHERE url LIKE '%goto%hotel%'")"
has 'health says it' "$("$bin/sosik" feeds --health)" 'the network answers in its place, by login.hotel.example'
sync --due --json >/dev/null
has 'and they are due' "$(cat "$t/out")" '"feeds":2,'
sync >/dev/null
hasnt 'while others come it is their own trouble' "$(cat "$t/err")" 'the network answers'
# It need not redirect: its page, which has no title, may lead on by itself.
echo '<html><head><meta http-equiv="refresh" content="0; url=http://login.hotel.example/"></head></html>' >"$www/meta.html"
echo '<html><script>window.location.href = "http://login.hotel.example/"</script></html>' >"$www/script.html"
for way in meta script; do
	printf 'http://%s.example/%s.html?type=text/html\n' one $way two $way >"$feeds"
	same "a page that leads on, by $way: 3" 3 "$(sync)"
	has "a page that leads on, by $way: to whom" "$(cat "$t/err")" 'the network answers in the place of 2 hosts, by login.hotel.example'
done
printf 'http://%s.example/status/511\n' one two >"$feeds"
same 'a network that says it itself: 3' 3 "$(sync)"

# 410, at once and at the end of a detour
cat >"$feeds" <<END
http://gone.example/status/410
http://away.example/redirect/1/302/status/410
END
sync >/dev/null
: >"$t/log"
sync --json >/dev/null
has 'who is gone is not asked again, who is away is' "$(cat "$t/out")" '"feeds":1,'
sync gone.example >/dev/null
has 'which is told to who names it' "$(cat "$t/out")" 'gone.example/status/410: gone, no longer asked; ‘--force’ asks again'
sync --json gone.example >/dev/null
same 'in lines alone' 1 "$(wc -l <"$t/out")"
sync --json --force gone.example >/dev/null
has 'unless it is forced' "$(cat "$t/out")" '"feeds":1,'

# A line of the feeds file that is away for a while
cat >"$feeds" <<END
http://gone.example/status/410
http://held.example/retry-after?value=3600
http://away.example/status/500
END
sync >/dev/null
sql "DELETE FROM held"
cp "$feeds" "$t/feeds"
echo http://a.example/a.xml >"$feeds"
sync >/dev/null
cp "$t/feeds" "$feeds"
: >"$t/log"
sync --json >/dev/null
has 'that is back is held and gone as before' "$(cat "$t/out")" '"feeds":1,'
has 'and who is neither is asked' "$(cat "$t/out")" 'away.example'
sync --due --json >/dev/null
has 'which waits for its turn as before' "$(cat "$t/out")" '"feeds":0,'
sync --due >/dev/null
has 'that none is due is said' "$(cat "$t/out")" 'no feed is due (of 3)'
same 'but not to cron' '' "$(sync -q --due >/dev/null; cat "$t/out" "$t/err")"

# --splay
same 'no wait at all' 0 "$(sync --splay 0 away.example >/dev/null; sync --splay 0 --due)"
same 'a wait that is none' 2 "$(sync --splay -1)"
"$bin/sosik-sync" sync --splay 86400 >"$t/out" 2>"$t/err" &
p=$!
started="$started $p"
listens() { [ "$(basename "$(readlink "/proc/$p/exe")")" = sosik-sync ] && grep -q 'SigCgt:.*[4-7c-f]...$' "/proc/$p/status"; } # to SIGTERM; not the shell it was
wait_for 5 listens
kill -TERM "$p"
wait "$p"
same 'a signal ends the wait' 143 $?
same 'before anything was done' '' "$(cat "$t/out" "$t/err")"
exec 9>&-
