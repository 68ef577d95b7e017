/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trouble.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "bul-error.h"

typedef enum
{
  NOTHING,
  BACK_UP,
  COMPARE,
  COPY_HERE,
  KEEP_MINE,
  LEAVE,
  MOVE,
  NEW,
  OPEN,
  PUT_BACK,
  SALVAGE,
  SAVE,
  TRY,
} Deed;

static const DeskDeed deeds[] = {
  [NOTHING] = { NULL, NULL },
  [BACK_UP] = { N_ ("_Make a Backup…"), "win.back-up-library" },
  [COMPARE] = { N_ ("_Compare"), "win.compare-versions" },
  [COPY_HERE] = { N_ ("_Copy to My Library"), "win.copy-library" },
  [KEEP_MINE] = { N_ ("_Keep Mine as a Copy"), "win.save-copy" },
  [LEAVE] = { N_ ("_Close"), "win.leave-trouble" },
  [MOVE] = { N_ ("_Move to Another Disk…"), "win.move-library" },
  [NEW] = { N_ ("_Begin a New Library…"), "win.new-library" },
  [OPEN] = { N_ ("_Open Another Library…"), "win.open-library" },
  [PUT_BACK] = { N_ ("_Put It Back"), "win.put-library-back" },
  [SALVAGE] = { N_ ("Sal_vage What Is Readable"), "win.salvage-library" },
  [SAVE] = { N_ ("_Save Again"), "win.save" },
  [TRY] = { N_ ("_Try Again"), "win.try-library" },
};

