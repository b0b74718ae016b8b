#!/bin/sh
# What a feed attaches to be heard or seen stands in the post and is found.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
cat >"$www/feed.xml" <<'EOF'
<rss version="2.0"><channel><title>이야기</title>
<item><title>들을 것</title><guid>1</guid><description>설명입니다.</description>
	<enclosure url="http://a.example/1.mp3?a=1&amp;b=2" type="audio/mpeg" length="9"/></item>
<item><title>볼 것</title><guid>2</guid><description>&lt;p&gt;설명입니다.&lt;/p&gt;</description>
	<enclosure url="http://a.example/2.mp4" type="video/mp4" length="9"/></item>
<item><title>그림</title><guid>3</guid><description>설명입니다.</description><enclosure url="http://a.example/3.jpg" type="image/jpeg" length="9"/></item>
<item><title>긴 글이 있는 것</title><guid>4</guid><link>http://127.0.0.1:PORT/4.html</link><description>설명입니다.</description>
	<enclosure url="http://a.example/4.mp3?a=1&amp;b=2" type="audio/mpeg" length="9"/><enclosure url="http://a.example/4.mp4" type="video/mp4" length="9"/></item>
</channel></rss>
EOF
{
	echo '<html><head><title>긴 글이 있는 것</title></head><body><article><h1>긴 글이 있는 것</h1>'
	for i in 1 2 3 4 5 6 7 8 9 10; do
		echo "<p>설명입니다. 이 글은 길게 쓴 글의 $i번째 문단으로, 본문이 길다는 것을 보이려고 썼습니다. 그래서 여러 문장이 이어집니다.</p>"
	done
	echo '<p><a href="http://a.example/4.mp4">영상</a></p></article></body></html>'
} >"$www/4.html"
serve "$www"
sed -i "s/PORT/$port/" "$www/feed.xml"
echo "$url/feed.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q >"$t/sync" 2>&1

shown() { sosik show "$(sosik search --json "title:\"$1\"" | sed 's/.*"id":\([0-9]*\).*/\1/')"; }
has 'the text stays' "$(shown '들을 것')" '설명입니다.'
has 'a sound stands in plain text' "$(shown '들을 것')" 'http://a.example/1.mp3?a=1&b=2'
has 'a video stands in markup' "$(shown '볼 것')" 'http://a.example/2.mp4'
hasnt 'a picture is none' "$(shown '그림')" 3.jpg
check 'the page of one' sosik fulltext "$(sosik search --ids title:긴)"
has 'the page of a post does not take its sound away' "$(shown '긴 글')" 'http://a.example/4.mp3?a=1&b=2'
has 'it is the text of the page' "$(shown '긴 글')" '10번째 문단'
same 'what the page has is there once' 1 "$(shown '긴 글' | grep -c '4\.mp4')"
same 'sounds are found' 2 "$(sosik count has:audio)"
same 'videos are found' 2 "$(sosik count has:video)"
