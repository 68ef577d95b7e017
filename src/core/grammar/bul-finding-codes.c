/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-finding-codes.h"

#include <glib/gi18n.h>
#include <string.h>

const char *const bul_severity_words[] = { NULL, "error", "warning", "note", BUL_ENUM_END };

/* To add one: a row here, and its words in po/. */
const BulFindingCode bul_finding_codes[] = {
  /* the bytes */
  { "encoding-guessed", BUL_SEVERITY_WARNING,
    N_ ("The encoding could not be told; the text was read as windows-1252."),
    N_ ("The bytes fit no encoding for certain, so the likeliest was taken. Letters that are not "
        "English may be wrong."),
    N_ ("Look at names and quotation marks. Where they are wrong, import the file again and name "
        "its encoding.") },
  { "wrong-decoding", BUL_SEVERITY_ERROR,
    N_ ("These letters come from Korean that was read in a wrong encoding."),
    N_ ("The text was damaged before it came here: each syllable was taken for two other letters, "
        "and some were lost."),
    N_ ("Take the words from another copy, or open the file in which they are still whole.") },
  { "repaired", BUL_SEVERITY_NOTE, N_ ("Letters that came from a wrong encoding were put right."),
    N_ ("The file holds Korean that someone had read in a wrong encoding and saved. The script "
        "shows the Korean; the file is kept as it came."),
    N_ ("Read the line once against another copy.") },
  { "repair-lost", BUL_SEVERITY_ERROR,
    N_ ("Letters from a wrong encoding were put right, but some were lost before."),
    N_ ("Part of the words was missing already when the file was saved; U+FFFD stands for what is "
        "gone."),
    N_ ("Fill the gaps from another copy or from the recording.") },
  { "replaced-character", BUL_SEVERITY_ERROR,
    N_ ("A character was lost or may not stand in a text; U+FFFD stands for it."),
    N_ ("The file held bytes that are no character, or a character that no text may hold. The file "
        "is kept as it came."),
    N_ ("Type the right character over it.") },
  { "empty", BUL_SEVERITY_NOTE, N_ ("There is no text."),
    N_ ("The file was read, and nothing but blanks is in it."),
    N_ ("Look whether it is the right file; a page may show its text as a picture.") },
  /* the page */
  { "copy-differs", BUL_SEVERITY_WARNING,
    N_ ("The second copy of the story says something else here."),
    N_ ("The page prints its story twice, and the two are not the same. The first copy is the "
        "script; the second was kept and is not read."),
    N_ ("Find out which of the two was aired, and correct the script if it was the second.") },
  { "date-differs", BUL_SEVERITY_WARNING,
    N_ ("The date of the page and the time stamp are of different days."),
    N_ ("One of the two is wrong, or the page was published long after the broadcast. Neither was "
        "changed, and the air date is not taken from them."),
    N_ ("Find out the day on which it aired.") },
  { "glued-marks", BUL_SEVERITY_WARNING, N_ ("More than one section mark stands in this line."),
    N_ ("The line ends were lost. The whole line was read as what its first mark says."),
    N_ ("Break the line before each mark: the sections are then read as they should be.") },
  /* the characters of a line */
  { "long-line", BUL_SEVERITY_NOTE,
    N_ ("A line over 64 KB was cut into several at the ends of its sentences."),
    N_ ("The line ends of the file were lost, or it is no script."),
    N_ ("Break it into paragraphs where that helps the reader.") },
  { "bidi-control", BUL_SEVERITY_WARNING,
    N_ ("A character that turns the direction of the text stands in this line."),
    N_ ("It is not seen, and makes words show in another order than they are stored in."),
    N_ ("Take it out, unless the line quotes Arabic or Hebrew.") },
  { "zero-width", BUL_SEVERITY_NOTE, N_ ("A character without width stands in this line."),
    N_ ("It is not seen; pages leave it behind. A search for the word around it may miss it."),
    N_ ("Take it out.") },
  { "stray-character", BUL_SEVERITY_NOTE,
    N_ ("A character stands in this line that does not belong to it."),
    N_ ("Something was left over from a page or from another program, such as a backslash at the "
        "end."),
    N_ ("Take it out.") },
  { "wrapped-word", BUL_SEVERITY_WARNING, N_ ("A word seems to be broken here."),
    N_ ("The script was broken into lines of a fixed width once, in the middle of words."),
    N_ ("Join the pieces; where two lines are one sentence, join the lines.") },
  /* what the lines say */
  { "quote-not-closed", BUL_SEVERITY_WARNING, N_ ("The quotation is never closed."),
    N_ ("A quotation mark opens and none follows. The soundbite ends at its bracket, as printed."),
    N_ ("Close it where the speaker's words end.") },
  { "bracket-not-closed", BUL_SEVERITY_WARNING, N_ ("The bracket is never closed."),
    N_ ("A soundbite opens with a bracket and has no other. It ends with its line."),
    N_ ("Close it where the soundbite ends.") },
  { "unknown-marker", BUL_SEVERITY_WARNING,
    N_ ("This looks like a section mark but is not a known one; kept as text."),
    N_ ("Short words stand alone in brackets, as section marks do, and no house is known that uses "
        "them."),
    N_ ("Where a section begins here, write the mark as your house does.") },
  { "marker-damaged", BUL_SEVERITY_NOTE,
    N_ ("This section mark is printed in a damaged way; it was understood."),
    N_ ("Blanks stand between its letters, or a part of it is missing."),
    N_ ("Write it as your house does, or leave it.") },
  { "signoff-damaged", BUL_SEVERITY_WARNING,
    N_ ("This sign-off is printed in a damaged way; it was understood."),
    N_ ("A part of the broadcaster's name is missing or misspelled."),
    N_ ("Look whether reporter and broadcaster are right.") },
  { "speaker-unknown", BUL_SEVERITY_WARNING, N_ ("This speaker is never introduced in full."),
    N_ ("Only one name stands before the words, and no line of the script says whose it is."),
    N_ ("Write first name and title where the speaker is heard first.") },
  /* a story in our own XML */
  { "foreign-content", BUL_SEVERITY_WARNING,
    N_ ("The file holds something that is no part of this format; it was left out."),
    N_ ("Another program added to the file. All else was read."),
    N_ ("Nothing, unless you need what was left out: it is still in the file.") },
  { "foreign-kept", BUL_SEVERITY_NOTE,
    N_ ("The file holds something of another program; it is kept at its end."),
    N_ ("Another program added to the file, under a name of its own."),
    N_ ("Nothing: it is written again where the story is exported as XML.") },
  { "newer-minor", BUL_SEVERITY_WARNING,
    N_ ("A later version of Bulletin Desk wrote this file; what this one does not know is left "
        "out."),
    N_ ("The format has grown since this version."),
    N_ ("Bring this program up to date before you send the story on.") },
  { "span-moved", BUL_SEVERITY_WARNING,
    N_ ("Words that something is said about do not stand where the file says."),
    N_ ("The text was edited by another program. What is said was moved to where the words are, or "
        "kept without a place."),
    N_ ("Look at the notes and corrections of that line.") },
  { "reads-differ", BUL_SEVERITY_WARNING,
    N_ ("What a correction says of its passage is not what stands there."),
    N_ ("The file says that the passage reads as corrected, as before or otherwise, and its words "
        "say something else."),
    N_ ("Look at the correction and at its passage.") },
  { "pair-differs", BUL_SEVERITY_WARNING,
    N_ ("The words of a confirmed pair are not those that were confirmed."),
    N_ ("The text was edited by another program after somebody had confirmed that the two "
        "languages say the same here, or the other way round."),
    N_ ("Look at the pair, and confirm it again if both sides still say the same.") },
  /* what two languages say, pair by pair */
  { "fact-number", BUL_SEVERITY_WARNING,
    N_ ("A number of this sentence is another one in the other language, or not there."),
    N_ ("Every number, amount and share of a pair is looked for on the other side, in whatever "
        "form it is written there. Rounded ones and converted measures count as the same."),
    N_ ("Find out which of the two is right, and put the other right. Dismiss it where both "
        "are.") },
  { "fact-date", BUL_SEVERITY_WARNING,
    N_ ("A date or time of this sentence is another one in the other language, or not there."),
    N_ ("Days, weekdays, months, years and times of the day are compared. “Tuesday” may stand for "
        "the 18th where the story says on which day it aired."),
    N_ ("Find out which of the two is right, and put the other right. Dismiss it where both "
        "are.") },
  { "fact-opposite", BUL_SEVERITY_WARNING, N_ ("One language says the opposite of the other."),
    N_ ("One says that a number rose, or that somebody was acquitted, the other that it fell, or "
        "that they were found guilty."),
    N_ ("Find out which of the two is right, and put the other right. Dismiss it where they speak "
        "of different things.") },
  { "fact-name", BUL_SEVERITY_WARNING,
    N_ ("Someone or something is named in this sentence and not in the other language."),
    N_ ("Names are compared by their sound, with the usual spellings of Korean family names. A "
        "pronoun may stand for a name."),
    N_ ("Look whether the name is the same on both sides. Dismiss it where it is said "
        "otherwise.") },
  { "fact-quote", BUL_SEVERITY_NOTE,
    N_ ("Words are quoted in this sentence and not in the other language."),
    N_ ("One side has quotation marks around words and the other has none."),
    N_ ("Quote on both sides or on none: who said the words must not depend on the language.") },
  { "fact-letters", BUL_SEVERITY_WARNING,
    N_ ("Words of this sentence are still in the other language."),
    N_ ("Hangul stands in the English, or several English words that are no name in the Korean."),
    N_ ("Translate them, or dismiss it where they are meant to stand so.") },
  { "fact-left-out", BUL_SEVERITY_NOTE, N_ ("Nothing in the other language answers this."),
    N_ ("A sentence is in a pair with one side, or nothing of it is heard in the other language."),
    N_ ("Translate it, or confirm the pair: the sentence was left out, or added, on purpose.") },
  { "fact-term", BUL_SEVERITY_WARNING, N_ ("Your terms call this otherwise in the other language."),
    N_ ("A term of the library stands in this sentence, and none of what it is to be called stands "
        "in the other language."),
    N_ ("Use the term, or dismiss it where something else is meant.") },
  /* what dictionaries hold */
  { "term-one-sided", BUL_SEVERITY_NOTE, N_ ("A term without its other language was passed over."),
    N_ ("A line has no tab, or nothing on one side of it; or a concept of a term base lacks Korean "
        "or English."),
    N_ ("Nothing, unless the term is needed: put both languages in, and import the file again.") },
  { "term-long", BUL_SEVERITY_NOTE, N_ ("A term as long as a sentence was passed over."),
    N_ ("Terms are looked for word by word; whole sentences belong to the memory."),
    N_ ("Shorten it, or give such lines to the memory.") },
  /* what vocabularies in Turtle hold */
  { "turtle-broken", BUL_SEVERITY_WARNING,
    N_ ("What stands here is no Turtle; it was left out up to the end of the statement."),
    N_ ("A quotation mark, a bracket, the point at the end or something else is missing, or stands "
        "where nothing of its kind may."),
    N_ ("Put the line right, and import the file again.") },
  { "turtle-blank", BUL_SEVERITY_NOTE,
    N_ ("Something without an address of its own was left out, with what is said of it."),
    N_ ("The file has a blank node or a list there. A subject is known by its address, and names "
        "are words."),
    N_ ("Nothing, unless a name is missing: give it to the subject itself.") },
  { "turtle-prefix", BUL_SEVERITY_WARNING,
    N_ ("A prefix that the file does not explain was left out, with what is said of it."),
    N_ ("The line that says what the prefix stands for is missing, or comes later."),
    N_ ("Put the prefix at the beginning of the file, and import it again.") },
  { "turtle-escape", BUL_SEVERITY_NOTE,
    N_ ("A backslash that stands for no character was kept as it is."),
    N_ ("The sign behind it has no meaning in Turtle, or its digits are those of no character."),
    N_ ("Look at the name in which it stands.") },
  /* what comes from translators */
  { "codes-left-out", BUL_SEVERITY_NOTE,
    N_ ("Codes of formatting that stand for no words were left out."),
    N_ ("The file marks type or places of another program's format within sentences. A script has "
        "no place for them; the words around them are kept."),
    N_ ("Nothing, unless a word is missing: the file is kept as it came.") },
  { "other-languages", BUL_SEVERITY_NOTE,
    N_ ("Sentences that are not both in Korean and in English were passed over."),
    N_ ("The file holds other languages, or sentences that are not translated, as well."),
    N_ ("Nothing, if these two languages are what you need.") },
  { "exchange-taken", BUL_SEVERITY_NOTE, N_ ("What the translator changed was taken over."),
    N_ ("The file was written from this story, and came back. Sentences that read otherwise were "
        "changed in the translation, and pairs that the translator is content with are "
        "confirmed."),
    N_ ("Look at the changes of the story's last revision.") },
  { "exchange-unknown", BUL_SEVERITY_NOTE,
    N_ ("The file was written from a story that this library does not have; it was kept as a new "
        "one."),
    N_ ("Another library has that story, or it was never kept."),
    N_ ("Where the story itself should be here, import its XML; then import this file again into "
        "a library that has it.") },
  { "exchange-source-changed", BUL_SEVERITY_WARNING,
    N_ ("The original of this sentence reads otherwise than in the file; its translation was left "
        "alone."),
    N_ ("The original was changed since the file was written, or the translator changed it."),
    N_ ("Compare both, and put in by hand what still holds.") },
  { "exchange-target-changed", BUL_SEVERITY_WARNING,
    N_ ("This translation was changed here and in the file; it was left alone."),
    N_ ("The desk changed the sentence after the file was written, and the translator changed it "
        "as well."),
    N_ ("Compare both, and put in by hand what is better.") },
  { "exchange-target-empty", BUL_SEVERITY_WARNING,
    N_ ("The file has no translation for this sentence any more; that of the story was left "
        "alone."),
    N_ ("The translator took the words out, or another program lost them."),
    N_ ("Where the sentence is to go, take it out by hand.") },
  { "exchange-pair-gone", BUL_SEVERITY_WARNING,
    N_ ("This pair of sentences is no longer in the story; what the file says of it was left."),
    N_ ("The sentences were paired otherwise, or cut, since the file was written."),
    N_ ("Look for the sentence, and put in by hand what still holds.") },
  { "exchange-not-confirmed", BUL_SEVERITY_WARNING, N_ ("This pair could not be confirmed."),
    N_ ("One of its sentences is in another confirmed pair."),
    N_ ("Look at both pairs, and take one apart.") },
  /* what is checked against the schema */
  { "rng", BUL_SEVERITY_ERROR, N_ ("The file does not follow the grammar of the format."),
    N_ ("An element or attribute is missing, misplaced or has a value that it may not have."),
    N_ ("Mend the line that is named, or export the story again.") },
  { "sch", BUL_SEVERITY_ERROR, N_ ("The file breaks a rule of the format."),
    N_ ("The grammar is kept, but a reference leads nowhere or words do not stand where they are "
        "said to."),
    N_ ("Mend the line that is named, or export the story again.") },
};

const guint bul_n_finding_codes = G_N_ELEMENTS (bul_finding_codes);

const BulFindingCode *
bul_finding_codes_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (bul_finding_codes); i++)
    if (strcmp (bul_finding_codes[i].code, code) == 0)
      return &bul_finding_codes[i];
  return NULL;
}

BulFinding *
bul_finding_codes_make (guint line, const char *code)
{
  const BulFindingCode *row = bul_finding_codes_find (code);

  g_return_val_if_fail (row != NULL, bul_finding_new (line, code, code));

  return bul_finding_new (line, code, row->message);
}
