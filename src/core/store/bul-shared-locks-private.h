/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

/*
 * The locks that connections hold on what they share of the write-ahead log, kept for as long as
 * the connections are open.
 *
 * As SQLite takes them they belong to the process and to the file: whatever part of the process
 * opens that file once more and closes it, as a file chooser does with each file of a folder that
 * it shows, lets go of all of them at once, unnoticed. Another program then takes itself for the
 * first, empties what is shared and, when it ends, takes the log away, and what is saved from then
 * on is in no file. Here they belong to the descriptor (“open file description locks”), which only
 * SQLite has.
 *
 * Those on the library itself stay as they are; see bul_lock_is_alone().
 */

/* For all connections of the process that are opened from now on; does nothing where SQLite has no
 * such call to be replaced. */
void bul_shared_locks_set_up (void);
