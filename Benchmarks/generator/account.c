#include "account.h"

#include "random.h"
#include "template.h"

static const char *const sentences[] = {
  "According to $somebody, a <neighbour|colleague|relative>, <three|four|several> men in plain "
  "clothes came <early in the morning|late in the evening|at about noon>.",
  "The <lawyer|family> learned of it only <two|three|ten> days later, from <a cellmate|the court>.",
  "File no. $number of the $court was not shown to the defence.",
  "The source gives neither the day nor the article; another report names $article.",
  "$ngo asked the prosecutor of $city for an explanation and received none within a month.",
  "The hearing lasted <less than an hour|two days|one morning>; journalists were kept outside.",
  "Witnesses saw <bruises on the face and hands|a cut above the eye|no injuries>.",
  "A medical certificate of $day, signed by Dr $somebody, <confirms|does not mention> it.",
  "The article under which this happened has been used in $few cases in $country since $earlier.",
  "He was first taken to the station in $somewhere, and from there to $city.",
  "She was allowed one telephone call, to $somebody in $somewhere.",
  "The press office of the ministry <denies it|did not answer|calls it a routine measure>.",
  "A letter of $somebody, smuggled out, describes the cell: $few people, one window, no water.",
  "По словам родственников, о задержании они узнали из газеты города $somewhere.",
  "Адвокат $somebody обжаловал решение; жалоба № $number осталась без ответа.",
  "Суд не принял во внимание показания свидетелей защиты и справку о состоянии здоровья.",
};

void add_account(Text *text, const Person *person, int day) {
  for (int left = between(1, 3); left > 0; left--) {
    add_filled(text, PICK(sentences), person, day);
    if (left > 1) text_byte(text, ' ');
  }
}

void add_confidential(Text *text, const Person *person, int day) {
  add_filled(text,
    "\"informant\":\"$somebody\",\"contact\":\"+00 $number $number\",\"note\":\"Spoke on $day; "
    "does not want to be named, and can be reached through $somebody in $somewhere.\"",
    person, day);
}
