// A frame of a DICOM file in memory by DCMTK. Colour stays YCbCr.
#include "decode_loop.h"
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>

static DcmFileFormat file;
static DcmPixelData *element;
static buffer pixels;

static void decode()
{
    Uint32 fragment = 0;
    OFString colour;
    if (element->getUncompressedFrame(file.getDataset(), 0, fragment, pixels.bytes, static_cast<Uint32>(pixels.length), colour).bad())
        fail("getUncompressedFrame");
}

int main(int count, char **arguments)
{
    if (count < 4) fail("usage");
    DJDecoderRegistration::registerCodecs(EDC_never);
    DJLSDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
    DcmElement *found = nullptr;
    Uint32 length = 0;
    if (file.loadFile(arguments[1]).bad() || file.loadAllDataIntoMemory().bad() ||
        file.getDataset()->findAndGetElement(DCM_PixelData, found).bad() ||
        (element = dynamic_cast<DcmPixelData *>(found))->getUncompressedFrameSize(file.getDataset(), length).bad()) fail(arguments[1]);
    pixels = new_buffer(length);
    run(arguments, decode, &pixels);
    return 0;
}
