#include "public_life.h"

#include "account.h"
#include "calendar.h"
#include "draft.h"
#include "record.h"
#include "template.h"
#include "world.h"

static const struct {
  const char *kind, *title, *details;
} events[] = {
  {"declaration", "$ngo condemns the <arrests|trials|closures> in $city and calls for inquiries",
   "\"form\":\"<statement|open_letter|report>\",\"issuer\":\"$ngoid\",\"stance\":[\"criticises\","
   "\"demands\"],\"demands\":[{\"id\":\"d1\",\"what\":\"investigation\",\"text\":\"an independent "
   "inquiry into the events in $city\",\"of\":\"$country\"}],\"claims\":[{\"text\":\"$few people "
   "were held without charge.\"}]"},
  {"declaration", "Members of the Assembly table a declaration on $country",
   "\"form\":\"written_declaration\",\"number\":\"$number\",\"tabled_in\":\"assembly\","
   "\"signatories\":[{\"n\":$few,\"unit\":\"members\"}],\"stance\":[\"regrets\"]"},
  {"count", "$ngo counts $few political prisoners in $country",
   "\"states\":[\"<held|imprisoned>\"],\"count\":{\"n\":$few,\"qualifier\":\"<exact|at_least|"
   "about>\",\"unit\":\"political prisoners\"},\"list\":\"the list of $ngo\""},
  {"count", "More than $many people are said to have been detained in $city",
   "\"state\":\"detained at rallies\",\"count\":{\"n\":$many,\"qualifier\":\"more_than\","
   "\"including\":[{\"n\":$few,\"of\":\"journalists\"}]}"},
  {"mass-arrest", "Police detain at least $few people at a rally in $city",
   "\"count\":{\"n\":$few,\"qualifier\":\"at_least\",\"unit\":\"people\"}"},
  {"border-measure", "$country <tightens|eases> control at its border",
   "\"stage\":\"<imposed|tightened|eased|lifted>\",\"by\":\"$countryid\",\"between\":[\"xa\","
   "\"<xb|xc|xd>\"],\"direction\":\"<both|outgoing>\",\"measure\":\"<controls|closure>\""},
  {"election", "An election in $country is <announced|held>",
   "\"stage\":\"<scheduled|held>\",\"office\":\"<president|parliament|mayor> of $country\""},
  {"protest", "A <strike|rally> of $many people in $somewhere over <wages|land|elections>",
   "\"stage\":\"<announced|held|dispersed>\",\"cause\":\"<wages|land|elections>\",\"participants\":"
   "{\"n\":$many,\"qualifier\":\"about\"}"},
  {"law", "Parliament <adopts|amends> the law on <assemblies|the press|associations>",
   "\"stage\":\"<proposed|adopted|amended>\",\"law\":\"law no. $number\",\"articles\":"
   "[\"$article\"]"},
  {"closure", "A court <closes|blocks> a <newspaper|website> in $city",
   "\"target\":\"<independent newspapers|trade unions|websites> in $somewhere\",\"form\":\"<closed|"
   "suspended|blocked>\""},
  {"practice", "Relatives of those held in $facility are <searched|turned away>",
   "\"what\":\"<visits refused|parcels withheld|calls cut short>\""},
};

static Draft draft;

void write_public_event(double share_of_log) {
  unsigned chosen = below(COUNT(events));
  int day = FIRST_DAY + 3000 + (int)(share_of_log * (LAST_DAY - FIRST_DAY - 3100)) + between(0, 90);
  draft_begin(&draft, events[chosen].kind);
  add_date(&draft.date, day);
  add_filled(&draft.title, events[chosen].title, NULL, day);
  add_filled(&draft.details, events[chosen].details, NULL, day);
  if (percent(70)) text_add(&draft.place, some_city()->id);
  if (percent(12)) add_account(&draft.text, NULL, day);
  add_citations(&draft.sources);
  draft_write(&draft);
  remember(&draft);
}
