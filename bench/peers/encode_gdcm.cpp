// The frame of a native DICOM file by GDCM: like the decoding programs, but with the codestream as output of a pass.
//
//   encode_gdcm INPUT OUTPUT SECONDS SYNTAX
//
// SYNTAX: the unique identifier without 1.2.840.10008.1.2.
#include "decode_loop.h"
#include <gdcmFragment.h>
#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmImageReader.h>
#include <gdcmRLECodec.h>
#include <gdcmSequenceOfFragments.h>
#include <string>

static gdcm::ImageReader reader;
static gdcm::TransferSyntax syntax;
static buffer codestream;

static void encode()
{
    gdcm::ImageChangeTransferSyntax change;
    change.SetTransferSyntax(syntax);
    change.SetInput(reader.GetImage());
    if (!change.Change()) fail("Change");
    if (codestream.bytes) return;
    const gdcm::ByteValue *bytes = change.GetOutput().GetDataElement().GetSequenceOfFragments()->GetFragment(0).GetByteValue();
    codestream = new_buffer(bytes->GetLength());
    memcpy(codestream.bytes, bytes->GetPointer(), codestream.length);
}

int main(int count, char **arguments)
{
    if (count < 5) fail("usage");
    syntax = gdcm::TransferSyntax::GetTSType(("1.2.840.10008.1.2." + std::string(arguments[4])).c_str());
    reader.SetFileName(arguments[1]);
    if (!reader.Read()) fail(arguments[1]);
    run(arguments, encode, &codestream);
    return 0;
}
