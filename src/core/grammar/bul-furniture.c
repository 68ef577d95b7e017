/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-furniture.h"

#include <string.h>

#include "bul-beginnings-private.h"
#include "bul-naming.h"
#include "bul-printed-correction.h"

/* Neither is ever longer, in bytes: what is longer is a paragraph. */
#define LONGEST_LABEL 60
#define LONGEST_LINE 400

typedef struct
{
  BulFurniture furniture;
  const char *text;
} Row;

/* The whole line, with numbers and signs behind it at most: “댓글 3”, “AD”. */
static const Row labels[] = {
  { BUL_FURNITURE_HERE, "동영상 고정 취소" },
  { BUL_FURNITURE_HERE, "동영상 고정" },
  { BUL_FURNITURE_HERE, "키보드 컨트롤 안내" },
  { BUL_FURNITURE_HERE, "기사 본문 영역" },
  { BUL_FURNITURE_HERE, "상세페이지" },
  { BUL_FURNITURE_HERE, "자동재생" },
  { BUL_FURNITURE_HERE, "동영상영역 시작" },
  { BUL_FURNITURE_HERE, "동영상영역 끝" },
  { BUL_FURNITURE_HERE, "동영상 영역 시작" },
  { BUL_FURNITURE_HERE, "동영상 영역 끝" },
  { BUL_FURNITURE_HERE, "본문 바로가기" },
  { BUL_FURNITURE_HERE, "본문으로 바로가기" },
  { BUL_FURNITURE_HERE, "기사 링크 복사" },
  { BUL_FURNITURE_HERE, "기사링크 복사" },
  { BUL_FURNITURE_HERE, "구독하고 알림받기" },
  { BUL_FURNITURE_HERE, "Show transcript" },
  { BUL_FURNITURE_HERE, "컨텐츠 바로가기" },
  { BUL_FURNITURE_HERE, "콘텐츠 바로가기" },
  { BUL_FURNITURE_HERE, "메뉴 바로가기" },
  { BUL_FURNITURE_HERE, "주메뉴 바로가기" },
  { BUL_FURNITURE_HERE, "글자크기설정" },
  { BUL_FURNITURE_HERE, "글자크기 설정" },
  { BUL_FURNITURE_HERE, "글자 크기 설정" },
  { BUL_FURNITURE_HERE, "글자크기" },
  { BUL_FURNITURE_HERE, "글씨 크게" },
  { BUL_FURNITURE_HERE, "글씨 작게" },
  { BUL_FURNITURE_HERE, "인쇄하기" },
  { BUL_FURNITURE_HERE, "프린트" },
  { BUL_FURNITURE_HERE, "프린트하기" },
  { BUL_FURNITURE_HERE, "음성재생 설정" },
  { BUL_FURNITURE_HERE, "공유하기" },
  { BUL_FURNITURE_HERE, "기사 공유하기" },
  { BUL_FURNITURE_HERE, "스크랩" },
  { BUL_FURNITURE_HERE, "재생목록" },
  { BUL_FURNITURE_HERE, "구독하기" },
  { BUL_FURNITURE_HERE, "좋아요" },
  { BUL_FURNITURE_HERE, "더보기" },
  { BUL_FURNITURE_HERE, "닫기" },
  { BUL_FURNITURE_HERE, "목록" },
  { BUL_FURNITURE_HERE, "로그인" },
  { BUL_FURNITURE_HERE, "회원가입" },
  { BUL_FURNITURE_HERE, "전체메뉴" },
  { BUL_FURNITURE_HERE, "다시보기" },
  { BUL_FURNITURE_HERE, "페이스북" },
  { BUL_FURNITURE_HERE, "트위터" },
  { BUL_FURNITURE_HERE, "카카오톡" },
  { BUL_FURNITURE_HERE, "카카오스토리" },
  { BUL_FURNITURE_HERE, "URL 복사" },
  { BUL_FURNITURE_HERE, "주소 복사" },
  { BUL_FURNITURE_HERE, "조회수" },
  { BUL_FURNITURE_HERE, "댓글" },
  { BUL_FURNITURE_HERE, "댓글쓰기" },
  { BUL_FURNITURE_HERE, "댓글 쓰기" },
  { BUL_FURNITURE_HERE, "댓글 보기" },
  { BUL_FURNITURE_HERE, "댓글 닫기" },
  { BUL_FURNITURE_HERE, "댓글 영역" },
  { BUL_FURNITURE_HERE, "공감" },
  { BUL_FURNITURE_HERE, "추천" },
  { BUL_FURNITURE_HERE, "공유" },
  { BUL_FURNITURE_HERE, "인쇄" },
  { BUL_FURNITURE_HERE, "글자크기조정" },
  { BUL_FURNITURE_HERE, "글자크기 조정" },
  { BUL_FURNITURE_HERE, "글자크기 변경" },
  { BUL_FURNITURE_HERE, "글자 크기 변경하기" },
  { BUL_FURNITURE_HERE, "글자 크기 변경" },
  { BUL_FURNITURE_HERE, "본문 요약봇" },
  { BUL_FURNITURE_HERE, "요약봇" },
  { BUL_FURNITURE_HERE, "텍스트 음성 변환 서비스 사용하기" },
  { BUL_FURNITURE_HERE, "SNS 보내기" },
  { BUL_FURNITURE_HERE, "SNS 공유하기" },
  { BUL_FURNITURE_HERE, "기자 프로필" },
  { BUL_FURNITURE_HERE, "기자 페이지" },
  { BUL_FURNITURE_HERE, "기사 원문" },
  { BUL_FURNITURE_HERE, "기사원문" },
  { BUL_FURNITURE_HERE, "구독" },
  { BUL_FURNITURE_HERE, "구독중" },
  { BUL_FURNITURE_HERE, "응원" },
  { BUL_FURNITURE_HERE, "북마크" },
  { BUL_FURNITURE_HERE, "다크모드" },
  { BUL_FURNITURE_HERE, "가" },
  { BUL_FURNITURE_HERE, "크게" },
  { BUL_FURNITURE_HERE, "작게" },
  { BUL_FURNITURE_HERE, "밴드" },
  { BUL_FURNITURE_HERE, "네이버" },
  { BUL_FURNITURE_HERE, "링크복사" },
  { BUL_FURNITURE_HERE, "링크 복사" },
  { BUL_FURNITURE_HERE, "URL복사" },
  { BUL_FURNITURE_HERE, "주소복사" },
  { BUL_FURNITURE_HERE, "이메일" },
  { BUL_FURNITURE_HERE, "메일" },
  { BUL_FURNITURE_HERE, "훈훈해요" },
  { BUL_FURNITURE_HERE, "슬퍼요" },
  { BUL_FURNITURE_HERE, "화나요" },
  { BUL_FURNITURE_HERE, "후속기사 원해요" },
  { BUL_FURNITURE_HERE, "음성재생" },
  { BUL_FURNITURE_HERE, "음성 재생" },
  { BUL_FURNITURE_HERE, "음성으로 듣기" },
  { BUL_FURNITURE_HERE, "기사 듣기" },
  { BUL_FURNITURE_HERE, "본문듣기" },
  { BUL_FURNITURE_HERE, "번역" },
  { BUL_FURNITURE_HERE, "AD" },
  { BUL_FURNITURE_HERE, "광고" },
  { BUL_FURNITURE_HERE, "Advertisement" },
  { BUL_FURNITURE_HERE, "Placeholder Image" },
  { BUL_FURNITURE_HERE, "Share" },
  { BUL_FURNITURE_HERE, "Print" },
  { BUL_FURNITURE_HERE, "Email" },
  { BUL_FURNITURE_HERE, "Facebook" },
  { BUL_FURNITURE_HERE, "Twitter" },
  { BUL_FURNITURE_HERE, "LinkedIn" },
  { BUL_FURNITURE_HERE, "Reddit" },
  { BUL_FURNITURE_HERE, "WhatsApp" },
  { BUL_FURNITURE_HERE, "Bluesky" },
  { BUL_FURNITURE_HERE, "SUMMARY" },
  { BUL_FURNITURE_HERE, "Summary" },
  { BUL_FURNITURE_HERE, "Playlist" },
  { BUL_FURNITURE_HERE, "Download" },
  { BUL_FURNITURE_HERE, "Embed" },
  { BUL_FURNITURE_HERE, "Comments" },
  { BUL_FURNITURE_HERE, "Listen" },
  { BUL_FURNITURE_HERE, "Autoplay" },
  { BUL_FURNITURE_HERE, "Accessibility links" },
  { BUL_FURNITURE_HERE, "Skip to navigation" },
  { BUL_FURNITURE_HERE, "Skip to main navigation" },
  { BUL_FURNITURE_HERE, "Transcript" },
  { BUL_FURNITURE_HERE, "TRANSCRIPT" },
  { BUL_FURNITURE_HERE, "Full Transcript" },
  { BUL_FURNITURE_HERE, "Full Episode" },
  { BUL_FURNITURE_HERE, "Leave your feedback" },
  { BUL_FURNITURE_HERE, "Leave a comment" },
  { BUL_FURNITURE_HERE, "Copy URL" },
  { BUL_FURNITURE_HERE, "Copy link" },
  { BUL_FURNITURE_HERE, "Copy Link" },
  { BUL_FURNITURE_HERE, "Read the Full Transcript" },
  { BUL_FURNITURE_HERE, "Read Transcript" },
  { BUL_FURNITURE_HERE, "Read transcript" },
  { BUL_FURNITURE_HERE, "Read Full Transcript" },
  { BUL_FURNITURE_HERE, "Listen to this Segment" },
  { BUL_FURNITURE_HERE, "Listen to this segment" },
  { BUL_FURNITURE_HERE, "Watch the Full Episode" },
  { BUL_FURNITURE_HERE, "Watch Full Episode" },
  { BUL_FURNITURE_HERE, "Learn more" },
  { BUL_FURNITURE_HERE, "Learn More" },
  { BUL_FURNITURE_HERE, "Home" },
  { BUL_FURNITURE_HERE, "Domestic" },
  { BUL_FURNITURE_HERE, "Top News" },
  { BUL_FURNITURE_HERE, "Economy" },
  { BUL_FURNITURE_HERE, "Politics" },
  { BUL_FURNITURE_HERE, "Inter-Korea" },
  { BUL_FURNITURE_HERE, "ARIRANG TV" },
  { BUL_FURNITURE_HERE, "ON-AIR" },
  { BUL_FURNITURE_HERE, "VOD" },
  { BUL_FURNITURE_HERE, "List" },
  { BUL_FURNITURE_HERE, "Menu" },
  { BUL_FURNITURE_HERE, "Search" },
  { BUL_FURNITURE_HERE, "Subscribe" },
  { BUL_FURNITURE_HERE, "Editor's Pick" },
  { BUL_FURNITURE_HERE, "Editor’s Pick" },
  { BUL_FURNITURE_HERE, "Share this story" },
  { BUL_FURNITURE_HERE, "Share this article" },
  { BUL_FURNITURE_HERE, "Share Fullscreen" },
  { BUL_FURNITURE_HERE, "Loading..." },
  { BUL_FURNITURE_HERE, "Play" },
  { BUL_FURNITURE_HERE, "Pause" },
  { BUL_FURNITURE_HERE, "Mute" },
  { BUL_FURNITURE_HERE, "Related links" },
  { BUL_FURNITURE_HERE, "RELATED LINKS" },
  { BUL_FURNITURE_HERE, "Related Links" },
  { BUL_FURNITURE_HERE, "Search the NewsHour" },
  { BUL_FURNITURE_HERE, "Back to top" },
  { BUL_FURNITURE_HERE, "View comments" },
  { BUL_FURNITURE_HERE, "Follow us" },
  { BUL_FURNITURE_HERE, "Print | Email" },
  { BUL_FURNITURE_HERE, "Watch video" },
  { BUL_FURNITURE_HERE, "Watch Video" },
  { BUL_FURNITURE_HERE, "Toggle more options" },
  { BUL_FURNITURE_HERE, "Transcript not available" },
  { BUL_FURNITURE_HERE, "Enlarge this image" },
  { BUL_FURNITURE_HERE, "Recommended" },
  { BUL_FURNITURE_HERE, "Story continues below" },
  { BUL_FURNITURE_HERE, "Getty Images" },
  { BUL_FURNITURE_HERE, "Sign in" },
  { BUL_FURNITURE_HERE, "Keyboard shortcuts for audio player" },
  { BUL_FURNITURE_HERE, "Font size + -" },
  { BUL_FURNITURE_HERE, "Font size" },
  { BUL_FURNITURE_HERE, "Text size" },
  { BUL_FURNITURE_HERE, "Sponsor Message" },
  { BUL_FURNITURE_HERE, "Sponsor message" },
  { BUL_FURNITURE_HERE, "Show list" },
  { BUL_FURNITURE_HERE, "Transcripts home" },
  { BUL_FURNITURE_TAIL, "이전기사" },
  { BUL_FURNITURE_TAIL, "다음기사" },
  { BUL_FURNITURE_TAIL, "이전 기사" },
  { BUL_FURNITURE_TAIL, "다음 기사" },
  { BUL_FURNITURE_TAIL, "이전글" },
  { BUL_FURNITURE_TAIL, "다음글" },
  { BUL_FURNITURE_HERE, "Skip to content" },
  { BUL_FURNITURE_HERE, "Skip to main content" },
  { BUL_FURNITURE_HERE, "toggle caption" },
  { BUL_FURNITURE_HERE, "hide caption" },
  { BUL_FURNITURE_TAIL, "[email protected]" },
  { BUL_FURNITURE_TAIL, "(끝)" },
  { BUL_FURNITURE_TAIL, "관련 기사" },
  { BUL_FURNITURE_TAIL, "관련기사" },
  { BUL_FURNITURE_TAIL, "관련 뉴스" },
  { BUL_FURNITURE_TAIL, "관련뉴스" },
  { BUL_FURNITURE_TAIL, "주요뉴스" },
  { BUL_FURNITURE_TAIL, "주요 뉴스" },
  { BUL_FURNITURE_TAIL, "많이 본 뉴스" },
  { BUL_FURNITURE_TAIL, "많이 본 기사" },
  { BUL_FURNITURE_TAIL, "인기 뉴스" },
  { BUL_FURNITURE_TAIL, "최신 뉴스" },
  { BUL_FURNITURE_TAIL, "이 시각 주요뉴스" },
  { BUL_FURNITURE_TAIL, "오늘의 핫 클릭" },
  { BUL_FURNITURE_TAIL, "오늘의 핫클릭" },
  { BUL_FURNITURE_TAIL, "제보하기" },
  { BUL_FURNITURE_TAIL, "Related" },
  { BUL_FURNITURE_TAIL, "Related Stories" },
  { BUL_FURNITURE_TAIL, "Related stories" },
  { BUL_FURNITURE_TAIL, "Related News" },
  { BUL_FURNITURE_TAIL, "Related Content" },
  { BUL_FURNITURE_TAIL, "Related Articles" },
  { BUL_FURNITURE_TAIL, "Most Viewed" },
  { BUL_FURNITURE_TAIL, "Go Deeper" },
  { BUL_FURNITURE_TAIL, "More From This Episode" },
  { BUL_FURNITURE_TAIL, "You May Also Like" },
  { BUL_FURNITURE_TAIL, "Most Read" },
  { BUL_FURNITURE_TAIL, "Most Popular" },
  { BUL_FURNITURE_TAIL, "Top Stories" },
  { BUL_FURNITURE_TAIL, "Top stories" },
  { BUL_FURNITURE_TAIL, "Latest News" },
  { BUL_FURNITURE_TAIL, "Latest news" },
  { BUL_FURNITURE_TAIL, "Latest Stories" },
  { BUL_FURNITURE_TAIL, "Related news" },
  { BUL_FURNITURE_TAIL, "Related articles" },
  { BUL_FURNITURE_TAIL, "Most read" },
  { BUL_FURNITURE_TAIL, "Most viewed" },
  { BUL_FURNITURE_TAIL, "Related Topics" },
  { BUL_FURNITURE_TAIL, "More on this story" },
  { BUL_FURNITURE_TAIL, "More from ABC" },
  { BUL_FURNITURE_TAIL, "Popular Stories" },
  { BUL_FURNITURE_TAIL, "Contact us" },
  { BUL_FURNITURE_TAIL, "Terms of Use" },
  { BUL_FURNITURE_TAIL, "Privacy Policy" },
  { BUL_FURNITURE_TAIL, "Return to Transcripts main page" },
};

