# sosik render: an article file to lines, or to its outline, without a cache.
. tests/e2e/lib.sh
fixtures=$here/tests/fixtures/cmd

want='[{"level": 1, "title": "1. 무엇을 남길지 정하기"}, {"level": 2, "title": "(1) 오류와 느린 요청"}, {"level": 2, "title": "(2) 나머지는 숫자로"}, {"level": 1, "title": "2. 얼마나 오래 남길까?"}, {"level": 1, "title": "3. 마무리: “지우는 날을 먼저 정하자”"}, {"level": 1, "title": "Tip"}]'
flat() { tr -d ' \n'; }
same 'outline of a text' "$(printf '%s' "$want" | flat)" "$(sosik render --outline "$fixtures/note.txt" | flat)"
same 'the same from standard input' "$(printf '%s' "$want" | flat)" \
	"$(sosik render --type text --outline - <"$fixtures/note.txt" | flat)"

lines=$(sosik render --width 60 "$fixtures/note.txt")
same 'lines: status' 0 $?
hasnt 'no star is left' "$lines" '**'
hasnt 'boilerplate is gone' "$lines" '반응형'
has 'the numbered list stays a list' "$lines" '2. 압축은 하루가 지난 뒤에 할 것'
has 'bold before a particle' "$lines" '‘하루치 로그’가'
check 'no line is wider than asked' test "$(printf '%s\n' "$lines" | wc -L)" -le 60

html='<h2>첫째</h2><p>글 <a href="https://a.example/">링크</a></p><script>alert(1)</script><h2>둘째</h2><pre><code>int main(void)
{
	return 0;
}</code></pre>'
out=$(printf '%s' "$html" | sosik render -)
has 'HTML: text, with the number of its link' "$out" '글 링크[1]'
same 'HTML: where the links lead, at the end' '[1] https://a.example/' "$(printf '%s\n' "$out" | tail -1)"
has 'HTML: code keeps its lines' "$out" 'int main(void)'
hasnt 'HTML: scripts are gone' "$out" 'alert'
same 'HTML: outline' '[{"level":1,"title":"첫째"},{"level":1,"title":"둘째"}]' \
	"$(printf '%s' "$html" | sosik render --outline - | flat)"
out=$(printf '<p>\033[31m붉은\033]0;제목\007 글</p>' | sosik render -)
hasnt 'no escape reaches the terminal' "$out" "$(printf '\033')"
has 'the text around it does' "$out" '붉은'
# Emoji are whole in what is written, one picture on the screen.
family=$(printf '\360\237\221\251\342\200\215\360\237\222\273') heart=$(printf '\342\235\244\357\270\217')
page="<title>$family</title><article><h2>$heart 고마운 분들</h2><p>$(printf "$family 함께 만든 사람들입니다. %.0s" 1 2 3 4 5 6 7 8)</article>"
has 'emoji on the screen' "$(printf '%s' "$page" | sosik render - | tail -1)" "$(printf '\360\237\221\251') 함께"
hasnt 'no joiner on the screen' "$(printf '%s' "$page" | sosik render -)" "$(printf '\342\200\215')"
for f in text markdown html json; do
	has "emoji in $f" "$(printf '%s' "$page" | sosik extract -f $f -)" "$family 함께"
	has "and in a heading of $f" "$(printf '%s' "$page" | sosik extract -f $f -)" "$heart 고마운"
done
has 'emoji in an outline' "$(printf '%s' "$page" | sosik render --outline -)" "\"title\":\"$heart 고마운 분들\""

out=$(printf '' | sosik render -)
same 'an empty article: status' 0 $?
same 'an empty article has an empty outline' '[]' "$(printf '' | sosik render --outline - | flat)"

out=$(printf '# 첫째\n\n**‘굵은 말’**은 [링크](https://a.example/)\n\n- 하나\n- 둘\n' | sosik render --type markdown -)
has 'Markdown: text' "$out" '‘굵은 말’은 링크[1]'
has 'Markdown: a list' "$out" '• 둘'
hasnt 'Markdown: no mark is left' "$out" '*'
code=$(printf '```kotlin\nval x = 1\n```\n' | sosik render --type markdown -)
same 'the language of code is no line of it' '[Kotlin]
  val x = 1' "$code"
printf '# 제목\n\n**굵은** 말\033[5m\n\n```c\nreturn 0;\n```\n' >"$t/colours.md"
on_terminal() {
	rm -f "$t/printed"
	terminal 80 24 "env TERM=screen ${1:-} sosik render '$t/colours.md'; touch '$t/printed'; read x"
	wait_for 10 test -e "$t/printed" && wait_for 10 shows return
	tm capture-pane -pe
	tm kill-server
}
esc=$(printf '\033')
out=$(on_terminal)
has 'on a terminal: a heading' "$out" "${esc}[1;4m"
has 'on a terminal: a keyword' "$out" "${esc}[35mreturn"
hasnt 'on a terminal: no sequence of the file' "$out" "${esc}[5m"
out=$(on_terminal NO_COLOR=1)
has 'NO_COLOR: the text' "$out" 'return 0;'
hasnt 'NO_COLOR' "$out" "$esc"
hasnt 'a pipe' "$(sosik render "$t/colours.md")" "$esc"
printf '## 나중\n\n글\n' >"$t/note.md"
same 'Markdown: by its name' '[{"level":1,"title":"나중"}]' "$(sosik render --outline "$t/note.md" | flat)"

text='우리는 데이터베이스를 옮겼습니다.'
render() { printf '%s' "$text" | sosik render --type text "$@" -; }
same 'words stay whole' '우리는
데이터베이스를
옮겼습니다.' "$(render --width 20)"
same '--wrap syllable fills the lines' '우리는 데이터베이스
를 옮겼습니다.' "$(render --width 20 --wrap syllable)"
mkdir -p "$HOME/.config/sosik"
printf 'set wrap syllable\nset text-width 24\nset ambiguous 2\n' >"$HOME/.config/sosik/config"
same 'the config file says how, and how wide' '우리는 데이터베이스를 옮
겼습니다.' "$(COLUMNS=60 render)"
same 'options go before it' '우리는 데이터베이스를
옮겼습니다.' "$(render --width 25 --wrap word)"
same 'the width of ambiguous characters' '------------------------' "$(printf '<hr>글' | sosik render --width 24 - | head -1)"
echo 'set wrap letter' >>"$HOME/.config/sosik/config"
has 'a line that is wrong is told' "$(render 2>&1)" 'config:4:10: wrap takes one of: word syllable'
rm -r "$HOME/.config"
sosik render --wrap letter "$fixtures/note.txt" 2>/dev/null
same 'an unknown way to wrap: status' 2 $?

sosik render --type pdf "$fixtures/note.txt" 2>/dev/null
same 'an unknown type: status' 2 $?
sosik render --width 5 "$fixtures/note.txt" 2>/dev/null
same 'a width that is too small: status' 2 $?
same 'no cache is made' '' "$(find "$HOME" -type f)"
