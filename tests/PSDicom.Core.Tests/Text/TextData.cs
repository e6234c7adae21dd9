using System.Text;

namespace PSDicom.Core.Tests.Text;

/// <summary>Values as they stand in files: one character a byte, and an escape byte written as an arrow.</summary>
internal static class TextData
{
    public static byte[] Raw(string text) => Encoding.Latin1.GetBytes(text.Replace('\u2192', '\u001B'));
}
