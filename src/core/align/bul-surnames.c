/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-surnames.h"

#include <string.h>

/* A family name and how English texts spell it, whichever way. */
static const struct
{
  const char *korean;
  const char *spellings; /* with blanks between and at both ends */
} surnames[] = {
  { "김", " kim gim " },
  { "이", " lee yi rhee li ri i yee rhie " },
  { "박", " park bak pak bahk " },
  { "최", " choi choe chwe " },
  { "정", " jung chung jeong cheong joung " },
  { "강", " kang gang kahng " },
  { "조", " cho jo joe choh " },
  { "윤", " yoon yun youn " },
  { "장", " jang chang " },
  { "임", " lim im rim yim " },
  { "림", " rim lim " },
  { "리", " ri lee rhee li yi " },
  { "한", " han hahn " },
  { "오", " oh o " },
  { "서", " seo suh so sur " },
  { "신", " shin sin shinn " },
  { "권", " kwon gwon kweon " },
  { "황", " hwang whang " },
  { "안", " ahn an " },
  { "송", " song soong " },
  { "류", " ryu yoo yu ryoo lyu " },
  { "유", " yoo yu you ryu " },
  { "전", " jeon chun jun chon cheon " },
  { "홍", " hong " },
  { "고", " ko go koh goh " },
  { "문", " moon mun " },
  { "양", " yang ryang liang " },
  { "손", " son sohn " },
  { "배", " bae pae bai " },
  { "백", " baek paik back paek baik " },
  { "허", " heo hur huh her hoh " },
  { "남", " nam " },
  { "심", " shim sim " },
  { "노", " noh roh no ro " },
  { "로", " ro roh " },
  { "하", " ha hah " },
  { "곽", " kwak gwak kwack " },
  { "성", " sung seong song " },
  { "차", " cha " },
  { "주", " joo ju chu choo " },
  { "위", " wi wie wee " },
  { "우", " woo wu u " },
  { "구", " koo ku gu goo " },
  { "나", " na ra nah rah " },
  { "라", " ra na " },
  { "민", " min " },
  { "진", " jin chin " },
  { "지", " ji chi jee " },
  { "엄", " eom um uhm " },
  { "원", " won weon " },
  { "천", " chun cheon chon " },
  { "방", " bang pang " },
  { "공", " kong gong " },
  { "현", " hyun hyeon " },
  { "함", " ham hahm " },
  { "변", " byun byeon pyon " },
  { "염", " yeom yum youm " },
  { "여", " yeo yuh yo " },
  { "추", " choo chu " },
  { "도", " do doh " },
  { "소", " so soh " },
  { "석", " seok suk " },
  { "선", " sun seon " },
  { "설", " seol sul " },
  { "마", " ma mah " },
  { "길", " gil kil " },
  { "연", " yeon youn yon " },
  { "위", " wi wee " },
  { "표", " pyo " },
  { "명", " myung myeong " },
  { "기", " ki gi " },
  { "반", " ban pan bahn " },
  { "왕", " wang " },
  { "금", " keum geum kum " },
  { "옥", " ok ock " },
  { "육", " yuk yook " },
  { "인", " in " },
  { "맹", " maeng " },
  { "제", " je " },
  { "모", " mo " },
  { "탁", " tak " },
  { "국", " kook guk kuk " },
  { "어", " eo uh " },
  { "은", " eun " },
  { "편", " pyun pyeon " },
  { "용", " yong " },
  { "예", " ye yeh " },
  { "봉", " bong " },
  { "경", " kyung gyeong " },
  { "사", " sa " },
  { "부", " boo bu " },
  { "채", " chae " },
  { "피", " pi " },
  { "태", " tae " },
  { "계", " kye gye " },
  { "감", " kam " },
};

static gboolean
is_spelling (const char *spellings, const char *word)
{
  char padded[16];

  if (strlen (word) > sizeof padded - 3)
    return FALSE;
  g_snprintf (padded, sizeof padded, " %s ", word);
  return strstr (spellings, padded) != NULL;
}

gboolean
bul_surnames_match (const char *english, const char *korean)
{
  /* A syllable has three bytes, the last of which differs most. */
  if (strlen (korean) < 3)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (korean[2] == surnames[i].korean[2] && g_str_has_prefix (korean, surnames[i].korean)
        && is_spelling (surnames[i].spellings, english))
      return TRUE;
  return FALSE;
}

gboolean
bul_surnames_begin (const char *korean)
{
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (g_str_has_prefix (korean, surnames[i].korean))
      return TRUE;
  return FALSE;
}

gboolean
bul_surnames_has (const char *english)
{
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (is_spelling (surnames[i].spellings, english))
      return TRUE;
  return FALSE;
}
