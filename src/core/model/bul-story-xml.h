/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-revision.h"
#include "bul-story.h"

G_BEGIN_DECLS

#define BUL_XML_NAMESPACE "urn:bulletin-desk:bulletin:1"
#define BUL_XML_VERSION "1.0"

/*
 * The canonical XML of a story: the same story gives the same bytes. It holds all that a library
 * holds of the story, and nothing of the moment or the program that wrote it.
 */
GString *bul_story_to_xml (const BulStory *story);

/* Returns: (transfer full): the story's xml:id, `s` and the first eight hex digits of its uid. */
char *bul_story_dup_xml_id (const BulStory *story);

/*
 * Returns: (transfer full): the hash of @revision of @story as it stands: SHA-256, in hex, over
 * the hash of the revision before (@previous, %NULL for the first), the revision's canonical XML
 * without its hash, and the story's canonical XML without its revisions.
 */
char *
bul_story_make_hash (const BulStory *story, const BulRevision *revision, const char *previous);

G_END_DECLS
