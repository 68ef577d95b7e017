/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-concept.h"

#include <string.h>

/* A code that was given stays for ever: libraries hold it. To add a concept, add a row. */
static const BulConcept concepts[] = {
  /* by desk */
  { "subject:politics", "Politics", "정치" },
  { "subject:diplomacy", "Diplomacy", "외교" },
  { "subject:north-korea", "North Korea", "북한" },
  { "subject:defence", "Defence", "국방" },
  { "subject:economy", "Economy", "경제" },
  { "subject:finance", "Finance", "금융" },
  { "subject:industry", "Industry", "산업" },
  { "subject:housing", "Housing", "부동산" },
  { "subject:society", "Society", "사회" },
  { "subject:crime", "Crime", "사건" },
  { "subject:courts", "Courts", "법원·검찰" },
  { "subject:accident", "Accident", "사고" },
  { "subject:disaster", "Disaster", "재난" },
  { "subject:labour", "Labour", "노동" },
  { "subject:education", "Education", "교육" },
  { "subject:health", "Health", "보건·의료" },
  { "subject:environment", "Environment", "환경" },
  { "subject:weather", "Weather", "날씨" },
  { "subject:transport", "Transport", "교통" },
  { "subject:science", "Science", "과학" },
  { "subject:technology", "Technology", "기술" },
  { "subject:culture", "Culture", "문화" },
  { "subject:sport", "Sport", "스포츠" },
  { "subject:region", "Region", "지역" },
  { "subject:world", "World", "국제" },
  { "subject:media", "Media", "미디어" },
};

const BulConcept *
bul_concept_list (guint *n_concepts)
{
  *n_concepts = G_N_ELEMENTS (concepts);
  return concepts;
}

const BulConcept *
bul_concept_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (concepts); i++)
    if (strcmp (concepts[i].code, code) == 0)
      return &concepts[i];
  return NULL;
}

const BulConcept *
bul_concept_find_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (concepts); i++)
    if (g_ascii_strcasecmp (concepts[i].english, name) == 0
        || strcmp (concepts[i].korean, name) == 0)
      return &concepts[i];
  return NULL;
}

const char *
bul_concept_get_name (const BulConcept *self, const char *language)
{
  return g_strcmp0 (language, "ko") == 0 ? self->korean : self->english;
}
