#!/bin/sh
# The first fetch of a feed: how many of its posts are unread, also in a cache
# that is made again.
. tests/e2e/lib.sh
www=$t/www
config=$XDG_CONFIG_HOME/sosik/config
cache=$XDG_DATA_HOME/sosik/sosik.db
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

serve "$www"

# feed NAME FROM TO: a post for each number, dated by it.
feed() {
	n=$2
	{
		printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>%s/</link>\n' "$1" "$url"
		while [ "$n" -le "$3" ]; do
			printf '<item><title>%s의 글 %s</title><guid isPermaLink="false">%s-%s</guid><pubDate>Mon, 01 Jan 2024 00:%02d:00 +0900</pubDate><description>본문 %s</description></item>\n' \
				"$1" "$n" "$1" "$n" "$n" "$n"
			n=$((n + 1))
		done
		echo '</channel></rss>'
	} >"$www/$1.xml"
}
subscribe() { echo "$url/$1.xml ${2:-}" >>"$XDG_CONFIG_HOME/sosik/feeds"; }
sync() { "$bin/sosik-sync" sync "$@" >"$t/out" 2>"$t/err"; echo $?; }
unread() { sosik count "is:unread title:$1의"; }

feed gaon 1 30
subscribe gaon
same 'a sync' 0 "$(sync)"
same 'without a word all are unread' 30 "$(unread gaon)"
echo 'set new-unread 5' >"$config"
feed gaon 11 33
feed nuri 1 30; feed dami 1 30; feed hani 1 30; feed sora 1 3
subscribe nuri; subscribe dami unread=all; subscribe hani unread=0; subscribe sora
same 'a sync with new feeds' 0 "$(sync)"
same 'of a feed that was there before nothing is read' 33 "$(unread gaon)"
same 'of a new one the newest are unread' 5 "$(unread nuri)"
same 'indeed the newest' 1 "$(sosik count is:unread 'title:"nuri의 글 26"')"
same 'unread=all' 30 "$(unread dami)"
same 'unread=0' 0 "$(unread hani)"
same 'a feed with fewer posts' 3 "$(unread sora)"
feed nuri 4 33
sync >/dev/null
same 'what comes later is unread' 8 "$(unread nuri)"
same 'the journal has it by one line' 2 "$(cat "$XDG_DATA_HOME/sosik/journal"/*.jsonl | grep -c '"met":')"
same 'which undo passes over' 'nothing to undo' "$(sosik undo 2>&1 | sed 's/^sosik: //')"
sosik tag -read -- 'title:"nuri의 글 7"' >/dev/null
same 'one that the user wants unread' 9 "$(unread nuri)"

# A cache that is lost, the journal, and the feeds as they are by now.
rm -f "$cache" "$cache"-*
sync >/dev/null
same 'a cache made again: of the feeds that were met' 23 "$(unread gaon)"
same 'what came with the first fetch is read, what came later not' 9 "$(unread nuri)"
same 'all' 30 "$(unread dami)"
same 'none' 0 "$(unread hani)"

# The state goes to another machine.
sosik dump >"$t/dump"
XDG_DATA_HOME=$t/there/share XDG_CONFIG_HOME=$t/there/config
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$config" "$XDG_CONFIG_HOME/sosik/config"
sosik restore "$t/dump" >/dev/null 2>&1
sync >/dev/null
same 'restored elsewhere: the feeds that were met' 23 "$(unread gaon)"
same 'as they are' 9 "$(unread nuri)"
same 'all of them' 30 "$(unread dami)"

# Read marks that were brought along say enough.
XDG_DATA_HOME=$t/third/share XDG_CONFIG_HOME=$t/third/config
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$config" "$XDG_CONFIG_HOME/sosik/config"
sed 's/,"met":1//' "$t/dump" >"$t/marks"
sosik restore "$t/marks" >/dev/null 2>&1
sync >/dev/null
same 'a feed with marks from elsewhere' 9 "$(unread nuri)"

printf 'set new-unread many\nset new-unread 9999\nset new-unread all\n' >"$config"
XDG_CONFIG_HOME=$t/home/.config
echo "$url/x.xml unread=few" >>"$XDG_CONFIG_HOME/sosik/feeds"
sync nuri >/dev/null
has 'a word that is none' "$(cat "$t/err")" 'config:1:16: new-unread takes all, or a number from 0 to 5000'
has 'a number that is too large' "$(cat "$t/err")" 'config:2:16: '
has 'of a feed' "$(cat "$t/err")" 'expected a number of posts, or all'
