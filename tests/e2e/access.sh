#!/bin/sh
# How servers are asked: proxies, authorities, user agents, headers, cookies and
# logins, by the environment, the config file and the feeds file; and what of it
# goes to whom.
. tests/e2e/lib.sh
www=$t/www
conf=$XDG_CONFIG_HOME/sosik
mkdir -p "$www" "$conf"
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY

# server NAME: one of its own; its port is in $t/NAME.port, its log in $t/NAME.log.
server() {
	mkfifo "$t/$1.hold"
	"$bin/tests/tools/server" "$www" "$t/$1.log" <"$t/$1.hold" >"$t/$1.port" &
}
server one; exec 9>"$t/one.hold"
server two; exec 8>"$t/two.hold"
wait_for 5 test -s "$t/one.port" && wait_for 5 test -s "$t/two.port"
one=127.0.0.1:$(cat "$t/one.port") two=127.0.0.1:$(cat "$t/two.port")
cat >"$www/feed" <<END
<rss version="2.0"><channel><title>소식</title><item><title>글</title><link>http://$one/a</link><guid>1</guid>
<description>본문입니다.</description></item></channel></rss>
END
sync() { : >"$t/one.log"; : >"$t/two.log"; sosik sync --force "$@" >"$t/out" 2>"$t/err"; echo $?; }
feeds() { cat >"$conf/feeds"; }
config() { cat >"$conf/config"; }
script() { { echo '#!/bin/sh'; cat; } >"$t/$1"; chmod +x "$t/$1"; }
told() { grep -i "^> $2: " "$t/$1.log"; }

# ---- headers, for all and for one
config <<END
set user-agent "소식지기/1"
set header "X-For-All: 모두"
set header "Accept-Language: ko"
END
feeds <<END
http://$one/tell/feed name=하나 header="X-Key: 열쇠" header="X-More: 더" cookie="seen=1; who=me" user-agent=curl/8
http://$two/tell/feed name=둘
END
same 'headers: status' 0 "$(sync)"
same 'headers: the agent of a feed' '> User-Agent: curl/8' "$(told one user-agent)"
same 'headers: its headers' '> X-Key: 열쇠
> X-More: 더' "$(told one 'x-[km].*')"
same 'headers: its cookies' '> Cookie: seen=1; who=me' "$(told one cookie)"
same 'headers: those for all reach it' '> X-For-All: 모두' "$(told one x-for-all)"
same 'headers: the agent of all' '> User-Agent: 소식지기/1' "$(told two user-agent)"
same 'headers: those for all' '> X-For-All: 모두
> Accept-Language: ko' "$(told two '[xa][a-z]*-[fl].*')"
same 'headers: those of one stay with it' '' "$(told two 'x-[km].*'; told two cookie)"

# A redirect to another port is another place.
feeds <<END
http://$one/goto?url=http://$two/tell/feed header="X-Key: 열쇠" cookie=a=b login=user password-command="echo secret"
END
sosik sync >/dev/null 2>&1
feeds <<END
http://localhost:${one#*:}/goto?url=http://$two/tell/feed header="X-Key: 열쇠" cookie=a=b
END
same 'redirect: an internal feed stays where it is' 1 "$(sync)"

