/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-xml-gate.h"
#include "unit.h"

#define MB ((gsize) 1024 * 1024)

/* Far less than anyone would wait; the worst of them takes a fraction of it. */
#define MAX_SECONDS 5.0

/* @before, @n_times @again, @after: files that are too large to write down. */
typedef struct
{
  const char *what;
  const char *before;
  const char *again;
  gsize n_times;
  const char *after;
  BulError code;
  const char *words; /* of the message */
} Case;

static GBytes *
make_file (const Case *file)
{
  GString *xml = g_string_new (file->before);

  for (gsize i = 0; i < file->n_times; i++)
    g_string_append (xml, file->again);
  g_string_append (xml, file->after);
  return g_string_free_to_bytes (xml);
}

static void
assert_refused (const char *what, GBytes *bytes, BulError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", what);
  g_test_timer_start ();
  g_assert_false (bul_xml_gate (bytes, &error));
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MAX_SECONDS);
  g_assert_error (error, BUL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "Nothing was changed."));
}

static void
test_refused (void)
{
  static const Case cases[] = {
    /* declarations */
    { "a document type", "<!DOCTYPE a><a/>", "", 0, "", BUL_ERROR_HOSTILE, "Line 1: " },
    { "entities in entities", "<!DOCTYPE a [<!ENTITY b '", "l", 1 * MB, "'>]><a>&b;</a>",
      BUL_ERROR_HOSTILE, "DOCTYPE" },
    { "another file", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>", "", 0,
      "", BUL_ERROR_HOSTILE, "DOCTYPE" },
    { "another grammar", "\n\n<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>", "", 0, "",
      BUL_ERROR_HOSTILE, "Line 3: " },
    { "an entity that nobody declared", "<a>&b;</a>", "", 0, "", BUL_ERROR_INVALID, "entity" },
    /* beyond all measure */
    { "too deep", "", "<a>", 100000, "", BUL_ERROR_HOSTILE, "deep" },
    { "too long a text", "<a>", "b", 5 * MB, "</a>", BUL_ERROR_HOSTILE, "4 MB" },
    { "too long a text in pieces", "<a>", "<![CDATA[bbbbbbbb]]>", 1 * MB, "</a>", BUL_ERROR_HOSTILE,
      "4 MB" },
    { "too long a source", "<a><source>", "b", 25 * MB, "</source></a>", BUL_ERROR_HOSTILE,
      "24 MB" },
    { "too long an attribute", "<a b='", "b", 5 * MB, "'/>", BUL_ERROR_HOSTILE, "4 MB" },
    { "too long an attribute of a source", "<source b='", "b", 5 * MB, "'/>", BUL_ERROR_HOSTILE,
      "4 MB" },
    { "too long a name", "<", "b", 5 * MB, "/>", BUL_ERROR_HOSTILE, "name" },
    { "too long a comment", "<a><!--", "b", 5 * MB, "--></a>", BUL_ERROR_HOSTILE, "4 MB" },
    { "too many elements", "<a>", "<b/>", 1000001, "</a>", BUL_ERROR_HOSTILE, "elements" },
    { "too large", "<a>", "<b>bbbbbbbb</b>", 5 * MB, "</a>", BUL_ERROR_TOO_LARGE, "64 MB" },
    /* not well-formed */
    { "nothing", "", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "no XML", "[Anchor]\n", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "cut short", "<a><b>c</b>", "", 0, "", BUL_ERROR_INVALID, "Line 1: " },
    { "cut within a tag", "<a>\n<b", "", 0, "", BUL_ERROR_INVALID, "Line 2: " },
    { "two roots", "<a/><b/>", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "an attribute twice", "<a b='1' b='2'/>", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "bad UTF-8", "<a>\xec\x95</a>", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "a lone surrogate", "<a>\xed\xa0\x80</a>", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "a control", "<a>\x01</a>", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "a control by number", "<a>&#1;</a>", "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    /* encodings */
    { "Korean, said", "<?xml version='1.0' encoding='EUC-KR'?><a/>", "", 0, "", BUL_ERROR_INVALID,
      "Korean encoding" },
    { "Korean, said otherwise", "<?xml version='1.0' encoding='cp949'?><a/>", "", 0, "",
      BUL_ERROR_INVALID, "Convert it to UTF-8" },
    { "Korean, not said", "<a>\xb4\xeb\xc5\xeb\xb7\xc9</a>", "", 0, "", BUL_ERROR_INVALID,
      "well-formed" },
    { "Latin", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "", 0, "", BUL_ERROR_INVALID,
      "UTF-8 or UTF-16" },
    { "of nobody", "<?xml version='1.0' encoding='x-y'?><a/>", "", 0, "", BUL_ERROR_INVALID,
      "Convert" },
    { "said to be UTF-16 and is not", "<?xml version='1.0' encoding='UTF-16'?><a/>", "", 0, "",
      BUL_ERROR_INVALID, "well-formed" },
    { "said to be ASCII and is not", "<?xml version='1.0' encoding='US-ASCII'?><a>\xea\xb0\x80</a>",
      "", 0, "", BUL_ERROR_INVALID, "well-formed" },
    { "XML 1.1", "<?xml version='1.1'?><a/>", "", 0, "", BUL_ERROR_INVALID, "XML 1.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_file (&cases[i]);

      assert_refused (cases[i].what, bytes, cases[i].code, cases[i].words);
    }
}

static void
test_many_attributes (void)
{
  GString *xml = g_string_new ("<a");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (xml, " a%u=''", i);
  g_string_append (xml, "/>");
  bytes = g_string_free_to_bytes (xml);
  assert_refused ("100,000 attributes", bytes, BUL_ERROR_HOSTILE, "attributes");
}

/* Each of ten entities is ten of the one before: the last is a thousand million words. */
static void
test_billion_laughs (void)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE story [\n<!ENTITY a0 \"ha\">\n");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (xml, "<!ENTITY a%u \"", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (xml, "&a%u;", i - 1);
      g_string_append (xml, "\">\n");
    }
  g_string_append (xml, "]>\n<story>&a9;</story>\n");
  bytes = g_string_free_to_bytes (xml);
  assert_refused ("billion laughs", bytes, BUL_ERROR_HOSTILE, "Line 2: ");
}

static void
test_zero_byte (void)
{
  static const char xml[] = "<a>b\0c</a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);

  assert_refused ("a zero byte", bytes, BUL_ERROR_INVALID, "well-formed");
}

static void
assert_passes (const char *what, const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", what);
  g_assert_true (bul_xml_gate (bytes, &error));
  g_assert_no_error (error);
}

static void
test_passes (void)
{
  static const struct
  {
    const char *what;
    const char *xml;
  } cases[] = {
    { "no declaration", "<a/>" },
    { "UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>대통령</a>\n" },
    { "UTF-8, in small letters", "<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>" },
    { "UTF-8 with its mark", "\xef\xbb\xbf<?xml version='1.0'?><a/>" },
    { "ASCII", "<?xml version='1.0' encoding='US-ASCII'?><a>b&#xac00;</a>" },
    { "a comment, an instruction", "<?a b?><!-- c --><a><?d?></a><!-- e -->" },
    { "markup as text", "<a><![CDATA[<!DOCTYPE a>]]>&lt;&amp;&#x1F600;</a>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_passes (cases[i].what, cases[i].xml, strlen (cases[i].xml));
}

static void
test_utf_16 (void)
{
  static const char xml[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>대통령 😀</a>";
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };
  static const char *const marks[] = { "\xff\xfe", "\xfe\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *text = g_convert (xml, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *marked = g_malloc (length + 2);

      memcpy (marked, marks[i], 2);
      memcpy (marked + 2, text, length);
      assert_passes (charsets[i], marked, length + 2);
    }
}

/* What the longest of real files need is below every limit. */
static void
test_within_limits (void)
{
  static const Case cases[] = {
    { "a source of 16 MB in base64", "<a><source>", "YWJj", 6 * MB - 1, "</source></a>", 0, NULL },
    { "a text of 4 MB", "<a>", "b", 4 * MB, "</a>", 0, NULL },
    { "many elements", "<a>", "<b/>", 90000, "</a>", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_file (&cases[i]);

      assert_passes (cases[i].what, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

UNIT (xml_gate)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml-gate/refused", test_refused);
  g_test_add_func ("/xml-gate/many-attributes", test_many_attributes);
  g_test_add_func ("/xml-gate/billion-laughs", test_billion_laughs);
  g_test_add_func ("/xml-gate/zero-byte", test_zero_byte);
  g_test_add_func ("/xml-gate/passes", test_passes);
  g_test_add_func ("/xml-gate/utf-16", test_utf_16);
  g_test_add_func ("/xml-gate/within-limits", test_within_limits);

  return g_test_run ();
}
