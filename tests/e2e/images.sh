#!/bin/sh
# Pictures: fetched as pages are, kept as files, never from where they must not come.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www"

serve "$www" "$t/log"
kept=$XDG_CACHE_HOME/sosik/images

# One red pixel.
printf 'GIF89a\1\0\1\0\200\0\0\377\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;' >"$www/red.gif"
printf '<svg xmlns="http://www.w3.org/2000/svg"/>' >"$www/drawn.svg"
echo '<!doctype html><p>Log in first.</p>' >"$www/login.gif"
head -c 9000000 /dev/zero | sed '1s/^/GIF89a/' >"$www/large.gif"
feed() { # feed FILE BASE
	printf '<rss version="2.0"><channel><title>%s</title><link>%s/</link><item><title>그림이 있는 글</title><link>%s/a</link><guid>1</guid><description>&lt;p&gt;앞&lt;/p&gt;&lt;img src="red.gif"&gt;</description></item></channel></rss>' \
		"$1" "$2" "$2" >"$www/$1"
}
feed own.xml "$url"
feed public.xml http://blog.example.com
mkdir -p "$XDG_CONFIG_HOME/sosik"
printf 'set fulltext never\n' >"$XDG_CONFIG_HOME/sosik/config"
printf '%s\n' "$url/own.xml" "http://blog.example.com/public.xml" >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q --resolve "blog.example.com:80:127.0.0.1:$port" >"$t/out" 2>&1
own=$(sosik search --json feed:own.xml | sed -n 's/.*"id":\([0-9]*\).*/\1/p')
public=$(sosik search --json feed:public.xml | sed -n 's/.*"id":\([0-9]*\).*/\1/p')

# images POST URL…: what is said, without the name of the kind and the counts.
images() {
	post=$1; shift
	printf '%s\n' "$@" | sosik-sync images --resolve "img.example.com:80:127.0.0.1:$port" --resolve dead.example.com:80:127.0.0.1:1 "$post" 2>"$t/err" >"$t/out"
	echo $? >"$t/rc"
	cut -f 4,5,6,8 "$t/out"
}
name() { printf %s "$1" | sha256sum | cut -d' ' -f1; }

same 'a picture is fetched' "$(printf 'ok\t1\t35\t')" "$(images "id:$own" "$url/red.gif")"
same 'and kept under the hash of its address' "$(name "$url/red.gif")" "$(ls "$kept")"
check 'as it came' cmp "$www/red.gif" "$kept/$(name "$url/red.gif")"
same 'nobody else can read it' 600 "$(stat -c %a "$kept/$(name "$url/red.gif")")"
same 'its folder neither' 700 "$(stat -c %a "$kept")"
: >"$t/log"
same 'it is not asked for twice' "$(printf 'same\t1\t0\t')" "$(images "id:$own" "$url/red.gif")"
same 'nobody was asked' '' "$(cat "$t/log")"
images "id:$own" "$url/tell/red.gif" >"$t/all"
has 'pictures are asked for' "$(cat "$t/log")" '> Accept: image/png, image/jpeg'

same 'what is no picture is not kept' "$(printf 'failed\t1\t0\tit is no picture')" "$(images "id:$own" "$url/login.gif")"
same 'that is status 1' 1 "$(cat "$t/rc")"
same 'a drawing is kept for other programs' "$(printf 'ok\t1\t41\t')" "$(images "id:$own" "$url/drawn.svg")"
has 'one that is too large is not' "$(images "id:$own" "$url/large.gif")" "$(printf 'failed\t1\t0\t')"
has 'one that is gone' "$(images "id:$own" "$url/gone.gif" "$url/red.gif?2")" "$(printf 'ok\t2\t35')"
has 'is told' "$(cat "$t/out")" "404"
same 'no link is followed that is none of the web' "$(printf 'failed\t1\t0')" "$(images "id:$own" 'file:///etc/passwd' | cut -f 1-3)"

# A post of a public feed.
: >"$t/log"
has 'a public feed leads to no internal address' "$(images "id:$public" "$url/red.gif?3")" "$(printf 'failed\t1\t0')"
same 'nothing was asked' '' "$(cat "$t/log")"
has 'nor does a picture that moves there' "$(images "id:$public" "http://img.example.com/goto?url=$url/red.gif%3F4&code=302")" "$(printf 'failed\t1\t0')"
hasnt 'that address was not asked' "$(cat "$t/log")" 'red.gif'
same 'from other hosts pictures come' "$(printf 'ok\t1\t35\t')" "$(images "id:$public" "http://img.example.com/red.gif")"
same 'without a server that is status 3' 3 "$(images "id:$public" http://dead.example.com/x.gif >"$t/all"; cat "$t/rc")"

# A folder that cannot be written.
rm -rf "$kept"; mkdir -p "$XDG_CACHE_HOME/sosik"; echo x >"$kept"
images "id:$own" "$url/red.gif" >"$t/all"
has 'a cache that cannot be made is told' "$(cat "$t/err")" "$kept"

# In the reader: block elements within tmux, after the program that decodes.
rm -rf "$kept"
rm -f "$www/red.gif"
printf 'GIF87a\20\0\20\0\201\0\0\377\0\0\0\0\377\0\0\0\0\0\0,\0\0\0\0\20\0\20\0@\10\35\0\1\10\34H\260\240\301\203\10\23*\134\310\260\241\303\207\20#J\234H\261\242\305\201\1\1\0;' >"$www/red.gif" # 16 x 16 of them
: >"$t/log"
printf 'set fulltext never\nset image-viewer "%s" -x %%s\n' "$t/viewer" >"$XDG_CONFIG_HOME/sosik/config"
printf '#!/bin/sh\nfor a; do printf "<%%s>" "$a"; done >"%s.part"; mv "%s.part" "%s"\n' "$t/opened" "$t/opened" "$t/opened" >"$t/viewer"
chmod +x "$t/viewer"
tiles() { tm capture-pane -peN | grep -q '48;5;196m\|48;2;25[0-9];0;0m'; }
terminal 80 24 "TERM=xterm-256color COLORTERM= sosik"
see 'the reader' '그림이 있는 글'
tm send-keys f 'feed:own.xml' Enter
see 'a list of one' '1/1'
tm send-keys Enter
see 'a post with a picture' '[image 1]'
hasnt 'nothing is fetched before the key' "$(cat "$t/log")" 'red.gif'
tm send-keys g i
check 'the picture is shown in its colours' wait_for 10 tiles
see 'with its size' '16×16'
unsaid() { ! shows 'fetching 1 picture'; }
check 'and no longer said to be fetched' wait_for 10 unsaid
same 'its server was asked once' 1 "$(grep -c red.gif "$t/log")"
tm send-keys 1 g i
check 'the viewer is started' wait_for 10 test -s "$t/opened"
same 'with the file as one word' "<-x><$kept/$(name "$url/red.gif")>" "$(cat "$t/opened")"
tm send-keys Q
check 'it ends' wait_for 10 sh -c "! tmux -S '$tmux_socket' list-sessions"
