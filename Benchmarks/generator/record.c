#include "record.h"

#include <string.h>

#include "account.h"
#include "calendar.h"
#include "template.h"
#include "world.h"

/* The last events of whom and what, of which the record may speak. */
enum { KEPT = 4096 };
typedef struct {
  Ref id, account_of;
  const char *kind;
  Person *person;
  Text date, details;
  bool is_withdrawn;
} Kept;
static Kept kept[KEPT];
static unsigned long kept_count;

void remember(const Draft *draft) {
  Kept *place = &kept[kept_count++ % KEPT];
  place->id = draft->id;
  place->account_of = draft->account_of;
  place->kind = draft->kind;
  place->person = draft->person;
  place->is_withdrawn = false;
  memcpy(&place->date, &draft->date, offsetof(Text, bytes) + draft->date.length + 1);
  memcpy(&place->details, &draft->details, offsetof(Text, bytes) + draft->details.length + 1);
}

static Kept *some_event(void) {
  if (!kept_count) return NULL;
  Kept *event = &kept[below(kept_count < KEPT ? (unsigned)kept_count : KEPT)];
  return event->is_withdrawn ? NULL : event;
}

static Draft draft;

static void write_correction(const Kept *event) {
  draft_begin(&draft, "correction");
  text_add(&draft.details, "\"of\":\"");
  add_ref(&draft.details, event->id);
  text_add(&draft.details, "\",\"set\":{");
  int day = between(FIRST_DAY + 3000, LAST_DAY);
  bool is_prison = !strcmp(event->kind, "sentence");
  if (is_prison && percent(60)) {
    add_filled(&draft.details, "\"details\":{\"term\":\"$years\"}", NULL, day);
  } else if (event->date.length >= 10 && event->date.bytes[4] == '-' && percent(50)) {
    // Another day of the same month.
    text_format(&draft.details, "\"date\":\"%.8s%02d\"", event->date.bytes, between(1, 28));
  } else if (percent(50)) {
    text_format(&draft.details, "\"place\":\"%s\"", some_city()->id);
  } else {
    text_add(&draft.details, "\"text\":\"");
    add_account(&draft.details, NULL, day);
    text_byte(&draft.details, '"');
  }
  add_filled(&draft.details, "},\"reason\":\"<the court says so|a misprint|$ngo has it so>\"",
    NULL, day);
  add_citations(&draft.sources);
  draft_write(&draft);
}

static void write_retraction(Kept *event) {
  draft_begin(&draft, "retraction");
  text_add(&draft.details, "\"of\":\"");
  add_ref(&draft.details, event->id);
  text_add(&draft.details, "\",\"reason\":\"the source withdrew it\"");
  draft_write(&draft);
  event->is_withdrawn = true;
}

/* The same happening as another source tells it; events that others refer to keep their place. */
static void write_account(const Kept *event) {
  draft_begin(&draft, event->kind);
  draft.account_of = event->id;
  draft.person = event->person;
  draft.date = event->date;
  draft.details = event->details;
  int day = between(FIRST_DAY + 3000, LAST_DAY);
  add_filled(&draft.title, "The same, as $ngo tells it from $city", NULL, day);
  add_account(&draft.text, NULL, day);
  add_citations(&draft.sources);
  draft_write(&draft);
  remember(&draft);
}

static void write_ranking(const Kept *account) {
  draft_begin(&draft, "ranking");
  text_add(&draft.details, "\"of\":\"");
  add_ref(&draft.details, account->id);
  add_filled(&draft.details,
    "\",\"rank\":\"<preferred|preferred|deprecated>\",\"reason\":"
    "\"<it names the day|its author was there>\"",
    NULL, FIRST_DAY);
  draft_write(&draft);
}

static void write_evidence(const Kept *event) {
  draft_begin(&draft, "evidence");
  text_add(&draft.details, "\"event\":\"");
  add_ref(&draft.details, event->id);
  text_add(&draft.details, "\",\"sha256\":\"");
  for (int i = 0; i < 4; i++) text_format(&draft.details, "%016llx", (unsigned long long)draw());
  add_filled(&draft.details,
    "\",\"name\":\"scan-$number.<pdf|jpg>\",\"media_type\":\"application/pdf\",\"bytes\":$number",
    NULL, FIRST_DAY);
  draft_write(&draft);
}

static bool write_relation(const Kept *event) {
  const Person *other = event->person ? another_person(event->person) : NULL;
  if (!other) return false;
  draft_begin(&draft, "relation");
  add_filled(&draft.details, "\"persons\":[\"", NULL, FIRST_DAY);
  text_format(&draft.details, "%s\"],\"to\":\"%s\"", event->person->id, other->id);
  add_filled(&draft.details, ",\"as\":\"<colleague|relative|co_defendant>\"", NULL, FIRST_DAY);
  add_citations(&draft.sources);
  draft_write(&draft);
  return true;
}

bool write_about_record(void) {
  Kept *event = some_event();
  if (!event) return false;
  unsigned chance = below(1000);
  bool is_account = event->account_of.high != 0;
  if (chance < 400) {
    write_correction(event);
  } else if (chance < 460) {
    write_retraction(event);
  } else if (chance < 760) {
    if (is_account) return false;
    write_account(event);
  } else if (chance < 860) {
    if (!is_account) return false;
    write_ranking(event);
  } else if (chance < 940) {
    write_evidence(event);
  } else {
    return write_relation(event);
  }
  return true;
}