/* How the line begins. */
static const Row starts[] = {
  { BUL_FURNITURE_HERE, "읽어주기 기능은 크롬" },
  { BUL_FURNITURE_HERE, "브라우저에서만 사용하실 수 있습니다" },
  { BUL_FURNITURE_HERE, "주소복사가 완료되었습니다" },
  { BUL_FURNITURE_HERE, "파란원을 좌우로" },
  { BUL_FURNITURE_HERE, "이 글자크기로 변경" },
  { BUL_FURNITURE_HERE, "(예시) 가장 빠른 뉴스가" },
  { BUL_FURNITURE_HERE, "이미지 크게 보기" },
  { BUL_FURNITURE_HERE, "이 뉴스에 대해" },
  { BUL_FURNITURE_HERE, "주소가 복사되었습니다" },
  { BUL_FURNITURE_HERE, "댓글을 작성하려면" },
  { BUL_FURNITURE_HERE, "<iframe" },
  { BUL_FURNITURE_HERE, "<img" },
  { BUL_FURNITURE_HERE, "![" },
  { BUL_FURNITURE_HERE, "http://" },
  { BUL_FURNITURE_HERE, "https://" },
  { BUL_FURNITURE_HERE, "www." },
  { BUL_FURNITURE_HERE, "* 아래 텍스트는" },
  { BUL_FURNITURE_HERE, "※ 아래 텍스트는" },
  { BUL_FURNITURE_HERE, "※ 본 방송은" },
  { BUL_FURNITURE_HERE, "THIS IS A RUSH TRANSCRIPT" },
  { BUL_FURNITURE_HERE, "THIS IS NOT A LEGAL TRANSCRIPT" },
  { BUL_FURNITURE_HERE, "TO ORDER A VIDEO OF THIS TRANSCRIPT" },
  { BUL_FURNITURE_HERE, "This is a rush transcript" },
  { BUL_FURNITURE_HERE, "Notice: Transcripts are" },
  { BUL_FURNITURE_HERE, "Share on " },
  { BUL_FURNITURE_HERE, "Share to " },
  { BUL_FURNITURE_HERE, "Download mp3" },
  { BUL_FURNITURE_HERE, "Download the" },
  { BUL_FURNITURE_HERE, "Download audio" },
  { BUL_FURNITURE_HERE, "Download MP3" },
  { BUL_FURNITURE_HERE, "Sign up to" },
  { BUL_FURNITURE_HERE, "Sign up and" },
  { BUL_FURNITURE_HERE, "Get the latest" },
  { BUL_FURNITURE_HERE, "Listen · " },
  { BUL_FURNITURE_HERE, "LISTEN · " },
  { BUL_FURNITURE_HERE, "LISTEN •" },
  { BUL_FURNITURE_HERE, "Support PBS" },
  { BUL_FURNITURE_HERE, "Listen to the" },
  { BUL_FURNITURE_HERE, "Follow us on" },
  { BUL_FURNITURE_HERE, "Follow on " },
  { BUL_FURNITURE_TAIL, "Become an NPR sponsor" },
  { BUL_FURNITURE_TAIL, "Become a " },
  { BUL_FURNITURE_TAIL, "Educate your inbox" },
  { BUL_FURNITURE_TAIL, "Thank you. Please check your inbox" },
  { BUL_FURNITURE_TAIL, "Please note: this transcript" },
  { BUL_FURNITURE_TAIL, "Please note this transcript" },
  { BUL_FURNITURE_TAIL, "Do you have a comment" },
  { BUL_FURNITURE_TAIL, "Do you have a story" },
  { BUL_FURNITURE_TAIL, "Editor's note:" },
  { BUL_FURNITURE_TAIL, "Editor’s note:" },
  { BUL_FURNITURE_TAIL, "Editor's Note:" },
  { BUL_FURNITURE_TAIL, "An earlier version of this" },
  { BUL_FURNITURE_TAIL, "The NewsHour is funded" },
  { BUL_FURNITURE_TAIL, "Funding for the" },
  { BUL_FURNITURE_TAIL, "Major funding for" },
  { BUL_FURNITURE_TAIL, "Visit our " },
  { BUL_FURNITURE_TAIL, "Get more" },
  { BUL_FURNITURE_TAIL, "Your email address" },
  { BUL_FURNITURE_TAIL, "Enter your email" },
  { BUL_FURNITURE_HERE, "Listen to this segment in" },
  { BUL_FURNITURE_HERE, "Support Provided By" },
  { BUL_FURNITURE_HERE, "Support provided by" },
  { BUL_FURNITURE_HERE, "LOCATION: http" },
  { BUL_FURNITURE_HERE, "URL: http" },
  { BUL_FURNITURE_HERE, "Image source" },
  { BUL_FURNITURE_HERE, "Image caption" },
  { BUL_FURNITURE_HERE, "NB: THIS TRANSCRIPT" },
  { BUL_FURNITURE_HERE, "NB. THIS TRANSCRIPT" },
  { BUL_FURNITURE_HERE, "Printed from" },
  { BUL_FURNITURE_HERE, "Play Video" },
  { BUL_FURNITURE_HERE, "JavaScript" },
  { BUL_FURNITURE_TAIL, "NPR transcripts are" },
  { BUL_FURNITURE_TAIL, "Transcripts are" },
  { BUL_FURNITURE_TAIL, "[POST-BROADCAST CORRECTION" },
  { BUL_FURNITURE_TAIL, "[Post-broadcast correction" },
  { BUL_FURNITURE_TAIL, "Topics:" },
  { BUL_FURNITURE_TAIL, "Topics :" },
  { BUL_FURNITURE_TAIL, "First posted" },
  { BUL_FURNITURE_TAIL, "Content and Programming Copyright" },
  { BUL_FURNITURE_TAIL, "Content and programming copyright" },
  { BUL_FURNITURE_TAIL, "No license is granted" },
  { BUL_FURNITURE_TAIL, "Copyright information" },
  { BUL_FURNITURE_TAIL, "Privacy information" },
  { BUL_FURNITURE_TAIL, "Visit our website terms" },
  { BUL_FURNITURE_HERE, "이 기사는 언론사에서" },
  { BUL_FURNITURE_HERE, "이 기사의 댓글 정책" },
  { BUL_FURNITURE_HERE, "기사 추천은 24시간" },
  { BUL_FURNITURE_HERE, "기사 섹션 분류 안내" },
  { BUL_FURNITURE_HERE, "기자를 구독하" },
  { BUL_FURNITURE_HERE, "댓글 정책" },
  { BUL_FURNITURE_HERE, "동영상 재생" },
  { BUL_FURNITURE_HERE, "이미지 확대" },
  { BUL_FURNITURE_HERE, "Sign up for" },
  { BUL_FURNITURE_HERE, "Subscribe to" },
  { BUL_FURNITURE_HERE, "Support for" },
  { BUL_FURNITURE_HERE, "Accuracy and availability" },
  { BUL_FURNITURE_HERE, "Read more:" },
  { BUL_FURNITURE_HERE, "READ MORE:" },
  { BUL_FURNITURE_HERE, "WATCH:" },
  { BUL_FURNITURE_HERE, "Watch:" },
  { BUL_FURNITURE_HERE, "Click here" },
  /* picture credits */
  { BUL_FURNITURE_HERE, "[사진 출처" },
  { BUL_FURNITURE_HERE, "[사진출처" },
  { BUL_FURNITURE_HERE, "[사진 제공" },
  { BUL_FURNITURE_HERE, "[사진제공" },
  { BUL_FURNITURE_HERE, "[사진=" },
  { BUL_FURNITURE_HERE, "[사진 =" },
  { BUL_FURNITURE_HERE, "[사진 :" },
  { BUL_FURNITURE_HERE, "[사진:" },
  { BUL_FURNITURE_HERE, "[화면 출처" },
  { BUL_FURNITURE_HERE, "[화면출처" },
  { BUL_FURNITURE_HERE, "[영상 출처" },
  { BUL_FURNITURE_HERE, "[영상출처" },
  { BUL_FURNITURE_HERE, "[그래픽 출처" },
  { BUL_FURNITURE_HERE, "[자료 출처" },
  { BUL_FURNITURE_HERE, "[자료출처" },
  { BUL_FURNITURE_HERE, "[이미지 출처" },
  { BUL_FURNITURE_HERE, "[출처" },
  { BUL_FURNITURE_HERE, "(사진=" },
  { BUL_FURNITURE_HERE, "(사진 =" },
  { BUL_FURNITURE_HERE, "(사진 출처" },
  { BUL_FURNITURE_HERE, "(사진출처" },
  { BUL_FURNITURE_HERE, "(사진제공" },
  { BUL_FURNITURE_HERE, "<사진" },
  { BUL_FURNITURE_HERE, "사진 출처" },
  { BUL_FURNITURE_HERE, "사진출처" },
  { BUL_FURNITURE_HERE, "사진 제공" },
  { BUL_FURNITURE_HERE, "사진제공" },
  { BUL_FURNITURE_HERE, "사진=" },
  { BUL_FURNITURE_HERE, "사진 :" },
  { BUL_FURNITURE_HERE, "사진:" },
  { BUL_FURNITURE_HERE, "[Photo" },
  { BUL_FURNITURE_HERE, "(Photo" },
  { BUL_FURNITURE_HERE, "Photo :" },
  { BUL_FURNITURE_HERE, "Photo:" },
  { BUL_FURNITURE_HERE, "Photo credit" },
  { BUL_FURNITURE_HERE, "Photo by " },
  { BUL_FURNITURE_HERE, "[Image" },
  { BUL_FURNITURE_HERE, "Image :" },
  { BUL_FURNITURE_HERE, "Image:" },
  /* the tip block */
  { BUL_FURNITURE_TAIL, "■ 제보" },
  { BUL_FURNITURE_TAIL, "▣ 제보" },
  { BUL_FURNITURE_TAIL, "■ How to report" },
  { BUL_FURNITURE_TAIL, "□ 제보" },
  { BUL_FURNITURE_TAIL, "▣ KBS 기사 원문" },
  { BUL_FURNITURE_TAIL, "▷" },
  { BUL_FURNITURE_TAIL, "◇" },
  { BUL_FURNITURE_TAIL, "▶ 카카오톡" },
  { BUL_FURNITURE_TAIL, "▶ SBS 뉴스 앱" },
  { BUL_FURNITURE_TAIL, "▶ KBS 뉴스 앱" },
  { BUL_FURNITURE_TAIL, "TO ORDER VIDEOTAPES" },
  { BUL_FURNITURE_TAIL, "▶ 전화 " },
  { BUL_FURNITURE_TAIL, "▶ 전화:" },
  { BUL_FURNITURE_TAIL, "▶ 이메일" },
  { BUL_FURNITURE_TAIL, "▶ 유튜브" },
  { BUL_FURNITURE_TAIL, "▶ 네이버" },
  { BUL_FURNITURE_TAIL, "▶ 제보" },
  { BUL_FURNITURE_TAIL, "▶ 홈페이지" },
  { BUL_FURNITURE_TAIL, "▶ 뉴스홈페이지" },
  { BUL_FURNITURE_TAIL, "※" },
  { BUL_FURNITURE_TAIL, "[카카오톡]" },
  { BUL_FURNITURE_TAIL, "[전화]" },
  { BUL_FURNITURE_TAIL, "[메일]" },
  { BUL_FURNITURE_TAIL, "[이메일]" },
  { BUL_FURNITURE_TAIL, "MBC 뉴스는 24시간" },
  { BUL_FURNITURE_TAIL, "당신의 제보가" },
  { BUL_FURNITURE_TAIL, "'당신의 제보가" },
  { BUL_FURNITURE_TAIL, "‘당신의 제보가" },
  { BUL_FURNITURE_TAIL, "여러분의 제보가" },
  { BUL_FURNITURE_TAIL, "여러분의 소중한 제보" },
  { BUL_FURNITURE_TAIL, "이 기사가 좋으셨다면" },
  { BUL_FURNITURE_TAIL, "이 기사에 대한 의견" },
  { BUL_FURNITURE_TAIL, "이 기사에 대해 어떻게" },
  { BUL_FURNITURE_TAIL, "이 기사 어땠나요" },
  { BUL_FURNITURE_TAIL, "이 기사 어떠셨나요" },
  { BUL_FURNITURE_TAIL, "기사 링크 http" },
  { BUL_FURNITURE_TAIL, "JTBC의 모든 콘텐트" },
  { BUL_FURNITURE_TAIL, "본 기사의 저작권은" },
  { BUL_FURNITURE_TAIL, "이 기사의 저작권은" },
  { BUL_FURNITURE_TAIL, "MBC News is waiting for" },
  { BUL_FURNITURE_TAIL, "MBC News awaits your" },
  { BUL_FURNITURE_TAIL, "All rights reserved." },
  { BUL_FURNITURE_TAIL, "All Rights Reserved." },
  { BUL_FURNITURE_TAIL, "Clients are reminded" },
  { BUL_FURNITURE_HERE, "Your browser does" },
  { BUL_FURNITURE_HERE, "글자크기 설정 파란원" },
  { BUL_FURNITURE_TAIL, "실시간 뜨거운 관심" },
  /* copyright */
  { BUL_FURNITURE_TAIL, "Copyright" },
  { BUL_FURNITURE_TAIL, "COPYRIGHT" },
  { BUL_FURNITURE_TAIL, "ⓒ" },
  { BUL_FURNITURE_TAIL, "©" },
  { BUL_FURNITURE_TAIL, "(c) " },
  { BUL_FURNITURE_TAIL, "저작권자" },
  { BUL_FURNITURE_TAIL, "[저작권자" },
  { BUL_FURNITURE_TAIL, "<저작권자" },
  { BUL_FURNITURE_TAIL, "< 저작권자" },
  { BUL_FURNITURE_TAIL, "[ 저작권자" },
  { BUL_FURNITURE_TAIL, "<ⓒ" },
  { BUL_FURNITURE_TAIL, "[ⓒ" },
};

