#include "names.h"

#include <ctype.h>
#include <string.h>

#include "random.h"

/* Latin, and the same in Cyrillic. */
typedef const char *Pair[2];

static const Pair given_names[] = {
  {"Anna", "Анна"}, {"Timur", "Тимур"}, {"Aigul", "Айгуль"}, {"Pavel", "Павел"},
  {"Daria", "Дария"}, {"Marat", "Марат"}, {"Elena", "Елена"}, {"Ruslan", "Руслан"},
  {"Zarina", "Зарина"}, {"Oleg", "Олег"}, {"Saule", "Сауле"}, {"Viktor", "Виктор"},
  {"Madina", "Мадина"}, {"Artem", "Артем"}, {"Nadia", "Надия"}, {"Erlan", "Ерлан"},
  {"Irina", "Ирина"}, {"Kanat", "Канат"}, {"Leila", "Лейла"}, {"Boris", "Борис"},
  {"Dina", "Дина"}, {"Askar", "Аскар"}, {"Vera", "Вера"}, {"Maxim", "Максим"},
  {"Gulnara", "Гульнара"}, {"Sergei", "Сергей"}, {"Tomiris", "Томирис"}, {"Ivan", "Иван"},
  {"Bota", "Бота"}, {"Yury", "Юрий"}, {"Zhanna", "Жанна"}, {"Dauren", "Даурен"},
};

static const Pair syllables[] = {
  {"ba", "ба"}, {"ve", "ве"}, {"go", "го"}, {"da", "да"}, {"zha", "жа"}, {"zi", "зи"},
  {"ka", "ка"}, {"lu", "лу"}, {"mo", "мо"}, {"na", "на"}, {"pe", "пе"}, {"ru", "ру"},
  {"sa", "са"}, {"ti", "ти"}, {"khu", "ху"}, {"cho", "чо"}, {"sha", "ша"}, {"bor", "бор"},
  {"ver", "вер"}, {"gal", "гал"}, {"dom", "дом"}, {"kir", "кир"}, {"lan", "лан"}, {"mur", "мур"},
  {"nor", "нор"}, {"pol", "пол"}, {"rad", "рад"}, {"sal", "сал"}, {"tem", "тем"}, {"khan", "хан"},
  {"byr", "быр"}, {"zor", "зор"}, {"fir", "фир"}, {"tsa", "ца"}, {"gu", "гу"}, {"ly", "лы"},
};

static const Pair family_endings[] = {
  {"ov", "ов"}, {"in", "ин"}, {"enko", "енко"}, {"bek", "бек"}, {"sky", "ский"}, {"yan", "ян"},
  {"uly", "улы"}, {"ev", "ев"}, {"shvili", "швили"}, {"ich", "ич"},
};

static const Pair place_endings[] = {
  {"sk", "ск"}, {"grad", "град"}, {"tau", "тау"}, {"kent", "кент"}, {"pol", "поль"},
  {"gorsk", "горск"}, {"kum", "кум"}, {"burg", "бург"},
};

static void add(Name *name, const Pair pair) {
  strcat(name->latin, pair[0]);
  strcat(name->cyrillic, pair[1]);
}

/* A lower-case Cyrillic letter of two bytes as a capital. */
static void capitalise(char *letter) {
  unsigned char *bytes = (unsigned char *)letter;
  if (bytes[0] == 0xD0) {
    bytes[1] -= 0x20;
  } else {
    bytes[0] = 0xD0;
    bytes[1] += 0x20;
  }
}

/* Adds a word of some syllables and an ending, capitalised. */
static void add_word(Name *name, int syllable_count, const Pair ending) {
  size_t latin = strlen(name->latin), cyrillic = strlen(name->cyrillic);
  for (int i = 0; i < syllable_count; i++) add(name, PICK(syllables));
  add(name, ending);
  name->latin[latin] = (char)toupper((unsigned char)name->latin[latin]);
  capitalise(name->cyrillic + cyrillic);
}

static void make_slug(Name *name) {
  size_t length = strlen(name->latin);
  for (size_t i = 0; i <= length; i++) {
    char letter = name->latin[i];
    name->slug[i] = letter == ' ' ? '-' : (char)tolower((unsigned char)letter);
  }
}

Name person_name(void) {
  Name name = {{0}, {0}, {0}};
  add(&name, PICK(given_names));
  add(&name, (Pair){" ", " "});
  add_word(&name, between(1, 2), PICK(family_endings));
  make_slug(&name);
  return name;
}

Name place_name(void) {
  Name name = {{0}, {0}, {0}};
  add_word(&name, between(1, 2), PICK(place_endings));
  make_slug(&name);
  return name;
}
