// The frame of a native DICOM file by DCMTK: like the decoding programs, but each pass makes a compressed copy of the data set in memory.
//
//   encode_dcmtk INPUT OUTPUT SECONDS SYNTAX NEAR-OR-QUALITY
//
// SYNTAX: the unique identifier without 1.2.840.10008.1.2. OUTPUT: the fragment of the frame.
#include "decode_loop.h"
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>
#include <memory>
#include <string>

static DcmFileFormat file;
static E_TransferSyntax syntax;
static std::unique_ptr<DcmRepresentationParameter> parameter;
static std::unique_ptr<DcmDataset> compressed;
static buffer codestream;

static void encode()
{
    compressed.reset(new DcmDataset(*file.getDataset()));
    if (compressed->chooseRepresentation(syntax, parameter.get()).bad()) fail("chooseRepresentation");
}

static void encode_and_keep()
{
    encode();
    if (codestream.bytes) return;
    DcmElement *element = nullptr;
    DcmPixelSequence *sequence = nullptr;
    DcmPixelItem *item = nullptr;
    Uint8 *bytes = nullptr;
    if (compressed->findAndGetElement(DCM_PixelData, element).bad() ||
        dynamic_cast<DcmPixelData *>(element)->getEncapsulatedRepresentation(syntax, parameter.get(), sequence).bad() ||
        sequence->getItem(item, 1).bad() || item->getUint8Array(bytes).bad()) fail("getEncapsulatedRepresentation");
    codestream = new_buffer(item->getLength());
    memcpy(codestream.bytes, bytes, codestream.length);
}

int main(int count, char **arguments)
{
    if (count < 6) fail("usage");
    DJEncoderRegistration::registerCodecs(ECC_lossyYCbCr, EUC_never, OFFalse, 0, 0, 0, OFTrue);
    DJLSEncoderRegistration::registerCodecs();
    DcmRLEEncoderRegistration::registerCodecs();
    const std::string wanted = arguments[4];
    const int option = atoi(arguments[5]);
    if (wanted == "5") parameter.reset(new DcmRLERepresentationParameter());
    else if (wanted == "4.80" || wanted == "4.81") parameter.reset(new DJLSRepresentationParameter(static_cast<Uint16>(option), wanted == "4.80"));
    else if (wanted == "4.70") parameter.reset(new DJ_RPLossless(1, 0));
    else parameter.reset(new DJ_RPLossy(option));
    syntax = DcmXfer(("1.2.840.10008.1.2." + wanted).c_str()).getXfer();
    if (file.loadFile(arguments[1]).bad() || file.loadAllDataIntoMemory().bad()) fail(arguments[1]);
    run(arguments, encode_and_keep, &codestream);
    return 0;
}
