/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-evidence.h"

/* What a line speaks for. */
typedef enum
{
  VOTE_NONE,
  VOTE_ANCHOR,
  VOTE_REPORTER,
  VOTE_REPORTER_LABEL,
  VOTE_REPORT,
  VOTE_OTHER_MARK,
  VOTE_ANSWER,
  VOTE_NAME,
  VOTE_UNQUOTED,
  VOTE_HOSTS,
  VOTE_CAPITALS,
  VOTE_MIXED,
  VOTE_CAPTION,
  VOTE_CUE,
  VOTE_QUESTION,
  VOTE_TAPED,
  VOTE_MADE,
  VOTE_WRAPPED,
  VOTE_CALLED,
  N_VOTES,
} Vote;

#define N_CLOSERS 64
#define N_ANCHORS 16

struct _BulEvidence
{
  guint votes[N_VOTES];
  guint closers[N_CLOSERS]; /* names of that bit */
  guint anchors[N_ANCHORS]; /* how often each has a mark; two who share a lead have one each */
  guint n_answers;          /* marks of reporters who say “Yes,” first */
  /* A mark together with the words behind it → how often it stands. A second copy of the script
   * repeats both, and only tells the same again. */
  GHashTable *marks;
};

BulEvidence *
bul_evidence_new (void)
{
  BulEvidence *self = g_new0 (BulEvidence, 1);

  self->marks = g_hash_table_new (NULL, NULL);
  return self;
}

void
bul_evidence_free (BulEvidence *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->marks);
  g_free (self);
}

/* “⊙앵커: …” on every line that the anchor reads */
static gboolean
is_same_voice (const BulLook *line, const BulLook *next)
{
  return bul_look_is (next, BUL_LOOK_MARK) && next->role == line->role
         && bul_look_has (line, BUL_LOOK_RESUMES) && !bul_look_has (line, BUL_LOOK_ALONE);
}

static Vote
vote_of_mark (const BulLook *line, const BulLook *next)
{
  switch (line->role)
    {
    case BUL_MARK_ANCHOR:
    case BUL_MARK_LEAD:
      /* an anchor who speaks on takes no second turn */
      return is_same_voice (line, next) ? VOTE_OTHER_MARK : VOTE_ANCHOR;
    case BUL_MARK_REPORTER:
      return bul_look_has (line, BUL_LOOK_RESUMES) ? VOTE_REPORTER_LABEL : VOTE_REPORTER;
    case BUL_MARK_REPORT:
      return VOTE_REPORT;
    case BUL_MARK_ANSWER:
      return VOTE_ANSWER;
    case BUL_MARK_STAND_UP:
      return VOTE_NONE;
    default:
      return VOTE_OTHER_MARK;
    }
}

static Vote
vote_of_voice (const BulLook *line)
{
  if (bul_look_has (line, BUL_LOOK_CAPTION))
    return VOTE_CAPTION;
  return bul_look_has (line, BUL_LOOK_MIXED) ? VOTE_MIXED : VOTE_CAPITALS;
}

/* A name in brackets opens a turn where no quotation follows. */
static Vote
vote_of_name (const BulLook *line, const BulLook *next)
{
  return bul_look_has (line, BUL_LOOK_NAMED) && !bul_look_has (line, BUL_LOOK_MARKED)
                 && !bul_look_has (next, BUL_LOOK_QUOTES)
             ? VOTE_NAME
             : VOTE_NONE;
}

/* `[리포트]강추위 절정` over a time stamp is a headline. */
static gboolean
is_title_label (const BulLook *line, const BulLook *next)
{
  return bul_look_is (next, BUL_LOOK_STAMP) && !bul_look_has (line, BUL_LOOK_ALONE);
}

static gboolean
is_mark_of (const BulLook *look, guint8 role)
{
  return bul_look_is (look, BUL_LOOK_MARK) && look->role == role;
}

