/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-transcript.h"

#include <string.h>

#include "bul-calling-private.h"
#include "bul-cue.h"
#include "bul-naming.h"

/* No label is longer, in bytes. */
#define LONGEST_LABEL 160
#define MOST_WORDS 6

#define REPORTING " reporting"

/* Labels that tell what a voice is and not who; whole words at the start, behind which a number or
 * more may stand. */
static const char *const roles[] = {
  "UNIDENTIFIED", "UNKNOWN",        "MAN",         "WOMAN",       "BOY",          "GIRL",
  "CHILD",        "CHILDREN",       "CROWD",       "AUDIENCE",    "CALLER",       "PROTESTER",
  "PROTESTERS",   "DEMONSTRATORS",  "ANNOUNCER",   "NARRATOR",    "REPORTER",     "REPORTERS",
  "ANCHOR",       "TRANSLATOR",     "INTERPRETER", "STUDENT",     "STUDENTS",     "QUESTION",
  "QUESTIONER",   "ANSWER",         "JURY",        "OPERATOR",    "RESIDENT",     "WITNESS",
  "VOICE",        "SPEAKER",        "GROUP",       "ALL",         "Unidentified", "Man",
  "PREMIER",      "MAYOR",          "MINISTER",    "PRESIDENT",   "JUDGE",        "COACH",
  "CAPTAIN",      "SENATOR",        "GOVERNOR",    "CHAIRMAN",    "CHAIRWOMAN",   "SPOKESMAN",
  "SPOKESWOMAN",  "SUPERINTENDENT", "SHERIFF",     "Group",       "Crowd",        "Woman",
  "Announcer",    "Narrator",       "Caller",      "JOURNALIST",  "JOURNALISTS",  "CARETAKER",
  "DRIVER",       "FARMER",         "VILLAGER",    "PASSENGER",   "SHOPPER",      "VOTER",
  "NEIGHBOR",     "NEIGHBOUR",      "SOLDIER",     "OFFICER",     "TEACHER",      "NURSE",
  "DOCTOR",       "TOURIST",        "CUSTOMER",    "WORKER",      "OWNER",        "MOTHER",
  "FATHER",       "PERSON",         "PEOPLE",      "FEMALE",      "MALE",         "CARRIER",
  "PUPIL",        "PUPILS",         "COMMUTER",    "REFUGEE",     "ACTOR",        "SINGER",
  "CHOIR",        "CHORUS",         "CLERK",       "INTERVIEWER", "NEWSREADER",   "NEWSCASTER",
  "MODERATOR",    "CAMERAMAN",      "BYSTANDER",   "SUPPORTER",   "SUPPORTERS",   "FAN",
  "FANS",         "STAFF",          "VOLUNTEER",   "PATIENT",     "SURVIVOR",     "LAWYER",
  "PROSECUTOR",   "BAILIFF",        "FOREPERSON",  "FOREMAN",     "SPOKESPERSON", "RECORDING",
  "VOICEOVER",    "VOICE-OVER",     "SINGERS",     "DISPATCHER",  "PILOT",        "COMMENTATOR",
  "PARTICIPANT",  "COUNCILLOR",     "COUNCILOR",   "ENGINEER",    "RANGER",       "FIREFIGHTER",
};

/* Words that stand before one of them, and are no first names. */
static const char *const kinds[] = {
  "MAIL",   "TRUCK", "TAXI",  "BUS",    "TRAM", "POLICE", "FIRST", "SECOND", "THIRD", "YOUNG",
  "OLD",    "OLDER", "LOCAL", "FEMALE", "MALE", "SCHOOL", "SHOP",  "STORE",  "HOTEL", "ELDERLY",
  "FLIGHT", "COURT", "FARM",  "VOX",    "NEWS", "OTHER",  "BANK",  "SHIRE",  "PARK",
};

