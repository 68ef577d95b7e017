/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-name-forms-private.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-normal.h"
#include "bul-surnames.h"

/* A Korean name has so many syllables, the family's among them. */
#define MOST_SYLLABLES 4

static void
form_free (gpointer data)
{
  BulNameForm *self = data;

  g_free (self->letters);
  g_free (self);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL && *name != '\0'
      && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

GPtrArray *
bul_name_forms_list_names (const BulFlowPerson *person)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *others = person->record == NULL ? NULL : person->record->others;
  g_auto (GStrv) seen = g_strsplit (others == NULL ? "" : others, "\n", -1);

  add_name (names, person->name);
  add_name (names, person->other);
  for (guint i = 0; seen[i] != NULL; i++)
    add_name (names, seen[i]);
  for (guint i = 0; person->record != NULL && i < person->voices->len; i++)
    add_name (names, ((BulVoice *) person->voices->pdata[i])->name);
  return names;
}

static void
add_to (GHashTable *table, const char *key, gpointer value, GDestroyNotify free_value)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_value);
      g_hash_table_insert (table, g_strdup (key), list);
    }
  g_ptr_array_add (list, value);
}

/* The sort of consonant that a sound is, in which spellings agree; 0 for what they leave open. */
static char
sort_of (char sound)
{
  static const char *const sorts[] = { "kgq", "tdT", "pbfv", "szSjCc", "lr", "mnN" };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strchr (sorts[i], sound) != NULL)
      return sorts[i][0];
  return '\0';
}

/* @family: the Korean family name, empty for a name that is taken as a whole; @word: small letters
 * or Hangul alone. */
static void
add_sound (BulNameForms *self, const BulNameForm *form, const char *family, const char *word)
{
  BulNameSound *sound = g_new0 (BulNameSound, 1);
  g_autoptr (GString) key = g_string_new (family);
  gboolean heard = form->is_hangul ? bul_phonemes_from_korean (word, &sound->sounds)
                                   : bul_phonemes_from_english (word, &sound->sounds);

  sound->form = form;
  if (!heard || sound->sounds.length == 0)
    {
      g_free (sound);
      return;
    }
  g_string_append_c (key, ':');
  for (guint i = 0; i < sound->sounds.length; i++)
    {
      char sort = sort_of (sound->sounds.sounds[i]);

      if (sort != '\0' && key->str[key->len - 1] != sort)
        g_string_append_c (key, sort);
    }
  add_to (self->sounds, key->str, sound, g_free);
}

static void
add_hangul (BulNameForms *self, const BulNameForm *form, GHashTable *families)
{
  guint n = bul_chars_count (form->letters);
  g_autofree char *family = bul_chars_slice (form->letters, 0, 1);
  g_autofree char *given = bul_chars_slice (form->letters, 1, n);

  if (n >= 2 && n <= MOST_SYLLABLES && bul_surnames_begin (form->letters))
    {
      add_sound (self, form, family, given);
      g_hash_table_add (families, g_steal_pointer (&family));
    }
  else
    add_sound (self, form, "", form->letters);
}

static char *
join_but (const GPtrArray *words, guint left_out)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    if (i != left_out)
      g_string_append (out, words->pdata[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The first word or the last may be the family's. */
static void
add_latin (BulNameForms *self, const BulNameForm *form, const char *name, GHashTable *families)
{
  g_autofree char *ascii = g_str_to_ascii (name, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) typed = NULL;
  g_autofree char *all = NULL;

  for (char *p = ascii; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  typed = g_strsplit (ascii, " ", -1);
  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit_set (typed[i], "-.,'’“”\"()[]?/0123456789:;!&_", -1);
      char *word = g_strjoinv ("", pieces);

      if (*word == '\0')
        g_free (word);
      else
        g_ptr_array_add (words, word);
    }
  all = join_but (words, words->len);
  add_sound (self, form, "", all);
  for (guint i = 0; words->len > 1 && i < words->len; i += words->len - 1)
    {
      g_autofree char *given = NULL;
      GHashTableIter iter;
      gpointer family;

      if (!bul_surnames_has (words->pdata[i]))
        continue;
      given = join_but (words, i);
      g_hash_table_iter_init (&iter, families);
      while (g_hash_table_iter_next (&iter, &family, NULL))
        if (bul_surnames_match (words->pdata[i], family))
          add_sound (self, form, family, given);
    }
}

/* Letters alone, of one case. */
static BulNameForm *
make_form (const BulFlowPerson *person, const char *name)
{
  BulNameForm *form = g_new0 (BulNameForm, 1);
  g_autofree char *folded = bul_fold (name, -1);
  g_autoptr (GString) letters = g_string_new (NULL);

  form->person = person;
  form->is_hangul = TRUE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (letters, c);
      form->is_hangul = form->is_hangul && c >= 0xac00 && c <= 0xd7a3;
    }
  form->letters = g_string_free (g_steal_pointer (&letters), FALSE);
  return form;
}

/* Korean forms first: whose family names those in Latin letters are compared with. */
BulNameForms *
bul_name_forms_new (const GPtrArray *people)
{
  BulNameForms *self = g_new0 (BulNameForms, 1);
  g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) latin = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) latin_forms = g_ptr_array_new ();

  self->forms = g_ptr_array_new_with_free_func (form_free);
  self->letters
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->sounds
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (GPtrArray) names = bul_name_forms_list_names (people->pdata[i]);

      for (guint j = 0; j < names->len; j++)
        {
          BulNameForm *form = make_form (people->pdata[i], names->pdata[j]);

          g_ptr_array_add (self->forms, form);
          if (*form->letters == '\0')
            continue;
          add_to (self->letters, form->letters, form, NULL);
          if (form->is_hangul)
            add_hangul (self, form, families);
          else
            {
              g_ptr_array_add (latin, g_strdup (names->pdata[j]));
              g_ptr_array_add (latin_forms, form);
            }
        }
    }
  for (guint i = 0; i < latin->len; i++)
    add_latin (self, latin_forms->pdata[i], latin->pdata[i], families);
  return self;
}

void
bul_name_forms_free (BulNameForms *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sounds);
  g_hash_table_unref (self->letters);
  g_ptr_array_unref (self->forms);
  g_free (self);
}
