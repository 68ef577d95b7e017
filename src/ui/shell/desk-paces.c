/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-paces.h"

#define PRESENTERS "presenters"
#define PROGRAMMES "programme-presenters"

static void
presenter_free (gpointer data)
{
  DeskPresenter *self = data;

  g_free (self->name);
  g_free (self);
}

DeskPresenter *
desk_presenter_new (const char *name, BulPace pace)
{
  DeskPresenter *self = g_new (DeskPresenter, 1);

  self->name = g_strdup (name);
  self->pace = pace;
  return self;
}

GPtrArray *
desk_paces_list_presenters (GSettings *settings)
{
  GPtrArray *presenters = g_ptr_array_new_with_free_func (presenter_free);
  g_autoptr (GVariant) value = g_settings_get_value (settings, PRESENTERS);
  GVariantIter iter;
  const char *name;
  BulPace pace;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&suu)", &name, &pace.ko, &pace.en))
    g_ptr_array_add (presenters, desk_presenter_new (name, pace));
  return presenters;
}

void
desk_paces_store_presenters (GSettings *settings, const GPtrArray *presenters)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(suu)"));
  for (guint i = 0; i < presenters->len; i++)
    {
      const DeskPresenter *presenter = presenters->pdata[i];

      g_variant_builder_add (&builder, "(suu)", presenter->name, presenter->pace.ko,
                             presenter->pace.en);
    }
  g_settings_set_value (settings, PRESENTERS, g_variant_builder_end (&builder));
}

static void
add_presenters (BulPaces *paces, GSettings *settings)
{
  g_autoptr (GPtrArray) presenters = desk_paces_list_presenters (settings);

  for (guint i = 0; i < presenters->len; i++)
    {
      const DeskPresenter *presenter = presenters->pdata[i];

      bul_paces_add_presenter (paces, presenter->name, presenter->pace);
    }
}

BulPaces *
desk_paces_new (GSettings *settings)
{
  g_autoptr (GVariant) programmes = NULL;
  GVariantIter iter;
  const char *programme;
  const char *presenter;
  BulPaces *paces;

  if (settings == NULL)
    return bul_paces_new ((BulPace){ 0, 0 });
  paces = bul_paces_new ((BulPace){ g_settings_get_uint (settings, "rate-ko"),
                                    g_settings_get_uint (settings, "rate-en") });
  add_presenters (paces, settings);
  programmes = g_settings_get_value (settings, PROGRAMMES);
  g_variant_iter_init (&iter, programmes);
  while (g_variant_iter_next (&iter, "{&s&s}", &programme, &presenter))
    bul_paces_set_programme (paces, programme, presenter);
  return paces;
}

char *
desk_paces_dup_presenter_of (GSettings *settings, const char *programme)
{
  g_autoptr (GVariant) programmes = g_settings_get_value (settings, PROGRAMMES);
  char *presenter = NULL;

  g_variant_lookup (programmes, programme, "s", &presenter);
  return presenter;
}

void
desk_paces_set_presenter_of (GSettings *settings, const char *programme, const char *presenter)
{
  g_autoptr (GVariant) programmes = g_settings_get_value (settings, PROGRAMMES);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  const char *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, programmes);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, programme))
      g_variant_builder_add (&builder, "{ss}", key, value);
  if (presenter != NULL)
    g_variant_builder_add (&builder, "{ss}", programme, presenter);
  g_settings_set_value (settings, PROGRAMMES, g_variant_builder_end (&builder));
}

void
desk_paces_rename (GSettings *settings, const char *before, const char *after)
{
  g_autoptr (GVariant) programmes = g_settings_get_value (settings, PROGRAMMES);
  GVariantIter iter;
  const char *programme;
  const char *presenter;

  g_variant_iter_init (&iter, programmes);
  while (g_variant_iter_next (&iter, "{&s&s}", &programme, &presenter))
    if (g_str_equal (presenter, before))
      desk_paces_set_presenter_of (settings, programme, after);
}

void
desk_paces_watch (GSettings *settings, GCallback changed, gpointer object)
{
  static const char *const keys[] = { "rate-ko", "rate-en", PRESENTERS, PROGRAMMES };

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_signal_connect_object (settings, signal, changed, object, G_CONNECT_SWAPPED);
    }
}
