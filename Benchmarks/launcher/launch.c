/* launch REPORT CPU PROGRAM ARGUMENT…
 *
 * Runs a program and writes what it took to the file REPORT: seconds of wall clock, of the
 * processor in the program and in the system for it, the peak of resident memory in KiB, and the
 * exit status. With a CPU other than `-` the program may use that processor alone.
 *
 * It is small on purpose: Linux counts the memory of whoever starts a program towards that
 * program's peak. */
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void bind_to(const char *cpu) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET((unsigned)atoi(cpu), &set);
  if (sched_setaffinity(0, sizeof set, &set)) perror("launch: CPU");
}

int main(int count, char **arguments) {
  if (count < 4) return fputs("usage: launch REPORT CPU PROGRAM ARGUMENT...\n", stderr), 64;
  if (strcmp(arguments[2], "-")) bind_to(arguments[2]);
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    execvp(arguments[3], arguments + 3);
    perror(arguments[3]);
    _exit(127);
  }
  struct rusage used;
  int status;
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return perror("launch"), 70;
  double wall = now() - start;
  FILE *report = fopen(arguments[1], "w");
  if (!report) return perror(arguments[1]), 74;
  fprintf(report, "%.9f %.6f %.6f %ld %d\n", wall, seconds(used.ru_utime), seconds(used.ru_stime),
    used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return fclose(report) ? 74 : 0;
}
