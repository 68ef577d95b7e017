/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-notice.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Returns: (transfer full): the public words for one correction, in @language (`ko` or `en`), for
 * the page (공지·정정) or for the anchor to read. Made from what the story says of itself:
 * programme, date, headline.
 */
char *bul_notice_writer_write (const BulStory *story,
                               const BulCorrection *correction,
                               const char *language,
                               BulNoticeUse use,
                               gboolean apologises);

/* Returns: (transfer full): the words of all corrections of @notice, as above, one a line. */
char *bul_notice_writer_write_all (const BulStory *story,
                                   const BulNotice *notice,
                                   const char *language,
                                   BulNoticeUse use);

G_END_DECLS
