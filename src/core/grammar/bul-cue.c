/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-cue.h"

#include <string.h>

/* No instruction is longer, in bytes. */
#define LONGEST_CUE 120
#define LONGEST_REMARK 60

/* What stands between round or square brackets and is never read, in lower case without blanks. */
static const char *const instructions[] = {
  "s/u",       "s-u",        "st-up",         "break",
  "cg",        "c/g",        "c.g",           "그래픽",
  "vcr",       "pip",        "자막",          "화면",
  "화면전환",  "타이틀",     "영상",          "브릿지",
  "음악",      "배경음악",   "박수",          "환호",
  "함성",      "웃음",       "광고",          "전환",
  "applause",  "music",      "laughter",      "cheering",
  "inaudible", "crosstalk",  "silence",       "laughing",
  "singing",   "videoplays", "music playing", "foreign language",
  "no audio",
};

/* How English instructions begin, in capitals. */
static const char *const beginnings[]
    = { "BEGIN ",    "END ",      "COMMERCIAL", "SOUNDBITE", "STOCK MARKET", "MUSIC",  "VIDEO ",
        "NEWSBREAK", "WEATHER ",  "APPLAUSE",   "LAUGHTER",  "CROSSTALK",    "BREAK",  "VOICE",
        "SINGING",   "OUTCUE",    "OUT CUE",    "OUTQ",      "INCUE",        "IN CUE", "TRT",
        "NATS",      "NAT SOUND", "SUPER:",     "CHYRON",    "SFX:",         "UPSOT:", "GRAPHIC:",
        "FONT:",     "TAKE ",     "ROLL " };

/* How a line of instructions begins that nobody reads: `LOCATOR: Karumba, Qld`. */
static const char *const labels[] = { "LOCATOR:",
                                      "SUPER:",
                                      "SUPERS:",
                                      "ASTON:",
                                      "ASTONS:",
                                      "CAPTION:",
                                      "CG:",
                                      "GFX:",
                                      "GRAPHIC:",
                                      "GRAPHICS:",
                                      "FONT:",
                                      "UPSOT:",
                                      "MUSIC:",
                                      "NATS:",
                                      "NATSOT:",
                                      "NAT SOUND:",
                                      "ATMOS:",
                                      "SFX:",
                                      "FX:",
                                      "IN:",
                                      "IN CUE:",
                                      "INCUE:",
                                      "OUT:",
                                      "OUT CUE:",
                                      "OUTCUE:",
                                      "OUTQ:",
                                      "DUR:",
                                      "DURATION:",
                                      "TRT:",
                                      "LENGTH:",
                                      "RESTRICTIONS:",
                                      "EMBARGO:",
                                      "STANDFIRST:",
                                      "RESTRICTION SUMMARY:",
                                      "EDITORS PLEASE NOTE:",
                                      "EDITORS NOTE:",
                                      "(효과음)",
                                      "[효과음]",
                                      "effect ",
                                      "(S.E)",
                                      "(SE)",
                                      "S.E)",
                                      "CG)",
                                      "TAKE SOT",
                                      "TAKE VO",
                                      "(C/G",
                                      "(CG",
                                      "(C.G",
                                      "[CG]",
                                      "◀CG▶",
                                      "(그래픽)",
                                      "[그래픽]",
                                      "(PIP",
                                      "[PIP]",
                                      "◀EFFECT▶",
                                      "◀ EFFECT ▶",
                                      "◀Effect▶",
                                      "◀이펙트▶",
                                      "◀ 이펙트 ▶",
                                      "(EFFECT",
                                      "(Effect",
                                      "(EFF",
                                      "(이펙트",
                                      "(현장음",
                                      "(자막",
                                      "(수퍼",
                                      "[수퍼:",
                                      "[자막:",
                                      "{수퍼",
                                      "{자막",
                                      "{CG",
                                      "{현장음" };

gboolean
bul_cue_is_tape_time (BulSlice word)
{
  guint digits = 0;

  for (gsize i = 0; i < word.length; i++)
    if (g_ascii_isdigit (word.start[i]))
      digits++;
    else if (strchr ("-+:~;", word.start[i]) == NULL)
      return FALSE;
  return word.length > 0 && (digits >= 3 || digits == 0);
}

/* A line of nothing but places on a tape; one long number alone is none. */
static gboolean
is_tape_times (BulSlice line)
{
  gboolean joined = memchr (line.start, '-', line.length) != NULL
                    || memchr (line.start, ':', line.length) != NULL;

  if (!joined || !g_ascii_isdigit (line.start[0]) || line.length > LONGEST_CUE)
    return FALSE;
  while (line.length > 0)
    if (!bul_cue_is_tape_time (bul_slice_take_word (&line)))
      return FALSE;
  return TRUE;
}

/* Text without its blanks, in lower case, is @word. */
static gboolean
says (BulSlice inside, const char *word)
{
  for (gsize i = 0; i < inside.length; i++)
    {
      char c = g_ascii_tolower (inside.start[i]);

      while (*word == ' ')
        word++;
      if (c == ' ')
        continue;
      if (c != *word)
        return FALSE;
      word++;
    }
  return *word == '\0';
}

static gboolean
is_capitals (BulSlice inside)
{
  guint capitals = 0;

  for (gsize i = 0; i < inside.length; i++)
    {
      if (g_ascii_islower (inside.start[i]) || (guchar) inside.start[i] >= 0x80)
        return FALSE;
      capitals += g_ascii_isupper (inside.start[i]);
    }
  return capitals >= 3;
}