/* The same, in small letters: only a page whose voices are written so has them. */
static const char *const small_roles[]
    = { "Person",      "People",    "Driver",   "Boy",       "Girl",       "Child",    "Children",
        "Crowd",       "Student",   "Students", "Protester", "Protesters", "Question", "Questioner",
        "Speaker",     "Audience",  "Reporter", "Neighbor",  "Neighbour",  "Farmer",   "Passenger",
        "Voter",       "Announcer", "Narrator", "Resident",  "Residents",  "Soldier",  "Actor",
        "Actress",     "Teacher",   "Nurse",    "Worker",    "Mother",     "Father",   "Parent",
        "Caller",      "Patient",   "Customer", "Shopper",   "Tourist",    "Witness",  "Translator",
        "Interpreter", "Moderator", "Officer",  "Volunteer", "Fisherman" };

/* How a voice is heard: that is no part of a title. */
static const char *const manners[] = { "voice-over", "voice over", "on camera",  "off camera",
                                       "off-camera", "on-camera",  "VOICE-OVER", "on-screen" };

static const char *const honorifics[]
    = { "Mr",         "Mrs",     "Ms",      "Dr",       "Prof",       "Lord",      "Lady",
        "Dame",       "Mr.",     "Mrs.",    "Ms.",      "Dr.",        "Sen.",      "Rep.",
        "Gov.",       "Gen.",    "Prof.",   "Rev.",     "President",  "Senator",   "Professor",
        "Father",     "Mayor",   "Captain", "Governor", "Justice",    "Minister",  "Pastor",
        "Bishop",     "Chief",   "Officer", "Sheriff",  "Ambassador", "Secretary", "Sister",
        "Lieutenant", "Colonel", "General", "Admiral",  "Sergeant",   "Deputy",    "Commissioner",
        "Sgt.",       "Capt.",   "Col.",    "Lt.",      "Sir",        "Judge",     "Retired",
        "Former",     "Maj.",    "Adm." };

static gboolean
is_capital_word (BulSlice word)
{
  guint capitals = 0;
  /* McCAIN, MacNEIL */
  gsize i = bul_slice_starts (word, "Mc") ? 2 : bul_slice_starts (word, "Mac") ? 3 : 0;

  for (; i < word.length; i++)
    {
      guchar c = word.start[i];

      if (g_ascii_islower (c)
          || (c < 0x80 && !g_ascii_isalnum (c) && strchr (".'\"-#&", c) == NULL))
        return FALSE;
      capitals += g_ascii_isupper (c);
    }
  return capitals > 0
         || (word.length > 0 && (word.start[0] == '#' || g_ascii_isdigit (word.start[0])));
}

