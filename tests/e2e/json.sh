# The members of every JSON object are those that the manual names, in both languages.
. tests/e2e/lib.sh
samples=$bin/share/samples
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$XDG_CONFIG_HOME/sosik/feeds"
echo 'https://broken.example/rss' >>"$XDG_CONFIG_HOME/sosik/feeds"
mkdir "$t/samples"
cp "$samples"/* "$t/samples" 2>/dev/null
printf 'view 안읽은것 is:unread\nrule feed:해솔 -> +회사\n' >"$XDG_CONFIG_HOME/sosik/config"
sosik sync --json --samples "$t/samples" >"$t/sync"
check 'a tag' sosik tag +언어/러스트 feed:해솔

# named PAGE COMMAND: what the manual names for it, sorted.
named() {
	sed -n '/^\.Sh JSON/,/^\.El/p' "$1" | awk -v want=".It Ic $2" '$0 == want { on = 1; next } /^\.It/ { on = 0 } on && /^\.Li/ { $1 = ""; gsub(",", ""); print }' |
		tr -s ' ' '\n' | grep . | LC_ALL=C sort | paste -sd' ' -
}
# has_members COMMAND TYPE: as the page says; may lack those behind it, which stand there in some cases only.
checked=
has_members() {
	name=$1 kind=$2 lacks=${3:-}
	[ "$kind" = - ] || name="$1 : Li $2"
	got=$(sed -n "s/^$kind: //p" "$t/members")
	for page in man/sosik.1 man/ko/sosik.1; do
		want=$(named "$page" "$name")
		for m in $lacks; do
			case " $got " in *" $m "*) ;; *) want=$(printf '%s\n' "$want" | tr ' ' '\n' | grep -vx "$m" | paste -sd' ' -) ;; esac
		done
		same "$page: $name" "$want" "$got"
	done
	checked="$checked
$name"
}
# tells COMMAND…: its output as members.
tells() {
	"$@" 2>/dev/null | tee "$t/lines" | "$bin/tests/tools/members" >"$t/members"
	same "$2: an object a line, each with v" '' "$(grep -v '^{"v":1,.*}$' "$t/lines")"
}
tells cat "$t/sync"
has_members sync feed 'feeds'
has_members sync end
one=$(sosik search --ids is:all | head -n 1)
tells sosik feeds --json; has_members feeds -
tells sosik feeds --health --json; has_members 'feeds Fl -health' -
tells sosik catalog --json -n 3; has_members catalog -
tells sosik export -f json; has_members export -
tells sosik search --json 데이터; has_members search -
tells sosik search --json is:all; has_members search -
tells sosik count --json; has_members count -
tells sosik digest -f json --since 2020; has_members digest digest; has_members digest post
tells sosik show -f json "$one"; has_members show -
tells sosik tags --json; has_members tags -
tells sosik views --json; has_members views -
tells sosik rules --json; has_members rules -
tells sosik rules test --json; has_members 'rules test' -
tells sosik fulltext --json --samples "$t/samples" "$one"; has_members fulltext post; has_members fulltext end
sosik outline --json "$one" | "$bin/tests/tools/members" >"$t/members"
same 'outline' '-: level title' "$(cat "$t/members")"
same 'all that the manual names was looked at' "$(sed -n '/^\.Sh JSON/,/^\.El/s/^\.It Ic //p' man/sosik.1 | sort)" "$(printf '%s\n' "$checked" | grep . | sort -u)"

# What can take hold of a terminal is escaped, whatever a feed says.
printf 'https://evil.example/rss\n' >"$XDG_CONFIG_HOME/sosik/feeds"
printf 'https://evil.example/rss\tevil.xml\tapplication/rss+xml\n' >"$t/samples/index"
printf '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>a&#155;31m&#x202e;b</title><link>https://evil.example/1</link><description>&#x9b;2J</description></item></channel></rss>' >"$t/samples/evil.xml"
sosik sync -q --samples "$t/samples"
out=$(sosik search --json is:all; sosik show -f json "$(sosik search --ids a | head -n 1)"; sosik sync --json --force --samples "$t/samples"; sosik digest -f json)
same 'no control character of C1 or bidi' '' "$(printf '%s' "$out" | LC_ALL=C grep -o -e "$(printf '\302[\200-\237]')" -e "$(printf '\342\200\256')" | head -n 1)"
