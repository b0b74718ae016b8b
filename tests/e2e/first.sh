#!/bin/sh
# The first screen is right when it comes: every number in it and every tag is
# what counting all posts gives.
. tests/e2e/lib.sh
samples=$bin/share/samples
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$XDG_CONFIG_HOME/sosik/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"
sosik tag +언어/Rust -- title:Rust >/dev/null
sosik tag +언어/go +나중에 -- feed:해솔 >/dev/null
sosik tag +ai -- 개발 >/dev/null

# vterm COMMANDS: the reader on 50 rows of 200 columns.
vterm() { printf '%b\n' "$1" | TERM=xterm-256color "$bin/tests/tools/vterm" 50 200 sosik; }
vterm 'see 1/19\ntype jmjjmsjjxjs\ntype Q\nwait' >/dev/null
vterm 'see /18\ntext' >"$t/screen"
sed '$d; s/│.*//' "$t/screen" >"$t/sidebar"
sed 's/^[^│]*│//' "$t/screen" >"$t/list"

# shown ROW: "UNREAD/ALL" of a row of the sidebar; slow WHERE: the same by looking at every post.
shown() { sed -n "s|^[> ]*$1 .* \([0-9]*/[0-9]*\) *\$|\1|p" "$t/sidebar"; }
slow() {
	echo "SELECT coalesce(sum(p.is_read = 0), 0) || '/' || count(*) FROM post p NOT INDEXED JOIN feed f ON f.id = p.feed_id WHERE p.shown AND ($1)" |
		"$bin/tests/tools/sql" "$XDG_DATA_HOME/sosik/sosik.db"
}
tagged() { echo "EXISTS (SELECT 1 FROM post_tag x JOIN tag g ON g.id = x.tag_id WHERE x.post_id = p.id AND (g.name = '$1' OR g.name LIKE '$1/%'))"; }

same 'some are read' 16/18 "$(slow 1)"
same 'all posts' "$(slow 1)" "$(shown All)"
same 'starred ones' "$(slow p.is_starred)" "$(shown Starred)"
same 'unread ones' "$(slow 1 | cut -d/ -f1)" "$(sed -n 's/^  Unread *\([0-9]*\) *$/\1/p' "$t/sidebar")"
same 'the first row' "$(slow 1 | cut -d/ -f1)" "$(sed -n 's/^ sosik *\([0-9]*\) unread.*/\1/p' "$t/screen")"
for feed in '나무 노트' '해솔 기술 블로그' '이끼의 개발 일지' '데이터신문'; do
	same "feed $feed" "$(slow "f.name = '$feed'")" "$(shown "$feed")"
done
for tag in ai 나중에 언어; do
	same "tag $tag" "$(slow "$(tagged "$tag")")" "$(shown "#$tag")"
	all=$(slow "$(tagged "$tag")")
	same "rows with $tag" "${all#*/}" "$(grep -c "#$tag[/ ]" "$t/list")"
done
same 'rows of unread posts' "$(slow 1 | cut -d/ -f1)" "$(grep -c '^ ●' "$t/list")"
