using System.IO;
using System.Threading;
using PSDicom.Editing;
using PSDicom.IO;
using PSDicom.Query;
using PSDicom.Threading;

namespace PSDicom.Frames.Transcoding;

/// <summary>
/// Compressed pixel data in sequences, as of icons: they have the transfer syntax of the file, so that they become native when it changes. Native
/// ones are legal everywhere below the top of a data set (PS3.5 section A.4).
/// </summary>
/// <param name="file">The file.</param>
/// <param name="open">The same file, open.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class NestedPixels(DicomFile file, OpenFile open, CancellationToken cancellation)
{
    /// <summary>Decodes them.</summary>
    /// <exception cref="DicomException">One cannot be decoded.</exception>
    public void Decode(EditNode root)
    {
        foreach (EditNode node in EditWalk.All(root))
        {
            foreach (DicomElement element in node.Dataset!.Elements)
            {
                if (!element.IsEncapsulated || (node == root && element.Tag.IsPixelData)) continue;
                if (!element.Tag.IsPixelData || node == root)
                {
                    throw new DicomException(
                        DicomErrorReason.UnsupportedTransferSyntax,
                        "This element is compressed like the pixel data, but it is not known what it contains, so that it cannot be converted with them. Remove it first.",
                        tagPath: ItemPlace.PathOf(node.Place, element.Tag));
                }

                Decode(node, element);
            }
        }
    }

    private void Decode(EditNode node, DicomElement element)
    {
        try
        {
            var item = new DicomFile(file.FullName, file.Length, file.TransferSyntax, file.FileMeta, node.Dataset!, [], DicomReadOptions.Default) { Parts = file.Parts };
            var image = new ImagePixels(item, open, cancellation);
            FrameDecoding decoding = FrameDecoding.Of(image);
            NativeFrameWriter? writer = null;
            var bytes = new MemoryStream();
            using var threads = new FrameThreads(1, cancellation);
            for (int frame = 0; frame < decoding.Count; frame++)
            {
                using DecodedFrame decoded = decoding.Decode(frame, threads);
                NativeFrame native = NativeFrame.Of(decoded, image);
                writer ??= new NativeFrameWriter(image, native);
                Append(writer.Pack(native).ToArray());
            }

            Append(writer!.Finish());
            node.EditOf(element.Tag).Write(new NewValue(writer.VR, bytes.ToArray()));
            writer.Describe(node);
            FragmentTable.Remove(node);

            void Append(byte[] packed) => bytes.Write(packed, 0, packed.Length);
        }
        catch (DicomException exception)
        {
            throw new DicomException(
                exception.Reason, $"Pixel data in a sequence cannot be decoded, so that the file cannot get another transfer syntax: {exception.Detail}", exception.Path, exception.Offset, ItemPlace.PathOf(node.Place, element.Tag), exception);
        }
    }
}
