#include "person.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "draft.h"
#include "random.h"
#include "world.h"

/* Those to whom things happen by turns; so the events of different people interleave. */
enum { POOL_MAX = 4000, BUSY = 3 };
static Person pool[POOL_MAX];
static unsigned pool_count, pool_size;
static Person busy[BUSY];
static unsigned long events_total;
static unsigned persons_written;
static Draft draft;

static void write_registration(const Person *person, const Name *name) {
  static const char *const occupations[] = {
    "journalist", "teacher", "lawyer", "trade unionist", "student", "blogger", "farmer",
    "engineer", "physician", "driver", "activist", "pensioner",
  };
  draft_begin(&draft, "person");
  text_format(&draft.details,
    "\"id\":\"%s\",\"names\":[{\"text\":\"%s\",\"lang\":\"en\",\"script\":\"Latn\",\"kind\":"
    "\"main\"},{\"text\":\"%s\",\"lang\":\"ru\",\"script\":\"Cyrl\",\"kind\":\"transliteration\"}]",
    person->id, name->latin, name->cyrillic);
  if (percent(40)) {
    text_format(&draft.details, ",\"born\":\"%d\"", year_of(person->day) - between(19, 70));
  }
  if (percent(60)) text_format(&draft.details, ",\"occupation\":[\"%s\"]", PICK(occupations));
  if (percent(30)) text_format(&draft.details, ",\"nationality\":\"%s\"", some_country()->id);
  if (percent(90)) add_citations(&draft.sources);
  draft_write(&draft);
}

/* Registers somebody to whom so many more things happen. */
static void register_person(Person *person, unsigned events) {
  Name name = person_name();
  memset(person, 0, sizeof *person);
  snprintf(person->id, sizeof person->id, "%s-%u", name.slug, ++persons_written);
  snprintf(person->latin, sizeof person->latin, "%s", name.latin);
  person->day = between(FIRST_DAY, FIRST_DAY + 6000);
  person->events_left = events;
  person->case_number = persons_written;
  person->gap = (LAST_DAY - person->day) / (int)(events + 1);
  if (person->gap > 90) person->gap = 90;
  write_registration(person, &name);
}

void register_busy_persons(unsigned long events) {
  events_total = events;
  unsigned long count = events < 1000000 ? events / 10 : 100000;
  for (int i = 0; i < BUSY; i++) {
    register_person(&busy[i], (unsigned)count);
    busy[i].busy = (unsigned)count;
  }
  pool_size = (unsigned)(events / 300);
  if (pool_size > POOL_MAX) pool_size = POOL_MAX;
  if (pool_size < 4) pool_size = 4;
}

/* From 4 to 136 events, 40 with the registration on average. */
static unsigned events_of_a_life(void) {
  unsigned least = below(133), other = below(133), third = below(133);
  if (other < least) least = other;
  if (third < least) least = third;
  return 6 + least;
}

Person *next_person(void) {
  uint64_t chance = draw() % events_total;
  for (int i = 0; i < BUSY && busy[i].busy; i++) {
    if (chance < busy[i].busy) {
      if (!busy[i].events_left) break;
      busy[i].events_left--;
      return &busy[i];
    }
    chance -= busy[i].busy;
  }
  Person *person = pool_count < pool_size ? &pool[pool_count++] : &pool[below(pool_count)];
  if (person->events_left == 0) {
    register_person(person, events_of_a_life());
    return NULL;
  }
  person->events_left--;
  return person;
}

Person *another_person(const Person *person) {
  if (!pool_count) return NULL;
  Person *other = &pool[below(pool_count)];
  return other == person || !other->id[0] ? NULL : other;
}
