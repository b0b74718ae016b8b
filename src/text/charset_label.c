#include "text/charset_label.h"

enum {
	XML_HEAD = 1024,  /* where an XML declaration is looked for, junk before it included */
	HTML_HEAD = 4096, /* and a meta element: Korean pages put scripts before it */
};

/* Other spellings of our names, lower case, letters and digits only. A name itself is found without. */
static const struct {
	const char *name;
	const char *labels;
} aliases[] = {
	{ "utf-8", " utf8 unicode11utf8 utf8mb4 " },
	{ "cp949", " euckr ksc56011987 ksc56011989 ksc5601 ksc5636 ksx1001 korean ms949 uhc windows949 xwindows949 cp949 949 isoir149 "
	           "csksc56011987 cseuckr xeuckr ksx10012002 " },
	{ "iso-2022-kr", " csiso2022kr iso2022kr " },
	{ "johab", " ksc56011992 cp1361 1361 ms1361 windows1361 " },
	{ "utf-16le", " utf16le unicode csunicode ucs2 iso10646ucs2 unicodefeff " },
	{ "utf-16be", " utf16 utf16be unicodefffe " },
	{ "utf-32le", " utf32le ucs4le " },
	{ "utf-32be", " utf32 utf32be ucs4 ucs4be iso10646ucs4 " },
	{ "windows-1252", " cp1252 xcp1252 iso88591 88591 isoir100 latin1 latin l1 ascii usascii us ansix341968 ansix341986 iso646us iso646irv1991 "
	                  "ibm819 cp819 819 ibm367 cp367 367 csisolatin1 csascii " },
	{ "windows-1250", " cp1250 xcp1250 1250 " },
	{ "windows-1251", " cp1251 xcp1251 1251 " },
	{ "windows-1253", " cp1253 xcp1253 1253 " },
	{ "windows-1254", " cp1254 xcp1254 1254 iso88599 latin5 l5 isoir148 csisolatin5 " },
	{ "windows-1255", " cp1255 xcp1255 1255 " },
	{ "windows-1256", " cp1256 xcp1256 1256 " },
	{ "windows-1257", " cp1257 xcp1257 1257 " },
	{ "windows-1258", " cp1258 xcp1258 1258 " },
	{ "windows-874", " cp874 dos874 874 tis620 tis6200 tis62025290 tis62025330 iso885911 isoir166 thai " },
	{ "iso-8859-2", " latin2 l2 isoir101 csisolatin2 " },
	{ "iso-8859-3", " latin3 l3 isoir109 csisolatin3 " },
	{ "iso-8859-4", " latin4 l4 isoir110 csisolatin4 " },
	{ "iso-8859-5", " cyrillic isoir144 csisolatincyrillic " },
	{ "iso-8859-6", " arabic asmo708 ecma114 isoir127 csisolatinarabic " },
	{ "iso-8859-7", " greek greek8 elot928 ecma118 isoir126 csisolatingreek " },
	{ "iso-8859-8", " hebrew isoir138 csisolatinhebrew iso88598i iso88598e visual logical " },
	{ "iso-8859-10", " latin6 l6 isoir157 csisolatin6 " },
	{ "iso-8859-13", " latin7 l7 " },
	{ "iso-8859-14", " latin8 l8 isoir199 isoceltic " },
	{ "iso-8859-15", " latin9 l9 csisolatin9 " },
	{ "iso-8859-16", " latin10 l10 isoir226 " },
	{ "koi8-r", " koi koi8 cskoi8r " },
	{ "koi8-u", " koi8ru " },
	{ "kz1048", " kz1048 strk10482002 rk1048 " },
	{ "mac-roman", " macintosh mac macroman xmacroman csmacintosh " },
	{ "mac-cyrillic", " xmaccyrillic xmacukrainian maccyrillic " },
	{ "mac-latin2", " maccentraleurope maccentraleuropean xmacce macce maccenteuro maccentraleuro maclatin2 " },
	{ "mac-turkish", " xmacturkish macturkish " },
	{ "mac-greek", " xmacgreek macgreek " },
	{ "mac-iceland", " xmacicelandic maciceland macicelandic " },
	{ "cp869", " cpgr " },
	{ "cp861", " cpis " },
	{ "cp1125", " cp866u ruscii " },
	{ "cp037", " ibm039 ebcdiccpus ebcdiccpca ebcdiccpwt ebcdiccpnl " },
	{ "cp273", " ebcdiccpde " },
	{ "cp424", " ebcdiccphe " },
	{ "cp500", " ebcdiccpbe ebcdiccpch " },
	{ "cp437", " cspc8codepage437 " },
	{ "cp775", " cspc775baltic " },
	{ "cp850", " cspc850multilingual " },
	{ "cp862", " cspc862latinhebrew " },
	{ "ptcp154", " ptcp154 csptcp154 pt154 cp154 cyrillicasian " },
	{ "gb18030", " gb2312 gbk gb23121980 xgbk csgb2312 csiso58gb231280 chinese isoir58 euccn cp936 936 ms936 windows936 gb180302000 hzgb2312 " },
	{ "big5", " big5hkscs cnbig5 xxbig5 csbig5 big5tw cp950 950 ms950 " },
	{ "euc-jp", " xeucjp ujis eucjis2004 cseucpkdfmtjapanese " },
	{ "shift_jis", " sjis xsjis shiftjis mskanji csshiftjis cp932 932 ms932 windows31j shiftjis2004 cswindows31j " },
	{ "iso-2022-jp", " csiso2022jp iso2022jp1 iso2022jp2 jis " },
};

