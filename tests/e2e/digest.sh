# What is new, as text, Markdown, HTML and JSON, and mailed as the manual says.
. tests/e2e/lib.sh
mkdir -p "$XDG_CONFIG_HOME/sosik" "$t/samples"
day=86400 now=$(date +%s)
rfc() { date -u -d "@$(($now - $1))" '+%a, %d %b %Y %H:%M:%S +0000'; }
item() { # AGE TITLE TEXT
	echo "<item><guid>$2</guid><title>$2</title><link>https://${feed}.example/p?a=1&amp;b=$(echo "$2" | cksum | cut -d' ' -f1)</link><pubDate>$(rfc "$1")</pubDate><author>글쓴이 $feed</author><description><![CDATA[$3]]></description></item>"
}
rss() { # FEED TITLE: items on standard input
	echo "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>$2</title><link>https://$1.example/</link>$(cat)</channel></rss>"
}
long=$(for i in 1 2 3 4 5 6 7 8; do printf '%s번째 문장은 줄이 어디에서 바뀌는지 보려고 조금 길게 씁니다. ' $i; done)
feed=one
{ item 3600 '한 시간 전의 글 *별*' "<p>$long</p>"; item $((3 * day)) '사흘 전의 글' '<p>짧은 글.</p>'; item $((40 * day)) '오래된 글' '<p>옛 글.</p>'; } |
	rss one '첫째 & 블로그' >"$t/samples/one.xml"
feed=two
{ item 7200 '두 시간 전의 글 a &lt; b' '<p>글.</p>'; } | rss two '둘째 블로그' >"$t/samples/two.xml"
printf 'https://one.example/rss #가\nhttps://two.example/rss #나\n' >"$XDG_CONFIG_HOME/sosik/feeds"
printf 'https://one.example/rss\tone.xml\tapplication/rss+xml\nhttps://two.example/rss\ttwo.xml\tapplication/rss+xml\n' >"$t/samples/index"
check 'sync' sosik sync -q --samples "$t/samples"
same 'four posts' 4 "$(sosik count is:all)"

out=$(sosik digest --since 1d)
same 'text: status' 0 $?
same 'json: as other commands have it' "$(sosik digest -f json | tail -n +2)" "$(sosik digest --json | tail -n +2)"
has 'json: is it' "$(sosik digest --json)" '"type":"digest"'
has 'text: how much' "$out" '3 posts · 2 feeds · about '
has 'text: a group with its number' "$out" '첫째 & 블로그 (2)
-------------'
has 'text: a title' "$out" '* 한 시간 전의 글 *별*'
has 'text: came late, but is not old' "$out" '* 사흘 전의 글'
hasnt 'text: came late and is old' "$out" '오래된 글'
same 'text: the newest feed first' '첫째 & 블로그 (2)
둘째 블로그 (1)' "$(printf '%s\n' "$out" | grep ' ([0-9])$')"
check 'text: 72 cells but for addresses' test "$(printf '%s\n' "$out" | grep -v '://' | wc -L)" -le 72
check 'text: narrower' test "$(sosik digest --since 1d -w 40 | grep -v '://' | wc -L)" -le 40
same 'text: what is longer is cut' 1 "$(printf '%s\n' "$out" | grep -c '…$')"
has 'text: in Korean' "$(LANGUAGE=ko sosik digest --since 1d)" '글 3개 · 피드 2개 · 약 '
has 'by tag of the feed' "$(sosik digest --since 1d --by tag)" '#가 (2)'
check 'a tag' sosik tag +다 -- title:두
has 'by tag of the post' "$(sosik digest --since 1d --by tag)" '#다 (1)'
has 'a query' "$(sosik digest --since 1d feed:둘째)" '1 post · 1 feed'
has 'an older date' "$(sosik digest --since 90d)" '4 posts'
has 'a limit' "$(sosik digest --since 90d -n 1)" 'And 3 more.'
same 'nothing new: status' 0 "$(sosik digest tag:none >/dev/null; echo $?)"
has 'nothing new: said' "$(sosik digest tag:none)" 'No new posts since '
same 'nothing new: -q' '' "$(sosik digest -q tag:none 2>&1)"
same 'nothing new: -q in JSON and HTML' '' "$(sosik digest -q -f json tag:none; sosik digest -q -f html tag:none)"
for wrong in '--since x' '--since 0x' '--by author' '-f xml'; do
	sosik digest $wrong >/dev/null 2>&1
	same "usage: $wrong" 2 $?
done

out=$(sosik digest -f markdown --since 1d)
has 'Markdown: a title that has marks' "$out" '### [한 시간 전의 글 \*별\*](https://one.example/p?a=1&b='
has 'Markdown: a group' "$out" '## 첫째 & 블로그 (2)'
has 'Markdown: read back' "$(printf '%s\n' "$out" | sosik render --type markdown -w 100 -)" '두 시간 전의 글 a < b'
out=$(sosik digest -f html --since 1d)
has 'HTML: escaped' "$out" '두 시간 전의 글 a &lt; b</a></h3>'
has 'HTML: an address' "$out" '<a href="https://one.example/p?a=1&amp;b='
same 'HTML: what is opened is closed' '' "$(printf '%s\n' "$out" | sed '1d; /<meta/d; /^:root/,/<\/style>/d; /<style>/d' |
	grep -oE '</?[a-z0-9]+' | tr -d '<' | sed 's,^/,- ,; t; s/^/+ /' | awk '
		$1 == "+" { open[++n] = $2 } $1 == "-" { if (open[n--] != $2) print "closes " $2 } END { if (n) print n " left" }')"
out=$(sosik digest -f json --since 1d)
same 'JSON: the first object' '{"v":1,"type":"digest","posts":3,"left":0,"feeds":2,' "$(printf '%s\n' "$out" | head -n 1 | cut -c1-52)"
same 'JSON: an object a post' 3 "$(printf '%s\n' "$out" | grep -c '"type":"post"')"

# The line of the manual, with a program in the place of mail(1).
mkdir "$t/path"
cat >"$t/path/mail" <<'M'
#!/bin/sh
printf '%s\n' "$*" >"$MAILED.words"
cat >"$MAILED"
M
chmod +x "$t/path/mail"
for page in man/sosik.1 man/ko/sosik.1; do
	line=$(sed -n 's/^0 7 \* \* \* \(sosik digest .*\)/\1/p' "$page")
	MAILED=$t/mailed PATH=$t/path:$PATH sh -c "$line"
	same "$page: the mail: status" 0 $?
	same "$page: the mail: how it is sent" '-E -s 소식 me@example.com' "$(cat "$t/mailed.words")"
	same "$page: the mail" "$(sosik digest --since 1d | sed 1d)" "$(sed 1d "$t/mailed")"
done
