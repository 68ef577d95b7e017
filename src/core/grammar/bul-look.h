/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-markers.h"

G_BEGIN_DECLS

/* What one line looks like by itself, wherever it stands. */
typedef enum
{
  BUL_LOOK_BLANK,
  BUL_LOOK_PLAIN,     /* words */
  BUL_LOOK_MARK,      /* begins with a section mark, of a role */
  BUL_LOOK_BITE,      /* who and the words of a soundbite, or its words alone */
  BUL_LOOK_LABEL,     /* who, in the form of an attribution; the words are to come */
  BUL_LOOK_NAME,      /* a few words in brackets: a name, or a mark that nobody knows */
  BUL_LOOK_TURN,      /* a name in brackets, and words that are no quotation */
  BUL_LOOK_VOICE,     /* `NAME, TITLE: words`, `>> words` */
  BUL_LOOK_HEADER,    /* ` date YYYY-MM-DD X` */
  BUL_LOOK_PROGRAMME, /* the name of a programme, alone */
  BUL_LOOK_TITLE,     /* `Title: …` */
  BUL_LOOK_STAMP,
  BUL_LOOK_CREDITS,
  BUL_LOOK_CUE,
  BUL_LOOK_NOTICES,
  BUL_LOOK_FURNITURE,
  BUL_LOOK_DAMAGED, /* was decoded wrongly: its characters say nothing */
} BulLookSort;

/* What a look tells beside its sort, one bit each. */
enum
{
  BUL_LOOK_ALONE = 1 << 0,    /* the mark is all there is */
  BUL_LOOK_SENTENCE = 1 << 1, /* ends as a sentence does */
  BUL_LOOK_QUOTES = 1 << 2,   /* begins with a quotation */
  BUL_LOOK_CAPITALS = 1 << 3, /* all in capitals */
  BUL_LOOK_NUMBERED = 1 << 4, /* `3. words` */
  BUL_LOOK_BULLET = 1 << 5,   /* `• words` */
  BUL_LOOK_RELAY = 1 << 6,    /* passes to a reporter, or closes for one */
  BUL_LOOK_HOUSE = 1 << 7,    /* the relay names a broadcaster */
  BUL_LOOK_PASSES = 1 << 8,   /* by its verb the relay passes on */
  BUL_LOOK_CLOSES = 1 << 9,   /* by its words the relay looks back: 지금까지 */
  BUL_LOOK_AFTER = 1 << 10,   /* furniture, credits: of the tail wherever they stand */
  BUL_LOOK_OPEN = 1 << 11,    /* a bracket is not closed */
  BUL_LOOK_SHUTS = 1 << 12,   /* closes a bracket that another line opened */
  BUL_LOOK_QUOTE_OPEN = 1 << 13,
  BUL_LOOK_WORDLESS = 1 << 14, /* who, a colon, and no words */
  BUL_LOOK_NAMED = 1 << 15,    /* the label names a person */
  BUL_LOOK_MARKED = 1 << 16,   /* the attribution begins with a mark */
  BUL_LOOK_JOINS = 1 << 17,    /* the mark's words are to come on the next line */
  BUL_LOOK_MIXED = 1 << 18,    /* a voice in small letters, as sentences may begin too */
  BUL_LOOK_CAPTION = 1 << 19,  /* `>>` */
  BUL_LOOK_REMARK = 1 << 20,   /* in round brackets: a cue in a transcript */
  BUL_LOOK_HOSTS = 1 << 21,    /* credits of a talk: who hosts, who is the guest */
  BUL_LOOK_BARE = 1 << 22,     /* a stamp without a word that tells its kind */
  BUL_LOOK_ROUND = 1 << 23,    /* begins with a round bracket */
  BUL_LOOK_SPEAKS = 1 << 24,   /* the bite stands between quote marks */
  BUL_LOOK_LONG = 1 << 25,     /* too long for a headline */
  BUL_LOOK_JOINED = 1 << 26,   /* of several source lines */
  BUL_LOOK_WEAK = 1 << 27,     /* a relay by its place only */
  BUL_LOOK_RESUMES
  = 1 << 28, /* a mark before words, ended by a colon: it comes back after each soundbite */
  BUL_LOOK_DETAILED = 1 << 29, /* the label tells more than name and title */
  BUL_LOOK_TIMED = 1 << 30,    /* a time is glued before the words */
  BUL_LOOK_LATIN = 1u << 31,   /* the mark is in Latin letters */
};

