using System.Globalization;
using PSDicom.Codecs;

namespace PSDicom.Bench;

/// <summary>Encodes frames of DICOM files in a loop, and makes files of their samples for other encoders.</summary>
internal static class Program
{
    private const string Usage = """
        usage: samples FILE FRAME NAME                     writes the samples of a frame: NAME.rawl (little endian), and NAME.pgm or NAME.ppm if
                                                           unsigned; prints columns, rows, samples, bits, s or u
               encode SYNTAX FILE FRAME OUTPUT SECONDS THREADS [NAME=VALUE ...]
                                                           encodes in a loop, and writes the frame once; options are those of
                                                           FrameEncodingOptions; prints bytes of the samples and of the frame, seconds: least
                                                           of the processor, of the clock, first of the processor; passes
               decode FILE CODESTREAM FRAME                decodes a codestream of the frame's format, and compares: prints the largest
                                                           difference and PSNR in dB
        """;

    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case ["samples", string file, string frame, string name]:
                Console.WriteLine(SourceFrame.Read(file, Integer(frame)).Write(name));
                return 0;
            case ["encode", string syntax, string file, string frame, string output, string seconds, string threads, ..]:
                var loop = new EncodeLoop(syntax, SourceFrame.Read(file, Integer(frame)), Options(arguments.Skip(7)), Integer(threads));
                Console.WriteLine(loop.Run(output, double.Parse(seconds, CultureInfo.InvariantCulture)));
                return 0;
            case ["decode", string file, string codestream, string frame]:
                Console.WriteLine(SourceFrame.Read(file, Integer(frame)).Compare(File.ReadAllBytes(codestream)));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static FrameEncodingOptions Options(IEnumerable<string> pairs)
    {
        var options = new FrameEncodingOptions();
        foreach (string pair in pairs)
        {
            string[] parts = pair.Split('=');
            System.Reflection.PropertyInfo property = typeof(FrameEncodingOptions).GetProperty(parts[0])!;
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(options, type.IsEnum ? Enum.Parse(type, parts[1]) : Convert.ChangeType(parts[1], type, CultureInfo.InvariantCulture));
        }

        return options;
    }

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
