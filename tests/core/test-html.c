/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-importers.h"

#include "unit.h"

/* Pages of the web, most of them made by nobody who means well: what a reader would see of them is
 * in the story, and nothing else. */

static BulImport *
read_page (const char *html, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length);
  g_autoptr (GError) error = NULL;
  BulImport *import = bul_importers_read (bytes, "page.html", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->stories->len, >, 0);
  return import;
}

/* The lines of all stories, with strokes between them. */
static char *
lines_of (const BulImport *import)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < import->stories->len; i++)
    {
      const BulScript *script = bul_story_get_script (import->stories->pdata[i]);

      for (guint j = 0; j < script->blocks->len; j++)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "|" : "",
                                ((const BulBlock *) script->blocks->pdata[j])->text);
    }
  return g_string_free (lines, FALSE);
}

typedef struct
{
  const char *what;
  const char *html;
  const char *lines;
} Case;

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (BulImport) import = read_page (cases[i].html, strlen (cases[i].html));
      g_autofree char *lines = lines_of (import);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_seen (void)
{
  static const Case cases[] = {
    /* lines */
    { "elements and breaks", "<p>a</p><div>b<br>c</div>d<hr>e", "a|b|c|d|e" },
    { "blanks", "<p>\n a\t\n b&nbsp; c </p>", "a b c" },
    { "marks within words", "<p>a<b>b</b><wbr>c <i>d</i></p>", "abc d" },
    { "a list", "<ul><li>a<li>b</ul>", "a|b" },
    { "a row of a table", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a b|c d" },
    { "columns", "<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a|b|c" },
    { "as typed", "<pre>a\nb\r\nc</pre>", "a|b|c" },
    { "as typed, and no tags", "<xmp>a\n<b>c</b></xmp>", "a|<b>c</b>" },
    /* characters */
    { "references", "<p>&lt;&#44032;&#xAC01;&amp;&hellip;&copy;</p>", "<가각&…©" },
    { "numbers of windows-1252", "<p>&#147;a&#148;&#150;&#133;</p>", "“a”–…" },
    { "references that are none", "<p>a & b &c; &#; &#x; AT&T</p>", "a & b &c; &#; &#x; AT&T" },
    { "numbers of nothing", "<p>&#0;&#xD800;&#99999999;</p>",
      "\357\277\275\357\277\275\357\277\275" },
    { "a character that ends lines", "<p>a&#8232;b&#x2029;c</p>", "a b c" },
    /* what is no tag */
    { "marks of a house", "<p><앵커></p><p><인터뷰> a</p>", "<앵커>|<인터뷰> a" },
    { "signs", "<p>1 < 2 <3 <> </p>", "1 < 2 <3 <>" },
    { "a tag that is never closed", "<p>a</p><p b", "a|<p b" },
    { "a quotation mark that is never closed", "<p>a</p><p class=\"b>c</p>", "a|c" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_unseen (void)
{
  static const Case cases[] = {
    /* what is not shown */
    { "a script", "<p>a<script>document.write('<p>x</p>')</script>b</p>", "ab" },
    { "a script that is never closed", "<p>a</p><script>x<p>x", "a" },
    { "a style", "<style>p:before{content:'x'}</style><p>a</p>", "a" },
    { "a template", "<template><p>x</p></template><p>a</p>", "a" },
    { "a frame", "<p>a</p><iframe src=x>x</iframe>", "a" },
    { "a comment", "<p>a<!-- x > x --><!>b</p>", "ab" },
    { "a comment that is never closed", "<p>a</p><!-- x <p>x", "a" },
    { "a section for another program", "<p>a<![CDATA[x]]>b</p>", "ab" },
    { "hidden", "<p hidden>x</p><p style='color: red; Display : NONE'>x</p><p>a</p>", "a" },
    { "the title of the window", "<title>x</title><p>a</p>", "a" },
    { "nothing", "<html><body></body></html>", "" },
    { "a picture", "<p>a<img alt=x title=x></p>", "a" },
    /* what would lead out of the page */
    { "another page", "<meta http-equiv=refresh content='0;url=http://x/'><p>a</p>", "a" },
    { "an entity of a file",
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>a&x;</p></html>",
      "]>|a&x;" },
    { "a type from afar", "<!DOCTYPE html SYSTEM \"http://x/x.dtd\"><html><p>a</p></html>", "a" },
    { "an encoding in the page", "<meta charset=utf-16><p>a</p>", "a" },
    { "another one inside", "<p>가</p><meta http-equiv=content-type content='a;charset=cp949'>",
      "가" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_zero_bytes (void)
{
  static const char html[] = "<html><p>a\0b</p><p>c</p></html>";
  g_autoptr (BulImport) import = read_page (html, sizeof html - 1);
  g_autofree char *lines = lines_of (import);

  g_assert_cmpstr (lines, ==, "a\357\277\275b|c");
}

/* What a page says of its encoding is often not so. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *what;
    const char *html;
    const char *encoding;
    const char *lines;
  } cases[] = {
    { "as it says", "<meta charset=euc-kr><p>\260\241\263\252\264\331</p>", "CP949", "가나다" },
    { "more than EUC-KR", "<meta charset=\"euc-kr\"><p>\214\143\201\101</p>", "CP949", "똠갂" },
    { "by another name",
      "<meta http-equiv=Content-Type content='text/html; charset=ks_c_5601-1987'>"
      "<p>\260\241\263\252</p>",
      "CP949", "가나" },
    { "UTF-8 under another name", "<meta charset=euc-kr><p>가나다</p>", "UTF-8", "가나다" },
    { "Korean that says it is UTF-8",
      "<meta charset=utf-8><p>\260\241\263\252\264\331\266\363\270\266</p>", "CP949",
      "가나다라마" },
    { "a mark before it", "\357\273\277<meta charset=euc-kr><p>가</p>", "UTF-8", "가" },
    { "English with quotes", "<meta charset=iso-8859-1><p>It\222s.</p>", "windows-1252", "It’s." },
    { "a name of nothing", "<meta charset=none><p>a</p>", "UTF-8", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulImport) import = read_page (cases[i].html, strlen (cases[i].html));
      g_autofree char *lines = lines_of (import);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (import->source->encoding, ==, cases[i].encoding);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
append_many (GString *html, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (html, text);
}

/* Each of these makes a parser that is not careful take forever, or fall over; here a test that
 * takes forever is ended. The words before and behind are still there. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *what;
    const char *before;
    const char *many;
    guint n;
    const char *after;
  } cases[] = {
    /* in each other */
    { "boxes", "", "<div>", 200000, "" },
    { "a few too many boxes", "", "<div>", 300, "" },
    { "boxes, closed", "", "<div></div>", 200000, "" },
    { "words in each other", "", "<b><i>", 100000, "" },
    { "lists", "", "<ul><li>", 100000, "" },
    { "tables", "", "<table><tr><td>", 60000, "" },
    { "articles", "", "<article><p>A line that is read.</p>", 240, "" },
    { "ends without starts", "", "</div>", 200000, "" },
    { "menus", "", "<nav>", 200000, "" },
    /* in one tag */
    { "attributes", "<p ", "a=1 ", 100000, ">" },
    { "attributes of other names", "<p ", "class=a id=b style='c' ", 100000, ">" },
    { "a long attribute", "<p class='", "share ", 500000, "'>" },
    { "a long name", "<", "abcdefgh", 100000, ">" },
    { "strokes", "<p ", "/", 1000000, ">" },
    { "equals signs", "<p ", "=", 1000000, ">" },
    /* never closed */
    { "tags", "", "<p ", 300000, ">" },
    { "quotation marks", "", "<p a='>", 100000, "<p '>" },
    { "comments", "", "<!-- ", 300000, "-->" },
    { "declarations", "", "<!", 300000, ">" },
    { "paragraphs", "", "<p>", 90000, "" },
    { "areas for text", "", "<textarea>", 90000, "" },
    { "titles", "", "<title>", 90000, "" },
    /* a great deal */
    { "metas", "", "<meta name=a content=b>", 90000, "" },
    { "references", "", "&amp;", 300000, "" },
    { "references without an end", "", "&", 300000, "" },
    { "times", "", "<time datetime=2026-01-01T00:00></time>", 90000, "" },
    { "breaks", "", "<br>", 1000000, "" },
    { "rows", "<table>", "<tr><td>", 45000, "" },
    { "cells", "<table><tr>", "<td>", 90000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><body><p>First.</p>");
      g_autoptr (BulImport) import = NULL;
      g_autofree char *lines = NULL;

      g_test_message ("%s", cases[i].what);
      g_string_append (html, cases[i].before);
      append_many (html, cases[i].many, cases[i].n);
      g_string_append (html, cases[i].after);
      g_string_append (html, "<p>Last.</p>");
      import = read_page (html->str, html->len);
      lines = lines_of (import);
      g_assert_true (g_str_has_prefix (lines, "First.|"));
      g_assert_true (g_str_has_suffix (lines, "Last."));
    }
}

/* The parser alone would lose a text of more than 10 MB. */
static void
test_much_text (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body><p>");
  g_autoptr (BulImport) import = NULL;
  g_autofree char *lines = NULL;
  gsize n_sentences = 0;

  append_many (html, "가나다라 마바사. ", 600000);
  g_string_append (html, "</p>");
  import = read_page (html->str, html->len);
  lines = lines_of (import);
  for (const char *at = lines; *at != '\0'; at++)
    n_sentences += *at == '.';
  g_assert_cmpuint (n_sentences, ==, 600000);
}

static void
test_probe (void)
{
  static const struct
  {
    const char *what;
    const char *name;
    const char *text;
    gboolean is_page;
  } cases[] = {
    /* by what is in it */
    { "a page", NULL, "<!DOCTYPE html>\n<html><p>a</p></html>", TRUE },
    { "in capitals", "a.txt", "<HTML><P>a</HTML>", TRUE },
    { "saved by a browser", NULL, "<!-- saved from url=(0014)about:internet -->\n<html>", TRUE },
    { "with a declaration", NULL, "<?xml version='1.0'?>\n<html><p>a</p></html>", TRUE },
    { "an error before it", NULL, "Warning: in line 3\n<html><p>a</p></html>", TRUE },
    { "a piece", NULL, "<div class=a>a</div>", TRUE },
    /* by its name */
    { "words", "a.html", "a <b>b</b>", TRUE },
    { "no tag at all", "a.html", "a", FALSE },
    /* scripts */
    { "a mark", NULL, "<앵커>\n<p>", FALSE },
    { "a mark in Latin letters", NULL, "<Anchor>\na</b>", FALSE },
    { "a script with a rest of a page", NULL, "[앵커]\na<br>\n<iframe src=a></iframe>", FALSE },
    { "about a page", NULL, "They write <html> there.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (BulImport) import = bul_importers_read (bytes, cases[i].name, NULL, NULL);
      g_autofree char *lines = lines_of (import);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (strchr (lines, '<') == NULL && strcmp (cases[i].text, lines) != 0, ==,
                       cases[i].is_page);
    }
}

UNIT (html)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/seen", test_seen);
  g_test_add_func ("/html/unseen", test_unseen);
  g_test_add_func ("/html/zero-bytes", test_zero_bytes);
  g_test_add_func ("/html/encodings", test_encodings);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/much-text", test_much_text);
  g_test_add_func ("/html/probe", test_probe);
  return g_test_run ();
}
