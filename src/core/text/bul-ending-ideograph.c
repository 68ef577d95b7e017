/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-ending-private.h"

/* Countries, parties, offices, surnames, numbers: ideographs that stand for a word in headlines. */
static const struct
{
  const char *ideographs;
  BulEnding ending;
} readings[] = {
  /* 미, 여, 이 … */
  { "九二五代伊会兆內加化區台吳四士外大子家對小島崔州市府後徐所故"
    "敗時曺會有李柳株死氏派海濠無界盧社稅系罪美者臺與號裵西許豪趙"
    "道部里野露非高",
    BUL_ENDING_VOWEL },
  /* 일, 불, 탈 … */
  { "一七佛八室日月物率發脫說説質", BUL_ENDING_RIEUL },
  /* 북, 중, 윤 … */
  { "三中人側億党全六分刑力勝北十千南印反國姜孫安宋尹局山川年廳張"
    "心性情戰政文新朴村東林核案檢權民江沈法洞洪港獨生申男町白百省"
    "線縣英萬行親警軍郡鄭銀長院靑青韓館驛黃黨金",
    BUL_ENDING_CONSONANT },
};

BulEnding
bul_ending_of_ideograph (gunichar c)
{
  gunichar unified = c;

  g_unichar_fully_decompose (c, FALSE, &unified, 1);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (g_utf8_strchr (readings[i].ideographs, -1, unified) != NULL)
      return readings[i].ending;
  return BUL_ENDING_UNKNOWN;
}
