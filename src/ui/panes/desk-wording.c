/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wording.h"

#include <glib/gi18n.h>

#include "bul-enum.h"

static const char *const classes[] = {
  [BUL_CLASS_FIGURE] = N_ ("Number"),   [BUL_CLASS_NAME] = N_ ("Name"),
  [BUL_CLASS_TITLE] = N_ ("Title"),     [BUL_CLASS_DATE] = N_ ("Date, time"),
  [BUL_CLASS_PLACE] = N_ ("Place"),     [BUL_CLASS_QUOTE] = N_ ("Quote"),
  [BUL_CLASS_FACT] = N_ ("Fact"),       [BUL_CLASS_TRANSLATION] = N_ ("Translation"),
  [BUL_CLASS_WORDING] = N_ ("Wording"), [BUL_CLASS_OTHER] = N_ ("Other"),
};

static const char *const weights[] = {
  [BUL_WEIGHT_MEANING] = N_ ("Changes the meaning"),
  [BUL_WEIGHT_SLIP] = N_ ("Slip"),
};

static const char *const found_bys[] = {
  [BUL_FOUND_NEWSROOM] = N_ ("Newsroom"),
  [BUL_FOUND_VIEWER] = N_ ("Viewer"),
  [BUL_FOUND_PARTY] = N_ ("Party concerned"),
  [BUL_FOUND_COURT] = N_ ("Court or commission"),
};

static const char *const correction_states[] = {
  [BUL_CORRECTION_DRAFT] = NC_ ("correction", "Draft"),
  [BUL_CORRECTION_APPROVED] = NC_ ("correction", "Approved"),
  [BUL_CORRECTION_PUBLISHED] = NC_ ("correction", "Published"),
  [BUL_CORRECTION_WITHDRAWN] = NC_ ("correction", "Withdrawn"),
};

static const char *const story_states[] = {
  [BUL_STORY_DRAFT] = NC_ ("story", "Draft"),
  [BUL_STORY_READY] = NC_ ("story", "Ready"),
  [BUL_STORY_AIRED] = NC_ ("story", "Aired"),
  [BUL_STORY_CORRECTED] = NC_ ("story", "Aired · corrected"),
  [BUL_STORY_WITHDRAWN] = NC_ ("story", "Withdrawn"),
};

static const char *const notice_kinds[] = {
  [BUL_NOTICE_CORRECTION] = NC_ ("notice", "Correction"),
  [BUL_NOTICE_REPLY] = NC_ ("notice", "Reply"),
  [BUL_NOTICE_FOLLOW_UP] = NC_ ("notice", "Follow-up"),
  [BUL_NOTICE_CLARIFICATION] = NC_ ("notice", "Clarification"),
  [BUL_NOTICE_ANNOUNCEMENT] = NC_ ("notice", "Announcement"),
};

static const char *const bases[] = {
  [BUL_BASIS_OWN] = N_ ("the newsroom's own decision"),
  [BUL_BASIS_REQUEST] = N_ ("on request"),
  [BUL_BASIS_MEDIATION] = N_ ("by mediation"),
  [BUL_BASIS_ARBITRATION] = N_ ("by arbitration"),
  [BUL_BASIS_COURT] = N_ ("by a court"),
};

static const char *const roles[] = {
  [BUL_SPEAKER_NEWSMAKER] = N_ ("In the news"),
  [BUL_SPEAKER_ANCHOR] = N_ ("Anchor"),
  [BUL_SPEAKER_REPORTER] = N_ ("Reporter"),
};

static const char *const sections[] = {
  [BUL_SECTION_HEAD] = N_ ("Head"),     [BUL_SECTION_LEAD] = N_ ("Lead"),
  [BUL_SECTION_REPORT] = N_ ("Report"), [BUL_SECTION_LIVE] = N_ ("Live"),
  [BUL_SECTION_TALK] = N_ ("Talk"),     [BUL_SECTION_TAIL] = N_ ("Tail"),
};

/* What is “not said”, or comes from a newer file, has no word. */
static const char *
lookup (const char *const *words, gsize n_words, const char *context, guint value)
{
  if (value >= n_words || words[value] == NULL)
    return "";
  return context == NULL ? gettext (words[value]) : g_dpgettext2 (NULL, context, words[value]);
}

const char *
desk_wording_for_class (BulClass error_class)
{
  return lookup (classes, G_N_ELEMENTS (classes), NULL, error_class);
}

const char *
desk_wording_for_weight (BulWeight weight)
{
  return lookup (weights, G_N_ELEMENTS (weights), NULL, weight);
}

const char *
desk_wording_for_found_by (BulFoundBy found_by)
{
  return lookup (found_bys, G_N_ELEMENTS (found_bys), NULL, found_by);
}

const char *
desk_wording_for_correction_state (BulCorrectionState state)
{
  return lookup (correction_states, G_N_ELEMENTS (correction_states), "correction", state);
}

const char *
desk_wording_for_story_state (BulStoryState state)
{
  return lookup (story_states, G_N_ELEMENTS (story_states), "story", state);
}

