/*
 * The floor: the time the operating system alone needs to read the beginnings of many files. It walks a folder, and for
 * each file does open, one read of 4 KB, close: on one thread while walking, on several after walking.
 *
 *   floor FOLDER THREADS
 *
 * It prints the number of files and the seconds taken.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { READ_SIZE = 4096, MAX_THREADS = 256 };

static char **paths;
static size_t path_count, path_room;
static atomic_size_t next_path;

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void read_file(const char *path)
{
    char bytes[READ_SIZE];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, bytes, sizeof bytes) < 0 || close(file) < 0) fail(path);
}

static void keep_path(const char *path)
{
    if (path_count == path_room) {
        path_room = path_room ? path_room * 2 : 1024;
        paths = realloc(paths, path_room * sizeof *paths);
        if (!paths) fail("realloc");
    }
    paths[path_count] = strdup(path);
    if (!paths[path_count++]) fail("strdup");
}

static void walk(const char *folder, void (*visit)(const char *), size_t *count)
{
    DIR *directory = opendir(folder);
    if (!directory) fail(folder);
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_type == DT_DIR) walk(path, visit, count);
        else if (entry->d_type == DT_REG) visit(path), ++*count;
    }
    closedir(directory);
}

static void *read_files(void *unused)
{
    for (size_t i; (i = atomic_fetch_add(&next_path, 1)) < path_count;) read_file(paths[i]);
    return unused;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    int thread_count = argc == 3 ? atoi(argv[2]) : 0;
    if (thread_count < 1 || thread_count > MAX_THREADS) {
        fprintf(stderr, "usage: floor FOLDER THREADS\n");
        return 2;
    }

    size_t count = 0;
    double start = now();
    if (thread_count == 1) {
        walk(argv[1], read_file, &count);
    } else {
        pthread_t threads[MAX_THREADS];
        walk(argv[1], keep_path, &count);
        for (int i = 0; i < thread_count; i++)
            if (pthread_create(&threads[i], NULL, read_files, NULL)) fail("pthread_create");
        for (int i = 0; i < thread_count; i++) pthread_join(threads[i], NULL);
    }
    printf("%zu %.6f\n", count, now() - start);
    return 0;
}