static const DeskTrouble troubles[] = {
  /* nothing can be read */
  { DESK_TROUBLE_OPENING,
    bul_error_quark,
    BUL_ERROR_DAMAGED,
    N_ ("This library is damaged"),
    N_ ("Nothing is written to it any more. What can still be read goes into a fresh library that "
        "takes its place, and the damaged file is kept beside it."),
    { SALVAGE, OPEN } },
  { DESK_TROUBLE_OPENING,
    bul_error_quark,
    BUL_ERROR_NEWER,
    N_ ("This library was made by a newer Bulletin Desk"),
    N_ ("It was not changed, and all that is in it is safe. Open it with that version, or open "
        "another library here."),
    { OPEN, TRY } },
  { DESK_TROUBLE_OPENING,
    bul_error_quark,
    BUL_ERROR_FOREIGN,
    N_ ("This file is no library of Bulletin Desk"),
    N_ ("It is another program's, or something was added to it. It was not changed. Open another "
        "library, or begin a new one in a file of its own."),
    { OPEN, NEW } },
  { DESK_TROUBLE_OPENING,
    bul_error_quark,
    BUL_ERROR_READ_ONLY,
    N_ ("A library cannot be kept in this place"),
    N_ ("It may not be written in, or it is on the network, where a library cannot be written "
        "safely. Nothing was changed. Begin the library in a folder of your own on this computer."),
    { NEW, OPEN } },
  { DESK_TROUBLE_OPENING,
    bul_error_quark,
    BUL_ERROR_BUSY,
    N_ ("Another program holds the library"),
    N_ ("Nothing was changed, and all that is in it is safe. Wait a moment, or close the other "
        "program, then try again."),
    { TRY, OPEN } },
  { DESK_TROUBLE_OPENING,
    g_io_error_quark,
    G_IO_ERROR_NO_SPACE,
    N_ ("The disk is full"),
    N_ ("The library is unchanged, and all that is in it is safe. Free some space, then try "
        "again."),
    { TRY, OPEN } },
  { DESK_TROUBLE_OPENING,
    g_io_error_quark,
    G_IO_ERROR_NOT_FOUND,
    N_ ("The library cannot be opened"),
    N_ ("It is not there, or you may not read it. Nothing was changed. See that its disk is there "
        "and ask its owner, then try again; or open another library."),
    { TRY, OPEN } },
  { DESK_TROUBLE_OPENING,
    g_io_error_quark,
    G_IO_ERROR_PERMISSION_DENIED,
    N_ ("You may not open this library"),
    N_ ("Nothing was changed. Ask its owner to let you, then try again; or open another library."),
    { TRY, OPEN } },
  { DESK_TROUBLE_OPENING,
    g_io_error_quark,
    G_IO_ERROR_IS_DIRECTORY,
    N_ ("This is a folder, not a library"),
    N_ ("Nothing was changed. Open a library that is in it, or begin a new one there."),
    { OPEN, NEW } },
  { DESK_TROUBLE_OPENING,
    g_io_error_quark,
    G_IO_ERROR_NOT_SUPPORTED,
    N_ ("The library cannot be opened"),
    N_ ("Its last changes are in a file beside it, whose name ends in “-wal” and which cannot be "
        "read in this place. Nothing was changed. Copy both files to a folder of your own, and "
        "open the library there."),
    { OPEN, TRY } },
  { DESK_TROUBLE_OPENING, NULL, 0, N_ ("The library cannot be opened"), NULL, { TRY, OPEN } },
  /* it can be read */
  { DESK_TROUBLE_READING,
    bul_error_quark,
    BUL_ERROR_READ_ONLY,
    N_ ("This library can only be read"),
    N_ ("You may not write in it, or it is on the network, where a library cannot be written "
        "safely. It was not changed. To work on it, copy it to this computer: what you type before "
        "is in this window only, and goes along."),
    { COPY_HERE, TRY } },
  { DESK_TROUBLE_READING,
    bul_error_quark,
    BUL_ERROR_GONE,
    N_ ("The library is no longer where it was"),
    N_ ("Its file was moved, removed or replaced while it was open. All that was in it is still "
        "here until you close the program. Put it back now."),
    { PUT_BACK, MOVE } },
  { DESK_TROUBLE_READING,
    bul_error_quark,
    BUL_ERROR_DAMAGED,
    N_ ("A part of this library is damaged"),
    N_ ("A story is not what was saved, so it is not shown. The others can be opened. What can "
        "still be read goes into a fresh library that takes the place of this one, which is kept "
        "beside it."),
    { SALVAGE } },
  { DESK_TROUBLE_READING, NULL, 0, N_ ("The library cannot be read"), NULL, { TRY } },
  { DESK_TROUBLE_UNBACKED,
    NULL,
    0,
    N_ ("There is no backup from before the library was brought up to date"),
    N_ ("All that was in it is there, and you can work. The backup could not be made, perhaps for "
        "want of room beside the library. Make one on another disk."),
    { BACK_UP, LEAVE } },
  /* what was typed is not on the disk */
  { DESK_TROUBLE_SAVING,
    g_io_error_quark,
    G_IO_ERROR_NO_SPACE,
    N_ ("The disk is full"),
    N_ ("Everything up to %s is safe. What you typed since is in this window. Free some space and "
        "save again, or move the library to another disk."),
    { SAVE, MOVE } },
  { DESK_TROUBLE_SAVING,
    bul_error_quark,
    BUL_ERROR_READ_ONLY,
    N_ ("The library cannot be written"),
    N_ ("Everything up to %s is safe. What you typed since is in this window. Copy the library to "
        "this computer: what you typed goes along."),
    { COPY_HERE, SAVE } },
  { DESK_TROUBLE_SAVING,
    bul_error_quark,
    BUL_ERROR_GONE,
    N_ ("The library is no longer where it was"),
    N_ ("Its file was moved, removed or replaced. What was in it and what you typed is still here "
        "until you close the program. Put it back now."),
    { PUT_BACK, MOVE } },
  { DESK_TROUBLE_SAVING,
    bul_error_quark,
    BUL_ERROR_BUSY,
    N_ ("Another program holds the library"),
    N_ ("Everything up to %s is safe. What you typed since is in this window. Wait a moment, then "
        "save again."),
    { SAVE } },
  { DESK_TROUBLE_SAVING,
    bul_error_quark,
    BUL_ERROR_DAMAGED,
    N_ ("The library is damaged"),
    N_ ("It is not written to any more. What you typed is in this window. What can still be read "
        "goes into a fresh library, and what you typed goes along."),
    { SALVAGE, SAVE } },
  { DESK_TROUBLE_SAVING,
    bul_error_quark,
    BUL_ERROR_CONFLICT,
    N_ ("This story was saved by someone else meanwhile"),
    N_ ("Both are safe: theirs in the library, yours in this window. Look at the two side by side, "
        "or keep yours as a story of its own."),
    { COMPARE, KEEP_MINE } },
  { DESK_TROUBLE_SAVING,
    g_io_error_quark,
    G_IO_ERROR_FAILED,
    N_ ("Your edits could not be saved"),
    N_ ("The disk gave an error. Everything up to %s is safe. What you typed since is in this "
        "window. Save again; if that fails, move the library to another disk."),
    { SAVE, MOVE } },
  { DESK_TROUBLE_SAVING, NULL, 0, N_ ("Your edits could not be saved"), NULL, { SAVE, MOVE } },
};

const DeskTrouble *
desk_trouble_find (DeskTroubleWhen when, const GError *error)
{
  const DeskTrouble *any = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      if (troubles[i].when != when)
        continue;
      if (troubles[i].domain == NULL)
        any = &troubles[i];
      else if (error != NULL && error->domain == troubles[i].domain ()
               && error->code == troubles[i].code)
        return &troubles[i];
    }
  return any;
}

const DeskDeed *
desk_trouble_get_deed (const DeskTrouble *trouble, guint i)
{
  g_return_val_if_fail (i < DESK_TROUBLE_N_DEEDS, NULL);

  return &deeds[trouble->deeds[i]];
}

char *
desk_trouble_dup_words (const DeskTrouble *trouble, const GError *error, const char *until)
{
  const char *words = trouble->words == NULL ? NULL : _ (trouble->words);
  g_auto (GStrv) parts = NULL;

  if (words == NULL)
    return g_strdup (error == NULL ? NULL : error->message);
  parts = g_strsplit (words, "%s", 2);
  return g_strjoinv (until, parts);
}
