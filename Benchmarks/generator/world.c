#include "world.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "draft.h"
#include "names.h"
#include "random.h"

enum { COUNTRIES = 4, CITIES = 12, FACILITIES = 8, COURTS = 8, POLICE_FORCES = 4, NGOS = 8 };

static Entry countries[COUNTRIES], cities[CITIES], facilities[FACILITIES], courts[COURTS];
static Entry police[POLICE_FORCES], ngos[NGOS];
static Entry bodies[] = {
  {"un-wgad", "the UN Working Group on Arbitrary Detention"},
  {"un-hrc", "the UN Human Rights Committee"},
  {"assembly", "the Parliamentary Assembly"},
};
static unsigned long sources;

const Entry *some_country(void) { return &PICK(countries); }
const Entry *some_city(void) { return &PICK(cities); }
const Entry *some_facility(void) { return &PICK(facilities); }
const Entry *some_court(void) { return &PICK(courts); }
const Entry *some_police(void) { return &PICK(police); }
const Entry *some_ngo(void) { return &PICK(ngos); }
const Entry *the_working_group(void) { return &bodies[0]; }

static Draft draft;

static void register_entry(const char *kind, const Entry *entry, const char *form) {
  draft_begin(&draft, kind);
  text_format(&draft.details,
    "\"id\":\"%s\",\"names\":[{\"text\":\"%s\",\"lang\":\"en\",\"script\":\"Latn\",\"kind\":"
    "\"main\"}],\"form\":\"%s\"",
    entry->id, entry->name, form);
  draft_write(&draft);
}

/* A place inside another, named with an invented word. */
static void register_place(Entry *place, const Entry *within, const char *form, const char *of) {
  Name name = place_name();
  snprintf(place->id, sizeof place->id, "%.20s/%s%.30s-%lu", within->id, of[0] ? "colony-" : "",
    name.slug, events_written);
  snprintf(place->name, sizeof place->name, "%s%s", of, name.latin);
  register_entry("place", place, form);
}

static void register_organisation(Entry *entry, const char *slug, const char *words,
  const char *form) {
  Name name = place_name();
  snprintf(entry->id, sizeof entry->id, "%.40s-%s-%lu", name.slug, slug, events_written);
  snprintf(entry->name, sizeof entry->name, "%s %s", name.latin, words);
  register_entry("organisation", entry, form);
}

static void register_countries(void) {
  for (int i = 0; i < COUNTRIES; i++) {
    Name name = place_name();
    snprintf(countries[i].id, sizeof countries[i].id, "x%c", 'a' + i);
    snprintf(countries[i].name, sizeof countries[i].name, "%s", name.latin);
    register_entry("place", &countries[i], "country");
  }
}

void register_world(void) {
  register_countries();
  for (int i = 0; i < CITIES; i++) register_place(&cities[i], &countries[i % 4], "city", "");
  for (int i = 0; i < FACILITIES; i++) {
    register_place(&facilities[i], &countries[i % 4], "facility", "penal colony of ");
  }
  for (int i = 0; i < COURTS; i++) {
    register_organisation(&courts[i], "court", "district court", "court");
  }
  for (int i = 0; i < POLICE_FORCES; i++) {
    register_organisation(&police[i], "police", "police department", "police");
  }
  for (int i = 0; i < NGOS; i++) register_organisation(&ngos[i], "rights", "Rights Watch", "ngo");
  register_entry("organisation", &bodies[0], "un_wgad");
  register_entry("organisation", &bodies[1], "un_body");
  register_entry("organisation", &bodies[2], "intergovernmental");
  for (int i = 0; i < 4; i++) register_source();
}

void register_source(void) {
  static const char *const forms[] = {"report", "article", "letter", "court_document", "interview"};
  static const char *const languages[] = {"en", "ru", "kk"};
  const Entry *author = some_ngo();
  const char *form = PICK(forms);
  draft_begin(&draft, "source");
  text_format(&draft.details,
    "\"id\":\"source-%lu\",\"title\":\"%s, %s no. %lu\",\"form\":\"%s\",\"author\":\"%s\","
    "\"published\":\"",
    sources, author->name, form, sources, form, author->id);
  add_date(&draft.details, between(FIRST_DAY, LAST_DAY));
  text_format(&draft.details,
    "\",\"url\":\"https://example.org/%lu\",\"language\":\"%s\",\"consulted\":true", sources,
    PICK(languages));
  draft_write(&draft);
  sources++;
}

static void add_citation(Text *text) {
  static const char *const quotes[] = {
    "задержан вечером у входа в суд", "приговор оставлен без изменения",
    "состояние здоровья ухудшилось", "адвокат не был допущен к подзащитному",
    "находится в следственном изоляторе", "мера пресечения продлена на два месяца",
  };
  text_format(text, "{\"source\":\"source-%u\",\"at\":\"p. %u", below((unsigned)sources),
    1 + below(40));
  if (percent(30)) text_format(text, ", para. %u", 1 + below(9));
  text_byte(text, '"');
  if (percent(3)) text_format(text, ",\"via\":\"source-%u\"", below((unsigned)sources));
  if (percent(4)) text_format(text, ",\"quote\":\"%s\",\"lang\":\"ru\"", PICK(quotes));
  text_byte(text, '}');
}

void add_citations(Text *text) {
  add_citation(text);
  if (percent(7)) {
    text_byte(text, ',');
    add_citation(text);
  }
}
