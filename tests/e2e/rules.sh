#!/bin/sh
# Saved views and rules: what they find, what rules do to new posts and to old
# ones, and that nothing is ruled on twice.
. tests/e2e/lib.sh
www=$t/www
config=$XDG_CONFIG_HOME/sosik/config
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
serve "$www" "$t/log"

# feed FILE TITLE…: a feed with these posts, the first one the newest.
feed() {
	file=$1 n=$#; shift
	{
		printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>%s/</link>\n' "$file" "$url"
		for title; do
			n=$((n - 1))
			printf '<item><title>%s</title><link>%s/%s-%s</link><guid>%s-%s</guid><description>&lt;p&gt;%s의 본문입니다.&lt;/p&gt;</description></item>\n' \
				"$title" "$url" "$file" "$n" "$file" "$n" "$title"
		done
		echo '</channel></rss>'
	} >"$www/$file"
}
# script NAME: a program of the test's; its text on standard input.
script() { { echo '#!/bin/sh'; cat; } >"$t/$1"; chmod +x "$t/$1"; }
sync() { sosik sync "$@" >"$t/out" 2>"$t/err"; echo $?; }

script told <<END
printf '%s|' "\$@" >>"$t/told.txt"; echo >>"$t/told.txt"
END
script take <<END
cat >>"$t/taken.txt"; echo "\$*" >>"$t/words.txt"
END
cat >"$config" <<END
# 규칙
set notify-command "$t/told" -x
rule title:"[광고]" -> hide +광고
rule title:보안 -> +공지 star notify exec:"$t/take" "두 낱말" \$HOME
tag 보안/공지 alias=공지
rule tag:공지 title:읽은 -> read # 앞 규칙이 붙인 태그를 본다
END
feed blog '[광고] 첫 글' '보안 첫 글' '여느 글'
echo "$url/blog name=블로그" >"$XDG_CONFIG_HOME/sosik/feeds"

same 'first sync: status' 0 "$(sync)"
has 'first sync: it says how many the rules found' "$(cat "$t/out")" 'the rules found 2 new posts'
same 'first sync: hidden is out of the lists' 2 "$(sosik count)"
same 'first sync: hidden is found' 1 "$(sosik count is:hidden tag:광고)"
same 'first sync: tagged and starred' 1 "$(sosik count tag:보안/공지 is:starred)"
check 'first sync: nobody is told' test ! -e "$t/told.txt"
check 'first sync: no program is run' test ! -e "$t/taken.txt"

feed blog '-보안 -x 읽은 글' '보안 둘째 글' '[광고] 첫 글' '보안 첫 글 고침' '여느 글'
same 'second sync: status' 0 "$(sync)"
has 'second sync: only the new ones' "$(cat "$t/out")" 'the rules found 2 new posts'
same 'second sync: a rule sees what an earlier one did' 1 "$(sosik count is:read tag:보안/공지)"
same 'notify: one line a post, a dash is no option' "-x|보안 둘째 글|블로그|
-x| -보안 -x 읽은 글|블로그|" "$(sort -r "$t/told.txt")"
same 'exec: the words are words' "두 낱말 \$HOME" "$(sort -u "$t/words.txt")"
same 'exec: once a post' 2 "$(wc -l <"$t/taken.txt")"
has 'exec: JSON' "$(cat "$t/taken.txt")" '"title":"보안 둘째 글"'
has 'exec: the tags are on it' "$(cat "$t/taken.txt")" '"tags":["보안/공지"]'
has 'exec: the text' "$(cat "$t/taken.txt")" '본문입니다'

sosik undo >/dev/null 2>&1
same 'undo: what rules did is no action of the user'"'"'s' 1 $?
same 'undo: it stands' 3 "$(sosik count tag:보안/공지)"
same 'third sync: nothing new' 0 "$(sync)"
same 'third sync: no program is run again' 2 "$(wc -l <"$t/taken.txt")"

