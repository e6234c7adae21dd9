/*
 * JPEG by libjpeg-turbo, as fast as possible with the Huffman tables of the standard: like the decoding programs, but with samples as
 * input and the picture file as output of a pass.
 *
 *   encode_libjpeg INPUT OUTPUT SECONDS SIDE SAMPLES QUALITY
 *
 * INPUT: samples of a byte of a square of SIDE. Colour is stored with colour differences at half resolution.
 */
#include "decode_loop.h"
#include <jpeglib.h>

static buffer input, picture;
static int side, samples, quality;
static struct jpeg_compress_struct jpeg;

static void encode(void)
{
    unsigned char *bytes = picture.bytes;
    unsigned long length = picture.length;
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = jpeg.image_height = (JDIMENSION)side;
    jpeg.input_components = samples;
    jpeg.in_color_space = samples == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    size_t line = (size_t)side * samples;
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = input.bytes + line * jpeg.next_scanline;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }

    jpeg_finish_compress(&jpeg);
    if (bytes != picture.bytes) fail("room");
    picture.length = length;
}

static void encode_again(void)
{
    picture.length = input.length * 2 + 65536;
    encode();
}

int main(int count, char **arguments)
{
    if (count < 7) fail("usage");
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    side = atoi(arguments[4]);
    samples = atoi(arguments[5]);
    quality = atoi(arguments[6]);
    input = read_file(arguments[1]);
    picture = new_buffer(input.length * 2 + 65536);
    run(arguments, encode_again, &picture);
    return 0;
}
