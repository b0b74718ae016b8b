# sosik: build, test, install.
#	make run              install what is missing, build, open the reader on the samples
#	make check            install what is missing, build, run all tests
#	make V=1              show the commands
#	make SANITIZE=1       with AddressSanitizer and UBSan, in a folder of its own
#	make WERROR=1         warnings are errors (CI)
#	make syntax CC=clang  what another compiler warns of, in programs and tests; nothing is built (CI)
#	make ARCHIVES=        all libraries are loaded at start, none is part of a program
#	make HOMEPAGE=URL     what sosik tells servers about itself, behind its name and version

VERSION = 0.1.0

HOMEPAGE ?=

PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBEXECDIR ?= $(PREFIX)/libexec/sosik
DATADIR    ?= $(PREFIX)/share
SHAREDIR   ?= $(DATADIR)/sosik
MANDIR     ?= $(DATADIR)/man
BASHDIR    ?= $(DATADIR)/bash-completion/completions
ZSHDIR     ?= $(DATADIR)/zsh/site-functions
FISHDIR    ?= $(DATADIR)/fish/vendor_completions.d
UNITDIR    ?= $(DATADIR)/systemd/user

CC       ?= cc
CFLAGS   ?= $(if $(SANITIZE),-O1 -g1,-O2 -g)
PKGCONF  ?= pkg-config

comma := ,
Q     := $(if $(V),,@)
say    = $(if $(V),,@printf '  %-6s %s\n' $(1) '$(2)')
O     := build$(if $(filter-out cc gcc,$(notdir $(firstword $(CC)))),-$(notdir $(firstword $(CC))))$(if $(SANITIZE),-san)

# Which libraries a program may link: a layer that leaks does not link.
PROGRAMS          = sosik sosik-sync sosik-index sosik-worker sosik-image
PKG_sosik         = ncursesw sqlite3 expat libunistring jansson zlib
PKG_sosik-sync    = libcurl libdeflate zlib sqlite3 expat libunistring jansson
PKG_sosik-index   = sqlite3 expat libunistring jansson
PKG_sosik-worker  = expat gumbo libdeflate zlib libunistring jansson libseccomp
PKG_sosik-image   = libjpeg libpng libwebp libseccomp
PKG_ALL           = $(sort $(PKG_sosik) $(PKG_sosik-sync) $(PKG_sosik-worker) $(PKG_sosik-image))
# libunistring has no pkg-config file.
pkg_libs   = $(if $(filter libunistring,$(1)),-lunistring) $(if $(filter sqlite3,$(1)),-lm) $(shell $(PKGCONF) --libs $(filter-out libunistring,$(1)))
pkg_cflags = $(filter-out -D_XOPEN_SOURCE=% -D_DEFAULT_SOURCE%,$(shell $(PKGCONF) --cflags $(filter-out libunistring,$(1))))

# Libraries that are part of the programs, where there are archives of them: each that has not to be found,
# mapped and bound saves some .1 ms at a start, which is half of what a short command takes. What talks to the network
# or the terminal is the system's in any case.
ARCHIVES ?= deflate expat gumbo jansson jpeg png16 seccomp sqlite3 unistring webp z
archived = $(foreach l,$(1),$(or $(if $(filter $(ARCHIVES:%=-l%),$(l)),$(filter /%,$(shell $(CC) -print-file-name=lib$(l:-l%=%).a))),$(l)))
LIBS_sosik        = $(call archived,$(call pkg_libs,$(PKG_sosik))) -lm
LIBS_sosik-sync   = $(call archived,$(call pkg_libs,$(PKG_sosik-sync)))
LIBS_sosik-index  = $(call archived,$(call pkg_libs,$(PKG_sosik-index)))
LIBS_sosik-worker = $(call archived,$(call pkg_libs,$(PKG_sosik-worker)))
LIBS_sosik-image  = $(call archived,$(call pkg_libs,$(PKG_sosik-image)) -lz) -lm

STD  = -std=gnu11 -D_GNU_SOURCE
WARN = -Wall -Wextra -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
       -Wwrite-strings -Wpointer-arith -Wformat=2 -Wno-format-nonliteral -Wundef -Wimplicit-fallthrough -Wcast-qual \
       $(if $(WERROR),-Werror)
HARDEN_CC = -fstack-protector-strong -fPIE -fcf-protection $(if $(findstring clang,$(CC)),,-ftrivial-auto-var-init=zero) \
            $(if $(SANITIZE),,-D_FORTIFY_SOURCE=2)