# ---- logins
: >"$t/runs"
script pass <<END
echo "\$#:\$1:\$2" >>"$t/runs"; echo secret; echo second line
END
config </dev/null
feeds <<END
http://$one/auth/feed?1 name=하나 login=user password-command="$t/pass 'a \$HOME"
http://$one/auth/feed?2 name=둘 login=user password-command="$t/pass 'a \$HOME"
http://$one/auth/feed?3 name=셋 login=user password-command="$t/pass \"a b\" c"
http://$one/auth/feed?4 name=넷
END
same 'login: status' 1 "$(sync)"
hasnt 'login: those with a password work' "$(cat "$t/err")" '하나'
has 'login: without one it is asked for' "$(cat "$t/err")" '넷: 401: it asks for a login'
has 'login: what to do' "$(cat "$t/err")" 'password-command='
same 'login: a command is run once, its words are words' "2:'a:\$HOME
2:a b:c" "$(sort "$t/runs")"
hasnt 'login: the password is stored nowhere' "$(cat "$XDG_DATA_HOME"/sosik/sosik.db* "$XDG_DATA_HOME"/sosik/journal/* | tr -d '\000')" 'second line'
script old <<END
echo outdated
END
feeds <<END
http://$one/auth/feed?1 name=하나 login=user password-command="$t/old"
END
same 'login: one that is refused is a failure' 1 "$(sync)"
same 'login: it is not told to have one' "sosik: 하나: 401: 127.0.0.1 does not take the login that it is given; see whether the name and the password are right" "$(cat "$t/err")"
feeds <<END
http://$one/tell/feed name=하나 login=user password-command="$t/pass"
END
same 'login: status of one more' 0 "$(sync)"
same 'login: it is not asked with where nobody asked for it by http' '' "$(told one authorization | grep -v Basic)"

# What goes wrong with a command is told, and the other feeds are fetched.
script wrong <<END
echo secret; echo "no way" >&2; exit 4
END
script mute <<END
exit 0
END
feeds <<END
http://$one/auth/feed?1 name=하나 login=user password-command="$t/wrong"
http://$one/auth/feed?2 name=둘 login=user password-command="$t/mute"
http://$one/auth/feed?3 name=셋 login=user password-command="$t/absent"
http://$one/auth/feed?4 name=넷 login=user
http://$one/auth/feed?5 name=다섯 password-command=true
http://$one/feed name=여섯
END
same 'command: status' 1 "$(sync)"
has 'command: it failed' "$(cat "$t/err")" "하나: the password command $t/wrong ended with status 4"
has 'command: what it says is seen' "$(cat "$t/err")" 'no way'
has 'command: it said nothing' "$(cat "$t/err")" "둘: the password command $t/mute wrote no password"
has 'command: there is none' "$(cat "$t/err")" "셋: cannot run $t/absent"
has 'command: it lacks' "$(cat "$t/err")" '넷: login= needs a password-command= beside it'
has 'command: a name lacks' "$(cat "$t/err")" '다섯: password-command= needs a login= beside it'
hasnt 'command: nothing of the password is told' "$(cat "$t/err" "$t/out")" 'secret'
same 'command: who needs none is fetched' 'GET /feed 200' "$(grep '/feed 200' "$t/one.log")"

# What others can write runs nothing.
feeds <<END
http://$one/auth/feed?1 name=하나 login=user password-command="$t/pass"
END
: >"$t/runs"
chmod g+w "$conf/feeds"
same 'others can write the feeds file: status' 1 "$(sync)"
has 'others can write the feeds file: told' "$(cat "$t/err")" "others can write $conf/feeds;"
same 'others can write the feeds file: nothing is run' '' "$(cat "$t/runs")"
chmod g-w "$conf/feeds"
chmod o+w "$conf"
same 'others can write its folder: status' 1 "$(sync)"
has 'others can write its folder: told' "$(cat "$t/err")" "others can write $conf;"
chmod o-w "$conf"
same 'nobody else can: status' 0 "$(sync)"
same 'nobody else can: it is run' 1 "$(wc -l <"$t/runs")"

