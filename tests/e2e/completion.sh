# Completion of the command line: what `sosik complete` says, and what bash, zsh
# and fish make of it.
. tests/e2e/lib.sh
samples=$bin/share/samples
scripts=$here/src/share/completions
mkdir -p "$XDG_CONFIG_HOME/sosik"
sed '2s,$, #분야/서버,' "$samples/feeds" >"$XDG_CONFIG_HOME/sosik/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"
printf 'rule title:가 -> read\nrule is:starred -> +별\nview 안읽은것 is:unread\ntag 컨테이너 alias=도커,podman\n' >"$XDG_CONFIG_HOME/sosik/config"
check 'tags' sosik tag +언어/러스트 +쿠버네티스 +C#.net feed:해솔
tab=$(printf '\t')

# offers NAME WANT WORD…: the candidates, in one line.
offers() {
	name=$1 want=$2; shift 2
	same "$name" "$want" "$(sosik complete -- "$@" | cut -f1 | paste -sd' ' -)"
}
offers 'a command' 'show' sho
offers 'no command' '' frobnicate x
offers 'options without a command' '--demo --help --version' --
offers 'an option' '--format --from' show --f
offers 'options of another program' '--due' sync --du
offers 'a value of an option' 'text markdown html json' show -f ''
offers 'a value of an option: the long form' 'text' show --format t
offers 'a value of an option: behind =' '--format=markdown' show --format=m
offers 'a value of an option: behind others' 'html' show -w 40 -f h
offers 'a value in its own word is no waiting option' '' show -fhtml frob
offers 'a number completes as nothing' '' show -w ''
offers 'behind -- there are no options' '' show -- --f
offers 'a command as an operand' 'show' help sho
offers 'a tag to add' '+쿠버네티스' tag +쿠
offers 'a tag to add: initial consonants' '+쿠버네티스' tag +ㅋㅂ
offers 'a tag to take away: a syllable not yet whole' '-언어/러스트' tag -어 -언어/
offers 'a tag with its own #' '+C#.net' tag +c#
offers 'behind -- of tag only the query' '' tag +x -- +쿠
offers 'a tag of a feed' '#티스토리' sync '#티'
offers 'a tag as a value' '쿠버네티스' add -t 쿠
offers 'a feed by name' '나무 노트' remove 나무
offers 'a feed by address' 'https://namu-note.tistory.example/rss' remove https://namu
offers 'files' ':files' import ''
offers 'a kind' 'company community' catalog -k c
offers 'a kind in Korean' '회사' catalog -k 회
offers 'a field of a query' 'title: tag:' search t
offers 'a field in Korean' '제목:' count 제
offers 'a field that is denied' '-title: -tag:' search -t
offers 'a tag of a query' 'tag:쿠버네티스' search tag:쿠
offers 'a tag of a query in Korean, denied' '-태그:언어 -태그:언어/러스트' search is:unread -태그:언
offers 'an alias' '+도커' tag +도
offers 'an alias in a query' 'tag:podman' search tag:pod
offers 'what a post is' '+read' tag +re
offers 'a format' 'opml json' export -f ''
offers 'a word before what it is about' 'test apply' rules ''
offers 'rules by number' '1 2' rules test ''
has 'rules by number: what they find' "$(sosik complete -- rules apply '')" "2${tab}is:starred"
offers 'a tag that others stand under' '#분야/서버 #분야' sync '#분'
states() { LANGUAGE=$1 sosik complete -- tag +x "$2" | cut -f1 | grep -e '읽음' -e 'read' | paste -sd' ' -; }
same 'what a post is, in the language of the user' '+읽음 +안읽음, +read +unread' "$(states ko +), $(states en +)"
offers 'what is taken away, beside options' '-쿠버네티스' tag +x -쿠
offers 'what a post is, in Korean' '+읽음' tag -x +읽
offers 'a category' 'tag:c:Rust' search tag:c:ru
offers 'a category, in quotes' '태그:"c:홈 서버"' search '태그:c:홈'
offers 'no tags among the categories' '' search tag:c:쿠
offers 'a tag with #' '#쿠버네티스' search '#ㅋㅂ'
offers 'a state' 'is:unread' search is:un
offers 'a state behind a comma' 'is:unread,starred is:unread,star' search is:unread,st
offers 'a state that is a word of its own' '별표' search 별
offers 'a state in Korean' '상태:별표' search 상태:별
offers 'a feed of a query, in quotes' 'feed:"나무 노트"' search feed:나
offers 'a feed of a query, quotes begun' 'feed:"나무 노트"' search 'feed:"나'
offers 'what a post has' 'has:code' search has:co
offers 'a view' 'view:안읽은것' search view:안
offers 'a query behind -- of tag' 'tag:쿠버네티스' tag +x -- tag:쿠
offers 'no query behind a number' '' undo tag
has 'posts with their titles' "$(sosik complete -- show 1)" "$tab"
same 'about in Korean' "show${tab}글 출력하기" "$(LANGUAGE=ko sosik complete -- sho)"
same 'each once' '' "$(sosik complete -- tag '' | cut -f1 | sort | uniq -d)"
for c in $(sed -n 's/^[[:space:]]*{ "\([a-z][a-z-]*\)", .*/\1/p' src/cmd/cmd_table.c); do
	[ "$c" = complete ] && continue
	same "$c: the options that its help names" "$(sosik help "$c" | sed -n 's/^  *\(-., \)*--\([a-z-]*\).*/--\2/p' | sort -u)" \
		"$(sosik complete -- "$c" -- | cut -f1 | grep -v -e '^--help$' | grep '^--[a-z]' | sort)"
