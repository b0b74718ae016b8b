# Search: what is found and how it is told, on posts made up for it.
. tests/e2e/lib.sh
mkdir -p "$XDG_CONFIG_HOME/sosik" "$t/samples"
echo 'https://search.example/rss #찾음 #일' >"$XDG_CONFIG_HOME/sosik/feeds"
printf 'https://search.example/rss\tposts.xml\tapplication/rss+xml\n' >"$t/samples/index"

# post DAY TITLE TEXT
post() {
	printf '<item><guid>%s</guid><link>https://search.example/%s</link><pubDate>%s Jun 2026 09:00:00 +0900</pubDate>' "$1" "$1" "$1"
	printf '<title>%s</title><description><![CDATA[%s]]></description></item>\n' "$2" "$3"
}
{
	echo '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>찾기</title><link>https://search.example/</link><description/>'
	post 01 '무중단 배포 안내' '<p>처음부터 끝까지 다룹니다.</p><h2>준비</h2><p>서버 두 대를 둡니다.</p><h2>배포와 되돌리기</h2><p>요청을 한쪽으로 몰아 놓고 배포 도구를 돌립니다.</p><h2>끝</h2><p>끝.</p>'
	post 02 '장애 일지' '<p>새벽에 배포를 하다가 서버가 멎었다.</p>'
	post 03 '가온AI 번역기' '<p>음성 인식을 붙였다. 쿠버네티스에 올린다.</p>'
	post 04 'Kotlin 메모' '<p>C++ 에서 옮겨 왔다.</p>'
	echo '</channel></rss>'
} >"$t/samples/posts.xml"
check 'sync' sosik sync -q --samples "$t/samples"

# ids QUERY…: the last parts of their links
ids() { sosik search --json "$@" 2>"$t/err" | sed 's/.*search\.example\/0\([0-9]\)".*/\1/' | tr '\n' ' '; }

same 'the best one first' '1 2 ' "$(ids 배포)"
same 'by date' '2 1 ' "$(ids --sort date 배포)"
same 'by date, the oldest first' '1 2 ' "$(ids -s oldest 배포)"
sosik search '' >"$t/out" 2>"$t/err"
same 'nothing to look for is no query: status' 2 $?
same 'nothing to look for: nothing is listed' '' "$(cat "$t/out")"
same 'the address of a post is that post' '3 ' "$(ids https://search.example/03)"
same 'as others write it, and not one of the others' '3 ' "$(ids 'http://www.search.example/03/?utm_source=a' is:unread)"
same 'the first one only' '1 ' "$(ids -n 1 배포)"
same 'without words by date' '4 3 2 1 ' "$(ids is:unread)"
same 'the oldest without words' '1 2 3 4 ' "$(ids --sort oldest is:unread)"
sosik search --sort size 배포 2>"$t/err"
same 'another order: status' 2 $?
has 'another order: which there are' "$(cat "$t/err")" 'rank, date or oldest'

same 'options behind the words' '1 ' "$(sosik search 배포 --json -n 1 2>&1 | sed 's/.*search\.example\/0\([0-9]\)".*/\1/' | tr '\n' ' ')"
same 'options behind the words of count' '{"v":1,"query":"배포","posts":2}' "$(sosik count 배포 --json)"
sosik search 배포 --jsn 2>"$t/err"
same 'what is no option behind the words: status' 2 $?
has 'what is no option behind the words: said' "$(cat "$t/err")" 'unknown option --jsn'
same 'behind -- there is no option' 0 "$(sosik count -- 배포 --json 2>/dev/null)"
same 'a dash before a word leaves it out' '1 ' "$(ids 배포 -장애)"

text=$(COLUMNS=60 sosik search 배포 도구)
has 'text: title, date, feed' "$text" '2026-06-01  찾기              무중단 배포 안내'
has 'text: the section' "$text" '        § 2. 배포와 되돌리기'
has 'text: the place' "$text" '        요청을 한쪽으로 몰아 놓고 배포 도구를 돌립니다.'
has 'text: the tags of its feed' "$text" '무중단 배포 안내 #찾음 #일'
hasnt 'text: no escapes in a pipe' "$text" "$(printf '\033')"
text=$(sosik search --json 배포 도구)
has 'JSON: snippet' "$text" '"snippet":"요청을 한쪽으로 몰아 놓고 배포 도구를 돌립니다.","spans":[[15,17],[18,20]]'
has 'JSON: section' "$text" '"section":2,"section_title":"배포와 되돌리기"'
has 'JSON: the title' "$text" '"title_spans":[[4,6]]'
has 'JSON: the tags of its feed' "$text" '"tags":[],"feed_tags":["찾음","일"]'
has 'JSON: a score' "$text" '"score":'
has 'JSON: nothing else was looked for' "$text" '"instead":[]'
has 'JSON: no score by date' "$(sosik search --json -s date 배포)" '"score":null'

