#!/bin/sh
# A feed whose address was changed in the feeds file by hand: by its first
# answer from there it is the feed that it was, and none of its posts is new.
. tests/e2e/lib.sh
www=$t/www config=$XDG_CONFIG_HOME/sosik/config feeds=$XDG_CONFIG_HOME/sosik/feeds
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
serve "$www" "$t/log"

# feed FILE TO: posts 1 to this one.
feed() {
	n=1
	{
		printf '<rss version="2.0"><channel><title>블로그</title><link>%s/</link>\n' "$url"
		while [ "$n" -le "$2" ]; do
			printf '<item><title>글 %s</title><link>%s/post/%s</link><guid>post-%s</guid><pubDate>Mon, 01 Jan 2024 00:%02d:00 +0900</pubDate><description>본문 %s</description></item>\n' \
				"$n" "$url" "$n" "$n" "$n" "$n"
			n=$((n + 1))
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
script() { { echo '#!/bin/sh'; cat; } >"$t/$1"; chmod +x "$t/$1"; }
sync() { sosik sync "$@" >"$t/out" 2>"$t/err"; echo $?; }
count() { sosik count "$@"; }

script told <<END
printf '%s\n' "\$*" >>"$t/told.txt"
END
feed old.xml 6
feed new.xml 7
printf '%s\n' "$url/old.xml full=no" >"$feeds"
same 'a sync' 0 "$(sync)"
sosik tag +read -- 'title:"글 1"' >/dev/null
cat >"$config" <<END
set new-unread 2
set notify-command "$t/told"
rule title:글 -> read +규칙 notify
rule title:"글 5" -> hide
END
sed -i s/old.xml/slip.xml/ "$feeds"
same 'a sync at an address that is none' 1 "$(sync)"
sed -i s/slip.xml/new.xml/ "$feeds"
same 'a sync at the new address' 0 "$(sync)"
has 'it is told as the same' "$(cat "$t/out" "$t/err")" 'at another address'
has 'one post is new' "$(cat "$t/out" "$t/err")" '1 new post'
same 'each is there once' 7 "$(count is:all)"
same 'those of before are unread as they were' 5 "$(count is:unread)"
same 'rules are for the new one' 1 "$(count tag:규칙)"
same 'which is told of: it is no first sync' '글 7 블로그' "$(cat "$t/told.txt" 2>/dev/null)"
same 'a second sync brings nothing' 0 "$(sync)"
same 'and changes nothing' 5 "$(count is:unread)"

# Lost with its cache it comes as it was from the journal.
echo 'set new-unread 2' >"$config"
rm -f "$XDG_DATA_HOME/sosik/sosik.db"*
same 'a sync with a new cache' 0 "$(sync)"
same 'has all of them' 7 "$(count is:all)"
same 'as they were' 5 "$(count is:unread)"

check 'undo' sosik undo
same 'its line has the old address again' "$url/old.xml full=no" "$(cat "$feeds")"
same 'a sync behind undo' 0 "$(sync)"
has 'has the posts of that' "$(sosik feeds)" '5/6'
same 'as they were' 5 "$(count is:unread)"
hasnt 'and says nothing of it' "$(cat "$t/out" "$t/err")" 'at another address'
check 'undo once more' sosik undo
same 'takes back what was before: the slip was nothing' "$url/old.xml full=no" "$(cat "$feeds")"
same 'which is the tag' 0 "$(count tag:read)"
check 'and again' sosik redo

# By a command, which looks at the address first, as add does.
sosik move --to "$url/nope.xml" old.xml >"$t/out" 2>"$t/err"
same 'no move to where nothing is' 1 $?
has 'which is said' "$(cat "$t/err")" '404'
has 'and what does it all the same' "$(cat "$t/err")" '--no-check'
same 'its line stays' "$url/old.xml full=no" "$(cat "$feeds")"
printf '<html><head><link rel="alternate" type="application/rss+xml" href="%s/new.xml"></head><body><p>글</p></body></html>' "$url" >"$www/blog.html"
sosik move --to "$url/status/401" old.xml >"$t/out" 2>"$t/err"
same 'one to a feed behind a login: 1' 1 $?
same 'is told what to do once' "sosik: 401: it asks for a login; nothing was moved, --no-check does it all the same" "$(cat "$t/err")"
check 'one to a blog' sosik move --to "$url/blog.html" old.xml
same 'is to its feed' "$url/new.xml full=no" "$(cat "$feeds")"
check 'back' sosik undo
check 'no look' sosik move --no-check --to "$url/nope.xml" old.xml
same 'no questions' "$url/nope.xml full=no" "$(cat "$feeds")"

# The reader is told of it, too.
rm -rf "$XDG_DATA_HOME/sosik"
echo "$url/old.xml full=no" >"$feeds"
same 'a sync with a cache of its own' 0 "$(sync)"
sed -i s/old.xml/new.xml/ "$feeds"
same 'a sync of the reader at the new address' 0 "$(sync --progress)"
has 'which says that it is the same' "$(grep "^remark$(printf '\t')" "$t/out")" 'at another address'
