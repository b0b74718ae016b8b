#include "page/edge_words.h"

/* Whole lines, without signs and figures at their ends. */
static const char *const noises[] = {
	"share", "tweet", "print", "reprints", "email", "e-mail", "mail", "save", "pin it", "pin", "like", "recommend", "reblog", "follow",
	"facebook", "twitter", "linkedin", "whatsapp", "google+", "reddit", "pinterest", "tumblr", "telegram", "x",
	"share this", "share this article", "share this story", "share this post", "share on facebook", "share on twitter",
	"tweet this", "email this article", "print this article", "copy link", "link copied", "share article",
	"share via email", "facebook twitter", "comments", "comment", "view comments", "leave a comment", "add a comment",
	"post a comment", "show comments", "read comments", "no comments", "reply", "advertisement", "advertisements",
	"advertising", "ad", "ads", "sponsored", "story continues below advertisement", "article continues below advertisement",
	"continue reading below", "continue reading the main story", "story continues below", "skip advertisement",
	"scroll to continue", "more", "read more", "learn more", "see more", "show more", "load more", "view more", "more info",
	"continue reading", "read full story", "related", "related articles", "related stories", "related content",
	"related posts", "you may also like", "recommended", "recommended for you", "most popular", "most read", "trending",
	"subscribe", "subscribe now", "sign up", "sign in", "log in", "register", "newsletter", "back to top", "top",
	"view gallery", "enlarge image", "enlarge", "click to enlarge", "close", "hide caption", "toggle caption", "caption",
	"play", "play video", "watch", "video", "photos", "image", "getty images", "listen", "loading", "please wait", "正在加载",
	"загрузка", "chargement", "cargando", "【関連記事】", "other people are reading",
	"anzeige", "werbung", "teilen", "drucken", "kommentare", "weiterlesen", "publicité", "partager", "imprimer",
	"commentaires", "publicidad", "compartir", "imprimir", "comentarios", "réactions", "pubblicità", "condividi", "stampa", "reklama",
	"reclame", "annons", "dela", "広告", "广告", "分享", "реклама", "поделиться", "광고", "공유", "인쇄",
};

static const char *const pointers[] = {
	"read more", "read also", "also read", "read next", "read:", "see also", "see:", "more:", "more on", "related:",
	"related story", "related article", "related news", "watch:", "watch more", "photos:", "video:", "(more:", "(read:",
	"[read:", "[see:", "(see:", "here's more", "check out:", "don't miss", "recommended:", "further reading", "previously:",
	"download:", "in pictures:", "gallery:", "click here", "full story", "lire aussi", "lire :", "à lire", "a lire", "lesen sie",
	"mehr zum thema", "siehe auch", "lea también", "leer más", "ver también", "te puede interesar", "leia mais",
	"leia também", "veja também", "leggi anche", "leggi di più", "lees ook", "läs mer", "läs också", "czytaj też",
	"zobacz też", "читайте также", "関連記事", "相关阅读", "延伸阅读", "관련 기사", "관련기사", "함께 읽기",
};

static const char *const bylines[] = {
	"by ", "by:", "written by", "posted by", "posted on", "posted:", "posted at", "published", "publish date", "updated",
	"last updated", "last modified", "first published", "date:", "author:", "story by", "reported by", "text by",
	"words by", "photos by", "photographs by", "edited by", "contributed by", "guest post by", "from our", "filed under",
	"filed by", "filed in", "categories:", "category:", "tags:", "tagged:", "topics:", "von ", "veröffentlicht",
	"aktualisiert", "par ", "publié le", "mis à jour", "por ", "publicado", "actualizado", "di ", "pubblicato", "door ",
	"av ", "opublikowano", "автор", "опубликовано", "posted", "reading time", "estimated reading", "min read",
};

