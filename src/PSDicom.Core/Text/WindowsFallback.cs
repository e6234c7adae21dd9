using System.Linq;
using System.Text;

namespace PSDicom.Text;

/// <summary>Reads bytes that are invalid in an encoding as windows-1252, which has a character for each byte, so that no letter is lost.</summary>
internal sealed class WindowsFallback : DecoderFallback
{
    private const int MaxInvalid = 4; // a character of GB18030

    private static readonly string Characters = CodePage.Get(CodePage.Windows1252).GetString([.. Enumerable.Range(0, 256).Select(code => (byte)code)]);

    public override int MaxCharCount => MaxInvalid;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _bytes = bytesUnknown;
            _next = 0;
            return _bytes.Length > 0;
        }

        public override char GetNextChar() => _next < _bytes.Length ? Characters[_bytes[_next++]] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset()
        {
            _bytes = [];
            _next = 0;
        }
    }
}
