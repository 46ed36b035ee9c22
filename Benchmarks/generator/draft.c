#include "draft.h"

#include <stdio.h>

#include "world.h"

unsigned long events_written = 0;
uint64_t id_step_milliseconds = 1;
static uint64_t id_milliseconds = 1546300800000u; /* 1 January 2019 */

void add_ref(Text *text, Ref ref) {
  text_format(text, "%08llx-%04llx-%04llx-%04llx-%012llx", (unsigned long long)(ref.high >> 32),
    (unsigned long long)(ref.high >> 16 & 0xFFFF), (unsigned long long)(ref.high & 0xFFFF),
    (unsigned long long)(ref.low >> 48), (unsigned long long)(ref.low & 0xFFFFFFFFFFFFu));
}

void draft_begin(Draft *draft, const char *kind) {
  id_milliseconds += 1 + draw() % id_step_milliseconds;
  draft->id.high = id_milliseconds << 16 | 0x7000 | (draw() & 0xFFF);
  draft->id.low = (draw() >> 2) | 0x8000000000000000u;
  draft->kind = kind;
  draft->person = draft->second = NULL;
  draft->account_of = draft->after = draft->because_of = (Ref){0, 0};
  Text *texts[] = {
    &draft->date, &draft->title, &draft->text, &draft->details, &draft->actors, &draft->place,
    &draft->sources, &draft->private_part,
  };
  for (size_t i = 0; i < COUNT(texts); i++) text_clear(texts[i]);
}

static void member(const char *name, const char *before, const Text *value, const char *after) {
  if (value->length) printf(",\"%s\":%s%s%s", name, before, value->bytes, after);
}

static void ref_member(const char *name, const char *before, Ref ref, const char *after) {
  Text text;
  text_clear(&text);
  if (ref.high) add_ref(&text, ref);
  member(name, before, &text, after);
}

static void write_persons(const Draft *draft) {
  if (!draft->person) return;
  printf(",\"persons\":[\"%s\"", draft->person->id);
  if (draft->second) printf(",\"%s\"", draft->second->id);
  putchar(']');
}

static void write_tags(const Draft *draft) {
  static const char *const tags[] = {
    "harbour-rally", "land-reform", "strike", "press-freedom", "trade-union", "elections",
    "lawyers", "students", "religion", "language", "environment", "prison-conditions",
  };
  if (!draft->date.length || !percent(15)) return;
  unsigned first = below(COUNT(tags));
  printf(",\"tags\":[\"%s\"", tags[first]);
  if (percent(25)) printf(",\"%s\"", tags[(first + 1) % COUNT(tags)]);
  putchar(']');
}

void draft_write(const Draft *draft) {
  static const char *const certainties[] = {"confirmed", "confirmed", "believed", "disputed"};
  Text id;
  text_clear(&id);
  add_ref(&id, draft->id);
  printf("{\"id\":\"%s\",\"kind\":\"%s\"", id.bytes, draft->kind);
  member("date", "\"", &draft->date, "\"");
  write_persons(draft);
  member("actors", "[", &draft->actors, "]");
  member("place", "\"", &draft->place, "\"");
  member("title", "\"", &draft->title, "\"");
  member("text", "\"", &draft->text, "\"");
  member("details", "{", &draft->details, "}");
  member("sources", "[", &draft->sources, "]");
  if (draft->date.length && percent(12)) printf(",\"certainty\":\"%s\"", PICK(certainties));
  ref_member("account_of", "\"", draft->account_of, "\"");
  ref_member("after", "[\"", draft->after, "\"]");
  ref_member("because_of", "[\"", draft->because_of, "\"]");
  if (draft->date.length && percent(2)) printf(",\"order\":%u", 1 + below(4));
  write_tags(draft);
  member("private", "{", &draft->private_part, "}");
  fputs("}\n", stdout);
  events_written++;
}