/* a name and a trade, alone: whose report it is */
#define BUL_LOOK_BYLINE (G_GUINT64_CONSTANT (1) << 32)
/* ends with a quotation mark that it does not open */
#define BUL_LOOK_ENDS_QUOTE (G_GUINT64_CONSTANT (1) << 33)

/* a sentence that ends as a question does */
#define BUL_LOOK_ASKS (G_GUINT64_CONSTANT (1) << 34)

/* the marks of a whole story are glued to one line, that of its report as well */
#define BUL_LOOK_GLUED (G_GUINT64_CONSTANT (1) << 35)

/* a few words that say who speaks, if a quotation stands on the next line */
#define BUL_LOOK_WHO (G_GUINT64_CONSTANT (1) << 36)
/* one quotation and nothing else */
#define BUL_LOOK_QUOTATION (G_GUINT64_CONSTANT (1) << 37)
/* a Korean name and nothing else */
#define BUL_LOOK_BARE_NAME (G_GUINT64_CONSTANT (1) << 39)
/* a few words with the word news among them, as programmes are named */
#define BUL_LOOK_NEWS (G_GUINT64_CONSTANT (1) << 40)
/* begins as the answer of somebody who was called */
#define BUL_LOOK_ANSWERS (G_GUINT64_CONSTANT (1) << 41)
/* a few words in capitals, without a stop: what is heard, where captions have no brackets */
#define BUL_LOOK_SOUND (G_GUINT64_CONSTANT (1) << 42)
/* a voice whose words stand in capitals, as all do on some pages */
#define BUL_LOOK_SHOUTED (G_GUINT64_CONSTANT (1) << 43)
/* name and title in Hangul, parted by a stroke */
#define BUL_LOOK_FIELDS (G_GUINT64_CONSTANT (1) << 38)

/* `Q. words`: a question that the studio asks */
#define BUL_LOOK_QUESTION (G_GUINT64_CONSTANT (1) << 44)
/* a bite by nobody but a reporter, without quote marks: `[이름 기자 : words]` */
#define BUL_LOOK_REPORTER (G_GUINT64_CONSTANT (1) << 45)

/* passes on to a report that was made: “X 기자의 보도 먼저 보시고” */
#define BUL_LOOK_TAPED (G_GUINT64_CONSTANT (1) << 46)
/* passes on and tells what the reporter did: “X 기자가 돌아봤습니다.” */
#define BUL_LOOK_MADE (G_GUINT64_CONSTANT (1) << 47)
/* passes on by calling: “X 기자!”, “X 기자 연결합니다.” */
#define BUL_LOOK_CALLS (G_GUINT64_CONSTANT (1) << 49)
/* a bullet, and the time of a page */
#define BUL_LOOK_STAMPED (G_GUINT64_CONSTANT (1) << 50)
/* `A: words`: somebody's answer, where questions have their letter too */
#define BUL_LOOK_REPLY (G_GUINT64_CONSTANT (1) << 48)

typedef struct
{
  guint8 sort; /* BulLookSort */
  guint8 role; /* BulMarkRole, of a mark */
  guint64 flags;
  guint32 n_bytes;
  guint32 begins; /* hash of its first words, marks and bullets left out; 0 for a line too short */
  guint32 starts; /* the same of still fewer words */
  guint32 name;   /* hash of a reporter's name: whose voice it is, or whom the line is about */
  const char *finding; /* (nullable): what is odd about it, a static code */
} BulLook;

/* @text: one line, or a block of several. */
BulLook bul_look_at (BulSlice text);

static inline gboolean
bul_look_has (const BulLook *look, guint64 flags)
{
  return look != NULL && (look->flags & flags) != 0;
}

/* Whether a relay closes, by its words or by the house that it names and does not pass on. */
static inline gboolean
bul_look_closes (const BulLook *look)
{
  return bul_look_has (look, BUL_LOOK_CLOSES)
         || (bul_look_has (look, BUL_LOOK_HOUSE) && !bul_look_has (look, BUL_LOOK_PASSES));
}

/* `[이름 기자 : words]`, where a studio's question may stand before it */
static inline gboolean
bul_look_answers (const BulLook *look)
{
  return look != NULL && look->sort == BUL_LOOK_BITE && bul_look_has (look, BUL_LOOK_REPORTER)
         && !bul_look_has (look, BUL_LOOK_MARKED | BUL_LOOK_SPEAKS);
}

static inline gboolean
bul_look_is (const BulLook *look, BulLookSort sort)
{
  return look != NULL && look->sort == sort;
}

G_END_DECLS
