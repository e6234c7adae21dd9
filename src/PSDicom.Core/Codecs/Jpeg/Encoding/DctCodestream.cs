using System;
using System.Threading;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// Encodes the sequential DCT-based processes of ITU-T T.81: baseline for 8 bits, extended for 12 bits. RGB is converted to YCbCr.
/// </summary>
internal static class DctCodestream
{
    /// <summary>Writes a codestream from SOI to EOI.</summary>
    /// <param name="source">The samples.</param>
    /// <param name="application">Marker segments of the file format, which follow SOI; may be empty.</param>
    /// <param name="output">Receives the bytes. They are valid until it returns.</param>
    /// <param name="cancellation">Cancels the work; checked at each line of blocks.</param>
    /// <exception cref="ArgumentException">The samples are not supported.</exception>
    public static void Encode(DctSource source, byte[] application, Action<ArraySegment<byte>> output, CancellationToken cancellation = default)
    {
        source.Check();
        QuantizationTable[] quantization = QuantizationTable.Make(source.Quality);
        using var scan = new DctScanWriter(source, quantization, cancellation);
        DctTables[] tables = source.HasOwnTables ? scan.MakeTables() : DctTables.Standard(source.Components);
        output(new ArraySegment<byte>(MakeHeader(source, application, quantization, tables)));
        using (var bits = new EntropyCodedOutput(output)) scan.Write(tables, bits);
        output(new ArraySegment<byte>([0xFF, JpegMarker.EOI]));
    }

    private static byte[] MakeHeader(DctSource source, byte[] application, QuantizationTable[] quantization, DctTables[] tables)
    {
        var header = new JpegHeaderWriter();
        header.Application(application);
        for (int selector = 0; selector < tables.Length; selector++) header.Quantization(selector, quantization[selector]);

        byte[] sampling = new byte[source.Components], selectors = new byte[source.Components], scanTables = new byte[source.Components];
        for (int i = 0; i < source.Components; i++)
        {
            sampling[i] = (byte)(i == 0 ? (source.Across << 4) | source.Down : 0x11);
            selectors[i] = (byte)StandardHuffmanTables.SelectorOf(i);
            scanTables[i] = (byte)(selectors[i] * 0x11);
        }

        header.Frame(source.Precision == 8 ? JpegMarker.SOF0 : JpegMarker.SOF1, source.Precision, source.Width, source.Height, sampling, selectors);
        for (int selector = 0; selector < tables.Length; selector++)
        {
            header.Huffman(isAc: false, selector, tables[selector].Dc);
            header.Huffman(isAc: true, selector, tables[selector].Ac);
        }

        return header.Scan(scanTables, 0, 63).ToArray();
    }
}
