#!/bin/sh
# A feed that is no longer where it was: what a sync says names where it is now
# and a command that takes its posts along; two of one name are told apart.
. tests/e2e/lib.sh
www=$t/www feeds=$XDG_CONFIG_HOME/sosik/feeds
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
mkfifo "$t/hold"
"$bin/tests/tools/server" "$www" "$t/log" <"$t/hold" >"$t/port" &
exec 9>"$t/hold"
wait_for 5 test -s "$t/port"
url=http://127.0.0.1:$(cat "$t/port")

feed() { printf '<rss version="2.0"><channel><title>%s</title><item><title>글</title><guid>post</guid></item></channel></rss>' "$2" >"$www/$1"; }
page() { printf '<html><head><link rel="alternate" type="application/rss+xml" href="%s/%s"></head><body><p>글</p></body></html>' "$url" "$2" >"$www/$1"; }
sync() { sosik sync "$@" >"$t/out" 2>"$t/err"; echo $?; }

# A page where a feed was is not subscribed to beside it: that would double the blog.
feed one.xml '하나 블로그'
feed later.xml '하나 블로그'
page never.xml later.xml
printf '%s\n' "$url/one.xml" >"$feeds"
same 'a sync' 0 "$(sync)"
page one.xml later.xml
same 'a sync when the feed is a page' 1 "$(sync)"
has 'says how its posts are taken along' "$(cat "$t/err")" "sosik move --to $url/later.xml \"하나 블로그\""
hasnt 'and not to add it' "$(cat "$t/err")" 'sosik add'
has 'health says so, too' "$(sosik feeds --health)" "its feed may be at $url/later.xml"
check 'what it says works' sosik move --to "$url/later.xml" '하나 블로그'
same 'a sync of the new address' 0 "$(sync)"
same 'has its post once' 1 "$(sosik count is:all)"
printf '%s\n' "$url/never.xml" >"$feeds"
same 'a page that never was a feed' 1 "$(sync)"
has 'is one to add' "$(cat "$t/err")" "to subscribe to its feed: sosik add $url/later.xml"
hasnt 'the first time is not counted' "$(cat "$t/err")" 'in a row'
same 'once more' 1 "$(sync --force)"
has 'what is not new is told from what is' "$(cat "$t/err")" 'failed 2 times in a row'

# One that has moved for good and then ends is not lost while its new address is known.
feed old.xml '둘 블로그'
feed new.xml '둘 블로그'
printf '%s\n' "$url/moved/old.xml" >"$feeds"
same 'a sync of one that is there' 0 "$(sync)"
printf '/new.xml' >"$www/old.xml.to"
same 'one of it where it has moved' 0 "$(sync --force)"
rm "$www/new.xml"
same 'one of it when nothing is there' 1 "$(sync --force)"
hasnt 'does not send us there' "$(cat "$t/err")" 'had moved'
feed new.xml '둘 블로그'
rm "$www/old.xml.to" "$www/old.xml"
same 'one of it where it ended' 1 "$(sync --force)"
has 'says where it was last' "$(cat "$t/err")" "it had moved to $url/new.xml: ‘sosik move --to $url/new.xml \"둘 블로그\"’ follows it"

# Two of one name.
printf '%s\n' "$url/status/410 name=\"이름 블로그\"" "$url/one.xml name=\"이름 블로그\"" >"$feeds"
feed one.xml '이름 블로그'
same 'one of two that have one name is gone' 1 "$(sync)"
has 'which says its address' "$(cat "$t/err")" "이름 블로그 (${url#http://}/status/410): 410"
has 'and so does what to do' "$(cat "$t/err")" "‘sosik remove $url/status/410’"
has 'a program hears that it is not due again' "$(sosik feeds --json | grep status/410)" '"due":null'