same 'keyboard layout' '3 ' "$(ids rkdhs)"
has 'keyboard layout: it is said' "$(cat "$t/err")" '‘rkdhs’'
same 'keyboard layout' '4 ' "$(ids ㅏㅐ시ㅑㅜ)"
has 'keyboard layout: what was looked for' "$(cat "$t/err")" '‘ㅏㅐ시ㅑㅜ’ as ‘kotlin’ (the other keyboard layout)'
same 'a particle' '3 ' "$(ids 쿠버네티스에서는)"
has 'a particle: it is said in Korean' "$(LANGUAGE=ko sosik search 쿠버네티스에서는 2>&1)" '‘쿠버네티스에서는’ 대신 ‘쿠버네티스’(조사를 뗌)'
has 'a particle: in JSON' "$(sosik search --json 쿠버네티스에서는 2>/dev/null)" \
	'"instead":[{"from":"쿠버네티스에서는","to":"쿠버네티스","how":"particle"}]'
same 'count: the same is tried' '1 1 ' "$(sosik count 쿠버네티스에서는 2>/dev/null) $(sosik count rkdhs 2>"$t/err") "
has 'count: it is said' "$(cat "$t/err")" '‘rkdhs’ as ‘가온’'
same 'count: each query of a batch' '1
0' "$(printf 'rkdhs\n없는말씀\n' | sosik count --batch 2>/dev/null)"
has 'a date that is none: in English' "$(sosik count after:xx 2>&1)" '7d or yesterday'
has 'a date that is none: in Korean' "$(LANGUAGE=ko sosik count after:xx 2>&1)" '7일, 어제 같은 날짜'
has 'a state that is none: those there are, in English' "$(sosik count is:zzzzzz 2>&1)" 'expected one of unread, read, starred, hidden'
has 'a state that is none: in Korean' "$(LANGUAGE=ko sosik count is:zzzzzz 2>&1)" '안읽음, 읽음, 별표, 숨김, 수정됨, 모두, 본문전체, 실패, 태그있음 가운데'
same 'initials' '1 ' "$(ids ㅁㅈㄷ ㅂㅍ)"
same 'a title being typed' '1 1 ' "$(ids 무중다)$(ids 무ㅈ단)"
same 'one letter' '4 ' "$(ids k)"
same 'one syllable' '1 ' "$(ids 끝)"
same 'a language' '4 ' "$(ids C++)"

has 'symbols alone: it is said that they cannot be looked for' "$(sosik search '!!!' 2>&1)" '‘!!!’ cannot be looked for'
same 'symbols beside words' '1 ' "$(ids 배포 '&' 도구)"
has 'a suggestion' "$(sosik search 'kotlin or rkdhs' 2>&1 >/dev/null)" '‘rkdhs’: was ‘가온’ meant'

terminal 100 20 "sosik search 배포 도구; echo ended; cat"
see 'a terminal shows it' ended
has 'a terminal marks it' "$(tm capture-pane -p -e)" "$(printf '\033[1m\033[33m배포')"
terminal 100 20 "NO_COLOR=1 sosik search 배포 도구; echo ended; cat"
see 'without colours' ended
hasnt 'without colours there are no marks' "$(tm capture-pane -p -e)" "$(printf '\033[1m')"

# What finds nothing by itself is named.
sosik search '배포 tag:없음 author:"가 나" is:unread' >"$t/out" 2>"$t/err"
same 'parts that find nothing alone: status' 0 $?
same 'parts that find nothing alone are told' "sosik: nothing found: ‘tag:없음’ alone finds nothing
sosik: nothing found: ‘author:\"가 나\"’ alone finds nothing" "$(cat "$t/err")"
sosik search '배포 번역기' 2>"$t/err"
same 'where each part finds something, none is' '' "$(cat "$t/err")"
sosik search '배포' 2>"$t/err" >/dev/null
same 'nor where something is found' '' "$(cat "$t/err")"
