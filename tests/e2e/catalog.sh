#!/bin/sh
# The catalogue: what is found, what is subscribed and taken back, what is asked.
. tests/e2e/lib.sh
feeds=$XDG_CONFIG_HOME/sosik/feeds
rows() { grep -c "$1" "$here/src/share/catalog.tsv"; }

n=$(rows '^[^#]')
has 'the README says how many there are' "$(cat README.md)" "holds ${n%???},${n#"${n%???}"} blogs"

out=$(sosik catalog 우아한)
has 'a name: the feed' "$out" 'https://techblog.woowahan.com/feed'
has 'a name: kind and platform' "$out" 'company  own site'
same 'initials find the same' "$out" "$(sosik catalog ㅇㅇㅎㅎㅈㄷ)"
same 'the other keyboard language finds the same' "$out" "$(sosik catalog dndkgks)"
same 'NFD finds the same' "$out" "$(sosik catalog "$(printf '\341\204\213\341\205\256\341\204\213\341\205\241\341\204\222\341\205\241\341\206\253')")"
has 'Korean labels' "$(LANGUAGE=ko sosik catalog 우아한)" '회사  자체 사이트'
same 'all of them' "$(rows '^[^#]')" "$(sosik catalog | wc -l)"
same 'the first three' 3 "$(sosik catalog -n 3 | wc -l)"
same 'a kind' "$(rows '	news	')" "$(sosik catalog --kind 뉴스 | wc -l)"
same 'a platform' "$(rows '	velog	')" "$(sosik catalog -p 벨로그 | wc -l)"
same 'kind and platform as words' "$(sosik catalog -k company -p medium)" "$(sosik catalog '#회사' '#미디엄')"
same 'options behind the words' "$(sosik catalog -n 2 카카오)" "$(sosik catalog 카카오 -n 2)"
same 'an option behind -- is a word' '' "$(sosik catalog -- --json 2>/dev/null)"
has 'JSON' "$(sosik catalog --json 우아한)" '{"v":1,"name":"우아한형제들","site":"https://techblog.woowahan.com/","feed":"https://techblog.woowahan.com/feed","kind":"company","platform":"own"'
err=$(sosik catalog 없는블로그이름 2>&1 >/dev/null)
same 'nothing found: status' 0 $?
has 'nothing found is said' "$err" 'no blog'
same 'bytes that are no UTF-8 are survived' 0 "$(sosik catalog "$(printf '\377\376')" >/dev/null 2>&1; echo $?)"
err=$(sosik catalog -p mars 2>&1)
same 'an unknown platform: status' 2 $?
has 'an unknown platform: which there are' "$err" 'tistory (티스토리), velog (벨로그), naver (네이버)'
err=$(sosik catalog -k robot 2>&1)
has 'an unknown kind: which there are' "$err" 'company (회사), news (뉴스), community (커뮤니티), person (개인)'
sosik catalog -t x 우아한 2>/dev/null
same '--tag without --add: status' 2 $?
same 'looking makes no file' '' "$(find "$HOME" -type f)"

has 'an empty list names the catalogue' "$(sosik feeds 2>&1)" 'sosik catalog'
has 'an empty sync does' "$(sosik sync 2>&1)" 'sosik catalog'
hasnt 'a quiet one does not' "$(sosik sync -q 2>&1)" 'sosik catalog'

out=$(sosik add 우아한형제들 2>&1)
same 'a name given to add: status' 2 $?
has 'a name given to add: the catalogue is named' "$out" 'sosik catalog 우아한형제들'

out=$(sosik catalog --add -t 회사 -t '#기술' 우아한)
same 'add: status' 0 $?
has 'add: what' "$out" 'subscribed: 우아한형제들 (https://techblog.woowahan.com/feed)'
has 'add: in the file' "$(cat "$feeds")" 'https://techblog.woowahan.com/feed name=우아한형제들 #회사 #기술'
has 'add: in the list' "$(sosik feeds)" '우아한형제들'
has 'add: marked' "$(sosik catalog 우아한)" '✓ 우아한형제들'
has 'add: marked in JSON' "$(sosik catalog --json 우아한)" '"subscribed":true'
has 'add: once more is none' "$(sosik catalog --add 우아한)" 'already'
same 'add: one line' 1 "$(grep -c woowahan "$feeds")"
hasnt 'a list with feeds has no hint' "$(sosik feeds 2>&1)" 'sosik catalog'
sosik catalog --add 없는블로그이름 2>/dev/null
same 'add: nothing found: status' 1 $?