/* Names that stand for themselves, also as "ibm850", "csibm850" or just "850" where they are of IBM. */
static const char *const plain[] = {
	"johab", "iso-2022-kr", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7",
	"iso-8859-8",
	"iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "windows-1250", "windows-1251",
	"windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
	"windows-874", "koi8-r", "koi8-u", "koi8-t", "gb18030", "big5", "euc-jp", "shift_jis", "iso-2022-jp", "cp437",
	"cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp858", "cp860", "cp861", "cp862", "cp863", "cp864", "cp865",
	"cp866", "cp869", "cp1125", "cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140",
};

/* The letters and digits of a label in lower case, a blank on each side. */
static struct str
fold(char to[64], struct str label)
{
	size_t n = 0;

	to[n++] = ' ';
	for (size_t i = 0; i < label.n && n < 62; i++)
		if (str_is_alpha(label.p[i]) || str_is_digit(label.p[i]))
			to[n++] = str_lower(label.p[i]);
	to[n++] = ' ';
	return str_new(to, n);
}

static bool
is_plain(struct str folded, const char *name)
{
	char own[64];
	struct str to = fold(own, str_of(name));

	if (str_eq(folded, to))
		return true;
	if (!str_starts(to, " cp"))
		return false;
	for (size_t skip = 1; skip < folded.n && str_is_alpha(folded.p[skip]); skip++)
		if (str_is(str_sub(folded, 1, skip + 1), "ibm") || str_is(str_sub(folded, 1, skip + 1), "csibm") ||
			str_is(str_sub(folded, 1, skip + 1), "cspcp"))
			return str_eq(str_sub(folded, skip + 1, folded.n), str_sub(to, 3, to.n));
	return str_eq(str_sub(folded, 1, folded.n), str_sub(to, 3, to.n));
}

const char *
charset_label(struct str label)
{
	char own[64];
	struct str folded = fold(own, label);

	if (folded.n <= 2)
		return NULL;
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (str_find(str_of(aliases[i].labels), folded) < strlen(aliases[i].labels))
			return aliases[i].name;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (is_plain(folded, plain[i]))
			return plain[i];
	return NULL;
}

/* The value behind "name =" wherever it stands first, quoted or not. */
static struct str
value_of(struct str s, const char *name)
{
	size_t n = strlen(name);

	for (; s.n; s = str_sub(s, 1, s.n)) {
		struct str rest = str_sub(s, n, s.n);

		if (!str_starts_icase(s, name))
			continue;
		rest = str_trim(rest);
		if (!str_starts(rest, "="))
			continue;
		rest = str_trim(str_sub(rest, 1, rest.n));
		size_t from = str_starts(rest, "\"") || str_starts(rest, "'"), end = from;
		while (end < rest.n && rest.p[end] > ' ' && !strchr("\"';>", rest.p[end]))
			end++;
		return str_sub(rest, from, end);
	}
	return STR_NONE;
}

struct str
charset_label_http(struct str content_type)
{
	return value_of(content_type, "charset");
}

struct str
charset_label_inside(struct str text)
{
	struct str head = str_sub(text, 0, XML_HEAD);
	size_t at = str_find(head, str_lit("<?xml"));

	if (at < head.n) {
		struct str declaration = str_sub(head, at, head.n);

		return value_of(str_sub(declaration, 0, str_find(declaration, str_lit("?>"))), "encoding");
	}
	if (str_has(head, "<rss") || str_has(head, "<feed") || str_has(head, "<rdf:"))
		return STR_NONE;
	head = str_sub(text, 0, HTML_HEAD);
	for (; head.n; head = str_sub(head, 1, head.n)) {
		head = str_sub(head, str_find_char(head, '<'), head.n);
		struct str tag = str_sub(head, 0, str_find_char(head, '>'));
		struct str label = str_starts_icase(tag, "<meta") ? value_of(tag, "charset") : STR_NONE;

		if (label.n)
			return label;
	}
	return STR_NONE;
}
