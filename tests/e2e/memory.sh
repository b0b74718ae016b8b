#!/bin/sh
# The memory of a sync with all that it starts, where feeds are large: EUC-KR, long articles, tables, posts of as many tags as
# are read. The first bring so many posts that the index is made while the others come.
. tests/e2e/lib.sh
www=$t/www feeds=$XDG_CONFIG_HOME/sosik/feeds
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

# feed FILE TIMES POSTS START REPEATED END: posts of so many repeated pieces.
feed() {
	awk -v times="$2" -v posts="$3" -v start="$4" -v piece="$5" -v end="$6" 'BEGIN {
		printf "<rss version=\"2.0\"><channel><title>블로그</title><link>https://a.example/</link>"
		for (p = 1; p <= posts; p++) {
			printf "<item><title>글 %d</title><guid>%d</guid><description><![CDATA[%s", p, p, start
			for (i = 0; i < times; i++) printf "%s", piece
			printf "%s]]></description></item>\n", end
		}
		printf "</channel></rss>\n"
	}' >"$www/$1"
}
words='서버의 응답이 늦어진 까닭을 차례로 살펴보고 연결을 다시 나누어 본 결과를 정리합니다. '
feed tags.xml 29000 2 '' '<b>가</b> <i>나</i> ' ''
feed lines.xml 59000 2 '' '<br>가' ''
feed tables.xml 6000 2 '<table>' "<tr><td>$words</td><td>3</td></tr>" '</table>'
feed long.xml 8000 1 '' "<p>$words</p>" ''
feed many.xml 40 400 '' "<p>$words</p>" ''
{ echo '<?xml version="1.0" encoding="euc-kr"?>' && cat "$www/many.xml"; } | iconv -f utf-8 -t euc-kr >"$www/korean.xml"

serve "$www" "$t/log"
routes=
n=0
for name in korean many lines tables tags long; do
	for i in 1 2; do
		n=$((n + 1))
		echo "http://blog$n.example:$port/$name.xml?$i" >>"$feeds"
		routes="$routes --resolve blog$n.example:$port:127.0.0.1"
	done
done

# shellcheck disable=SC2086 # a word each
kb=$("$bin/tests/tools/weigh" "$bin/sosik-sync" sync -q $routes 2>"$t/err" 9>&-)
same 'all feeds come' 0 $?
same 'with nothing to say' '' "$(cat "$t/err")"
same 'all posts are there' "$((2 * (2 * 400 + 3 * 2 + 1)))" "$("$bin/sosik" count)"
if [ -n "${SANITIZE:-}" ]; then
	ok 'memory counts without sanitizers, whose own is many times as much'
else
	check "$kb KB are within 64 MB" test "$kb" -gt 10000 -a "$kb" -le 65536
fi
exec 9>&-