rm "$XDG_DATA_HOME"/sosik/sosik.db*
same 'the cache deleted: sync' 0 "$(sync)"
same 'the cache deleted: still hidden' 1 "$(sosik count is:hidden)"
same 'the cache deleted: no program is run again' 2 "$(wc -l <"$t/taken.txt")"
same 'the cache deleted: nobody is told again' 2 "$(wc -l <"$t/told.txt")"

# Many at once are five messages and one that sums up.
rm "$t/told.txt"
feed blog '보안 19' '보안 18' '보안 17' '보안 16' '보안 15' '보안 14' '보안 13' '-보안 -x 읽은 글' '보안 둘째 글' '[광고] 첫 글' '보안 첫 글 고침' '여느 글'
same 'notify: many: status' 0 "$(sync)"
same 'notify: many: six messages' 6 "$(wc -l <"$t/told.txt")"
has 'notify: many: the last one sums up' "$(tail -1 "$t/told.txt")" '2 more new posts|sosik|'

# A program that is killed with the sync has had its post; those behind it have not.
rm "$t/taken.txt" "$t/words.txt"
mkfifo "$t/gate"
exec 8<>"$t/gate"
script take <<END
cat >>"$t/taken.txt"; read line <"$t/gate"
END
feed blog '보안 21' '보안 20' '보안 19' '보안 18' '보안 17' '보안 16' '보안 15' '보안 14' '보안 13' '-보안 -x 읽은 글' '보안 둘째 글' '[광고] 첫 글' '보안 첫 글 고침' '여느 글'
sosik sync -q 2>/dev/null &
pid=$!
check 'kill: the first program runs' wait_for 10 test -s "$t/taken.txt"
kill -9 "$pid"
wait "$pid" 2>/dev/null
echo go >&8
script take <<END
cat >>"$t/taken.txt"
END
same 'kill: the next sync' 0 "$(sync)"
same 'kill: each post had its program once' '"title":"보안 20"
"title":"보안 21"' "$(grep -o '"title":"[^"]*"' "$t/taken.txt" | sort)"

# What goes wrong is told, and the sync goes on.
cat >"$config" <<END
set notify-command "$t/absent"
rule title:보안 -> notify exec:"$t/absent" x
rule title:보안 -> exec:"$t/fails"
rule nonsense
rule title:x -> hid
END
script fails <<END
exit 3
END
feed blog '보안 31' '보안 30' '보안 21' '보안 20' '보안 19' '보안 18' '보안 17' '보안 16' '보안 15' '보안 14' '보안 13' '-보안 -x 읽은 글' '보안 둘째 글' '[광고] 첫 글' '보안 첫 글 고침' '여느 글'
same 'trouble: status' 2 "$(sync -q)"
has 'trouble: a rule without an arrow' "$(cat "$t/err")" 'config:4:14: expected ->'
has 'trouble: an action that there is not' "$(cat "$t/err")" 'config:5:17: there is no action ‘hid’; did you mean ‘hide’?'
has 'trouble: no such program' "$(cat "$t/err")" "cannot run $t/absent"
has 'trouble: a program that fails' "$(cat "$t/err")" "$t/fails ended with status 3 (id:"
has 'trouble: the post that it had is named' "$(sosik search "$(grep -o '(id:[0-9]*' "$t/err" | tr -d '(')")" '보안 3'
script absent <<END
cat >>"$t/late.txt"
END
same 'trouble: the program is there now' 2 "$(sync -q)"
same 'trouble: it gets what it did not' 2 "$(wc -l <"$t/late.txt")"