char *
desk_wording_dup_kinds (const char *kinds)
{
  g_auto (GStrv) typed = g_strsplit (kinds == NULL ? "" : kinds, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      guint kind;

      if (bul_enum_from_word (bul_notice_kind_words, typed[i], &kind))
        g_strv_builder_add (builder,
                            lookup (notice_kinds, G_N_ELEMENTS (notice_kinds), "notice", kind));
    }
  words = g_strv_builder_end (builder);
  return g_strjoinv (" · ", words);
}

const char *
desk_wording_for_basis (BulBasis basis)
{
  return lookup (bases, G_N_ELEMENTS (bases), NULL, basis);
}

const char *
desk_wording_for_role (BulSpeakerRole role)
{
  return lookup (roles, G_N_ELEMENTS (roles), NULL, role);
}

const char *
desk_wording_for_section (BulSection section)
{
  return lookup (sections, G_N_ELEMENTS (sections), NULL, section);
}

const char *
desk_wording_for_language (const char *language)
{
  if (g_strcmp0 (language, "ko") == 0)
    return _ ("Korean");
  if (g_strcmp0 (language, "en") == 0)
    return _ ("English");
  return language == NULL ? "" : language;
}

char *
desk_wording_dup_tag (const char *key)
{
  return g_ascii_strup (key, -1);
}

/* What is read is counted, so that the number is the one that eyes would count in the section. */
char *
desk_wording_dup_place (const BulStory *story, const char *block)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);
  const BulBlock *found;
  const char *section;
  guint number = 0;

  if (script == NULL)
    return g_strdup ("");

  found = script->blocks->pdata[position];
  if (found->kind == BUL_BLOCK_HEADLINE)
    return g_strdup (_ ("Headline"));
  for (guint i = 0; i <= position; i++)
    {
      const BulBlock *other = script->blocks->pdata[i];

      if (other->section == found->section && bul_block_kind_is_read (other->kind))
        number++;
    }
  section = desk_wording_for_section (found->section);
  if (!bul_block_kind_is_read (found->kind))
    return g_strdup (section);
  return *section == '\0' ? g_strdup_printf ("¶ %u", number)
                          : g_strdup_printf ("%s · ¶ %u", section, number);
}

char *
desk_wording_dup_time (const char *at)
{
  g_autoptr (GDateTime) time = at == NULL ? NULL : g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = time == NULL ? NULL : g_date_time_to_local (time);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  if (local == NULL)
    return g_strdup (at == NULL ? "" : at);
  if (g_date_time_get_year (local) == g_date_time_get_year (today)
      && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (today))
    return g_date_time_format (local, "%H:%M:%S");
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static GDateTime *
parse_local (const char *at)
{
  g_autoptr (GDateTime) time = at == NULL ? NULL : g_date_time_new_from_iso8601 (at, NULL);

  return time == NULL ? NULL : g_date_time_to_local (time);
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
desk_wording_dup_day (const char *day)
{
  g_autofree char *iso = g_strdup_printf ("%.10sT00:00:00", day);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (iso, zone);

  return date == NULL ? g_strdup ("") : g_date_time_format (date, _ ("%-d %B %Y"));
}

char *
desk_wording_dup_when (const char *at)
{
  g_autoptr (GDateTime) local = parse_local (at);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (today, -1);

  if (local == NULL)
    return g_strdup (at == NULL ? "" : at);
  if (is_same_day (local, today))
    return g_date_time_format (local, _ ("Today %H:%M"));
  if (is_same_day (local, yesterday))
    return g_date_time_format (local, _ ("Yesterday %H:%M"));
  if (g_date_time_get_year (local) == g_date_time_get_year (today))
    /* Translators: a day of this year and a time, as g_date_time_format() writes them. */
    return g_date_time_format (local, _ ("%-e %B %H:%M"));
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

char *
desk_wording_dup_exact_time (const char *at)
{
  g_autoptr (GDateTime) local = parse_local (at);

  return local == NULL ? g_strdup (at == NULL ? "" : at)
                       : g_date_time_format (local, "%Y-%m-%d %H:%M:%S %:z");
}

char *
desk_wording_dup_short_day (const char *day)
{
  g_autofree char *iso = g_strdup_printf ("%.10sT00:00:00", day == NULL ? "" : day);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (iso, zone);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  if (date == NULL)
    return g_strdup (day == NULL ? "" : day);
  if (g_date_time_get_year (date) == g_date_time_get_year (today))
    /* Translators: a day of this year, as g_date_time_format() writes it, short. */
    return g_date_time_format (date, _ ("%-d %b"));
  /* Translators: a day of another year, as g_date_time_format() writes it, short. */
  return g_date_time_format (date, _ ("%-d %b %Y"));
}

const char *
desk_wording_for_next_state (BulCorrectionState state, BulCorrectionState *next)
{
  static const struct
  {
    BulCorrectionState state;
    BulCorrectionState next;
    const char *words;
  } rows[] = {
    { BUL_CORRECTION_DRAFT, BUL_CORRECTION_APPROVED, N_ ("_Approve") },
    { BUL_CORRECTION_APPROVED, BUL_CORRECTION_PUBLISHED, N_ ("_Publish") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].state == state)
      {
        if (next != NULL)
          *next = rows[i].next;
        return _ (rows[i].words);
      }
  return NULL;
}
