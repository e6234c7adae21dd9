/* JPEG by libjpeg-turbo. Colour stays YCbCr, upsampled to full resolution. */
#include "decode_loop.h"
#include <jpeglib.h>

static buffer input, pixels;
static struct jpeg_decompress_struct jpeg;

static void decode(void)
{
    jpeg_mem_src(&jpeg, input.bytes, input.length);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = jpeg.jpeg_color_space;
    jpeg_start_decompress(&jpeg);
    size_t line = (size_t)jpeg.output_width * jpeg.output_components;
    if (!pixels.bytes) pixels = new_buffer(line * jpeg.output_height);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW rows[4];
        for (int i = 0; i < 4; i++) rows[i] = pixels.bytes + line * (jpeg.output_scanline + i);
        jpeg_read_scanlines(&jpeg, rows, 4);
    }

    jpeg_finish_decompress(&jpeg);
}

int main(int count, char **arguments)
{
    if (count < 4) fail("usage");
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    input = read_file(arguments[1]);
    run(arguments, decode, &pixels);
    return 0;
}
