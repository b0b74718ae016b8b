#include "store/compose.h"

#include "store/snapshot.h"
#include "store/stmt.h"

void
compose_add(struct compose *c, const char *fragment)
{
	for (; *fragment; fragment++)
		if (*fragment == '$')
			(void)buf_puts(&c->sql, c->post ? c->post : "p");
		else
			(void)buf_putc(&c->sql, *fragment);
}

void
compose_int(struct compose *c, const char *fragment, int64_t value)
{
	compose_add(c, fragment);
	compose_add(c, "?");
	*vec_add(&c->values) = (struct compose_value){ .number = value };
}

void
compose_text(struct compose *c, const char *fragment, struct str value)
{
	compose_add(c, fragment);
	compose_add(c, "?");
	*vec_add(&c->values) = (struct compose_value){ .is_text = true, .text = value };
}

sqlite3_stmt *
compose_prepare(struct compose *c, struct store *s, struct err *err)
{
	sqlite3_stmt *st;

	if (c->failed.code) {
		*err = c->failed;
		return NULL;
	}
	st = stmt_compose(s, buf_cstr(&c->sql), err);

	for (size_t i = 0; st && i < c->values.n; i++)
		if (c->values.v[i].is_text)
			stmt_bind_str(st, (int)i + 1, c->values.v[i].text);
		else
			stmt_bind_int(st, (int)i + 1, c->values.v[i].number);
	return st;
}

void
compose_free(struct compose *c)
{
	if (c->snapshot)
		snapshot_end(c->snapshot);
	buf_free(&c->sql);
	vec_free(&c->values);
	arena_free(&c->a);
}
