using System.Text;

namespace PSDicom.Text;

/// <summary>Reads bytes that are invalid in an encoding as windows-1252, which has a character for each byte, so that no letter is lost.</summary>
internal sealed class WindowsFallback : DecoderFallback
{
    private const int MaxInvalid = 4; // a character of GB18030

    private static readonly Encoding Windows1252 = CodePage.Get(CodePage.Windows1252);

    public override int MaxCharCount => MaxInvalid;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = string.Empty;
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = Windows1252.GetString(bytesUnknown);
            _next = 0;
            return _text.Length > 0;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset()
        {
            _text = string.Empty;
            _next = 0;
        }
    }
}
