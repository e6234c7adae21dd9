using System.Globalization;
using PSDicom.Codecs;
using PSDicom.Frames;

namespace PSDicom.Bench;

/// <summary>The program that the scripts in parts/ run: makes pictures and files, decodes or encodes in a loop, compares samples.</summary>
internal static class Program
{
    private const string Usage = """
        usage: make FOLDER                                               writes the pictures to encode
               wrap SYNTAX SAMPLES BITS CODESTREAM FILE                  puts a codestream into a DICOM file
               wrap-native SAMPLES BITS FILE OUTPUT                     puts samples into a native DICOM file
               unwrap FILE CODESTREAM                                    takes it out
               large FILE FRAMES                                         writes a native file of frames that are mostly holes
               read FILE FRAME                                           decodes one frame of a file
               decode SYNTAX BYTES CODESTREAM OUTPUT SECONDS THREADS     decodes in a loop to samples of BYTES; writes them once; prints bytes
                                                                         of a pass, seconds: least of the processor, of the clock, first of the
                                                                         processor; passes; bytes allocated; so many frames at once
               decode-one SYNTAX BYTES CODESTREAM OUTPUT SECONDS THREADS the same of one frame on several threads
               series FOLDER FRAMES FILES                                writes frames.dcm, of so many frames, and files of one frame in slices/
               encode ENCODER SAMPLES BYTES FILE OUTPUT SECONDS          encodes samples of BYTES in a loop with png or jpeg-QUALITY, or compresses
                                                                         the lines of a PNG with Optimal or Fastest; prints the same but for
                                                                         the last
               encode-frame SYNTAX FILE OUTPUT SECONDS THREADS [NEAR|QUALITY|rRATIO]
                                                                         encodes the first frame of a file in a loop; prints bytes of a pass, the
                                                                         same seconds, passes, bytes of the encoded frame
               differ FILE FILE BYTES                                    prints the largest difference of samples, and the mean
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["make", string folder]:
                SampleFiles.Make(folder);
                return 0;
            case ["wrap", string syntax, string samples, string bits, string codestream, string file]:
                SampleFiles.Wrap(syntax, Integer(samples), Integer(bits), codestream, file);
                return 0;
            case ["wrap-native", string samples, string bits, string file, string output]:
                SampleFiles.WrapNative(Integer(samples), Integer(bits), file, output);
                return 0;
            case ["unwrap", string file, string codestream]:
                SampleFiles.Unwrap(file, codestream);
                return 0;
            case ["large", string file, string frames]:
                SampleFiles.MakeLarge(file, Integer(frames));
                return 0;
            case ["read", string file, string frame]:
                Console.WriteLine(FrameReader.Read(file, [Integer(frame)], null, CancellationToken.None).Single().Rows);
                return 0;
            case ["decode", string syntax, string bytes, string codestream, string output, string seconds, string threads]:
                Decode(new DecodeLoop(syntax, Integer(bytes), codestream, Integer(threads), 1), output, seconds);
                return 0;
            case ["decode-one", string syntax, string bytes, string codestream, string output, string seconds, string threads]:
                Decode(new DecodeLoop(syntax, Integer(bytes), codestream, 1, Integer(threads)), output, seconds);
                return 0;
            case ["series", string folder, string frames, string files]:
                SampleSeries.Make(folder, Integer(frames), Integer(files));
                return 0;
            case ["encode", string encoder, string samples, string bytes, string file, string output, string seconds]:
                using (var encoding = new EncodeLoop(encoder, file, Integer(samples), Integer(bytes)))
                    Console.WriteLine(encoding.Run(output, double.Parse(seconds, CultureInfo.InvariantCulture)));
                return 0;
            case ["encode-frame", string syntax, string file, string output, string seconds, string threads, .. string[] option]:
                FrameEncodingOptions options = option switch
                {
                    [['r', .. string ratio]] => new FrameEncodingOptions { Ratio = double.Parse(ratio, CultureInfo.InvariantCulture) },
                    [string number] => new FrameEncodingOptions { NearLossless = Integer(number), Quality = Integer(number) },
                    _ => FrameEncodingOptions.Default,
                };
                Console.WriteLine(new FrameEncodeLoop(syntax, file, options, Integer(threads)).Run(output, double.Parse(seconds, CultureInfo.InvariantCulture)));
                return 0;
            case ["differ", string file, string other, string bytes]:
                Console.WriteLine(Difference.Measure(file, other, Integer(bytes)));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static void Decode(DecodeLoop loop, string output, string seconds) =>
        Console.WriteLine(loop.Run(output, double.Parse(seconds, CultureInfo.InvariantCulture)));

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
