/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-settings.h"

#include "bul-flow.h"
#include "config.h"

GSettings *
desk_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source == NULL ? NULL : g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
}

char *
desk_settings_dup_author (GSettings *settings)
{
  const char *given = g_getenv ("BULLETIN_AUTHOR");
  g_autofree char *name = settings == NULL ? NULL : g_settings_get_string (settings, "author-name");

  if ((given != NULL && *given != '\0') || name == NULL || *name == '\0')
    return bul_flow_dup_author ();
  return g_steal_pointer (&name);
}