# Views and rules by hand.
cat >"$config" <<END
view 공지 tag:보안/공지 is:unread
view "두 낱말" title:여느
rule title:여느 -> +보통 star notify
rule tag:보통 -> hide
END
same 'views' "$(printf '%7d  공지  tag:보안/공지 is:unread\n%7d  두 낱말  title:여느' "$(sosik count tag:보안/공지 is:unread)" 1)" "$(sosik views)"
has 'views as JSON' "$(sosik views --json)" '{"v":1,"posts":1,"name":"두 낱말","query":"title:여느"}'
same 'rules: a list' "$(printf '  1  title:여느 -> +보통 star notify\n  2  tag:보통 -> hide')" "$(sosik rules)"
has 'rules as JSON' "$(sosik rules --json)" '{"v":1,"rule":2,"query":"tag:보통","actions":"hide"}'
has 'rules test: counts' "$(sosik rules test)" '  1  title:여느 -> +보통 star notify: 1 post'
has 'rules test: samples' "$(sosik rules test 1)" '여느 글'
hasnt 'rules test: only that one' "$(sosik rules test 1)" 'hide'
has 'rules test: one that is not written down' "$(sosik rules test 'title:둘째 -> +x')" 'title:둘째 -> +x: 1 post'
has 'rules test as JSON' "$(sosik rules test --json 'title:둘째 -> +x')" '"rule":null,"query":"title:둘째","actions":"+x","posts":1,"samples":[{"id":'
same 'rules test changes nothing' 0 "$(sosik count tag:보통)"
rm "$t/told.txt"
same 'rules apply: what was found and changed' "$(printf '  1  title:여느 -> +보통 star notify: 1 post, 1 changed\n  2  tag:보통 -> hide: 1 post, 1 changed')" "$(sosik rules apply)"
same 'rules apply: it is done' 1 "$(sosik count is:hidden is:starred tag:보통)"
check 'rules apply: nobody is told' test ! -e "$t/told.txt"
same 'rules apply: one undo' 'undone: star, +보통, hide (‘여느 글’)' "$(sosik undo)"
same 'rules apply: undone' 0 "$(sosik count tag:보통)"
same 'rules apply: undone: seen again' 1 "$(sosik count title:여느)"
same 'rules test --since: later posts only' '  2  tag:보통 -> hide: 0 posts' "$(sosik rules test --since 1d 2)"
has 'rules test --since: a long time ago' "$(sosik rules test --since 2001 1)" ': 1 post'
sosik rules test --since nonsense 2>/dev/null
same 'rules test --since: no date: status' 2 $?
sosik rules test --since '7d" or is:all or "x' 1 2>/dev/null
same 'rules test --since: no more of a query than a date: status' 2 $?
sosik rules test 9 2>"$t/err"
same 'rules: no such number: status' 1 $?
has 'rules: no such number' "$(cat "$t/err")" 'there is no rule 9'
sosik rules test 'title:x -> hid' 2>"$t/err"
same 'rules: a wrong one: status' 2 $?
has 'rules: a wrong one: where' "$(cat "$t/err")" 'rule, column 12: there is no action ‘hid’'
sosik rules frob 2>/dev/null
same 'rules: no such word: status' 2 $?
same 'view: in a query' 1 "$(sosik count 'view:"두 낱말"')"
same 'view: in a query, with its Korean name' "$(sosik count view:공지)" "$(sosik count 보기:공지 is:unread)"
has 'view: in a rule' "$(sosik rules test 'view:"두 낱말" -> hide')" ': 1 post'
sosik count view:공기 2>"$t/err"
same 'view: no such one: status' 2 $?
has 'view: no such one: the nearest' "$(cat "$t/err")" '공지'
cat >"$config" <<END
view 가 view:나
view 나 tag:보안/공지 (
view 다 is:unread
rule view:없음 -> hide
END
same 'wrong queries: the rest counts' '다' "$(sosik views 2>"$t/err" | sed 's/^ *[0-9]*  //; s/  .*//')"
has 'wrong queries: the place' "$(cat "$t/err")" 'config:2:18: '
has 'wrong queries: of a rule' "$(cat "$t/err")" 'config:4:11: '

cat >"$config" <<END
tag 보안/공지 alias=공지
rule title:보안 -> +보안/공지 -공지 +늘
END
feed blog '보안 40' '보안 31'
same 'on and off at once by an alias: status' 0 "$(sync -q)"
has 'on and off at once by an alias: told' "$(cat "$t/err")" 'rule 1: ‘보안/공지’ cannot be put on and taken off at once'
same 'on and off at once by an alias: nothing is changed' 0 "$(sosik count tag:늘)"
sosik rules test 2>/dev/null
same 'on and off at once by an alias: test' 2 $?

# Programs: what they see of us, and that they do not hold up a sync that is to end.
# add TITLE…: these posts before those that were there.
add() {
	for title; do
		last=$((last + 1))
		printf '<item><title>%s</title><link>%s/p-%s</link><guid>p-%s</guid><description>%s의 본문</description></item>\n' \
			"$title" "$url" "$last" "$last" "$title" | cat - "$t/items" >"$t/items.new"
		mv "$t/items.new" "$t/items"
	done
	{ printf '<rss version="2.0"><channel><title>blog</title>'; cat "$t/items"; echo '</channel></rss>'; } >"$www/blog"
}
last=0
: >"$t/items"
mkfifo "$t/never"
script env <<END
env | sed 's/=.*//' | sort >"$t/seen"
END
script hang <<END
cat >/dev/null; cat "$t/never" & echo \$! >"$t/child"; wait
END
cat >"$config" <<END
rule title:환경 -> exec:"$t/env"
END
add '환경 글'
same 'environment: status' 0 "$(SECRET_TOKEN=x http_proxy= LC_TIME=ko_KR.UTF-8 sync -q)"
same 'environment: no more than is needed' '' "$(grep -E 'SECRET_TOKEN|^O$' "$t/seen")"
same 'environment: who and where' 4 "$(grep -cxE 'HOME|PATH|TZ|LC_TIME' "$t/seen")"
cat >"$config" <<END
rule title:멈춤 -> exec:"$t/hang"
END
add '멈춤 1' '멈춤 2'
sosik sync -q 2>"$t/err" &
pid=$!
check 'a signal: the program runs' wait_for 10 test -s "$t/child"
kill -TERM "$pid"
wait "$pid"
same 'a signal: the sync ends' 143 $?
gone() { ! kill -0 "$(cat "$t/child")" 2>/dev/null; }
check 'a signal: so does all that the program started' wait_for 10 gone
has 'a signal: told' "$(cat "$t/err")" "$t/hang was ended with the sync"

# A program that fails for many posts is told of once, and how many more there were.
cat >"$config" <<END
rule title:실패 -> exec:"$t/fails"
rule title:알림 -> notify
set notify-command "$t/absent2"
END
add '알림 1' '실패 4' '실패 3' '실패 2' '실패 1'
same 'many failures: status' 0 "$(sync -q)"
same 'many failures: told once' 1 "$(grep -c 'fails ended with status 3' "$t/err")"
has 'many failures: how many more' "$(cat "$t/err")" "$t/fails failed for 3 more posts"
has 'nobody can be told: said' "$(cat "$t/err")" "cannot run $t/absent2"
add '알림 2'
same 'nobody can be told: again: status' 0 "$(sync -q)"
same 'nobody can be told: it is said once' '' "$(cat "$t/err")"

# What others can write starts nothing.
rm -f "$t/taken.txt" "$t/told.txt"
cat >"$config" <<END
set notify-command "$t/told"
rule title:남 -> +남 notify exec:"$t/take"
END
chmod g+w "$config"
add '남 1'
same 'others can write the config file: status' 2 "$(PATH="$t/nothing:$PATH" sync -q)"
has 'others can write the config file: told' "$(cat "$t/err")" "others can write $config;"
check 'others can write the config file: nothing is run' test ! -e "$t/taken.txt" -a ! -e "$t/told.txt"
same 'others can write the config file: the rest counts' 1 "$(sosik count tag:남 2>/dev/null)"
chmod g-w "$config"

feed blog '［넓게］ 쓴 글' '【넓게】 쓴 글'
sync -q >/dev/null
same 'both have the word' 2 "$(sosik count title:넓게)"
same 'full-width brackets are brackets, others are others' 1 "$(sosik count 'title:"[넓게]"')"
