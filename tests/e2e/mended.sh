#!/bin/sh
# Feeds that are broken in the ways of the world: every whole post comes in,
# and `feeds --health` says what was mended.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
head='<rss version="2.0"><channel><title>t</title>'
tail='</channel></rss>'
whole='<item><title>둘</title><guid>2</guid></item>'

feed() { # feed NAME BYTES…
	name=$1; shift
	printf '%s' "$@" >"$www/$name.xml"
	names="${names:-} $name"
}
feed clean "$head" "$whole" "$tail"
feed entity "$head" '<item><title>A&nbsp;B &hellip; R&D</title><guid>1</guid></item>' "$whole" "$tail"
feed control "$head" '<item><title>하' "$(printf '\010')" '나</title><guid>1</guid></item>' "$whole" "$tail"
feed prolog '<br /><b>Warning</b>: mysql in <b>/x.php</b>' "$head" "$whole" "$tail"
feed markup "$head" '<item><title>하나<guid>1</guid><description><p>가<br>나</description></item>' "$whole" "$tail"
feed truncated "$head" "$whole" '<item><title>하'
printf '<?xml version="1.0" encoding="utf-8"?>%s<item><title>소식</title><guid>1</guid></item>%s%s' "$head" "$whole" "$tail" |
	iconv -f UTF-8 -t CP949 >"$www/charset.xml"
names="$names charset"

serve "$www"
for name in $names; do echo "$url/$name.xml name=$name"; done >"$XDG_CONFIG_HOME/sosik/feeds"
sosik sync -q >"$t/sync" 2>&1

health=$(sosik feeds --health)
line() { printf '%s\n' "$health" | grep "^$1 "; }
hasnt 'a clean feed is not mended' "$(line clean)" mended
has 'entities' "$(line entity)" 'mended: undefined entities'
has 'control characters' "$(line control)" 'mended: control characters'
has 'text in front' "$(line prolog)" 'mended: text before the XML'
has 'markup' "$(line markup)" 'mended: not well-formed'
has 'a cut end' "$(line truncated)" 'ended early'
has 'a wrong charset' "$(line charset)" 'mended: wrong character set'
has 'in Korean' "$(LANGUAGE=ko sosik feeds --health | grep '^markup ')" '고친 것: 잘못된 XML'
has 'in JSON' "$(sosik feeds --json | grep '"name":"entity"')" '"repairs":["entity"]'

nothing=$(sosik show "$(sosik search --json 둘 | grep '"feed":"clean"' | sed 's/.*"id":\([0-9]*\).*/\1/')" 2>&1)
has 'a post without text and page' "$nothing" 'neither its text nor its page'
hasnt 'is not said to be fetched from there' "$nothing" fulltext
same 'the whole post of each' 7 "$(sosik count title:둘)"
has 'a title with entities' "$(sosik search R)" 'R&D'
has 'a title in another charset' "$(sosik search 소식)" 소식
has 'unescaped HTML is text' "$(sosik show "$(sosik search --json 하나 | grep '"feed":"markup"' | sed 's/.*"id":\([0-9]*\).*/\1/')")" '가'