static Vote
vote_of (const BulLook *line, const BulLook *next)
{
  if (is_title_label (line, next))
    return VOTE_NONE;
  switch ((BulLookSort) line->sort)
    {
    case BUL_LOOK_MARK:
      return vote_of_mark (line, next);
    case BUL_LOOK_VOICE:
      return vote_of_voice (line);
    case BUL_LOOK_LABEL:
    case BUL_LOOK_NAME:
    case BUL_LOOK_TURN:
      return vote_of_name (line, next);
    case BUL_LOOK_BITE:
      return bul_look_has (line, BUL_LOOK_NAMED)
                     && !bul_look_has (line, BUL_LOOK_MARKED | BUL_LOOK_SPEAKS)
                 ? VOTE_UNQUOTED
                 : VOTE_NONE;
    case BUL_LOOK_CREDITS:
      return bul_look_has (line, BUL_LOOK_HOSTS)  ? VOTE_HOSTS
             : is_mark_of (next, BUL_MARK_ANCHOR) ? VOTE_WRAPPED
                                                  : VOTE_NONE;
    case BUL_LOOK_CUE:
      return VOTE_CUE;
    case BUL_LOOK_PLAIN:
      if (bul_look_has (line, BUL_LOOK_TAPED | BUL_LOOK_MADE)
          && is_mark_of (next, BUL_MARK_REPORTER))
        return bul_look_has (line, BUL_LOOK_TAPED) ? VOTE_TAPED : VOTE_MADE;
      if (bul_look_has (line, BUL_LOOK_CALLS) && is_mark_of (next, BUL_MARK_REPORTER))
        return VOTE_CALLED;
      if (bul_look_has (line, BUL_LOOK_RELAY) && bul_look_closes (line)
          && is_mark_of (next, BUL_MARK_ANCHOR))
        return VOTE_WRAPPED;
      return bul_look_has (line, BUL_LOOK_QUESTION)
                     && (bul_look_answers (next) || bul_look_has (next, BUL_LOOK_REPLY))
                 ? VOTE_QUESTION
                 : VOTE_NONE;
    default:
      return VOTE_NONE;
    }
}

/* Whether the words of a mark are an answer. */
static gboolean
answers (const BulLook *line, const BulLook *next)
{
  return bul_look_has (bul_look_has (line, BUL_LOOK_ALONE) ? next : line, BUL_LOOK_ANSWERS);
}

/* What tells a mark from its copy; NULL for one that nothing tells. */
static gpointer
mark_key (Vote vote, const BulLook *line, const BulLook *next)
{
  guint32 words
      = bul_look_has (line, BUL_LOOK_ALONE) ? (next == NULL ? 0 : next->starts) : line->starts;

  return words == 0 ? NULL
                    : GUINT_TO_POINTER ((words ^ (vote * 0x9e3779b9u)) + line->name * 0x85ebca6bu
                                        + answers (line, next));
}

/* Whether this mark is the first or the last of its copies. */
static gboolean
count_copy (BulEvidence *self, gpointer key, int step)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, key));

  if (count + step == 0)
    g_hash_table_remove (self->marks, key);
  else
    g_hash_table_insert (self->marks, key, GUINT_TO_POINTER (count + step));
  return step > 0 ? count == 0 : count == 1;
}

static void
count_line (BulEvidence *self, const BulLook *line, const BulLook *next, int step)
{
  Vote vote = vote_of (line, next);
  gpointer key;

  if (line->name != 0 && bul_look_has (line, BUL_LOOK_RELAY) && bul_look_closes (line))
    self->closers[line->name % N_CLOSERS] += step;
  if (vote == VOTE_NONE)
    return;
  key = line->sort == BUL_LOOK_MARK ? mark_key (vote, line, next) : NULL;
  if (key != NULL && !count_copy (self, key, step))
    return;
  self->votes[vote] += step;
  if (vote == VOTE_ANCHOR)
    self->anchors[line->name % N_ANCHORS] += step;
  if (vote == VOTE_REPORTER && answers (line, next))
    self->n_answers += step;
}

void
bul_evidence_add (BulEvidence *self, const BulLook *line, const BulLook *next)
{
  count_line (self, line, next, 1);
}

void
bul_evidence_remove (BulEvidence *self, const BulLook *line, const BulLook *next)
{
  count_line (self, line, next, -1);
}

