# The command line as such: help, version, mistyped words, exit statuses.
. tests/e2e/lib.sh

out=$(sosik help)
same 'help: status' 0 $?
for c in sync add remove rename move feeds catalog import export search count digest show fulltext outline tag tags views rules purge \
	undo redo dump restore doctor parse extract render help version; do
	has "help lists $c" "$out" "  sosik $c "
	check "help $c" sosik help $c
	same "$c --help is the same" "$(sosik help $c)" "$(sosik $c --help)"
	for l in en ko; do
		check "help $c fits 80 columns ($l)" [ "$(LANGUAGE=$l sosik help $c | wc -L)" -le 80 ]
	done
done
same '--help is the same' "$out" "$(sosik --help)"
for f in src/cmd/cmd_*.c src/front/front_add.c src/sosik-sync.c; do
	c=${f#src/cmd/cmd_} c=${c#src/front/front_} c=${c#src/sosik-} c=${c%.c}
	for o in $(sed -n 's/^[[:space:]]*{ "\([a-z-]*\)", .*OPTS_.*/\1/p' "$f"); do
		has "help $c names its option --$o" "$(sosik help "$c")" "--$o"
	done
done
same 'options with their texts' 'usage: sosik show [-f text|markdown|html|json] [-s NUMBER] [--from feed|page]
                  [-w COLS] [--wrap WRAP] [--progress] POST…|-
  print posts

  -f, --format FORMAT   text, markdown, html or json
  -s, --section NUMBER  only this section of the outline
      --from feed|page  the text of the feed, or of the page
  -w, --width COLS      columns of text
      --wrap WRAP       where lines break: word or syllable
      --progress        one line a post on standard error, for programs

More: man sosik' "$(sosik help show)"
same 'in Korean, by the cells of the screen' '사용법: sosik show [-f text|markdown|html|json] [-s 번호] [--from feed|page]
                   [-w 칸] [--wrap 줄바꿈] [--progress] 글…|-
  글 출력하기

  -f, --format 형식     text, markdown, html 또는 json
  -s, --section 번호    목차에서 이 번호의 절만
      --from feed|page  피드의 본문, 또는 페이지의 본문
  -w, --width 칸        글의 너비(칸)
      --wrap 줄바꿈     줄을 바꾸는 곳: word(어절) 또는 syllable(음절)
      --progress        글마다 표준 오류에 한 줄, 프로그램용

더 보기: man sosik' "$(LANGUAGE=ko sosik show --help)"
has 'one that is too long has its text below' "$(sosik help add)" 'ADDRESS[:PORT]
                     the address'
same 'help behind another option' 0 "$(sosik sync -q --help >/dev/null; echo $?)"
has 'a Korean line has Korean names only' "$(LANGUAGE=ko sosik add 2>&1)" '[-n 이름] [-t 태그]… [--all] [--no-check] 주소…'
has 'undo is taken back by redo' "$(sosik help undo)" '‘sosik redo’'
has 'version' "$(sosik version)" 'sosik 0.'
same '--version is the same' "$(sosik version)" "$(sosik --version)"
has 'version -v says where things are' "$(sosik version -v)" "$HOME/.config/sosik/feeds"
for what in history reader images catalog.tsv sosik-image; do has "and $what" "$(sosik version -v)" "  $what "; done
has 'the config file too' "$(sosik version -v)" "$HOME/.config/sosik/config"
mkdir -p "$HOME/.config/sosik"
printf 'sett x\nset no-such 1\nset text-width 9\n' >"$HOME/.config/sosik/config"
same 'and all that is wrong in it' 3 "$(sosik version -v 2>&1 >/dev/null | grep -c 'config:[123]:')"
rm "$HOME/.config/sosik/config"

out=$(sosik </dev/null 2>&1)
same 'the reader without a terminal: status' 2 $?
has 'the reader without a terminal: message' "$out" 'terminal'
out=$(sosik --demo </dev/null 2>&1)
same 'the demo without a terminal: status' 2 $?
out=$(sosik shwo 1 2>&1)
same 'an unknown command: status' 2 $?
has 'an unknown command: the nearest is named' "$out" '‘show’'
has 'a command that is none: the nearest' "$(sosik serch x 2>&1)" 'unknown command ‘serch’; did you mean ‘search’?'
hasnt 'a command that is none: nothing far off, which would change something' "$(sosik read x 2>&1)" 'did you mean'
has 'an option that is none: the nearest' "$(sosik feeds --helth 2>&1)" 'unknown option --helth; did you mean --health?'
has 'an option of what sosik-sync does, too' "$(sosik sync --forse 2>&1)" 'unknown option --forse; did you mean --force?'
sosik --frobnicate 2>/dev/null
same 'an unknown option: status' 2 $?
sosik count '-태그:k8s' >/dev/null 2>"$t/err"
same 'a word in Hangul that begins with -: status' 2 $?
has 'it is shown whole' "$(cat "$t/err")" "unknown option -태그:k8s; words that begin with - go behind --"
sosik help nothing-like-it 2>/dev/null
same 'help for what is none: status' 2 $?
sosik show 2>/dev/null
same 'a missing operand: status' 2 $?
sosik parse a b 2>/dev/null
same 'one operand too many: status' 2 $?
sosik search -n 0 x 2>/dev/null
same 'a number out of range: status' 2 $?

same 'an absent cache is an empty one' 0 "$(sosik count)"
same 'no feeds without a file' '' "$(sosik feeds)"
sosik tags --rename one 2>"$t/err"
same 'a usage of several lines: status' 2 $?
same 'a usage of several lines' "$(sosik help tags | sed -n '/^usage:/,/^ *[^ s]/p' | grep sosik | sed 's/^/sosik: /')" "$(cat "$t/err")"
same 'nothing to dump' '' "$(sosik dump)"
same 'reading makes no file' '' "$(find "$HOME" -type f)"
sosik undo 2>/dev/null
same 'nothing to undo: status' 1 $?
sosik sync --frobnicate 2>/dev/null
same 'the status of sosik-sync comes through' 2 $?

has 'standard input is called so' "$(echo x | sosik restore 2>&1)" 'standard input: line 1 '
has 'standard input is called so: parse' "$(echo x | sosik parse - 2>&1)" 'standard input: '
has 'a field that is none: the nearest' "$(sosik count ls:unread 2>&1)" 'query, column 1: there is no ‘ls:’; did you mean ‘is:’?'
has 'a field that is none: its column' "$(sosik count 가 -titel:x 2>&1)" 'query, column 4: there is no ‘titel:’; did you mean ‘title:’?'
has 'a field that is none: in Korean' "$(sosik count 재목:x 2>&1)" '‘제목:’'
has 'a field that is none: the other keyboard' "$(sosik count ㅅㅁㅎ:x 2>&1)" 'there is no ‘ㅅㅁㅎ:’; did you mean ‘tag:’?'
has 'a value that is none: the nearest' "$(sosik count is:unraed 2>&1)" 'query, column 4: ‘is:’ knows no ‘unraed’; did you mean ‘is:unread’?'
for q in https://a.example/ std::move 12:30 'Re: x' '"titel:x"' 'title:a:b' 'c++:x' node:fs 결론:좋다 ':)' ':(' 'main()' 'a -b' '- a' '--force'; do
	same "a word: $q" 0 "$(sosik count -- "$q" 2>/dev/null)"
done
sosik help >/dev/full 2>/dev/null
same 'a full disk behind standard output: status' 74 $?
same 'a closed pipe is no error' '' "$(sosik help 2>&1 >/dev/null | head -n 0)"
has 'Korean by LANGUAGE' "$(LANGUAGE=ko sosik version)" 'sosik 0.'

# The language of the config file, whatever the locale, installed or not.
printf 'set language ko\n' >"$HOME/.config/sosik/config"
for locale in C POSIX C.UTF-8 ko_KR.EUC-KR no_SUCH.UTF-8 en_US.ISO-8859-1; do
	has "set language ko: LC_ALL=$locale" "$(LC_ALL=$locale sosik help | head -3)" '리더 열기'
done
has 'set language ko: no variable at all' "$(env -u LC_ALL sosik help | head -3)" '리더 열기'
has 'set language ko: what is started speaks it' "$(sosik sync nobody 2>&1)" '피드가 없습니다'
has 'set language ko: to programs, too' "$(sosik sync --json nobody 2>/dev/null)" '"‘nobody’라는 피드가 없습니다"'
printf 'set language en\n' >"$HOME/.config/sosik/config"
has 'set language en' "$(LC_ALL=ko_KR.UTF-8 LANGUAGE=ko sosik help | head -3)" 'open the reader'
printf 'set language kr\nset wrap x\n' >"$HOME/.config/sosik/config"
has 'set language: a wrong one is told' "$(sosik version -v 2>&1)" 'config:1:14: language takes one of: auto ko en'
printf 'set language ko\nset language en ko\n' >"$HOME/.config/sosik/config"
has 'set language: a line that is refused does not count' "$(sosik version -v 2>&1)" 'config:2:17: 여기에는 다른 것을 쓸 수 없습니다'
printf 'set wrap x\nset language ko\n' >"$HOME/.config/sosik/config"
has 'set language ko: what is wrong above it is told in it' "$(sosik version -v 2>&1)" 'config:1:10: wrap에는 다음 중 하나를 씁니다'
terminal 80 24 'env -u LC_ALL LANG=C sosik; exec cat'
see 'set language ko: the reader, too' '안 읽음'
