/*
 * JPEG-LS by CharLS: like the decoding programs, but with samples as input and the codestream as output of a pass.
 *
 *   encode_charls INPUT OUTPUT SECONDS SIDE SAMPLES BITS NEAR
 *
 * INPUT: samples, little endian, of a square of SIDE. Colour is interleaved by line.
 */
#include "decode_loop.h"
#include <charls/charls.h>

static buffer input, codestream;
static size_t room;
static charls_frame_info frame;
static int near;

static void check(charls_jpegls_errc error)
{
    if (error) fail(charls_get_error_message(error));
}

static void encode(void)
{
    charls_jpegls_encoder *encoder = charls_jpegls_encoder_create();
    check(charls_jpegls_encoder_set_frame_info(encoder, &frame));
    check(charls_jpegls_encoder_set_near_lossless(encoder, near));
    if (frame.component_count > 1) check(charls_jpegls_encoder_set_interleave_mode(encoder, CHARLS_INTERLEAVE_MODE_LINE));
    check(charls_jpegls_encoder_set_destination_buffer(encoder, codestream.bytes, room));
    check(charls_jpegls_encoder_encode_from_buffer(encoder, input.bytes, input.length, 0));
    check(charls_jpegls_encoder_get_bytes_written(encoder, &codestream.length));
    charls_jpegls_encoder_destroy(encoder);
}

int main(int count, char **arguments)
{
    if (count < 8) fail("usage");
    frame.width = frame.height = (uint32_t)atoi(arguments[4]);
    frame.component_count = atoi(arguments[5]);
    frame.bits_per_sample = atoi(arguments[6]);
    near = atoi(arguments[7]);
    input = read_file(arguments[1]);
    room = input.length * 2 + 65536;
    codestream = new_buffer(room);
    run(arguments, encode, &codestream);
    return 0;
}