done
rm -rf "$XDG_DATA_HOME.away"
same 'nothing is made where there is no cache' '' "$(XDG_DATA_HOME=$XDG_DATA_HOME.away sosik complete -- search feed:; ls "$XDG_DATA_HOME.away" 2>/dev/null)"

# In each shell, sosik typed by hand shows its words; completion asks the real one.
mkdir -p "$t/files"
: >"$t/files/피드 목록.opml"
cat >"$t/bashrc" <<E
PS1='> '
cd '$t/files'
. '$scripts/sosik.bash'
bind 'set bell-style none'
sosik() { printf '<%s>' "\$@"; echo; }
E
cat >"$t/.zshrc" <<E
PS1='> '
cd '$t/files'
fpath=('$scripts' \$fpath)
autoload -U compinit
compinit -u -D
sosik() { printf '<%s>' "\$@"; echo; }
E
cat >"$t/fishrc" <<E
cd '$t/files'
source '$scripts/sosik.fish'
function sosik; printf '<%s>' \$argv; echo; end
function fish_prompt; printf '> '; end
E

# types NAME LINE WANT: the line, a tab and Enter run the command with these words.
types() {
	tm send-keys -l "$2"
	tm send-keys Tab
	tm send-keys Enter
	see "$shell: $1" "$3"
}
types_all() {
	see "$shell: starts" '>'
	types 'a command' 'sosik sho' '<show>'
	types 'a tag behind +' 'sosik tag +쿠' '<tag><+쿠버네티스>'
	types 'a tag with a slash' 'sosik tag -언어/' '<tag><-언어/러스트>'
	types 'a tag with # in it' 'sosik tag +C' '<tag><+C#.net>'
	types 'a value' 'sosik show --format=ma' '<show><--format=markdown>'
	types 'a value behind its option' 'sosik show -f h' '<show><-f><html>'
	types 'a name with blanks' 'sosik remove 나무' '<remove><나무 노트>'
	types 'a name begun in quotes' 'sosik remove "이끼' '<remove><이끼의 개발 일지>'
	types 'a name begun in single quotes' "sosik rename '해솔" '<rename><해솔 기술 블로그>'
	types 'a tag of a feed' 'sosik sync \#티' '<sync><#티스토리>'
	types 'a colon' 'sosik remove https://namu' '<remove><https://namu-note.tistory.example/rss>'
	types 'a field, which has no blank behind it' 'sosik count auth' '<count><author:>'
	types 'a tag behind a colon' 'sosik count tag:쿠' '<count><tag:쿠버네티스>'
	types 'a tag behind a Korean field' 'sosik count -- -태그:언어/' '<count><--><-태그:언어/러스트>'
	types 'a feed that needs quotes' 'sosik search feed:나' '<search><feed:"나무 노트">'
	types 'a file' 'sosik import 피' '<import><피드 목록.opml>'
}
shell=bash
terminal 120 50 "bash --noprofile --rcfile '$t/bashrc' -i"
types_all
types 'a tag by initial consonants' 'sosik tag +ㅋㅂ' '<tag><+쿠버네티스>'
shell=zsh
terminal 120 50 "ZDOTDIR='$t' zsh -i"
types_all
types 'a tag by initial consonants' 'sosik tag -x +ㅋㅂ' '<tag><-x><+쿠버네티스>'
shell=fish
terminal 120 50 "fish --no-config -i -C \"source '$t/fishrc'\""
types_all
same 'fish: about' "show${tab}print posts" "$(fish --no-config -c "source '$scripts/sosik.fish'; complete -C 'sosik sho'")"

# With the settings of the build under test: others would compile it anew, below the feet of the other tests.
check 'installed where the shells look' make -s -o all install DESTDIR="$t/to" O="$O"
same 'installed: bash, fish, zsh' 'bash-completion/completions/sosik
fish/vendor_completions.d/sosik.fish
zsh/site-functions/_sosik' "$(find "$t/to" -type f -path '*/share/*' ! -path '*/share/sosik/*' \( -path '*completions/sosik' -o -name sosik.fish -o -name _sosik \) | sed 's#.*/share/##' | sort)"
