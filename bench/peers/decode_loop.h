/*
 * Common code of the decoding programs. Each is called as
 *
 *   program INPUT OUTPUT SECONDS [THREADS]
 *
 * decodes INPUT once and writes the samples to OUTPUT (little endian, samples of a pixel together), then decodes it for SECONDS
 * into the same memory and prints bytes of a pass, the fastest pass in seconds of processor time and elapsed time, the
 * first in seconds of processor time, passes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    unsigned char *bytes;
    size_t length;
} buffer;

static void fail(const char *what)
{
    fprintf(stderr, "%s failed\n", what);
    exit(1);
}

static buffer new_buffer(size_t length)
{
    buffer made = { (unsigned char *)malloc(length), length };
    if (!made.bytes) fail("malloc");
    return made;
}

static inline buffer read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) fail(path);
    buffer read = new_buffer((size_t)ftell(file));
    rewind(file);
    if (fread(read.bytes, 1, read.length, file) != read.length) fail(path);
    fclose(file);
    return read;
}

static double seconds_of(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now)) fail("clock_gettime");
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* pixels: where decode puts the samples; it may be allocated by the first call. */
static void run(char **arguments, void (*decode)(void), const buffer *pixels)
{
    double first = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    decode();
    first = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - first;
    FILE *output = fopen(arguments[2], "wb");
    if (!output || fwrite(pixels->bytes, 1, pixels->length, output) != pixels->length || fclose(output)) fail(arguments[2]);

    double least_processor = 1e9, least_clock = 1e9, end = seconds_of(CLOCK_MONOTONIC) + atof(arguments[3]);
    int passes = 0;
    while (seconds_of(CLOCK_MONOTONIC) < end || passes < 3) {
        double clock = seconds_of(CLOCK_MONOTONIC), processor = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
        decode();
        processor = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - processor;
        clock = seconds_of(CLOCK_MONOTONIC) - clock;
        if (processor < least_processor) least_processor = processor;
        if (clock < least_clock) least_clock = clock;
        passes++;
    }

    printf("%zu %.6f %.6f %.6f %d\n", pixels->length, least_processor, least_clock, first, passes);
}
