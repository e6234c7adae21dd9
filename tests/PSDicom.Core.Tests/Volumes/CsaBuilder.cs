using System.Text;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Builds Siemens' header within the header, in its newer form (SV10) or the older one.</summary>
internal static class CsaBuilder
{
    public static byte[] Build(bool isNew, params (string Name, string[] Values)[] tags)
    {
        var bytes = new List<byte>();
        if (isNew) bytes.AddRange([(byte)'S', (byte)'V', (byte)'1', (byte)'0', 4, 3, 2, 1]);
        Add(bytes, tags.Length, 77);
        int first = tags[0].Values.Length;
        foreach ((string name, string[] values) in tags)
        {
            byte[] padded = new byte[64];
            Encoding.ASCII.GetBytes(name).CopyTo(padded, 0);
            bytes.AddRange(padded);
            Add(bytes, values.Length);
            bytes.AddRange("IS\0\0"u8.ToArray());
            Add(bytes, 6, values.Length, 77);
            foreach (string value in values)
            {
                byte[] text = Encoding.ASCII.GetBytes(value + "\0");
                int length = isNew ? text.Length : text.Length + first;
                Add(bytes, length, text.Length, 77, 0);
                bytes.AddRange(text);
                bytes.AddRange(new byte[(4 - (text.Length % 4)) % 4]);
            }
        }

        return [.. bytes];
    }

    private static void Add(List<byte> bytes, params int[] numbers)
    {
        foreach (int number in numbers) bytes.AddRange(BitConverter.GetBytes(number));
    }
}
