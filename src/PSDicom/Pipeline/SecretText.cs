using System;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace PSDicom.Pipeline;

/// <summary>Reads secrets.</summary>
internal static class SecretText
{
    /// <summary>The characters of a secret, in UTF-8.</summary>
    public static byte[] BytesOf(SecureString text)
    {
        nint memory = Marshal.SecureStringToGlobalAllocUnicode(text);
        var characters = new char[text.Length];
        try
        {
            Marshal.Copy(memory, characters, 0, characters.Length);
            return Encoding.UTF8.GetBytes(characters);
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }
}