before=$(cat "$feeds")
err=$(sosik catalog --add -k company </dev/null 2>&1)
same 'many without a terminal: status' 2 $?
has 'many without a terminal: what to do' "$err" '--yes'
same 'many without a terminal: nothing done' "$before" "$(cat "$feeds")"
out=$(sosik catalog --add --yes -k company)
same 'many: status' 0 $?
same 'many: all in the file' "$(rows '	company	')" "$(grep -c ^http "$feeds")"
has 'many: how many' "$out" "$(($(rows '	company	') - 1)) feeds subscribed"
sosik undo >/dev/null
same 'many: one step back' "$before" "$(cat "$feeds")"
sosik redo >/dev/null
same 'many: and forth' "$(rows '	company	')" "$(sosik feeds | wc -l)"
sosik undo >/dev/null

ask() { # ask ANSWER
	rm -f "$t/rc"
	terminal 80 24 "sosik catalog --add -k news; echo \$? >'$t/rc'; read wait"
	wait_for 10 shows "subscribe to $(rows '	news	') feeds? [y/N]" || not_ok "asked: $(tm capture-pane -p)"
	tm send-keys -l -- "$1"; tm send-keys Enter
	wait_for 10 test -s "$t/rc"
}
ask n
wait_for 10 shows 'feeds? [y/N] n' || not_ok "the answer on the line of the question: $(tm capture-pane -p)"
wait_for 10 shows 'nothing was subscribed' || not_ok "what a no does: $(tm capture-pane -p)"
same 'asked, no: status' 1 "$(cat "$t/rc")"
same 'asked, no: nothing done' "$before" "$(cat "$feeds")"
ask ㅛ
same 'asked, yes with the input method on: status' 0 "$(cat "$t/rc")"
same 'asked, yes: done' "$(($(rows '	news	') + 1))" "$(grep -c ^http "$feeds")"

terminal 60 24 "sosik catalog -n 9 -p velog 이; read wait"
wait_for 10 shows 'v2.ve' || not_ok "a list in a narrow terminal: $(tm capture-pane -p)"
same 'a list in a narrow terminal has one row a blog' 9 "$(tm capture-pane -p | grep -c .)"
has 'and cuts the address' "$(tm capture-pane -p)" '…'

sosik remove --all >/dev/null 2>&1; rm -f "$feeds"
see() {
	if wait_for 10 shows "$2"; then ok "$1"; else not_ok "$1: no ‘$2’"; tm capture-pane -p | sed 's/^/    /'; fi
}
terminal 80 24 "LANGUAGE=ko sosik; echo \$? >'$t/rc'; exec cat"
see 'first start: the first steps' '한국 IT 블로그 목록'
tm send-keys -l 'ㅎㅊ'
see 'gc with the input method on: the catalogue' "1/$(rows '^[^#]')"
tm send-keys -l '/ㅇㅇㅎㅎㅈ'
see 'it narrows while one types' 'techblog.woowahan.com'
tm send-keys Enter Enter
see 'Enter: subscribe' '피드 1개를 구독했습니다'
same 'it is in the file' 1 "$(grep -c '^https://techblog.woowahan.com/feed' "$feeds")"
tm send-keys -l u
see 'u takes it back' '되돌렸습니다'
same 'it is not in the file' 0 "$(grep -c woowahan "$feeds")"
tm send-keys -l 'qq'
wait_for 10 test -s "$t/rc"
same 'qq leaves it: status' 0 "$(cat "$t/rc")"

mkdir "$t/tree" && cp -R "$bin/sosik" "$bin/share" "$t/tree/" && chmod -R u+w "$t/tree"
printf 'no columns\nA\thttps://a.example/\thttps://a.example/feed\tperson\town\t\n' >"$t/tree/share/catalog.tsv"
out=$("$t/tree/sosik" catalog 2>&1)
has 'a damaged line is told with its number' "$out" 'catalog.tsv:1: '
has 'the others count' "$out" 'https://a.example/feed'
yes '# a long catalogue' | head -c 4200000 >"$t/tree/share/catalog.tsv"
"$t/tree/sosik" catalog >/dev/null 2>&1
same 'one that is too large: status' 1 $?
rm "$t/tree/share/catalog.tsv"
if [ ! -e /usr/local/share/sosik/catalog.tsv ]; then
	out=$("$t/tree/sosik" catalog 2>&1)
	same 'a missing catalogue: status' 1 $?
	has 'a missing catalogue: which file' "$out" 'catalog.tsv'
fi
