// All frames of a DICOM file in memory by GDCM.
#include "decode_loop.h"
#include <gdcmImageReader.h>

static gdcm::ImageReader reader;
static buffer pixels;

static void decode()
{
    if (!reader.GetImage().GetBuffer(reinterpret_cast<char *>(pixels.bytes))) fail("GetBuffer");
}

int main(int count, char **arguments)
{
    if (count < 4) fail("usage");
    reader.SetFileName(arguments[1]);
    if (!reader.Read()) fail(arguments[1]);
    pixels = new_buffer(reader.GetImage().GetBufferLength());
    run(arguments, decode, &pixels);
    return 0;
}
