#include "ui/action_names.h"

#include "base/tr.h"
#include "ui/keys.h"

static const char *const korean[ACTION_COUNT] = {
	[ACTION_DOWN] = "아래로", [ACTION_UP] = "위로", [ACTION_HALF_DOWN] = "반쪽아래로",
	[ACTION_HALF_UP] = "반쪽위로", [ACTION_PAGE_DOWN] = "쪽아래로", [ACTION_PAGE_UP] = "쪽위로",
	[ACTION_TOP] = "맨위로", [ACTION_BOTTOM] = "맨아래로", [ACTION_OPEN] = "열기", [ACTION_LEFT] = "왼쪽으로",
	[ACTION_RIGHT] = "오른쪽으로", [ACTION_NEXT_PANE] = "다음칸", [ACTION_SCREEN_TOP] = "화면위로",
	[ACTION_SCREEN_MIDDLE] = "화면가운데로", [ACTION_SCREEN_BOTTOM] = "화면아래로", [ACTION_ROW_TOP] = "줄을위로",
	[ACTION_ROW_MIDDLE] = "줄을가운데로", [ACTION_ROW_BOTTOM] = "줄을아래로", [ACTION_JUMP_BACK] = "뛰기전으로",
	[ACTION_EDIT_FEEDS] = "피드고치기", [ACTION_BACK] = "뒤로", [ACTION_QUIT] = "끝내기", [ACTION_SIDEBAR] = "사이드바", [ACTION_LAYOUT] = "배치",
	[ACTION_NEXT_VIEW] = "다음보기", [ACTION_PREV_VIEW] = "이전보기", [ACTION_NEXT_FEED] = "다음피드",
	[ACTION_PREV_FEED] = "이전피드", [ACTION_NEXT_POST] = "다음글", [ACTION_PREV_POST] = "이전글",
	[ACTION_NEXT_UNREAD] = "다음안읽은글", [ACTION_PREV_UNREAD] = "이전안읽은글", [ACTION_FIND] = "글에서찾기",
	[ACTION_END_FIND] = "찾기끝내기", [ACTION_NEXT_MATCH] = "다음찾은곳", [ACTION_PREV_MATCH] = "이전찾은곳",
	[ACTION_NEXT_SECTION] = "다음절", [ACTION_PREV_SECTION] = "이전절", [ACTION_GOTO_SECTION] = "절로",
	[ACTION_NOTE] = "각주", [ACTION_OUTLINE] = "목차", [ACTION_PERCENT] = "퍼센트로", [ACTION_FOLD] = "접기",
	[ACTION_FOLD_CLOSE] = "접어두기", [ACTION_FOLD_OPEN] = "펴기", [ACTION_FOLD_ALL] = "모두접기",
	[ACTION_UNFOLD_ALL] = "모두펴기", [ACTION_LINKS] = "링크", [ACTION_NARROW] = "좁히기",
	[ACTION_ALL_AGAIN] = "다시모두", [ACTION_ZEN] = "글만보기", [ACTION_HINTS] = "링크글자",
	[ACTION_SCROLL_RIGHT] = "오른쪽밀기", [ACTION_SCROLL_LEFT] = "왼쪽밀기", [ACTION_WIDE_TABLES] = "넓은표",
	[ACTION_TOGGLE_READ] = "읽음바꾸기", [ACTION_READ_NEXT] = "읽고다음", [ACTION_READ_ALL] = "모두읽음",
	[ACTION_STAR] = "별표", [ACTION_HIDE] = "숨김", [ACTION_TAG] = "태그", [ACTION_TAG_ALL] = "모두태그",
	[ACTION_REPEAT] = "되풀이", [ACTION_MARK] = "고르기", [ACTION_MARK_RANGE] = "범위고르기",
	[ACTION_MARK_ALL] = "모두고르기", [ACTION_MARK_OTHERS] = "뒤집어고르기",
	[ACTION_MARK_QUERY] = "질의로고르기", [ACTION_ON_MARKED] = "고른글에", [ACTION_UNDO] = "되돌리기",
	[ACTION_REDO] = "다시하기", [ACTION_COMMAND] = "명령", [ACTION_FILTER] = "거르기", [ACTION_SORT] = "정렬",
	[ACTION_HIDE_READ] = "읽은글빼기", [ACTION_CLEAR_FILTER] = "거르기풀기", [ACTION_SYNC_FEED] = "피드동기화",
	[ACTION_SYNC_ALL] = "모두동기화", [ACTION_FULLTEXT] = "본문전체", [ACTION_IMAGES] = "그림",
	[ACTION_BROWSER] = "브라우저", [ACTION_BROWSER_READ] = "브라우저읽음", [ACTION_YANK_LINK] = "링크복사",
	[ACTION_YANK_TITLE] = "제목복사", [ACTION_YANK_CODE] = "코드복사", [ACTION_YANK_SECTION] = "절복사",
	[ACTION_YANK_MARKDOWN] = "마크다운복사", [ACTION_PIPE] = "넘기기", [ACTION_SAVE] = "저장",
	[ACTION_CATALOG] = "블로그목록", [ACTION_ADD] = "추가", [ACTION_IMPORT] = "가져오기", [ACTION_DEMO] = "견본",
	[ACTION_SUBSCRIBE] = "구독", [ACTION_SUBSCRIBE_ALL] = "모두구독", [ACTION_NEXT_KIND] = "다음종류",
	[ACTION_FEED_HEALTH] = "피드상태", [ACTION_ACCEPT_MOVE] = "새주소받기", [ACTION_UNSUBSCRIBE] = "구독해지",
	[ACTION_SNIPPETS] = "찾은대목", [ACTION_TAGS] = "태그목록", [ACTION_RENAME_TAG] = "태그이름",
	[ACTION_DROP_TAG] = "태그떼기", [ACTION_MESSAGES] = "메시지", [ACTION_HELP] = "도움말",
	[ACTION_REDRAW] = "다시그리기", [ACTION_SUSPEND] = "셸로",
};

const char *
action_names_korean(enum action action)
{
	return korean[action];
}

const char *
action_names_shown(enum action action)
{
	return tr_is_korean() ? action_names_korean(action) : keys_info(action)->name;
}