# ---- proxies
feeds <<END
http://blog.example/feed name=하나
http://$one/feed name=둘
END
config <<END
set proxy "$two"
set no-proxy 127.0.0.1
END
same 'proxy: status' 0 "$(sync)"
same 'proxy: it was asked' 'GET http://blog.example/feed 200' "$(cat "$t/two.log")"
same 'proxy: not for who is excepted' 'GET /feed 200' "$(cat "$t/one.log")"
export http_proxy="http://127.0.0.1:9" no_proxy=
same 'proxy: the config file comes before the environment' 0 "$(sync)"
config </dev/null
http_proxy="http://$two" same 'proxy: of the environment' 0 "$(http_proxy=http://$two NO_PROXY=127.0.0.1 sync)"
same 'proxy: of the environment: it was asked' 'GET http://blog.example/feed 200' "$(cat "$t/two.log")"
feeds <<END
http://blog.example/feed name=하나 proxy=http://$two
http://$one/feed name=둘 proxy=none
END
same 'proxy: of a feed: status' 0 "$(sync)"
same 'proxy: of a feed: it was asked' 'GET http://blog.example/feed 200' "$(cat "$t/two.log")"
same 'proxy: none is none' 'GET /feed 200' "$(cat "$t/one.log")"
feeds <<END
http://blog.example/feed name=하나 proxy=http://me:geheim@127.0.0.1:9
http://blog.example/x name=둘 proxy=socks5h://127.0.0.1:9
END
same 'proxy: nobody there: status' 3 "$(sync)"
has 'proxy: nobody there: who' "$(cat "$t/err")" 'cannot connect to the proxy 127.0.0.1:9'
hasnt 'proxy: its password is not told' "$(cat "$t/err")" 'geheim'
unset http_proxy no_proxy

# ---- certificate authorities
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$t/key" -out "$t/cert" -days 3650 \
	-subj /CN=test -addext "subjectAltName=DNS:intern.example,DNS:other.example" 2>/dev/null || not_ok 'a certificate is made'
printf 'https://%s/feed\t200\tapplication/rss+xml\t%s\n' intern.example "$www/feed" other.example "$www/feed" >"$t/map"
mkfifo "$t/sites.hold"
"$bin/tests/tools/sites" "$t/map" "$t/cert" "$t/key" "$t/sites.log" <"$t/sites.hold" >"$t/ports" &
exec 7>"$t/sites.hold"
wait_for 5 test -s "$t/ports"
tls=127.0.0.1:$(tail -n 1 "$t/ports" | sed 's/.* //')
secure() { sync --resolve "intern.example:443:$tls" --resolve "other.example:443:$tls" "$@"; }
unset CURL_CA_BUNDLE SSL_CERT_DIR SSL_CERT_FILE
feeds <<END
https://intern.example/feed name=하나 ca-file=$t/cert
https://other.example/feed name=둘
END
config </dev/null
same 'ca-file: of one feed: status' 1 "$(secure)"
has 'ca-file: of one feed: not of the other' "$(cat "$t/err")" '둘: the certificate of other.example is not to be trusted'
hasnt 'ca-file: of one feed: it is fetched' "$(cat "$t/err")" '하나'
same 'ca-file: one after the other: status' 1 "$(secure -j 1)"
hasnt 'ca-file: one after the other: it is fetched' "$(cat "$t/err")" '하나'
echo "set ca-file $t/cert" | config
same 'ca-file: of all: status' 0 "$(secure)"
feeds <<END
https://third.example/feed
END
same 'a certificate of another host: status' 1 "$(sync --resolve "third.example:443:$tls")"
has 'a certificate of another host: told' "$(cat "$t/err")" 'the certificate of third.example is one of another host'
has 'a certificate of another host: the reason' "$(sosik feeds --json)" other-host
feeds <<END
https://intern.example/feed name=하나 ca-file=$t/cert
https://other.example/feed name=둘
END
echo "set ca-file $t/absent.pem" | config
same 'ca-file: there is none: status' 1 "$(secure)"
has 'ca-file: there is none: which' "$(cat "$t/err")" "the certificate authorities in $t/absent.pem cannot be read; see ca-file"

