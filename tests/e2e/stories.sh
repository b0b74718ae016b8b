#!/bin/sh
# The same story in several feeds, and posts that change, from the shell.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

feed() { # feed FILE TITLE LINK POST-TITLE TEXT
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>https://%s.example/</link><language>ko</language><item><title>%s</title><link>%s</link><pubDate>%s</pubDate><description>%s</description></item></channel></rss>' \
		"$2" "$2" "$4" "$3" "${6:-Thu, 05 Feb 2026 10:00:00 +0900}" "$5" >"$www/$1"
}
feed a.xml blog 'https://blog.example/post/1?fromRss=true&amp;trackingCode=rss' '결제 서버를 옮긴 이야기' '원래 글입니다.'
feed b.xml planet 'http://m.blog.example/post/1/' '블로그: 결제 서버를 옮긴 이야기' '모은 글입니다.'
feed c.xml other 'https://other.example/9' '아무 관계 없는 글' '다른 글입니다.' 'Fri, 31 Dec 9999 23:59:59 GMT'

serve "$www" "$t/log"
for f in a b c; do echo "$url/$f.xml"; done >"$XDG_CONFIG_HOME/sosik/feeds"
check 'a first sync' sosik sync -q

id() { sosik search --json "$1" | sed 's/.*"id":\([0-9]*\).*/\1/'; }
story() { sosik search --json "$1" | sed 's/.*"story":\([a-z0-9]*\).*/\1/'; }
same 'one link is one story' "$(story 원래)" "$(story 모은)"
same 'another post has none' null "$(story 다른)"
same 'a search lists each post' 3 "$(sosik count)"
text=$(sosik show "$(id 원래)")
has 'show names the other feed' "$text" 'Also in:'
has 'show has its address' "$text" "planet · $(id 모은) · http://m.blog.example/post/1/"
has 'in Korean too' "$(LANGUAGE=ko sosik show "$(id 원래)")" '같은 글:'
has 'in Markdown too' "$(sosik show -f markdown "$(id 원래)")" '<http://m.blog.example/post/1/>'
has 'and in JSON' "$(sosik show -f json "$(id 원래)")" "\"also\":[{\"id\":$(id 모은),\"feed\":\"planet\""
hasnt 'show of a post of one feed names none' "$(sosik show "$(id 다른)")" 'Also in:'
has 'and as lines' "$(sosik search 다른)" '  other'
has 'a date in the future is no place in a list: the day it came is' "$(sosik search 다른)" " $(date +%Y)-"
has 'a date in the future is given as it is' "$(sosik search --json 다른)" '"published":"9999-12-31T23:59:59Z"'

check 'read marks' sosik tag +본 -- is:all
feed a.xml blog 'https://blog.example/post/1?fromRss=true&amp;trackingCode=rss2' '결제 서버를 옮긴 이야기' '&lt;b&gt;원래&lt;/b&gt;  글입니다.'
check 'a second sync' sosik sync -q --force
same 'markup is no change' 0 "$(sosik count is:changed)"
feed a.xml blog 'https://blog.example/post/1' '결제 서버를 옮긴 이야기' '원래 글입니다. 그 뒤의 이야기를 덧붙였습니다.'
check 'a third sync' sosik sync -q --force
same 'another text is one' 1 "$(sosik count is:수정됨)"
same 'its tags stay' 1 "$(sosik count is:changed tag:본)"
has 'show says so' "$(sosik show "$(id 덧붙)")" changed
has 'JSON says so' "$(sosik search --json 덧붙)" '"changed":true'
same 'it is no new post' 3 "$(sosik count)"

# The cache goes; the feeds come in another order.
rm "$XDG_DATA_HOME/sosik/sosik.db"
for f in c b a; do echo "$url/$f.xml"; done >"$XDG_CONFIG_HOME/sosik/feeds"
check 'a sync without the cache' sosik sync -q --force
same 'the story is found again' "$(story 모은)" "$(story 덧붙)"
same 'and the tags' 3 "$(sosik count tag:본)"
exec 9>&-
