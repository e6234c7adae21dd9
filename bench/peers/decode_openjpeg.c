/* JPEG 2000 and HTJ2K by OpenJPEG, one component to samples of 16 bits; it can share one frame among threads. */
#include "decode_loop.h"
#include <openjpeg.h>

static buffer input, pixels;
static size_t position;
static int threads;

static OPJ_SIZE_T read_bytes(void *to, OPJ_SIZE_T length, void *unused)
{
    (void)unused;
    if (position == input.length) return (OPJ_SIZE_T)-1;
    if (length > input.length - position) length = input.length - position;
    memcpy(to, input.bytes + position, length);
    position += length;
    return length;
}

static OPJ_OFF_T skip_bytes(OPJ_OFF_T length, void *unused)
{
    (void)unused;
    position += (size_t)length;
    return length;
}

static OPJ_BOOL seek_byte(OPJ_OFF_T to, void *unused)
{
    (void)unused;
    position = (size_t)to;
    return OPJ_TRUE;
}

static void decode(void)
{
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    position = 0;
    opj_stream_t *stream = opj_stream_default_create(OPJ_TRUE);
    opj_stream_set_read_function(stream, read_bytes);
    opj_stream_set_skip_function(stream, skip_bytes);
    opj_stream_set_seek_function(stream, seek_byte);
    opj_stream_set_user_data_length(stream, input.length);
    opj_codec_t *codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_image_t *image = NULL;
    if (!opj_setup_decoder(codec, &parameters) || (threads > 1 && !opj_codec_set_threads(codec, threads)) ||
        !opj_read_header(stream, codec, &image) || !opj_decode(codec, stream, image) || !opj_end_decompress(codec, stream)) fail("OpenJPEG");

    size_t count = (size_t)image->comps[0].w * image->comps[0].h;
    if (!pixels.bytes) pixels = new_buffer(count * 2);
    const OPJ_INT32 *from = image->comps[0].data;
    unsigned short *to = (unsigned short *)pixels.bytes;
    for (size_t i = 0; i < count; i++) to[i] = (unsigned short)from[i];

    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(stream);
}

int main(int count, char **arguments)
{
    if (count < 4) fail("usage");
    threads = count > 4 ? atoi(arguments[4]) : 1;
    input = read_file(arguments[1]);
    run(arguments, decode, &pixels);
    return 0;
}
