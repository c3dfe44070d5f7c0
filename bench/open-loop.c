/* Sends requests by a clock and not by the answers, over blocking connections: a late answer makes the next one late, and its waiting counts.
     open-loop PORT CONNECTIONS RATE SECONDS PATH BODIES     BODIES: one JSON body a line
   Prints: answers, and p50, p90, p99, p99.9 and the longest in microseconds. Build: cc -O2 -pthread open-loop.c -o open-loop */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 20000, LINE = 8192 };
static int port, connections, rate, seconds, bodies;
static char *request[MOST];
static double *all;
static long total;
static pthread_mutex_t adding = PTHREAD_MUTEX_INITIALIZER;

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int answer(int s, char *room, int size) {
  int got = 0, need = -1;
  while (need < 0 || got < need) {
    int k = read(s, room + got, size - got - 1);
    if (k <= 0) return -1;
    got += k;
    room[got] = 0;
    char *end = need < 0 ? strstr(room, "\r\n\r\n") : NULL;
    if (end) {
      char *length = strcasestr(room, "content-length:");
      need = (int)(end - room) + 4 + (length ? atoi(length + 15) : 0);
    }
  }
  return strncmp(room + 9, "200", 3) == 0 ? 0 : -1;
}

static void *connection(void *argument) {
  long id = (long)argument, n = (long)seconds * rate / connections;
  int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
  if (connect(s, (void *)&to, sizeof to)) return NULL;
  setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  double *took = malloc(n * sizeof *took);
  char room[65536];
  long long step = 1000000000LL * connections / rate, start = now() + 50000000LL + step * id / connections, done = 0;
  long i;
  for (i = 0; i < n; i++) {
    long long at = start + i * step;
    struct timespec t = {at / 1000000000LL, at % 1000000000LL};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, 0);
    /* When the answer before came late this one leaves late, and counts from when it should have left. Otherwise the sleeper's own lateness is not the server's. */
    long long left = done > at ? at : now();
    char *r = request[(id * 7919 + i) % bodies];
    if (write(s, r, strlen(r)) < 0 || answer(s, room, sizeof room)) break;
    done = now();
    took[i] = (done - left) / 1e3;
  }
  pthread_mutex_lock(&adding);
  memcpy(all + total, took, i * sizeof *took);
  total += i;
  pthread_mutex_unlock(&adding);
  close(s);
  return NULL;
}

static int ascending(const void *a, const void *b) {
  double d = *(double *)a - *(double *)b;
  return d < 0 ? -1 : d > 0;
}

int main(int count, char **word) {
  if (count != 7) return fprintf(stderr, "open-loop PORT CONNECTIONS RATE SECONDS PATH BODIES\n"), 2;
  port = atoi(word[1]), connections = atoi(word[2]), rate = atoi(word[3]), seconds = atoi(word[4]);
  FILE *file = fopen(word[6], "r");
  char line[LINE];
  while (file && bodies < MOST && fgets(line, LINE, file)) {
    line[strcspn(line, "\n")] = 0;
    request[bodies] = malloc(LINE + 300);
    snprintf(request[bodies++], LINE + 300, "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", word[5], strlen(line), line);
  }
  if (!bodies || connections > 256) return fprintf(stderr, "no bodies, or more than 256 connections\n"), 2;
  all = malloc(((long)seconds * rate + connections) * sizeof *all);
  pthread_t thread[256];
  for (long i = 0; i < connections; i++) pthread_create(&thread[i], 0, connection, (void *)i);
  for (int i = 0; i < connections; i++) pthread_join(thread[i], 0);
  if (total < (long)seconds * rate * 99 / 100) return fprintf(stderr, "only %ld answers\n", total), 1;
  qsort(all, total, sizeof *all, ascending);
  printf("%ld %.0f %.0f %.0f %.0f %.0f\n", total, all[total / 2], all[total * 9 / 10], all[total * 99 / 100], all[total * 999 / 1000], all[total - 1]);
  return 0;
}
