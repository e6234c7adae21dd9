/* JPEG-LS by CharLS. */
#include "decode_loop.h"
#include <charls/charls.h>

static buffer input, pixels;

static void check(charls_jpegls_errc error)
{
    if (error) fail(charls_get_error_message(error));
}

static void decode(void)
{
    charls_jpegls_decoder *decoder = charls_jpegls_decoder_create();
    check(charls_jpegls_decoder_set_source_buffer(decoder, input.bytes, input.length));
    check(charls_jpegls_decoder_read_header(decoder));
    if (!pixels.bytes) {
        size_t length;
        check(charls_jpegls_decoder_get_destination_size(decoder, 0, &length));
        pixels = new_buffer(length);
    }

    check(charls_jpegls_decoder_decode_to_buffer(decoder, pixels.bytes, pixels.length, 0));
    charls_jpegls_decoder_destroy(decoder);
}

int main(int count, char **arguments)
{
    if (count < 4) fail("usage");
    input = read_file(arguments[1]);
    run(arguments, decode, &pixels);
    return 0;
}
