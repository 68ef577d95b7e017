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

char *
desk_settings_dup_library (GSettings *settings)
{
  g_autofree char *path = settings == NULL ? NULL : g_settings_get_string (settings, "library");

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path)
                                                                : bul_flow_dup_library_path ();
}

void
desk_settings_set_library (GSettings *settings, const char *path)
{
  g_autofree char *usual = bul_flow_dup_library_path ();

  if (settings != NULL)
    g_settings_set_string (settings, "library",
                           g_str_equal (path, usual) || !g_utf8_validate (path, -1, NULL) ? ""
                                                                                          : path);
}