static gboolean
is_mixed_word (BulSlice word)
{
  if (!g_ascii_isupper (word.start[0]))
    return FALSE;
  for (gsize i = 1; i < word.length; i++)
    if ((guchar) word.start[i] < 0x80 && !g_ascii_isalpha (word.start[i])
        && strchr (".'-", word.start[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What the words before the first comma or bracket of a label are made of. */
static BulTranscript
sort_of_name (BulSlice name)
{
  guint n_words = 0;
  guint letters = 0;
  gboolean capitals = TRUE;
  gboolean mixed = TRUE;

  for (BulSlice rest = name; rest.length > 0; name = rest)
    if (!bul_slice_is_any (bul_slice_take_word (&rest), honorifics, G_N_ELEMENTS (honorifics))
        || rest.length == 0)
      break;
  while (name.length > 0)
    {
      BulSlice word = bul_slice_take_word (&name);

      bul_slice_take_end (&word, ",");
      /* what stands within a name, or behind it, and a name that friends call one by */
      if (n_words > 0
          && ((name.length > 0 && bul_naming_is_particle (word)) || bul_calling_is_suffix (word)
              || (name.length > 0 && bul_slice_starts_quote (word) > 0
                  && bul_slice_ends_quote (word) > 0)))
        continue;
      n_words++;
      capitals = capitals && is_capital_word (word);
      mixed = mixed && is_mixed_word (word);
      letters += word.length;
    }
  if (n_words == 0 || n_words > MOST_WORDS || letters < 2)
    return BUL_TRANSCRIPT_NONE;
  if (capitals)
    return BUL_TRANSCRIPT_CAPITALS;
  return mixed && n_words >= 2 && n_words <= 4 ? BUL_TRANSCRIPT_MIXED : BUL_TRANSCRIPT_NONE;
}

/* The colon that ends the label: the first, outside brackets. */
static const char *
find_colon (BulSlice line)
{
  const char *end = line.start + MIN (line.length, LONGEST_LABEL);
  int depth = 0;

  for (const char *p = line.start; p < end; p++)
    {
      depth += *p == '(';
      depth -= *p == ')';
      if (*p == ':' && depth <= 0)
        return p;
    }
  return NULL;
}

static gboolean
is_party (BulSlice inside)
{
  return inside.length > 0 && strchr ("RDI", inside.start[0]) != NULL
         && (inside.length == 1 || inside.start[1] == '-');
}

/* “(R-Utah)”, “(voice-over)”, “(through translator)”, “(Title)”. */
static void
read_group (BulAttribution *turn, BulSlice inside)
{
  inside = bul_slice_trim (inside);
  if (inside.length == 0 || bul_slice_is_any (inside, manners, G_N_ELEMENTS (manners)))
    return;
  if (turn->title.length == 0 && !is_party (inside) && g_ascii_isupper (inside.start[0]))
    turn->title = inside;
  else if (turn->n_details < BUL_ATTRIBUTION_MOST)
    turn->details[turn->n_details++] = inside;
}

/* “(RET.), FORMER COMMANDER”: the title stands behind the bracket and a comma. */
static gboolean
has_title_behind (BulSlice behind, const char *close)
{
  BulSlice rest = bul_slice_trim (bul_slice (close + 1, bul_slice_end (behind)));

  return bul_slice_starts (rest, ", ") && rest.length > 4 && rest.start[2] != '('
         && memchr (behind.start, ',', close - behind.start) == NULL;
}

static void
add_detail (BulAttribution *turn, BulSlice inside)
{
  if (turn->n_details < BUL_ATTRIBUTION_MOST)
    turn->details[turn->n_details++] = bul_slice_trim (inside);
}

/* Takes the groups in brackets out of what stands behind the name; what is left is the title. */
static void
read_behind (BulAttribution *turn, BulSlice behind)
{
  const char *open = bul_slice_find (behind, "(");
  BulSlice before = open == NULL ? behind : bul_slice (behind.start, open);

  before = bul_slice_trim (before);
  while (before.length > 0 && strchr (", ", before.start[0]) != NULL)
    before = bul_slice (before.start + 1, bul_slice_end (before));
  if (before.length > 0 && turn->title.length == 0)
    turn->title = before;
  else if (before.length > 0 && turn->n_details < BUL_ATTRIBUTION_MOST)
    turn->details[turn->n_details++] = before;
  if (open != NULL)
    {
      BulSlice inside = bul_slice (open + 1, bul_slice_end (behind));
      const char *close = bul_slice_find (inside, ")");

      if (close == NULL)
        return;
      if (turn->title.length == 0 && has_title_behind (behind, close)
          && !bul_slice_is_any (bul_slice (inside.start, close), manners, G_N_ELEMENTS (manners)))
        add_detail (turn, bul_slice (inside.start, close));
      else
        read_group (turn, bul_slice (inside.start, close));
      read_behind (turn, bul_slice (close + 1, bul_slice_end (behind)));
    }
}

/* “Driver”, “Student #2” */
static gboolean
is_small_role (BulSlice name)
{
  BulSlice rest = name;
  BulSlice first = bul_slice_take_word (&rest);

  return bul_slice_is_any (first, small_roles, G_N_ELEMENTS (small_roles))
         && (rest.length == 0 || rest.start[0] == '#' || g_ascii_isdigit (rest.start[0]));
}

/* “WOMAN”, “Man in street”, “MAN #2”, “UNIDENTIFIED FEMALE”; but “SPEAKER PRUITT” is somebody. */
static gboolean
is_role (BulSlice name)
{
  BulSlice rest = name;
  BulSlice first = bul_slice_take_word (&rest);

  if (bul_slice_is_any (first, kinds, G_N_ELEMENTS (kinds)))
    return bul_slice_starts (rest, "POP") || bul_slice_is_any (rest, roles, G_N_ELEMENTS (roles));
  if (!bul_slice_is_any (first, roles, G_N_ELEMENTS (roles)))
    return FALSE;
  return rest.length == 0 || bul_slice_starts (rest, "FROM ") || bul_slice_starts (rest, "IN ")
         || bul_slice_starts (rest, "in ") || bul_slice_starts (rest, "of ")
         || bul_slice_starts (rest, "ON ") || bul_slice_starts (rest, "AT ") || rest.start[0] == '#'
         || bul_slice_starts (first, "UN") || bul_slice_starts (first, "Un")
         || g_ascii_isdigit (rest.start[0]) || bul_slice_is_any (rest, roles, G_N_ELEMENTS (roles));
}

/* “(UNKNOWN)” */
static gboolean
is_role_in_brackets (BulSlice name)
{
  return bul_slice_starts (name, "(") && bul_slice_ends (name, ")")
         && is_role (bul_slice (name.start + 1, bul_slice_end (name) - 1));
}

static void
set_name (BulAttribution *turn, BulSlice name)
{
  turn->n_names = 1;
  if (is_role (name) || is_small_role (name) || is_role_in_brackets (name))
    turn->title = name;
  else
    turn->names[0] = name;
}

/* The first comma or bracket; but none before “Jr.” */
static const char *
end_of_name (BulSlice label)
{
  const char *end = label.start;

  for (;;)
    {
      BulSlice rest;
      BulSlice word;

      while (end < bul_slice_end (label) && *end != ',' && *end != '(')
        end++;
      if (end == bul_slice_end (label) || *end == '(')
        return end;
      rest = bul_slice_trim (bul_slice (end + 1, bul_slice_end (label)));
      word = bul_slice_take_word (&rest);
      bul_slice_take_end (&word, ",");
      if (!bul_calling_is_suffix (word))
        return end;
      end = bul_slice_end (word);
    }
}

static BulTranscript
read_label (BulSlice line, BulAttribution *turn)
{
  const char *colon = find_colon (line);
  BulSlice label = colon == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (line.start, colon));
  BulTranscript sort;
  BulSlice name;
  const char *end;

  if (label.length == 0 || (colon + 1 < bul_slice_end (line) && g_ascii_isdigit (colon[1])))
    return BUL_TRANSCRIPT_NONE;
  end = end_of_name (label);
  if (is_role_in_brackets (label))
    end = bul_slice_end (label);
  /* “FAY OSTROW reporting:” */
  if (end == bul_slice_end (label) && bul_slice_ends (label, REPORTING))
    end -= strlen (REPORTING);
  name = bul_slice_trim (bul_slice (label.start, end));
  sort = is_role (name)               ? BUL_TRANSCRIPT_CAPITALS
         : is_role_in_brackets (name) ? BUL_TRANSCRIPT_CAPITALS
         : is_small_role (name)       ? BUL_TRANSCRIPT_MIXED
                                      : sort_of_name (name);
  if (sort == BUL_TRANSCRIPT_NONE)
    return sort;
  set_name (turn, name);
  read_behind (turn, bul_slice (end, bul_slice_end (label)));
  turn->attribution = bul_slice (line.start, colon + 1);
  turn->quote = bul_slice_trim (bul_slice (colon + 1, bul_slice_end (line)));
  return sort;
}

/* “[14:05:11] NAME: words” */
static BulTranscript
read_timed (BulSlice line, BulAttribution *turn)
{
  const char *close = bul_slice_find (line, "]");
  BulSlice rest = close == NULL ? BUL_SLICE_NONE
                                : bul_slice_trim (bul_slice (close + 1, bul_slice_end (line)));
  BulTranscript sort;

  if (rest.length < 3 || !g_ascii_isupper (rest.start[0])
      || bul_cue_find (bul_slice (line.start, close + 1)) != BUL_CUE_CERTAIN
      || !g_ascii_isdigit (line.start[1]))
    return BUL_TRANSCRIPT_NONE;
  sort = read_label (rest, turn);
  if (sort != BUL_TRANSCRIPT_NONE)
    turn->marker = bul_slice (line.start, close + 1);
  return sort;
}

/* “'BLUEY' HANRAHAN:”, “(UNKNOWN):”, but no quotation. */
static gboolean
may_begin_label (BulSlice line)
{
  static const char *const marks[] = { "'", "\"", "‘", "“" };

  if (g_ascii_isupper (line.start[0]) || line.start[0] == '(')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (bul_slice_starts (line, marks[i]))
      {
        line = bul_slice (line.start + strlen (marks[i]), bul_slice_end (line));
        return line.length > 1 && g_ascii_isupper (line.start[0])
               && !g_ascii_islower (line.start[1]);
      }
  return FALSE;
}

/* “>> Dana: words”, “>> Reporter: words”: captions call who speaks by the first name. */
static gboolean
read_caption_name (BulSlice words, BulAttribution *turn)
{
  const char *colon = find_colon (words);
  BulSlice label = colon == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (words.start, colon));
  BulSlice rest = label;
  guint n_words = 0;

  if (label.length < 2 || colon + 1 == bul_slice_end (words) || colon[1] != ' ')
    return FALSE;
  while (rest.length > 0)
    if (!is_mixed_word (bul_slice_take_word (&rest)) || ++n_words > 3)
      return FALSE;
  memset (turn, 0, sizeof *turn);
  set_name (turn, label);
  turn->quote = bul_slice_trim (bul_slice (colon + 1, bul_slice_end (words)));
  return TRUE;
}

BulTranscript
bul_transcript_read (BulSlice line, BulAttribution *turn)
{
  BulSlice words;
  BulSlice time;

  memset (turn, 0, sizeof *turn);
  if (line.length < 3)
    return BUL_TRANSCRIPT_NONE;
  if (line.start[0] == '[')
    return read_timed (line, turn);
  /* “00:05>> words” */
  time = g_ascii_isdigit (line.start[0]) ? bul_cue_find_glued_time (line) : BUL_SLICE_NONE;
  if (time.length > 0)
    line = bul_slice_trim (bul_slice (bul_slice_end (time), bul_slice_end (line)));
  if (!bul_slice_starts (line, ">>"))
    return time.length == 0 && may_begin_label (line) ? read_label (line, turn)
                                                      : BUL_TRANSCRIPT_NONE;

  words = bul_slice (line.start + 2, bul_slice_end (line));
  while (words.length > 0 && strchr ("> ", words.start[0]) != NULL)
    words = bul_slice (words.start + 1, bul_slice_end (words));
  words = bul_slice_trim (words);
  if (words.length == 0
      || (read_label (words, turn) != BUL_TRANSCRIPT_CAPITALS && !read_caption_name (words, turn)))
    {
      memset (turn, 0, sizeof *turn);
      turn->quote = words;
    }
  turn->attribution
      = bul_slice (line.start, turn->quote.length > 0 ? turn->quote.start : bul_slice_end (line));
  return BUL_TRANSCRIPT_CAPTION;
}
