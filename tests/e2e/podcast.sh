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
</channel></rss>
EOF
mkfifo "$t/hold"
"$bin/tests/tools/server" "$www" <"$t/hold" >"$t/port" &
exec 9>"$t/hold"
wait_for 5 test -s "$t/port"
echo "http://127.0.0.1:$(cat "$t/port")/feed.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q >"$t/sync" 2>&1

shown() { sosik show "$(sosik search --json "title:\"$1\"" | sed 's/.*"id":\([0-9]*\).*/\1/')"; }
has 'the text stays' "$(shown '들을 것')" '설명입니다.'
has 'a sound stands in plain text' "$(shown '들을 것')" 'http://a.example/1.mp3?a=1&b=2'
has 'a video stands in markup' "$(shown '볼 것')" 'http://a.example/2.mp4'
hasnt 'a picture is none' "$(shown '그림')" 3.jpg
same 'sounds are found' 1 "$(sosik count has:audio)"
same 'videos are found' 1 "$(sosik count has:video)"
