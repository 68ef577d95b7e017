/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-exchange.h"

#include "bul-normal.h"

static void
row_free (gpointer data)
{
  BulExchangeRow *row = data;

  g_free (row->key);
  g_free (row->source);
  g_free (row->target);
  g_free (row->link);
  g_free (row);
}

BulExchange *
bul_exchange_new (void)
{
  BulExchange *self = g_new0 (BulExchange, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
bul_exchange_free (BulExchange *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->title);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

BulExchangeRow *
bul_exchange_add_row (BulExchange *self, guint line)
{
  BulExchangeRow *row = g_new0 (BulExchangeRow, 1);

  row->line = line;
  g_ptr_array_add (self->rows, row);
  return row;
}

void
bul_exchange_set_original (BulExchange *self, const char *original)
{
  if (original == NULL)
    return;
  if (g_uuid_string_is_valid (original))
    self->uid = g_ascii_strdown (original, -1);
  else
    self->title = bul_exchange_dup_plain (original);
}

static void
add_side (
    BulBitext *bitext, BulLanguage language, const char *words, guint line, GPtrArray *segments)
{
  if (words != NULL)
    g_ptr_array_add (segments, bul_bitext_add_sentence (bitext, language, words, line));
}

BulStory *
bul_exchange_make_story (BulExchange *self)
{
  g_autoptr (BulBitext) bitext = bul_bitext_new (self->source);
  BulStory *story;

  for (guint i = 0; i < self->rows->len; i++)
    {
      BulExchangeRow *row = self->rows->pdata[i];
      g_autoptr (GPtrArray) segments = g_ptr_array_new ();

      add_side (bitext, self->source, row->source, row->line, segments);
      add_side (bitext, self->target, row->target, row->line, segments);
      if (row->source != NULL && row->target != NULL)
        row->link = g_strdup (bul_bitext_add_link (bitext, segments, NULL));
    }
  story = bul_bitext_finish (bitext);
  story->page_title = g_strdup (self->title);
  return story;
}

/* What parts words, and cannot stand in a line. */
static gboolean
is_blank (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

char *
bul_exchange_dup_plain (const char *words)
{
  g_autofree char *normal = bul_normal_form (words, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        {
          blank = plain->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (plain, ' ');
      blank = FALSE;
      g_string_append_unichar (plain, c);
    }
  return plain->len == 0 ? NULL : g_string_free (g_steal_pointer (&plain), FALSE);
}
