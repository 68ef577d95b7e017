/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n.h>

#include "config.h"
#include "desk-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (DeskApplication) application = NULL;

  /* In an English locale Pango would give Hanja their Japanese shapes. */
  g_setenv ("PANGO_LANGUAGE", "en:ko", FALSE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = desk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
