/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-people-words.h"

#include <glib/gi18n.h>

#include "bul-flow-person.h"
#include "desk-wording.h"

char *
desk_people_dup_names (const BulFlowPerson *person)
{
  return g_strconcat (person->name, *person->other == '\0' ? "" : " · ", person->other, NULL);
}

char *
desk_people_dup_family (const BulFlowPerson *person)
{
  g_autoptr (BulRecord) record = (BulRecord *) bul_flow_person_dup_record (person);
  const char *family = ((BulPerson *) record)->family;

  return g_strdup (family == NULL ? person->name : family);
}

char *
desk_people_dup_days (const char *first, const char *last)
{
  g_autofree char *from = desk_wording_dup_day (*first == '\0' ? last : first);
  g_autofree char *to = desk_wording_dup_day (last);

  if (*last == '\0' && *first == '\0')
    return g_strdup (_ ("No date"));
  return g_str_equal (from, to) || *last == '\0' ? g_strdup (from)
                                                 : g_strdup_printf ("%s – %s", from, to);
}

char *
desk_people_dup_bites (guint n_bites)
{
  return g_strdup_printf (ngettext ("%u soundbite", "%u soundbites", n_bites), n_bites);
}

static const struct
{
  BulAlike reason;
  const char *words;
} reasons_words[] = {
  { BUL_ALIKE_TOGETHER, N_ ("a story has both names") },
  { BUL_ALIKE_LETTERS, N_ ("spelt alike") },
  { BUL_ALIKE_SOUND, N_ ("sound alike") },
  { BUL_ALIKE_TITLE, N_ ("same title or office") },
};

char *
desk_people_dup_reasons (guint reasons)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons_words); i++)
    if ((reasons & reasons_words[i].reason) != 0)
      g_ptr_array_add (words, (gpointer) _ (reasons_words[i].words));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}
