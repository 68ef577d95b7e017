/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow-people-private.h"
#include "bul-normal.h"

/* Hangul in the order of Unicode: syllables go by their beginning, vowel and end. */
#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE 0xd7a3
#define N_VOWELS 21
#define N_ENDS 28

/* What is looked for: letters alone, of one case. */
typedef struct
{
  char *letters;
  gunichar composed; /* the syllable that comes behind them, or 0 */
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->letters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static char *
dup_letters (const char *text)
{
  g_autofree char *folded = bul_fold (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_syllable (gunichar c)
{
  return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
}

/* So many vowels behind @vowel begin with it: ㅗ may become ㅘ, ㅙ or ㅚ. */
static guint
count_longer (guint vowel)
{
  return vowel == 8 || vowel == 13 ? 3 : vowel == 18 ? 1 : 0;
}

/* Whether @composed may become @c, or @c and the next syllable: its end may begin that one. */
static gboolean
may_become (gunichar composed, gunichar c)
{
  guint end = is_syllable (composed) ? (composed - FIRST_SYLLABLE) % N_ENDS : 0;
  guint vowel = (composed - FIRST_SYLLABLE) / N_ENDS % N_VOWELS;

  if (composed == c)
    return TRUE;
  if (!is_syllable (c) || !is_syllable (composed))
    return FALSE;
  if (end != 0)
    return c == composed - end;
  return c >= composed && c < composed + N_ENDS * (1 + count_longer (vowel));
}

/* Bytes of a name that is read without asking for memory. */
#define PLAIN 128

/* Whether the syllable of three bytes at @p is Hangul, which nothing folds. */
static gboolean
is_hangul (const char *p)
{
  const guchar *bytes = (const guchar *) p;

  return bytes[0] >= 0xea && bytes[0] <= 0xed && is_syllable (g_utf8_get_char (p));
}

/* What dup_letters() gives of a name, where it is of ASCII and Hangul alone, as nearly all are: a
 * list of all people is read through with each key. Returns: FALSE for all others. */
static gboolean
read_plain (const char *name, char *letters)
{
  gsize n = 0;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (n + 4 > PLAIN)
        return FALSE;
      if (g_ascii_isalnum (*p))
        letters[n++] = g_ascii_tolower (*p);
      else if ((guchar) *p < 0x80)
        continue;
      else if (is_hangul (p))
        {
          memcpy (letters + n, p, 3);
          n += 3;
          p += 2;
        }
      else
        return FALSE;
    }
  letters[n] = '\0';
  return TRUE;
}

static gboolean
has_letters (const char *name, const Wanted *wanted)
{
  char plain[PLAIN];
  g_autofree char *folded = read_plain (name, plain) ? NULL : dup_letters (name);
  const char *letters = folded != NULL ? folded : plain;
  gsize length = strlen (wanted->letters);

  for (const char *p = letters; (p = strstr (p, wanted->letters)) != NULL && *p != '\0';
       p = g_utf8_next_char (p))
    if (wanted->composed == 0 || may_become (wanted->composed, g_utf8_get_char (p + length)))
      return TRUE;
  return FALSE;
}

static gboolean
matches (const BulFlowPerson *person, const Wanted *wanted)
{
  if (has_letters (person->name, wanted) || has_letters (person->other, wanted)
      || (person->record != NULL && person->record->others != NULL
          && has_letters (person->record->others, wanted)))
    return TRUE;
  for (guint i = 0; person->record != NULL && i < person->voices->len; i++)
    if (has_letters (((BulVoice *) person->voices->pdata[i])->name, wanted))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list (const BulFlowPeople *self, const Wanted *wanted)
{
  const GPtrArray *all = bul_flow_people_get_all (self);
  GPtrArray *found = g_ptr_array_new ();
  gboolean is_all = *wanted->letters == '\0' && wanted->composed == 0;

  for (guint i = 0; i < all->len; i++)
    if (is_all || matches (all->pdata[i], wanted))
      g_ptr_array_add (found, all->pdata[i]);
  return found;
}

GPtrArray *
bul_flow_people_list (const BulFlowPeople *self, const char *query)
{
  g_auto (Wanted) wanted = { query == NULL ? g_strdup ("") : dup_letters (query), 0 };

  return list (self, &wanted);
}

GPtrArray *
bul_flow_people_list_composing (const BulFlowPeople *self, const char *query)
{
  g_auto (Wanted) wanted = { dup_letters (query), 0 };
  char *last = g_utf8_find_prev_char (wanted.letters, wanted.letters + strlen (wanted.letters));

  if (last != NULL)
    {
      wanted.composed = g_utf8_get_char (last);
      *last = '\0';
    }
  return list (self, &wanted);
}

typedef struct
{
  gpointer person;
  char *key;
} Keyed;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

void
bul_flow_people_sort_by_name (GPtrArray *people)
{
  g_autofree Keyed *keyed = g_new (Keyed, people->len);

  for (guint i = 0; i < people->len; i++)
    keyed[i] = (Keyed){
      people->pdata[i],
      g_utf8_collate_key (((const BulFlowPerson *) people->pdata[i])->name, -1),
    };
  qsort (keyed, people->len, sizeof (Keyed), compare_keys);
  for (guint i = 0; i < people->len; i++)
    {
      people->pdata[i] = keyed[i].person;
      g_free (keyed[i].key);
    }
}

static gboolean
is_called (const BulFlowPerson *person, const char *name)
{
  return strcmp (person->name, name) == 0 || strcmp (person->other, name) == 0
         || (person->record != NULL && bul_person_has_name (person->record, name));
}

void
bul_flow_people_put_first (GPtrArray *people, const char *name)
{
  guint n_first = 0;

  for (guint i = 0; i < people->len; i++)
    if (is_called (people->pdata[i], name))
      {
        gpointer person = g_ptr_array_steal_index (people, i);

        g_ptr_array_insert (people, (int) n_first++, person);
      }
}
