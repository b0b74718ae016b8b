#!/bin/sh
# The first start in a real terminal: an import and the demo from the reader,
# and what is remembered at the next one.
. tests/e2e/lib.sh

keys() { tm send-keys "$@"; }
text() { tm send-keys -l -- "$1"; }
begin() { terminal 80 24 "sosik; echo status \$?; exec cat"; }

cat >"$t/feeds.opml" <<'END'
<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>구독</title></head><body>
<outline text="회사"><outline type="rss" text="가람 기술" xmlUrl="https://garam.example/rss"/></outline>
<outline type="rss" text="하늘 노트" xmlUrl="https://haneul.example/feed"/>
</body></opml>
END

begin
see 'without feeds it says how to begin' 'There are no feeds yet.'
text 'i'
see 'a prompt for the file' 'Import from'
text "$t/none.opml"
keys Enter
see 'a file that is not there is told, and stays' 'No such file'
see 'the line stays to be mended' 'none.opml'
keys C-u
text "$t/feeds.opml"
keys Enter
see 'the feeds are taken' 'subscribed to 2 feeds'
text 'e'
see 'the folder of the list is one of ours' '회사 ▾'
text 'za'
text 'q'
text 'u'
see 'undo takes the import back' 'undone:'
see 'and the first steps are there again' 'There are no feeds yet.'
keys C-r
see 'redo brings them again' 'done again:'

text 'gd'
see 'the demo has the terminal' '19 unread'
text 'Q'
see 'and gives it back' 'sosik  0 unread'
text 'gH'
see 'the reader goes on' '하늘 노트'
text 'qeG'
keys Enter
text 'Q'
see 'it ends well' 'status 0'
has 'the place is remembered' "$(cat "$XDG_STATE_HOME/sosik/reader")" 'view feed'