HARDEN_LD = -pie -Wl,-z,relro,-z,now,-z,noexecstack
SAN       = $(if $(SANITIZE),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
PATHS     = -DLIBEXECDIR='"$(LIBEXECDIR)"' -DSHAREDIR='"$(SHAREDIR)"' -DDATADIR='"$(DATADIR)"' -DVERSION='"$(VERSION)"' \
            -DAGENT='"sosik/$(VERSION) ($(if $(HOMEPAGE),+$(HOMEPAGE),feed reader))"'

# $(call once,NAME,VALUE): NAME = VALUE that is worked out when it is first needed, then no more: pkg-config is not asked
# for each file, nor before .ci/deps has installed it.
once = $(eval $(1) := $(2))$($(1))

ALL_CPPFLAGS = $(call once,ALL_CPPFLAGS,-Isrc $(call pkg_cflags,$(PKG_ALL)) $(CPPFLAGS))
ALL_CFLAGS   = $(STD) $(WARN) -fvisibility=hidden -ffile-prefix-map=$(CURDIR)=. $(CFLAGS) $(HARDEN_CC) $(SAN)
ALL_LDFLAGS  = $(HARDEN_LD) $(SAN) $(LDFLAGS)

MAINS := $(PROGRAMS:%=src/%.c)
SRC   := $(sort $(wildcard src/*/*.c))
LIB   := $(SRC:%.c=$(O)/%.o)
UNIT  := $(patsubst tests/unit/%.c,$(O)/tests/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
TOOLS := $(patsubst tests/tools/%.c,$(O)/tests/tools/%,$(sort $(wildcard tests/tools/*.c)))
SHARE := $(patsubst src/share/%,$(O)/share/%,$(shell find src/share -type f))
MO    := $(O)/share/locale/ko/LC_MESSAGES/sosik.mo
BINS  := $(PROGRAMS:%=$(O)/%)

.DEFAULT_GOAL := all

all: $(BINS) $(SHARE) $(MO)

# ---- the two commands of the README: each first installs what is missing, and builds on all cores unless told how many;
# the + hands the number on, for make does not see that these lines call it
build = $(Q)$(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc))

run:
	$(Q).ci/deps build
	+$(build) all
	$(Q)$(O)/sosik --demo

check:
	$(Q).ci/deps build check
	+$(build) all tests
	$(Q)O=$(O) SANITIZE=$(SANITIZE) CC='$(CC)' tests/run

tests: $(UNIT) $(TOOLS)

bench: all tests
	$(Q)O=$(O) tests/bench/run

# ---- programs
$(BINS): $(O)/%: $(O)/src/%.o $(O)/libsosik.a
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_$*)

$(O)/libsosik.a: $(LIB)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcsD $@ $^

compile = $(CC) $(ALL_CPPFLAGS) $(if $(filter src/base/path.c src/cmd/% src/net/transfer.c src/store/source.c,$<),$(PATHS)) \
          $(ALL_CFLAGS) $(if $(filter tests/%,$<),-Wno-write-strings $(TEST_CFLAGS))
$(O)/%.o: %.c $(O)/flags
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D)
	$(Q)$(compile) -MMD -MP -c -o $@ $<

# Rebuilds everything when the compiler or any flag changes.
$(O)/flags: FORCE
	$(Q)mkdir -p $(@D)
	$(Q)printf '%s\n' '$(subst ','\'',$(CC) $(ALL_CPPFLAGS) $(PATHS) $(ALL_CFLAGS) $(ALL_LDFLAGS) $(ARCHIVES) $(TEST_CFLAGS) $(TEST_LDFLAGS))' | cmp -s - $@ || \
	    printf '%s\n' '$(subst ','\'',$(CC) $(ALL_CPPFLAGS) $(PATHS) $(ALL_CFLAGS) $(ALL_LDFLAGS) $(ARCHIVES) $(TEST_CFLAGS) $(TEST_LDFLAGS))' > $@

SYNTAX := $(patsubst %,syntax/%,$(MAINS) $(SRC) $(wildcard tests/unit/test_*.c tests/tools/*.c))
syntax: $(SYNTAX)
$(SYNTAX): syntax/%: %
	$(call say,CHECK,$<)
	$(Q)$(compile) -O0 -U_FORTIFY_SOURCE -fsyntax-only $<

# ---- data
$(O)/share/locale/ko/LC_MESSAGES/sosik.mo: src/po/ko.po
	$(call say,PO,$<)
	$(Q)mkdir -p $(@D)
	$(Q)msgfmt --check -o $@ $<

$(O)/share/%: src/share/%
	$(Q)mkdir -p $(@D)
	$(Q)cp $< $@

# Brings src/po up to date with the source.
po:
	$(Q)cd src && find . -name '*.[ch]' | LC_ALL=C sort | xgettext --from-code=UTF-8 -ktr -ktr_n:1,2 -kN_ \
	    --add-comments=TR --no-location --package-name=sosik --package-version=$(VERSION) -o po/sosik.pot -f -
	$(Q)msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location src/po/ko.po src/po/sosik.pot
	$(Q)rm -f src/po/sosik.pot
	$(Q)msgfmt --statistics -o /dev/null src/po/ko.po

# ---- tests
# Each runs a moment, and there are many: less is spent on making them than on what they test.
TEST_CFLAGS  ?= $(if $(SANITIZE),-O0,-O1)
TEST_LDFLAGS ?=
UNIT_LIBS = $(call once,UNIT_LIBS,$(call pkg_libs,$(sort $(PKG_ALL) cmocka vterm)))
TOOL_LIBS = $(call once,TOOL_LIBS,$(call pkg_libs,$(PKG_ALL) libmicrohttpd vterm))
$(O)/tests/unit/%: $(O)/tests/unit/%.o $(O)/libsosik.a
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_LDFLAGS) $(TEST_LDFLAGS) -o $@ $^ $(UNIT_LIBS)

$(O)/tests/tools/%: $(O)/tests/tools/%.o $(O)/libsosik.a
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_LDFLAGS) $(TEST_LDFLAGS) -o $@ $^ $(TOOL_LIBS)

# ---- installing
MAN1 = man/sosik.1 man/ko/sosik.1
MAN5 = man/sosik.5 man/ko/sosik.5

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(SHAREDIR) $(DESTDIR)$(DATADIR)/locale/ko/LC_MESSAGES \
	    $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/ko/man1 $(DESTDIR)$(MANDIR)/ko/man5 \
	    $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR) $(DESTDIR)$(UNITDIR)
	install -m755 $(O)/sosik $(DESTDIR)$(BINDIR)/sosik
	install -m755 $(O)/sosik-sync $(O)/sosik-index $(O)/sosik-worker $(O)/sosik-image $(DESTDIR)$(LIBEXECDIR)/
	cp -R src/share/. $(DESTDIR)$(SHAREDIR)/
	rm -r $(DESTDIR)$(SHAREDIR)/completions $(DESTDIR)$(SHAREDIR)/timer # they lie where others look, below
	install -m644 $(MO) $(DESTDIR)$(DATADIR)/locale/ko/LC_MESSAGES/sosik.mo
	install -m644 man/sosik.1 $(DESTDIR)$(MANDIR)/man1/sosik.1
	install -m644 man/sosik.5 $(DESTDIR)$(MANDIR)/man5/sosik.5
	install -m644 man/ko/sosik.1 $(DESTDIR)$(MANDIR)/ko/man1/sosik.1
	install -m644 man/ko/sosik.5 $(DESTDIR)$(MANDIR)/ko/man5/sosik.5
	install -m644 src/share/completions/sosik.bash $(DESTDIR)$(BASHDIR)/sosik
	install -m644 src/share/completions/_sosik $(DESTDIR)$(ZSHDIR)/_sosik
	install -m644 src/share/completions/sosik.fish $(DESTDIR)$(FISHDIR)/sosik.fish
	sed 's|@BINDIR@|$(BINDIR)|' src/share/timer/sosik.service >$(DESTDIR)$(UNITDIR)/sosik.service
	sed 's|@BINDIR@|$(BINDIR)|' src/share/timer/sosik.timer >$(DESTDIR)$(UNITDIR)/sosik.timer
	sed 's|@BINDIR@|$(BINDIR)|' src/share/timer/crontab >$(DESTDIR)$(SHAREDIR)/crontab
	chmod 644 $(DESTDIR)$(UNITDIR)/sosik.service $(DESTDIR)$(UNITDIR)/sosik.timer $(DESTDIR)$(SHAREDIR)/crontab

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/sosik $(DESTDIR)$(MANDIR)/man1/sosik.1 $(DESTDIR)$(MANDIR)/man5/sosik.5 \
	    $(DESTDIR)$(MANDIR)/ko/man1/sosik.1 $(DESTDIR)$(MANDIR)/ko/man5/sosik.5 \
	    $(DESTDIR)$(DATADIR)/locale/ko/LC_MESSAGES/sosik.mo \
	    $(DESTDIR)$(BASHDIR)/sosik $(DESTDIR)$(ZSHDIR)/_sosik $(DESTDIR)$(FISHDIR)/sosik.fish \
	    $(DESTDIR)$(UNITDIR)/sosik.service $(DESTDIR)$(UNITDIR)/sosik.timer
	rm -rf $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(SHAREDIR)

dist:
	$(Q)mkdir -p build
	git archive --format=tar.gz --prefix=sosik-$(VERSION)/ -o build/sosik-$(VERSION).tar.gz HEAD

clean:
	rm -rf build build-*

-include $(LIB:.o=.d) $(MAINS:%.c=$(O)/%.d) $(UNIT:=.d) $(TOOLS:=.d)
.SECONDARY:
.PHONY: all run check tests bench syntax $(SYNTAX) po install uninstall dist clean FORCE