static gboolean
is_talk (const guint *votes)
{
  return votes[VOTE_NAME] >= 3
         || (votes[VOTE_NAME] + votes[VOTE_UNQUOTED] >= 1 && votes[VOTE_HOSTS] >= 1)
         || (votes[VOTE_NAME] >= 1 && votes[VOTE_ANCHOR] >= 2 && votes[VOTE_REPORT] == 0)
         || (votes[VOTE_HOSTS] >= 1 && votes[VOTE_ANCHOR] >= 2)
         || (votes[VOTE_ANSWER] >= 1 && votes[VOTE_REPORTER] == 0);
}

static gboolean
anchor_comes_back (const BulEvidence *self)
{
  for (guint i = 0; i < N_ANCHORS; i++)
    if (self->anchors[i] >= 2)
      return TRUE;
  return FALSE;
}

/* A report under a reporter's mark, signed off or with its credits, and then the studio asks about
 * it; where a reporter is called to, or all of them answer, nothing was told before. */
static gboolean
is_wrapped (const BulEvidence *self)
{
  const guint *votes = self->votes;

  return votes[VOTE_WRAPPED] >= 1 && votes[VOTE_CALLED] == 0 && votes[VOTE_REPORTER] >= 2
         && votes[VOTE_REPORT] + votes[VOTE_TAPED] == 0 && self->n_answers < votes[VOTE_REPORTER];
}

guint16
bul_evidence_get_flags (const BulEvidence *self)
{
  const guint *votes = self->votes;
  guint16 flags = 0;

  guint reporters = votes[VOTE_REPORTER] + votes[VOTE_REPORTER_LABEL];
  /* who speaks live, or in the studio */
  guint n_live = reporters - MIN (votes[VOTE_TAPED] + votes[VOTE_MADE], reporters);

  /* Questions that are numbered tell nothing of what stands before them. */
  if (votes[VOTE_ANCHOR] + reporters + votes[VOTE_REPORT] + votes[VOTE_OTHER_MARK] > 0)
    flags |= BUL_EVIDENCE_MARKS;
  if (votes[VOTE_REPORT] + reporters > 0)
    flags |= BUL_EVIDENCE_REPORTS;
  if (n_live >= 1 && (votes[VOTE_REPORTER] >= 2 || anchor_comes_back (self)))
    flags |= BUL_EVIDENCE_ALTERNATES;
  if (is_talk (votes))
    flags |= BUL_EVIDENCE_TALK;
  if (votes[VOTE_CAPITALS] >= 2 || (votes[VOTE_CAPITALS] >= 1 && votes[VOTE_CUE] >= 1))
    flags |= BUL_EVIDENCE_TRANSCRIPT;
  if (votes[VOTE_MIXED] >= 3 && (flags & BUL_EVIDENCE_MARKS) == 0)
    flags |= BUL_EVIDENCE_MIXED;
  if (votes[VOTE_CAPTION] >= 1)
    flags |= BUL_EVIDENCE_CAPTIONS;
  if (votes[VOTE_NAME] >= 2)
    flags |= BUL_EVIDENCE_NAMES_ALONE;
  if (votes[VOTE_QUESTION] >= 1)
    flags |= BUL_EVIDENCE_QUESTIONS;
  if (is_wrapped (self))
    flags |= BUL_EVIDENCE_WRAPPED;
  return flags;
}

guint64
bul_evidence_closer (guint32 name)
{
  return name == 0 ? 0 : G_GUINT64_CONSTANT (1) << (name % N_CLOSERS);
}

guint64
bul_evidence_get_closers (const BulEvidence *self)
{
  guint64 closers = 0;

  for (guint i = 0; i < N_CLOSERS; i++)
    if (self->closers[i] > 0)
      closers |= G_GUINT64_CONSTANT (1) << i;
  return closers;
}

guint8
bul_evidence_count_reports (const BulEvidence *self)
{
  guint n_reports
      = self->votes[VOTE_REPORT] + self->votes[VOTE_TAPED] + (is_wrapped (self) ? 1 : 0);

  return MIN (n_reports, G_MAXUINT8);
}
