// HTJ2K by OpenJPH, one component to samples of 16 bits, kept within 12 bits as ojph_expand does.
#include "decode_loop.h"
#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_params.h>

static buffer input, pixels;

static void decode()
{
    ojph::mem_infile file;
    file.open(input.bytes, input.length);
    ojph::codestream codestream;
    codestream.read_headers(&file);
    ojph::param_siz size = codestream.access_siz();
    ojph::ui32 width = size.get_recon_width(0), height = size.get_recon_height(0), component;
    int highest = (1 << size.get_bit_depth(0)) - 1;
    codestream.create();
    if (!pixels.bytes) pixels = new_buffer((size_t)width * height * 2);
    unsigned short *to = reinterpret_cast<unsigned short *>(pixels.bytes);
    for (ojph::ui32 y = 0; y < height; y++) {
        const ojph::si32 *from = codestream.pull(component)->i32;
        for (ojph::ui32 x = 0; x < width; x++) {
            int value = from[x] < 0 ? 0 : from[x];
            *to++ = static_cast<unsigned short>(value > highest ? highest : value);
        }
    }

    codestream.close();
}

int main(int count, char **arguments)
{
    if (count < 4) fail("usage");
    input = read_file(arguments[1]);
    run(arguments, decode, &pixels);
    return 0;
}