# ---- wrong lines
config <<END
set proxy ftp://x
set ca-file certs.pem
set header "Host: elsewhere"
set header nonsense
set user-agent ""
END
feeds <<END
http://$one/feed name=하나 proxy=gopher://x:1 header="a b: c" cookie=nothing login=a:b password-command="" internal=maybe ca-file=x
END
same 'wrong: the feed is asked all the same' 2 "$(sync)"
for want in 'config:1:11: expected none, or a proxy' 'config:2:13: expected the path of a file' \
	'config:3:12: this header is not for you to set' 'config:4:12: expected a header' 'config:5:16: this is empty' \
	'feeds:1:37: expected none, or a proxy' 'expected NAME=VALUE' 'expected a name without' 'expected a program' 'expected yes or no'; do
	has "wrong: $want" "$(cat "$t/err")" "$want"
done

# ---- full texts by hand go the same way
cat >"$www/pages" <<END
<rss version="2.0"><channel><title>소식</title><item><title>글</title><link>http://$one/tell/page</link><guid>1</guid>
<description>본문입니다.</description></item></channel></rss>
END
by_hand() { : >"$t/one.log"; : >"$t/two.log"; "$bin/sosik-sync" fulltext -f "http://$one/tell/page" >"$t/out" 2>"$t/err"; echo $?; }
echo 'set user-agent "소식지기/1"' | config
feeds <<END
http://$one/pages name=하나 header="X-Key: 열쇠" cookie="seen=1"
END
sync >/dev/null
by_hand >/dev/null
same 'by hand: the headers, the cookies and the agent' '> Cookie: seen=1
> User-Agent: 소식지기/1
> X-Key: 열쇠' "$(told one '\(x-key\|cookie\|user-agent\)' | sort)"
mv "$conf/feeds" "$t/feeds.kept"
by_hand >/dev/null
same 'by hand, the feeds file lost: what its line said' '> Cookie: seen=1
> X-Key: 열쇠' "$(told one '\(x-key\|cookie\)' | sort)"
has 'by hand, the feeds file lost: told' "$(cat "$t/err")" 'feeds is missing'
mv "$t/feeds.kept" "$conf/feeds"
echo "set proxy $two" | config
by_hand >/dev/null
has 'by hand: by the proxy' "$(cat "$t/two.log")" "GET http://$one/tell/page"
same 'by hand: not beside it' '' "$(cat "$t/one.log")"
config </dev/null

# A password that does not come keeps nobody from ending it.
mkfifo "$t/never"
script late <<END
echo \$PPID >"$t/began"; exec cat "$t/never"
END
feeds <<END
http://$one/pages name=하나 login=user password-command="$t/late"
END
{ by_hand >"$t/rc.new"; mv "$t/rc.new" "$t/rc"; } &
wait_for 10 test -s "$t/began"
kill -TERM "$(cat "$t/began")"
wait_for 5 test -s "$t/rc"
same 'by hand: it ends while a password is waited for' 143 "$(cat "$t/rc" 2>/dev/null)"

# ---- what is nobody else's business
feeds <<END
http://$one/feed name=하나 header="X-Key: geheim1" cookie=a=geheim2 proxy=http://me:geheim3@$two login=user password-command="echo geheim4" every=2h
END
config </dev/null
sosik sync >/dev/null 2>&1
hasnt 'export: no secrets' "$(sosik export; sosik export -f json; sosik dump; sosik feeds; sosik feeds --json 2>/dev/null)" geheim
has 'export: the rest of the line' "$(sosik export)" 'every=2h'
has 'export: with secrets' "$(sosik export --with-secrets)" geheim1
has 'dump: with secrets' "$(sosik dump --with-secrets)" geheim1
# A list from elsewhere runs no programs here.
sosik export --with-secrets >"$t/list.opml"
: >"$conf/feeds"
rm -rf "$XDG_DATA_HOME"
sosik import "$t/list.opml" >"$t/out" 2>"$t/err"
hasnt 'import: no program comes with a list' "$(cat "$conf/feeds")" 'password-command'
has 'import: that is told' "$(cat "$t/err")" 'password-command'
has 'import: the rest comes' "$(cat "$conf/feeds")" 'geheim1'
