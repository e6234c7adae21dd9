/*
 * PNG by libpng with its own choice of filters: like the decoding programs, but with samples as input and the picture file as output.
 *
 *   encode_libpng INPUT OUTPUT SECONDS SIDE SAMPLES BYTES LEVEL
 *
 * INPUT: samples of BYTES, little endian, of a square of SIDE. LEVEL: the compression level of zlib.
 */
#include "decode_loop.h"
#include <png.h>

static buffer input, picture;
static int side, samples, bytes, level;

static void append(png_structp png, png_bytep data, size_t length)
{
    (void)png;
    memcpy(picture.bytes + picture.length, data, length);
    picture.length += length;
}

static void flush(png_structp png)
{
    (void)png;
}

static void encode(void)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    if (!png || !info || setjmp(png_jmpbuf(png))) fail("libpng");
    picture.length = 0;
    png_set_write_fn(png, NULL, append, flush);
    png_set_IHDR(png, info, side, side, bytes * 8, samples == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, level);
    png_write_info(png, info);
    if (bytes == 2) png_set_swap(png);
    size_t line = (size_t)side * samples * bytes;
    for (int row = 0; row < side; row++) png_write_row(png, input.bytes + line * row);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}

int main(int count, char **arguments)
{
    if (count < 8) fail("usage");
    side = atoi(arguments[4]);
    samples = atoi(arguments[5]);
    bytes = atoi(arguments[6]);
    level = atoi(arguments[7]);
    input = read_file(arguments[1]);
    picture = new_buffer(input.length * 2 + 65536);
    run(arguments, encode, &picture);
    return 0;
}
