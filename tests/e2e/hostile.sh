#!/bin/sh
# Posts that would have the terminal for themselves: whatever a feed holds, of controls only our own reach it.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

many() { printf "$1%.0s" $(seq "$2"); } # many BYTES COUNT
# Invisible ones, marks of direction, tags, separators, 5,000 accents on one letter, and C1 as UTF-8, which XML allows.
quiet() {
	printf '\302\2334242m\302\2350;PWN\302\234\302\220q\302\234\302\205\342\200\256\342\201\246\342\200\217\330\234'
	many '\342\200\213' 2000
	many '\341\240\216\357\273\277' 50
	printf '\342\200\250\342\200\251\342\201\251\363\240\201\201\357\277\271\342\200\215e'
	many '\314\201' 5000
}
# What no XML may hold: ESC, BEL, DEL, CR, backspace.
loud() { printf '\033[4242m\033]0;PWN\007\033]52;c;UFdO\033\\\033P+q544e\033\\\033c\033[6n\007\010\177\016\r\033[?1049l\033[2J'; }
# The same as HTML has them written.
written() { printf '&#27;[4242m&#x1b;]0;PWN&#7;&#x9b;4242m&#155;31m&#x202e;&#x2066;&#8203;&#13;&#x7f;&#xfeff;'; }

item() { # item NUMBER POISON…: one in all that is shown of a post
	number=$1; shift
	p=$("$@")
	printf '<item><guid>%s</guid><title>글%s %s끝</title><author>쓴이%s</author><category>태그%s</category>' "$number" "$number" "$p" "$p" "$p"
	printf '<link>http://a.example/%s/%s</link><description><![CDATA[<h2>절%s</h2><p>본문%s <a href="http://a.example/">링크%s</a></p>' "$number" "$p" "$p" "$p" "$p"
	printf '<p><img src="http://a.example/%s.png" alt="그림%s"></p><pre><code class="language-%s">코드%s</code></pre>' "$p" "$p" "$p" "$p"
	printf '<table><tr><th>칸%s</th></tr></table><h2>둘째%s</h2><p>낱말</p>]]></description></item>' "$p" "$p"
}
long() { head -c 1000000 /dev/zero | tr '\0' a; }
{
	printf '<rss version="2.0"><channel><title>조용한%s</title>' "$(quiet)"
	item 1 quiet
	item 2 written
	printf '<item><guid>3</guid><title>글3 %s</title><author>%s</author><description>&lt;pre&gt;낱말%s&lt;/pre&gt;</description></item>' "$(long)" "$(long)" "$(long)"
	printf '</channel></rss>'
} >"$www/quiet.xml"
{
	printf '<rss version="2.0"><channel><title>시끄러운%s</title>' "$(loud)"
	item 4 loud
	printf '</channel></rss>'
} >"$www/loud.xml"

serve "$www"
printf '%s\n' "$url/quiet.xml" "$url/loud.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
echo 'set title on' >"$XDG_CONFIG_HOME/sosik/config"
sosik sync -q >"$t/sync" 2>&1
same 'all posts come in' 4 "$(sosik search --ids is:all | wc -l)"

# What is in a file that is no sequence of ours: of controls all but line ends and the
# backspace that moves the cursor, of sequences those of the posts.
sequences='s/\x1b\[[0-9;:?>=]*[ $]*[a-zA-Z]//g; s/\x1b\]\(8;\|2;\|52;c;\)[^\x00-\x1f\x7f]*\(\x1b\\\|\x07\)//g; s/\x1b\]1[01];?\(\x1b\\\|\x07\)//g; s/\x1b[()][A-Z0-9]//g; s/\x1b[=>78M]//g'
controls='[\x00-\x07\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe1\xa0\x8e|\xe2\x80[\x8b\x8c\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]|\xf3\xa0[\x80-\x81]|(\xcc\x81){9}'
foreign() {
	LC_ALL=C grep -aoP '\x1b(\[[0-9;]*4242|\]0;PWN|\]52;c;UFdO|c|P\+q)' "$1"
	LC_ALL=C sed "$sequences" "$1" | LC_ALL=C grep -aoP "$controls" | sort | uniq -c
}
clean() { same "$1" '' "$(foreign "$2" | od -An -c | head -20)"; }

# The check sees what it is for.
for p in loud quiet; do
	$p >"$t/raw"
	[ "$(foreign "$t/raw")" ] && ok "$p is seen" || not_ok "$p is not seen"
done

# The same words at the shell.
{
	sosik search is:all; sosik feeds; sosik feeds --health; sosik tags; sosik search 낱말; sosik status
	for id in $(sosik search --ids is:all); do sosik show "$id"; done
} >"$t/raw" 2>&1
has 'the posts are told' "$(head -c 20000 "$t/raw")" '글1'
clean 'commands write no control of a post' "$t/raw"
# A host with a control in its name, which a feed leads to: it is told where.
echo "$url/goto?url=http%3A%2F%2Fevil%C2%9B4242m%E2%80%AE.example%2F" >>"$XDG_CONFIG_HOME/sosik/feeds"
{ sosik search --json is:all; sosik feeds --json; sosik sync --json goto; sosik dump; sosik export; sosik export -f json; } >"$t/raw" 2>&1
has 'a host with a control is told of' "$(head -c 20000 "$t/raw")" 'http://evil'
clean 'nor in JSON and lists' "$t/raw"
sosik remove goto >"$t/out" 2>&1

# And in the reader: lists, articles, what is copied and saved, prompts, messages.
vterm() {
	printf '%b\n' "$1" "raw $t/raw" | env -C "$t" -u TMUX TERM=xterm-256color VTE_VERSION=7000 COLORTERM=truecolor "$bin/tests/tools/vterm" 40 120 sosik
}
out=$(vterm 'see 글1\ntype gg\\r\nsee %\ntype f\nsee its letters\ntype \\e\ntype gO\nsee 절\ntype q\ntype gl\nsee 링크\ntype q\ntype J\nsee %\ntype J\nsee %\ntype J\nsee %\ntype q\nsee 글1')
same 'all of it is seen' '' "$(printf '%s\n' "$out" | grep 'not seen')"
clean 'lists and articles' "$t/raw"
out=$(vterm 'see 글1\ntype gH\nsee 127.0.0.1\ntype q\ntype gT\nsee Tags\ntype q\ntype :search 낱말\\r\nsee 낱말\ntype G\\r\nsee %\ntype ytyy\nsee copied\ntype w\nsee 글\ntype \\r\nsee %\ntype gm\nsee Messages\ntype q\ntype qt+태\nsee +태\ntype \\e')
same 'all of this is seen' '' "$(printf '%s\n' "$out" | grep 'not seen')"
clean 'views, prompts and messages' "$t/raw"
