#include "template.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "random.h"
#include "world.h"

static void add_name(Text *text) { text_add(text, person_name().latin); }
static void add_place(Text *text) { text_add(text, place_name().latin); }
static void add_court(Text *text) { text_add(text, some_court()->name); }
static void add_court_id(Text *text) { text_add(text, some_court()->id); }
static void add_police(Text *text) { text_add(text, some_police()->id); }
static void add_ngo(Text *text) { text_add(text, some_ngo()->name); }
static void add_ngo_id(Text *text) { text_add(text, some_ngo()->id); }
static void add_group(Text *text) { text_add(text, the_working_group()->id); }
static void add_city(Text *text) { text_add(text, some_city()->name); }
static void add_facility(Text *text) { text_add(text, some_facility()->name); }
static void add_facility_id(Text *text) { text_add(text, some_facility()->id); }
static void add_country(Text *text) { text_add(text, some_country()->name); }
static void add_country_id(Text *text) { text_add(text, some_country()->id); }
static void add_article(Text *text) { text_format(text, "art. %u", 100 + below(300)); }
static void add_years(Text *text) { text_format(text, "P%uY", 1 + below(14)); }
static void add_months(Text *text) { text_format(text, "P%uM", 1 + below(11)); }
static void add_fortnight(Text *text) { text_format(text, "P%uD", 3 + below(13)); }
static void add_few(Text *text) { text_format(text, "%u", 2 + below(60)); }
static void add_many(Text *text) { text_format(text, "%u", 100 + below(4000)); }
static void add_number(Text *text) { text_format(text, "%u", 1 + below(90000)); }

static const struct {
  const char *word;
  void (*add)(Text *);
} fillings[] = {
  {"somebody", add_name}, {"somewhere", add_place}, {"court", add_court}, {"courtid", add_court_id},
  {"police", add_police}, {"ngo", add_ngo}, {"ngoid", add_ngo_id}, {"wgad", add_group},
  {"city", add_city}, {"facility", add_facility},
  {"facilityid", add_facility_id}, {"country", add_country}, {"countryid", add_country_id},
  {"article", add_article}, {"years", add_years}, {"months", add_months}, {"days", add_fortnight},
  {"few", add_few}, {"many", add_many}, {"number", add_number},
};

/* Fills what depends on the person or the day; false if `word` does not. */
static bool add_own(Text *text, const char *word, const Person *person, int day) {
  if (!strcmp(word, "day")) return add_day(text, day), true;
  if (!strcmp(word, "later")) return add_day(text, day + between(20, 400)), true;
  if (!strcmp(word, "earlier")) return add_day(text, day - between(1, 200)), true;
  if (!person) return false;
  if (!strcmp(word, "name")) return text_add(text, person->latin), true;
  if (!strcmp(word, "case")) return text_format(text, "case-%u", person->case_number), true;
  if (!strcmp(word, "sentence")) return add_ref(text, person->sentence), true;
  if (!strcmp(word, "demand")) return add_ref(text, person->demand), true;
  return false;
}

/* Fills the word that follows a `$`; answers what comes behind it. */
static const char *fill(Text *text, const char *at, const Person *person, int day) {
  char word[16];
  size_t length = 0;
  while (islower((unsigned char)*at) && length < sizeof word - 1) word[length++] = *at++;
  word[length] = 0;
  if (add_own(text, word, person, day)) return at;
  for (size_t i = 0; i < COUNT(fillings); i++) {
    if (!strcmp(word, fillings[i].word)) return fillings[i].add(text), at;
  }
  fprintf(stderr, "generate: a template says $%s, which nothing fills\n", word);
  abort();
}

/* Goes to one of the alternatives that begin here. */
static const char *choose(const char *at) {
  unsigned count = 1;
  for (const char *c = at; *c != '>'; c++) count += *c == '|';
  unsigned chosen = below(count);
  while (chosen) chosen -= *at++ == '|';
  return at;
}

void add_filled(Text *text, const char *template, const Person *person, int day) {
  const char *at = template;
  while (*at) {
    switch (*at) {
    case '<': at = choose(at + 1); break;
    case '|': at = strchr(at, '>'); break;
    case '>': at++; break;
    case '$': at = fill(text, at + 1, person, day); break;
    default: text_byte(text, *at++);
    }
  }
}