/* Words that a line of the script does not hold; sentences of a report are not asked. */
static const Row anywhere[] = {
  { BUL_FURNITURE_TAIL, "제보가 뉴스가 됩니다" },
  { BUL_FURNITURE_TAIL, "채널 와이티엔" },
  { BUL_FURNITURE_TAIL, "기사문의 및 제보" },
  { BUL_FURNITURE_TAIL, "기사 문의 및 제보" },
  { BUL_FURNITURE_TAIL, "제보 : 카톡" },
  { BUL_FURNITURE_TAIL, "제보: 카톡" },
  { BUL_FURNITURE_TAIL, "News Channel" },
  { BUL_FURNITURE_TAIL, "채널 추가" },
  { BUL_FURNITURE_TAIL, "제보' 검색" },
  { BUL_FURNITURE_TAIL, "무단 전재" },
  { BUL_FURNITURE_TAIL, "무단전재" },
  { BUL_FURNITURE_TAIL, "재배포 금지" },
  { BUL_FURNITURE_TAIL, "All rights reserved" },
  { BUL_FURNITURE_TAIL, "All Rights Reserved" },
};

static gboolean
is_label (BulSlice line, const char *text)
{
  if (!bul_slice_starts (line, text))
    return FALSE;
  for (gsize i = strlen (text); i < line.length; i++)
    if (!g_ascii_isdigit (line.start[i]) && strchr (" .,:()[]+", line.start[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* How many bytes of @line from @at on make a name of the net. */
static gboolean
has_domain (BulSlice line, const char *at)
{
  const char *end = line.start + line.length;
  const char *p = at + 1;

  while (p < end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  return p > at + 1 && p + 1 < end && (*p == '.' || *p == ' ') && g_ascii_islower (p[1]);
}

/* An e-mail address, with a name or a bracket beside it at most: `[ 이름 기자 / name@house.kr ]`. A
 * sign-off may hold one, but goes on as a sentence. */
static gboolean
is_address (BulSlice line)
{
  const char *at = line.length > 120 ? NULL : memchr (line.start, '@', line.length);

  return at != NULL && has_domain (line, at) && bul_slice_find (line, "니다") == NULL
         && bul_slice_find (line, ": \"") == NULL;
}

/* Tags as social pages print them: every word starts with #. */
static gboolean
is_hashtags (BulSlice line)
{
  BulSlice rest = line;

  if (line.length == 0 || line.start[0] != '#')
    return FALSE;
  while (rest.length > 0)
    {
      BulSlice word = bul_slice_take_word (&rest);

      if (word.start[0] != '#' || word.length == 1)
        return FALSE;
    }
  return TRUE;
}

/* “▲ words (사진 : X 제공)”: what stands under a picture. */
static gboolean
is_caption (BulSlice line)
{
  return bul_slice_starts (line, "▲") && bul_slice_ends (line, ")")
         && (bul_slice_find (line, "(사진") != NULL || bul_slice_find (line, "(출처") != NULL
             || bul_slice_find (line, "(화면") != NULL);
}

static gboolean
is_picture (BulSlice line)
{
  return is_caption (line)
         || ((bul_slice_ends (line, ".jpg") || bul_slice_ends (line, ".png")
              || bul_slice_ends (line, ".gif") || bul_slice_ends (line, ".jpeg"))
             && bul_slice_find (line, " ") == NULL);
}

/* A rule across the page: nothing but dots, dashes, strokes. */
static gboolean
is_rule (BulSlice line)
{
  for (gsize i = 0; i < line.length; i++)
    if (line.start[i] != line.start[0])
      return FALSE;
  return line.length >= 8 && strchr (".-_=*~", line.start[0]) != NULL;
}

/* “ABC Home | Radio | Television | News”: a menu. */
static gboolean
is_menu (BulSlice line)
{
  /* Credits and times have strokes too. */
  static const char *const others[]
      = { "Camera",  "Cameraman", "Graphics", "Graphic", "Video", "Editor ",
          "Editing", "Edited",    "입력",     "등록",    "수정",  "기사입력" };
  guint n_strokes = 0;

  if (line.length > 2 * LONGEST_LABEL || memchr (line.start, '|', line.length) == NULL
      || memchr (line.start, ':', line.length) != NULL
      || bul_slice_starts_any (line, others, G_N_ELEMENTS (others)))
    return FALSE;
  for (const char *p = line.start; p + 2 < line.start + line.length; p++)
    n_strokes += p[0] == ' ' && p[1] == '|' && p[2] == ' ';
  return n_strokes >= 2
         || (n_strokes == 1 && line.length <= LONGEST_LABEL && g_ascii_isalpha (line.start[0])
             && !g_ascii_isdigit (line.start[line.length - 1]));
}

/* “4-Minute Listen”, “8 Minute Listen” */
static gboolean
is_listening (BulSlice line)
{
  return line.length <= 24 && g_ascii_isdigit (line.start[0])
         && (bul_slice_ends (line, "Minute Listen") || bul_slice_ends (line, "min read"));
}

static BulFurniture
find_anywhere (BulSlice line)
{
  if (bul_slice_ends (line, "다.") || bul_slice_ends (line, "다"))
    return BUL_FURNITURE_NONE;
  if (bul_slice_ends (line, ".") && !bul_slice_ends (line, "eserved."))
    return BUL_FURNITURE_NONE;
  /* A quotation is somebody's. */
  if (memchr (line.start, '"', line.length) != NULL)
    return BUL_FURNITURE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (anywhere); i++)
    if (bul_slice_find (line, anywhere[i].text) != NULL)
      return anywhere[i].furniture;
  return BUL_FURNITURE_NONE;
}

static BulFurniture
find_label (BulSlice line)
{
  static BulBeginnings beginnings;

  if (line.length > LONGEST_LABEL)
    return BUL_FURNITURE_NONE;
  bul_beginnings_learn (&beginnings, &labels[0].text, sizeof labels[0], G_N_ELEMENTS (labels));
  for (guint i = bul_beginnings_first (&beginnings, line); i > 0; i = beginnings.next[i])
    if (is_label (line, labels[i - 1].text))
      return labels[i - 1].furniture;
  return BUL_FURNITURE_NONE;
}

static BulFurniture
find_start (BulSlice line)
{
  static BulBeginnings beginnings;

  bul_beginnings_learn (&beginnings, &starts[0].text, sizeof starts[0], G_N_ELEMENTS (starts));
  for (guint i = bul_beginnings_first (&beginnings, line); i > 0; i = beginnings.next[i])
    if (bul_slice_starts (line, starts[i - 1].text))
      return starts[i - 1].furniture;
  return BUL_FURNITURE_NONE;
}

/* What stands before the next gap of two blanks, or else the next word. */
static BulSlice
take_piece (BulSlice *line)
{
  BulSlice piece;
  BulSlice rest;

  if (!bul_slice_split (*line, "  ", &piece, &rest))
    return bul_slice_take_word (line);
  *line = rest;
  return piece;
}

/* “공유 댓글 글자크기조정 인쇄”: buttons side by side. */
static gboolean
is_row_of_labels (BulSlice line)
{
  static const char *const between[] = { "|", "·", "News", "NEWS", "Top" };
  guint n = 0;

  if (line.length > 2 * LONGEST_LABEL)
    return FALSE;
  while (line.length > 0)
    {
      BulSlice word = take_piece (&line);

      if (bul_slice_is_any (word, between, G_N_ELEMENTS (between)))
        continue;
      if (find_label (word) == BUL_FURNITURE_NONE)
        return FALSE;
      n++;
    }
  return n >= 2;
}

/* “함우빈 기자 구독”, “함우빈 기자의 다른 기사” */
static gboolean
is_about_reporter (BulSlice line)
{
  static const char *const endings[]
      = { " 기자 구독",          " 기자구독",    " 기자 구독하기", " 기자의 다른 기사",
          " 기자의 기사 더보기", " 기자 프로필", " 기자 페이지",   " 기자의 기사 모아보기" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (line.length < 60 && bul_slice_ends (line, endings[i]))
      return TRUE;
  return FALSE;
}

/* `◇ 이름 : words` */
static gboolean
names_voice (BulSlice head)
{
  BulSlice before;
  BulSlice after;

  bul_slice_take (&head, "◇");
  return bul_slice_split (head, ":", &before, &after)
         && bul_naming_is_full_korean_name (bul_slice_trim (before));
}

/* `▷ 이름/앵커: words`: somebody speaks, and no page. */
static gboolean
is_talk_turn (BulSlice line)
{
  BulSlice head = bul_slice (line.start, line.start + MIN (line.length, LONGEST_LABEL));
  const char *stroke;
  const char *colon;

  if (bul_slice_starts (line, "◇"))
    return memchr (head.start, '>', head.length) != NULL || names_voice (head);
  if (!bul_slice_starts (line, "▷"))
    return FALSE;
  stroke = memchr (head.start, '/', head.length);
  colon = memchr (head.start, ':', head.length);
  return stroke != NULL && colon != NULL && stroke < colon && colon[1] != '/';
}

/* “Home > News > Inter-Korea”: where on its site a page is. */
static gboolean
is_path (BulSlice line)
{
  return line.length <= LONGEST_LABEL
         && (bul_slice_starts (line, "Home >") || bul_slice_starts (line, "홈 >")
             || bul_slice_starts (line, "HOME >"));
}

BulFurniture
bul_furniture_find (BulSlice line)
{
  BulFurniture furniture;

  if (line.length > LONGEST_LINE || is_talk_turn (line))
    return BUL_FURNITURE_NONE;
  furniture = find_label (line);
  if (furniture == BUL_FURNITURE_NONE)
    furniture = find_start (line);
  if (furniture != BUL_FURNITURE_NONE)
    return furniture;
  if (is_address (line) || is_hashtags (line) || bul_printed_correction_is (line))
    return BUL_FURNITURE_TAIL;
  /* The button of a network with one letter. */
  if (bul_slice_equal (line, "X"))
    return BUL_FURNITURE_HERE;
  if (is_row_of_labels (line) || is_about_reporter (line) || is_rule (line) || is_listening (line)
      || is_menu (line) || is_path (line))
    return BUL_FURNITURE_HERE;
  return is_picture (line) ? BUL_FURNITURE_HERE : find_anywhere (line);
}
