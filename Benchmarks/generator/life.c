#include "life.h"

#include "account.h"
#include "calendar.h"
#include "draft.h"
#include "record.h"
#include "template.h"
#include "world.h"

static bool is_possible(const Step *step, const Person *person) {
  if (step->in != person->state) return false;
  if ((step->traits & NEEDS_SENTENCE) && !person->sentence.high) return false;
  if ((step->traits & NEEDS_DEMAND) && !person->demand.high) return false;
  // Whoever has very many events is watched closely, rather than arrested every other day.
  return !(person->busy > 2000 && step->then != step->in && !percent(5));
}

static const Step *choose_step(const Person *person) {
  const Step *possible[64];
  unsigned count = 0, weights = 0;
  for (unsigned i = 0; i < step_count; i++) {
    if (!is_possible(&steps[i], person)) continue;
    possible[count++] = &steps[i];
    weights += steps[i].weight;
  }
  unsigned chosen = below(weights), i = 0;
  while (chosen >= possible[i]->weight) chosen -= possible[i++]->weight;
  return possible[i];
}

/* Time passes for the person: often a little, sometimes much. */
static void pass_time(Person *person) {
  int gap = person->gap;
  if (person->busy) {
    // The days between two events are a fraction, which chance makes up for.
    double days = (double)(LAST_DAY - FIRST_DAY - 6000) / person->busy;
    gap = (int)days + percent((days - (int)days) * 100);
    person->day += gap;
  } else {
    person->day += percent(70) ? between(0, gap) : between(gap, 2 * gap + gap / 3);
  }
  if (person->day > LAST_DAY) person->day = LAST_DAY;
}

static void fill_actors(Draft *draft) {
  static const char *const roles[] = {"authority", "investigator", "prosecutor"};
  unsigned chance = below(100);
  if (chance < 5) {
    text_format(&draft->actors, "{\"actor\":\"%s\",\"role\":\"court\"}", some_court()->id);
  } else if (chance < 12) {
    text_format(&draft->actors, "{\"actor\":\"%s\",\"role\":\"%s\"}", some_police()->id,
      PICK(roles));
  }
}

static Draft draft;

void write_step(Person *person) {
  const Step *step = choose_step(person);
  draft_begin(&draft, step->kind);
  pass_time(person);
  // Some things become known only years later.
  bool is_late = step->then == step->in && !(step->traits & NEEDS_SENTENCE) && percent(4);
  int day = is_late ? person->day - between(100, 1500) : person->day;
  draft.person = person;
  if ((step->traits & IS_SHARED) && percent(20)) draft.second = another_person(person);
  add_date(&draft.date, day);
  add_filled(&draft.title, step->title, person, day);
  add_filled(&draft.details, step->details, person, day);
  fill_actors(&draft);
  if (percent(35)) text_add(&draft.place, some_city()->id);
  if (percent(4)) add_account(&draft.text, person, day);
  if (percent(98)) add_citations(&draft.sources);
  if (percent(3)) draft.because_of = person->last;
  if (percent(1.5)) add_confidential(&draft.private_part, person, day);
  draft_write(&draft);
  remember(&draft);
  person->last = draft.id;
  person->state = step->then;
  if (step->traits & IS_SENTENCE) person->sentence = draft.id;
  if (step->traits & IS_DEMAND) person->demand = draft.id;
}
