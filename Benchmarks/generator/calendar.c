#include "calendar.h"

#include "random.h"

typedef struct {
  int year, month, day;
} Civil;

/* Howard Hinnant's days-to-civil, for days after 1970. */
static Civil civil(int day) {
  int shifted = day + 719468;
  int era = shifted / 146097;
  int of_era = shifted - era * 146097;
  int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * year + year / 4 - year / 100);
  int month = (5 * of_year + 2) / 153;
  return (Civil){
    .year = year + era * 400 + (month >= 10),
    .month = month < 10 ? month + 3 : month - 9,
    .day = of_year - (153 * month + 2) / 5 + 1,
  };
}

int year_of(int day) { return civil(day).year; }

void add_day(Text *text, int day) {
  Civil c = civil(day);
  text_format(text, "%04d-%02d-%02d", c.year, c.month, c.day);
}

void add_date(Text *text, int day) {
  Civil c = civil(day);
  unsigned chance = below(1000);
  if (chance < 800) {
    text_format(text, "%04d-%02d-%02d", c.year, c.month, c.day);
  } else if (chance < 875) {
    text_format(text, "%04d-%02d", c.year, c.month);
  } else if (chance < 915) {
    text_format(text, "%04d-%02d~", c.year, c.month);
  } else if (chance < 940) {
    text_format(text, "%04d-%02d-%02d?", c.year, c.month, c.day);
  } else if (chance < 960) {
    text_format(text, "[..%04d-%02d-%02d]", c.year, c.month, c.day);
  } else if (chance < 975) {
    text_format(text, "%04d", c.year);
  } else if (chance < 985) {
    text_format(text, "%04d/%04d-%02d", c.year - 1, c.year, c.month);
  } else if (chance < 992) {
    text_format(text, "%04d-%02d-%02dT%02u:%02u:00Z", c.year, c.month, c.day, below(24), below(60));
  } else {
    text_format(text, "%04d-%d", c.year, 21 + (c.month % 12) / 3);
  }
}