static const char *const closings[] = {
	"follow ", "follow us", "follow me", "like us on", "find us on", "join us on", "connect with", "contact the author",
	"email the author", "e-mail the author", "you can follow", "you can reach", "you can contact", "reach him at",
	"reach her at", "reach the", "subscribe to", "sign up for", "sign up to", "get the latest", "get our", "download the",
	"click here to", "read more", "for more ", "more from", "more on ", "more about", "see more", "visit our", "check out our",
	"this article was originally", "this story was originally", "this post was originally", "this article originally",
	"originally published", "this article first appeared", "©", "(c) ", "copyright", "all rights reserved",
	"source:", "sources:", "source ", "via:", "via ", "image credit", "photo credit", "photo:", "photos:", "image:", "images:", "picture:",
	"image via", "photo by", "photo via", "featured image", "header image", "have a tip", "got a tip", "have something to",
	"write to ", "contact us", "send tips", "comment below", "leave a comment", "let us know", "tell us", "share your thoughts",
	"what do you think", "join the conversation", "discuss this", "view discussion", "powered by", "about the author",
	"about author", "the post ", "listen to the", "watch the video", "support ", "donate", "please consider", "if you enjoyed",
	"if you liked", "like this article", "liked this", "help us", "related:", "tags:", "filed under", "topics:",
};

/* Anywhere in a short line that is no sentence. */
static const char *const credits[] = {
	"getty images", "ap photo", "(ap)", "/ap", "/reuters", "reuters/", "reuters /", "/afp", "afp/", " afp ", "epa/", "/epa",
	"shutterstock", "istock", "flickr", "unsplash", "associated press)", "photo:", "photo by", "photo credit", "photograph:",
	"photograph by", "photos by", "image:", "image credit", "image courtesy", "credit:", "(credit", "illustration by",
	"illustration:", "courtesy of", "screenshot", "ⓒ", "사진=", "사진 =", "사진제공", "사진 제공", "[사진", "/사진", "사진:",
};

/* Anywhere in a last line: about the author. */
static const char *const bios[] = {
	"staff writer", "senior writer", "freelance writer", "freelance journalist", "is a reporter", "is a writer", "is an editor",
	"is the editor", "is a columnist", "is a correspondent", "is a journalist", "is a contributor", "reporter for", "reporter at",
	"editor at", "writer for", "writes for", "writes about", "send him an", "send her an", "follow him", "follow her",
	"can be reached at", "reach him at", "reach her at", "is the author of", "기자입니다", "칼럼니스트입니다",
};

static bool
is_sign(char c)
{
	return (unsigned char)c < 0x80 && !str_is_alpha(c);
}

/* Without signs and figures at both ends. */
static struct str
bare(struct str line)
{
	while (line.n && is_sign(line.p[0]))
		line = str_sub(line, 1, line.n);
	while (line.n && is_sign(line.p[line.n - 1]) && line.p[line.n - 1] != '+')
		line = str_sub(line, 0, line.n - 1);
	return line;
}

static bool
begins_with(struct str line, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts_icase(line, words[i]))
			return true;
	return false;
}

bool
edge_words_are_noise(struct str line)
{
	struct str word = bare(line);

	for (size_t i = 0; i < sizeof noises / sizeof *noises; i++)
		if (str_is_icase(word, noises[i]))
			return true;
	return false;
}

bool
edge_words_are_pointer(struct str line)
{
	return begins_with(line, pointers, sizeof pointers / sizeof *pointers);
}

static bool
holds(struct str line, const char *const *words, size_t n)
{
	for (size_t at = 0; at < line.n; at++)
		if (begins_with(str_sub(line, at, line.n), words, n))
			return true;
	return false;
}

static bool
has_month(struct str line)
{
	static const char *const months[] = {
		"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai", "okt", "dez", "ene", "abr",
		"ago", "dic", "fev", "fév", "avr", "juin", "juil", "août", "déc", "янв", "фев", "мая", "июн", "июл", "авг", "сен", "окт",
	};

	return holds(line, months, sizeof months / sizeof *months);
}

/* Figures, names of months and signs: hardly anything but a date. */
static bool
is_date_like(struct str line)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < line.n; i++) {
		digits += str_is_digit(line.p[i]);
		letters += !str_is_digit(line.p[i]) && !is_sign(line.p[i]);
	}
	return digits >= 4 && line.n <= 60 && letters <= (has_month(line) ? 24 : 10);
}

bool
edge_words_are_byline(struct str line)
{
	return line.n <= 200 && (begins_with(line, bylines, sizeof bylines / sizeof *bylines) || is_date_like(line));
}

bool
edge_words_are_credit(struct str line)
{
	if (line.n > 160 || str_ends(line, ".") || str_ends(line, "?") || str_ends(line, ":"))
		return false;
	return holds(line, credits, sizeof credits / sizeof *credits);
}

bool
edge_words_are_closing(struct str line)
{
	return begins_with(line, closings, sizeof closings / sizeof *closings) || holds(line, bios, sizeof bios / sizeof *bios);
}
