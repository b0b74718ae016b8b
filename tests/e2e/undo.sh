# Every command that changes state, and of which the table says that undo takes
# it back: it is run, undone, done again and undone once more, and each time all
# state is compared. A new command without a case here fails.
. tests/e2e/lib.sh
samples=$bin/share/samples
config=$XDG_CONFIG_HOME/sosik
mkdir -p "$config"
cp "$samples/feeds" "$config/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"
echo 'rule title:코드 -> +규칙 read' >"$config/config" # for old posts
check 'tags to begin with' sosik tag +백엔드 +읽을것 +star feed:해솔
cat >"$t/list.opml" <<END
<opml version="2.0"><body><outline text="묶음"><outline type="rss" text="들여온 곳" xmlUrl="https://list.example/rss"/></outline></body></opml>
END
printf '+가/나 +read is:all\n-백엔드 -star -- title:코드\n' >"$t/batch"

# What another machine had.
mkdir "$t/there" "$t/there/sosik"
{ echo 'https://there.example/rss #저쪽'; cat "$samples/feeds"; } >"$t/there/sosik/feeds"
there() { XDG_CONFIG_HOME=$t/there XDG_DATA_HOME=$t/there/data "$@"; }
there sosik sync -q --samples "$samples" 2>/dev/null # but for the one that there is no sample of
check 'changes there' there sosik tag +저쪽 +읽을것 +read +hide title:SQLite
there sosik dump >"$t/other"

# state: all of it but when it was written down, and the feeds file. Feeds that are subscribed no more are known ever after.
state() {
	sosik dump | sed 's/"seq":[0-9]*,"time":[0-9]*,//' >"$t/state"
	sed -n 's/.*"unsubscribe","feed":"\([0-9a-f]*\)".*/\1/p' "$t/state" >"$t/former"
	grep -vF -f "$t/former" "$t/state"
	cat "$config/feeds"
}
# as_it_was NAME WANT: the state is that one; else what is other.
as_it_was() {
	printf '%s\n' "$2" >"$t/want"
	state >"$t/got"
	if cmp -s "$t/want" "$t/got"; then ok "$1"; else not_ok "$1"; diff "$t/want" "$t/got" | cut -c 1-300 | sed 's/^/    /'; fi
}
# redone: something to do again, which is undone first.
redone() { sosik undo >/dev/null && case_begins && sosik redo; }
case_begins() { before=$(state); }

# The cases: a command as the table names it, and all that is to be run.
cases() {
	cat <<-END
		add      sosik add --no-check -n 새이름 -t ai https://one.example/rss
		remove   sosik remove 데이터신문 해솔
		rename   sosik rename 해솔 다른이름
		move     sosik move --no-check --to https://moved.example/rss 해솔
		catalog  sosik catalog --add --yes -n 3 -t 추천
		import   sosik import -t 모음 $t/list.opml
		tag      sosik tag +새것 -읽을것 +read -star is:all
		tag      sosik tag +hide title:코드
		tag      sosik tag --batch
		tags     sosik tags --rename 백엔드 서버쪽/백엔드
		tags     sosik tags --rename 백엔드 읽을것
		tags     sosik tags --delete 읽을것
		tags     sosik tags --rename 뉴스 소식/뉴스
		tags     sosik tags --rename 회사 백엔드
		tags     sosik tags --delete 회사
		rules    sosik rules apply
		restore  sosik restore $t/other
		redo     redone
	END
}

try() { # try COMMAND…
	case_begins
	"$@" <"$t/batch" >"$t/out" 2>&1
	same "$*: status" 0 $?
	after=$(state)
	[ "$before" != "$after" ] && ok "$*: something has changed" || not_ok "$*: nothing has changed"
	# One line of the batch is one change.
	n=1; case $* in *--batch) n=2 ;; esac
	for step in undo redo undo; do
		sosik $step $n >"$t/out" 2>&1
		same "$*: $step: status" 0 $?
		[ $step = undo ] && want=$before || want=$after
		as_it_was "$*: $step" "$want"
	done
}

cases >"$t/cases"
while read -r name words <&3; do
	try $words
done 3<"$t/cases"

# What each command says of itself in its help is what the table says.
for name in $(sosik help | sed -n 's/^  sosik \([a-z]*\) .*/\1/p'); do
	help=$(sosik help "$name")
	case $help in
	*'‘sosik undo’ takes it back.'*)
		check "undo of ‘$name’ is tried here" grep -q "^$name " "$t/cases" ;;
	*'‘sosik undo’ does not take it back.'*)
		final="${final:-}$name " ;;
	esac
done
same 'what undo does not take back' 'purge ' "$final"

# What is told.
check 'one post is tagged' sosik tag +하나 title:SQLite
has 'a single post is told by its title' "$(sosik undo)" 'undone: +하나 (‘검색 서버'
check 'tags below one' sosik tag +위/가 +위/나 title:SQLite
check 'rename of what stands above' sosik tags --rename 위 밑
same 'it is told by that name' 'undone: 위 → 밑 (2 tags)' "$(sosik undo)"
check 'tags are taken off' sosik undo

tags=; for i in 1 2 3 4 5 6 7 8 9; do tags="$tags +꼬리표꼬리표$i"; done
check 'a change of many parts' sosik tag $tags title:SQLite
told=$(sosik undo)
check "it is cut between parts: $told" sh -c 'echo "$1" | grep -Eq "undone: (\+꼬리표꼬리표[0-9], )*\+꼬리표꼬리표[0-9] and [0-9] more( |$)"' - "$told"

# A change of many posts that is stopped, and a torn line of the journal.
journal=$(echo "$XDG_DATA_HOME"/sosik/journal/*.jsonl)
before=$(state)
printf '{"seq":99,"time":1,"do":"change","parts":[{"do":"tag","tag":"찢긴' >>"$journal"
as_it_was 'a torn line is none' "$before"
check 'a change behind a torn line' sosik tag +뒤 feed:해솔
check 'undo of it' sosik undo
as_it_was 'behind a torn line all is as it was' "$before"
rm "$XDG_DATA_HOME"/sosik/sosik.db*
check 'sync into a new cache' sosik sync -q --samples "$samples"
same 'the journal alone gives the same' "$(printf '%s\n' "$before" | sort)" "$(state | sort)"