static gboolean
is_instruction (BulSlice inside)
{
  for (guint i = 0; i < G_N_ELEMENTS (instructions); i++)
    if (says (inside, instructions[i]))
      return TRUE;
  if (bul_slice_starts (inside, "화면 :") || bul_slice_starts (inside, "화면:"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (bul_slice_starts (inside, beginnings[i])
        && is_capitals (bul_slice (inside.start, inside.start + strlen (beginnings[i]))))
      return TRUE;
  return FALSE;
}

/* In square brackets there may be a name with its title, or words that are quoted. */
static gboolean
is_plain_remark (BulSlice inside)
{
  for (gsize i = 0; i < inside.length; i++)
    if ((guchar) inside.start[i] >= 0x80 || strchr (":/\"", inside.start[i]) != NULL)
      return FALSE;
  return TRUE;
}

static BulCue
find_in_brackets (BulSlice line)
{
  BulSlice inside = bul_slice_trim (bul_slice (line.start + 1, bul_slice_end (line) - 1));
  gboolean is_round = line.start[0] == '(';

  if (inside.length == 0 || memchr (inside.start, is_round ? '(' : '[', inside.length) != NULL)
    return BUL_CUE_NONE;
  if (is_instruction (inside) || (!is_round && is_tape_times (inside)))
    return BUL_CUE_CERTAIN;
  /* `(SOT: NAME / TITLE)` says who speaks. */
  if (is_round && is_capitals (inside) && !bul_slice_starts (inside, "SOT:"))
    return BUL_CUE_CERTAIN;
  if (!is_round && !is_plain_remark (inside))
    return BUL_CUE_NONE;
  return inside.length <= LONGEST_REMARK && g_ascii_isalpha (inside.start[0])
                 && strchr (".?!", bul_slice_end (inside)[-1]) == NULL
             ? BUL_CUE_IN_TRANSCRIPT
             : BUL_CUE_NONE;
}

static BulSlice
behind_time (BulSlice line)
{
  gsize i = 0;
  guint colons = 0;

  while (i < line.length && (g_ascii_isdigit (line.start[i]) || line.start[i] == ':'))
    colons += line.start[i++] == ':';
  if (colons == 0 || i < 4 || i + 2 >= line.length || line.start[i] != ' '
      || (strchr ("[(", line.start[i + 1]) == NULL && (guchar) line.start[i + 1] != 0xe2))
    return line;
  return bul_slice (line.start + i + 1, bul_slice_end (line));
}

BulCue
bul_cue_find (BulSlice line)
{
  /* “((NATS: KIDS LAUGHING))” */
  if (bul_slice_starts (line, "((") && bul_slice_ends (line, "))"))
    line = bul_slice (line.start + 1, bul_slice_end (line) - 1);
  /* “(Laughter).” */
  if (bul_slice_ends (line, ").") && bul_slice_starts (line, "("))
    line = bul_slice (line.start, bul_slice_end (line) - 1);
  /* `00:31 [applause]`: what is heard, behind its time */
  if (line.length <= LONGEST_REMARK)
    line = behind_time (line);
  if (line.length < 2)
    return BUL_CUE_NONE;
  /* what stands below a transcript */
  if (bul_slice_equal (line, "END"))
    return BUL_CUE_CERTAIN;
  if (line.length <= LONGEST_CUE && line.start[0] == '(' && bul_slice_ends (line, ")")
      && bul_slice_starts_any (line, labels, G_N_ELEMENTS (labels)))
    return BUL_CUE_CERTAIN;
  if (line.length <= LONGEST_CUE
      && ((line.start[0] == '(' && bul_slice_ends (line, ")"))
          || (line.start[0] == '[' && bul_slice_ends (line, "]"))))
    return find_in_brackets (line);
  /* `{수퍼:이름/직함/"…"}` says who speaks. */
  if (bul_slice_starts (line, "{") && memchr (line.start, '"', line.length) != NULL)
    return BUL_CUE_NONE;
  if (line.length <= LONGEST_CUE
      && (bul_slice_starts_any (line, labels, G_N_ELEMENTS (labels))
          || (line.length > 4 && bul_slice_starts (line, "++") && bul_slice_ends (line, "++"))))
    return BUL_CUE_CERTAIN;
  /* `##NAME##`, `***NAME ON CAM***`: whose picture is taken */
  if (line.length <= LONGEST_REMARK && bul_slice_starts (line, "##") && bul_slice_ends (line, "##")
      && line.length > 4)
    return BUL_CUE_CERTAIN;
  if (bul_slice_starts (line, "♪") || bul_slice_starts (line, "♬") || bul_slice_starts (line, "♫"))
    return BUL_CUE_CERTAIN;
  return is_tape_times (line) ? BUL_CUE_CERTAIN : BUL_CUE_NONE;
}

BulSlice
bul_cue_find_glued_time (BulSlice line)
{
  gsize i = 0;
  guint colons = 0;

  while (i < line.length && (g_ascii_isdigit (line.start[i]) || line.start[i] == ':'))
    colons += line.start[i++] == ':';
  if (colons == 0 || colons > 2 || i < 4 || i > 8 || i == line.length || line.start[i - 1] == ':'
      || line.start[0] == ':' || line.start[i - 3] != ':')
    return BUL_SLICE_NONE;
  /* “00:04 >> words” */
  if (bul_slice_starts (bul_slice (line.start + i, bul_slice_end (line)), " >>"))
    return bul_slice (line.start, line.start + i);
  /* “10:30 a.m.” and “22:46에” are words of a sentence. */
  if (line.start[i] == ' ' || line.start[i] == '.' || line.start[i] == ',' || line.start[i] == ')')
    return BUL_SLICE_NONE;
  return bul_slice (line.start, line.start + i);
}
