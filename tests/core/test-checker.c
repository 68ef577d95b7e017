/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-checker.h"
#include "bul-dismissals.h"
#include "bul-finding-codes.h"
#include "bul-importers.h"
#include "unit.h"

/* As a person would open it. */
static BulStory *
read_bytes (const char *text, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static char *
quote_of (const BulStory *story, const BulFinding *finding)
{
  const BulBlock *block = finding->block == NULL ? NULL : bul_story_find (story, finding->block);

  return block == NULL ? g_strdup ("")
                       : bul_chars_slice (block->text, finding->range.start, finding->range.end);
}

/* Every finding as `line code “words”`. */
static char *
describe (const BulStory *story)
{
  g_autoptr (GPtrArray) findings = bul_checker_find (story);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];
      g_autofree char *quote = quote_of (story, finding);

      g_string_append_printf (out, "%s%u %s%s%s", i == 0 ? "" : "; ", finding->number,
                              finding->code, *quote == '\0' ? "" : " ", quote);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_finds (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *found;
  } cases[] = {
    /* nothing */
    { "a sound script", "[Anchor]\nThe ferry sails.\n[Report]\nIt left at 7:40.\n", "" },
    { "no text at all", " \n\n", "0 empty" },
    /* brackets and marks */
    { "a quotation that goes on", "[Anchor]\nA.\n[Report]\n[Oh Sun-hee/Resident: \"I waited.]\n",
      "4 quote-not-closed \"" },
    { "a bracket that goes on", "[Anchor]\nA.\n[Report]\n[Oh Sun-hee/Resident: \"I waited.\"\n",
      "4 bracket-not-closed [" },
    { "a mark nobody knows", "[Anchor]\nA.\n[Studio B]\nB.\n", "3 unknown-marker" },
    /* characters */
    { "no width", "[Anchor]\nThe fer\u200bry sails.\n", "2 zero-width \u200b" },
    { "turned round", "[Anchor]\nThe \u202eferry sails.\n", "2 bidi-control \u202e" },
    { "a character lost", "[Anchor]\nThe f\ufffdrry sails.\n", "2 replaced-character \ufffd" },
    /* broken words */
    { "a hyphen of the row's end", "[Anchor]\nWe take an in- depth look.\n",
      "2 wrapped-word in- depth" },
    { "a hyphen that hangs", "[Anchor]\nHouses of two- and three rooms.\n", "" },
    { "a letter torn off", "[Anchor]\nWe saw t he variable.\n", "2 wrapped-word t he" },
    { "letters that are words", "[Anchor]\nI saw a ship, plan b and vitamin d.\n", "" },
    { "a Korean ending on the next line", "[앵커]\n예약한 것도 1년 전\n\n에 한 일입니다.\n",
      "3 wrapped-word 에" },
    { "an ending within a block",
      "[앵커]\n가.\n[리포트]\n[오순희/해란도 주민 : \"예약은 1년 전\n에 했어요.\"]\n",
      "4 wrapped-word 에" },
    { "after a sentence", "[앵커]\n배가 떠났습니다.\n요 며칠 바람이 불었습니다.\n", "" },
    /* who speaks */
    { "a surname alone",
      "[Church: \"We go live.\"]\n[O'Brien: \"Thank you.\"]\n[Church: \"Go on.\"]\n",
      "1 speaker-unknown Church; 2 speaker-unknown O'Brien" },
    { "introduced by a label", "[Miles O’Brien/Anchor: \"We go live.\"]\n[O'Brien: \"Go on.\"]\n",
      "" },
    { "introduced by words", "[Church: \"We go live.\"]\nThis was George Church in Danpo.\n", "" },
    { "addressed only", "[Church: \"We go live.\"]\nThank you, Mr. Church.\n",
      "1 speaker-unknown Church" },
    { "with a title", "[Church/Anchor: \"We go live.\"]\n", "" },
    { "a voice, not a name", "[Announcer: \"Good evening.\"]\n[Reporter: \"Why?\"]\n", "" },
    /* days */
    { "another day", " date 2026-02-08 News 9\nA tower\n입력 2026.02.11 (21:12)\n[앵커]\n가.\n",
      "3 date-differs 입력 2026.02.11 (21:12)" },
    { "past midnight", " date 2026-02-08 News 9\nA tower\n입력 2026.02.09 (00:12)\n[앵커]\n가.\n",
      "" },
    { "mended years later",
      " date 2026-02-08 News 9\nA tower\n입력 2026.02.08 (21:12) 수정 2028.01.01 "
      "(09:00)\n[앵커]\n가.\n",
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStory) story = read_bytes (cases[i].text, -1);
      g_autofree char *found = describe (story);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

#define FIRST                                                                                                                \
  " date 2026-02-08 뉴스 9\n시계탑 다시 움직인다\n입력 2026.02.08 (21:12)\n[앵커]\n"                          \
  "8년 동안 멈춰 있던 온솔역 시계가 다시 갑니다.\n남소이 기자입니다.\n[리포트]\n"               \
  "바늘 무게만 40킬로그램입니다.\n[엄지상/시계 수리공 : \"톱니 하나가 없었을 뿐입니다.\"]\n" \
  "KBS 뉴스 남소이입니다.\n  • 시계탑 다시 움직인다\n    • 입력 2026-02-08 21:12:06\n뉴스 9\n"

static void
test_copies (void)
{
  static const struct
  {
    const char *what;
    const char *copy;
    const char *found;
  } cases[] = {
    /* the same */
    { "line by line", "[앵커]\n8년 동안 멈춰 있던 온솔역 시계가 다시 갑니다.\n남소이 기자입니다.\n",
      "" },
    { "flattened, with other marks",
      "<앵커 멘트> 8년 동안 멈춰 있던 온솔역 시계가 다시 갑니다. 남소이 기자입니다. <리포트> "
      "바늘 무게만 40킬로그램입니다. [엄지상/시계 수리공 : \"톱니 하나가 없었을 뿐입니다.\"]\n",
      "" },
    { "cut short", "[앵커]\n8년 동안 멈춰 있던 온솔역 시계가…\n", "" },
    { "links after it", "[앵커]\n남소이 기자입니다.\n온솔역 앞 광장 새로 단장한다\n", "" },
    /* not the same */
    { "another number",
      "[앵커]\n9년 동안 멈춰 있던 온솔역 시계가 다시 갑니다.\n남소이 기자입니다.\n",
      "15 copy-differs 9년 동안 멈춰 있던 온솔역 시계가 다시 갑니다." },
    { "a number's first digit gone", "[앵커]\n남소이 기자입니다. 바늘 무게만 4킬로그램입니다.\n",
      "15 copy-differs 바늘 무게만 4킬로그램입니다." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (FIRST, cases[i].copy, NULL);
      g_autoptr (BulStory) story = read_bytes (text, -1);
      g_autofree char *found = describe (story);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_guessed_encoding (void)
{
  static const char bytes[] = "[Anchor]\nA caf\xe9 by the harbour, na\xefve as it sounds.\n";
  g_autoptr (BulStory) story = read_bytes (bytes, sizeof bytes - 1);
  g_autofree char *found = describe (story);

  g_assert_cmpstr (found, ==, "0 encoding-guessed");
}

static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("[Anchor]\n");
  g_autoptr (BulStory) story = NULL;
  g_autofree char *found = NULL;

  while (text->len < 150000)
    g_string_append (text, "The ferry sails again. ");
  story = read_bytes (text->str, -1);
  found = describe (story);
  g_assert_cmpstr (found, ==, "2 long-line");
}

/* A line has a code once; the codes of a line come by place. */
static void
test_order (void)
{
  g_autoptr (BulStory) story
      = read_bytes ("[Anchor]\nAn in- depth look\u200b.\nT\u200bo\u200bo\u200b.\n", -1);
  g_autofree char *found = describe (story);

  g_assert_cmpstr (found, ==, "2 wrapped-word in- depth; 2 zero-width \u200b; 3 zero-width \u200b");
}

static void
test_dismissed (void)
{
  g_autoptr (BulHistory) history
      = bul_history_new (read_bytes ("[Anchor]\nA fer\u200bry.\nA shi\u200bp.\n", -1));
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) before = bul_checker_find (story);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) edited = NULL;
  const BulFinding *first = before->pdata[0];

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_false (first->dismissed);
  g_assert_true (bul_dismissals_add (history, first->block, first->code, "Min", NULL));
  after = bul_checker_find (story);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (((BulFinding *) after->pdata[0])->dismissed);
  g_assert_false (((BulFinding *) after->pdata[1])->dismissed);

  g_assert_true (bul_history_replace (history, first->block, 0, 1, "The", NULL));
  edited = bul_checker_find (story);
  g_assert_false (((BulFinding *) edited->pdata[0])->dismissed);
}

static gboolean
is_code (const char *text)
{
  return g_ascii_islower (*text) && text[strspn (text, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

static void
test_codes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < bul_n_finding_codes; i++)
    {
      const BulFindingCode *row = &bul_finding_codes[i];
      g_autoptr (BulFinding) finding = bul_finding_codes_make (7, row->code);

      g_test_message ("%s", row->code);
      g_assert_true (is_code (row->code));
      g_assert_true (g_hash_table_add (seen, (gpointer) row->code));
      g_assert_true (bul_finding_codes_find (row->code) == row);
      g_assert_nonnull (bul_enum_to_word (bul_severity_words, row->severity));
      g_assert_true (g_str_has_suffix (row->message, "."));
      g_assert_true (g_str_has_suffix (row->meaning, "."));
      g_assert_true (g_str_has_suffix (row->remedy, "."));
      g_assert_cmpstr (finding->message, ==, row->message);
      g_assert_cmpuint (finding->line, ==, 7);
    }
  g_assert_null (bul_finding_codes_find ("no-such-code"));
}

UNIT (checker)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker/codes", test_codes);
  g_test_add_func ("/checker/finds", test_finds);
  g_test_add_func ("/checker/copies", test_copies);
  g_test_add_func ("/checker/guessed-encoding", test_guessed_encoding);
  g_test_add_func ("/checker/long-line", test_long_line);
  g_test_add_func ("/checker/order", test_order);
  g_test_add_func ("/checker/dismissed", test_dismissed);
  return g_test_run ();
}
